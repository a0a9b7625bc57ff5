/** A text that can be edited in place: Enter or a click opens its quote, F2 edits, Enter saves, Esc cancels. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  readonly value: string;
  /** Said to a screen reader before the value: "Band of AWS growth". */
  readonly name: string;
  readonly placeholder: string;
  /** An empty value shows as a dash; the placeholder then only stands in the box. */
  readonly quiet?: boolean;
  readonly onCommit: (text: string) => Promise<boolean>;
  /** What a click or Enter does; editing where there is nothing to open. */
  readonly onOpen?: (() => void) | undefined;
  readonly long?: boolean;
  readonly className?: string;
  /** Starts in edit, with all of it selected (an item just made). */
  readonly fresh?: boolean;
}

export function EditableText(props: Props) {
  const { value, name, placeholder, onCommit, onOpen, long = false, className = '', fresh = false, quiet } = props;
  const { shown, showUntilAnswered } = useSavedText(value);
  const { editing, edit, leave, button } = useEditing(fresh);
  const commit = (text: string, keepFocus: boolean) => {
    const next = text.trim();
    leave(keepFocus);
    if (next === shown) return;
    showUntilAnswered(next);
    void onCommit(next).then((done) => {
      if (!done) edit();
    });
  };
  if (editing) {
    const box = { placeholder, start: shown, name, long, className };
    return <TextBox {...box} onCommit={commit} onCancel={() => leave(true)} />;
  }
  return (
    <button
      ref={button}
      type="button"
      className={`edit-text ${className}`}
      data-empty={shown === ''}
      aria-label={`${name}: ${shown || 'empty'}`}
      title={`${shown ? `${shown}\n` : ''}${onOpen ? 'Enter opens the quote, F2 edits' : 'Enter or F2 edits'}`}
      onClick={onOpen ?? edit}
      onKeyDown={(event) => {
        if (event.key !== 'F2') return;
        event.preventDefault();
        event.stopPropagation();
        edit();
      }}
    >
      {shown || (quiet ? '–' : placeholder)}
    </button>
  );
}

/** An edit undone before its answer was drawn leaves the value as it was: the saved text must not stand for ever. */
const ANSWER_WITHIN_MS = 2000;

/** What was saved is shown until the notebook's own answer arrives, so that the old text never flashes back. */
function useSavedText(value: string) {
  const [saved, setSaved] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // The answer has come: from now on the notebook's value is the one to show, whatever it becomes.
  if (saved && saved.over !== value) setSaved(null);
  useEffect(() => {
    if (!saved) return undefined;
    const timer = setTimeout(() => setSaved(null), ANSWER_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [saved]);
  return {
    shown: saved ? saved.text : value,
    showUntilAnswered: (text: string) => setSaved({ text, over: value }),
  };
}

/** Whether the text is in edit; the button that stands for it takes the focus again where leaving keeps it. */
function useEditing(fresh: boolean) {
  const [editing, setEditing] = useState(fresh);
  const button = useRef<HTMLButtonElement>(null);
  const focusAfter = useRef(false);
  useEffect(() => {
    if (editing || !focusAfter.current) return;
    focusAfter.current = false;
    button.current?.focus();
  }, [editing]);
  const leave = (keepFocus: boolean) => {
    focusAfter.current = keepFocus;
    setEditing(false);
  };
  return { editing, edit: () => setEditing(true), leave, button };
}

interface BoxProps {
  readonly placeholder: string;
  readonly start: string;
  readonly name: string;
  readonly long: boolean;
  readonly className: string;
  readonly onCommit: (text: string, keepFocus: boolean) => void;
  readonly onCancel: () => void;
}

function TextBox({ placeholder, start, name, long, className, onCommit, onCancel }: BoxProps) {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  // Leaving the view takes the box away without a blur: what stands in it was typed, and is kept like any other text.
  const latest = useRef(onCommit);
  useEffect(() => {
    latest.current = onCommit;
  });
  useLayoutEffect(() => {
    const shown = box.current;
    return () => {
      if (left.current || !shown || shown.value.trim() === start) return;
      left.current = true;
      latest.current(shown.value, false);
    };
    // The box starts once; a newer value of the notebook does not take away what is typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const leave = (act: () => void) => {
    if (left.current) return;
    left.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    // Keys belong to the text while it is edited, not to the item or the view around it.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const text = event.currentTarget.value;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave(onCancel);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      leave(() => onCommit(text, true));
    }
  };
  const common = {
    ref: box,
    className: `edit-box ${className}`,
    defaultValue: start,
    placeholder,
    'aria-label': name,
    maxLength: 5000,
    onKeyDown,
    onBlur: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const text = event.currentTarget.value;
      leave(() => onCommit(text, false));
    },
  };
  return long ? <textarea rows={3} {...common} /> : <input type="text" {...common} />;
}
