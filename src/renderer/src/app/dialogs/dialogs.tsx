/** Modal dialogs on the platform's `<dialog>`: focus is kept inside, Esc closes, the rest of the window is inert. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { focusFirst } from './initial-focus';
import { Button, IconButton } from '../../kit/Button';
import { createStore, useStore } from '../state/store';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: number;
  readonly className?: string;
  /** Nothing in it takes the focus: its text does, so that keys can scroll it. */
  readonly isText?: boolean;
}

export function Dialog({ title, onClose, children, footer, width = 480, className, isText = false }: DialogProps) {
  const ref = useModal();
  return (
    <dialog
      ref={ref}
      className={['dialog', className].filter(Boolean).join(' ')}
      style={{ width }}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={confirmByKey}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2>{title}</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      {isText ? (
        <div className="dialog-body" role="region" aria-label={title} tabIndex={0} data-initial-focus="">
          {children}
        </div>
      ) : (
        <div className="dialog-body">{children}</div>
      )}
      {footer && <footer className="dialog-foot">{footer}</footer>}
    </dialog>
  );
}

/** Ctrl+Enter does what the dialog is for, from wherever in it the focus is. */
function confirmByKey(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const button = event.currentTarget.querySelector<HTMLButtonElement>(
    '.dialog-foot .button-primary, .dialog-foot .button-danger',
  );
  if (!button || button.disabled) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}

/** Opens the dialog element as modal while mounted and gives the focus back afterwards. */
export function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    const stop = dialog ? focusFirst(dialog) : () => undefined;
    return () => {
      stop();
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly answer: (yes: boolean) => void;
}

const question = createStore<Question | null>(null);

/** Asks the person before something that undo does not reach. Resolves to true only for the confirming button. */
export function confirm(asked: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise((resolve) => {
    question.set({
      ...asked,
      answer: (yes) => {
        question.set(null);
        resolve(yes);
      },
    });
  });
}

export function ConfirmHost() {
  const asked = useStore(question);
  if (!asked) return null;
  return (
    <Dialog
      title={asked.title}
      onClose={() => asked.answer(false)}
      footer={
        <>
          <Button onClick={() => asked.answer(false)}>Cancel</Button>
          <Button look={asked.danger ? 'danger' : 'primary'} onClick={() => asked.answer(true)}>
            {asked.confirm}
          </Button>
        </>
      }
    >
      <p>{asked.text}</p>
    </Dialog>
  );
}
