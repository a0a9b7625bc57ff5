/** Find and replace as grids and the report have it: Enter goes on, in the lower box it replaces, with Ctrl all at once. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../Button';
import './find-box.css';

export interface FindControls {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** How many were found and which one is on, in words. */
  readonly count: string;
  /** Nothing was found. */
  readonly isEmpty: boolean;
  /** Not all has been looked through: one may go on, but not replace all. */
  readonly isLooking?: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly replaceOne: (by: string) => void;
  readonly replaceAll: (by: string) => void;
  /** What the last replacement came to. */
  readonly told: string;
}

interface Props {
  readonly find: FindControls;
  readonly label: string;
  /** Where it lies and how wide it is: a class of the caller's. */
  readonly className: string;
  /** Another number each time that it is asked for, so that its field takes the focus. */
  readonly serial: number;
  /** What is looked for, and where. */
  readonly options: ReactNode;
  readonly onClose: () => void;
  /** Below what the last replacement came to. */
  readonly children?: ReactNode;
}

export function FindBox({ find, label, className, serial, options, onClose, children }: Props) {
  const [by, setBy] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'F3') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={className} aria-label={label} onKeyDown={onKeyDown}>
      <FindLine key={serial} find={find} onClose={onClose} />
      <ReplaceLine find={find} by={by} onBy={setBy} />
      <div className="find-box-line find-box-options">{options}</div>
      <p className="find-box-told" role="status">
        {find.told}
      </p>
      {children}
    </search>
  );
}

/** Keys of a box keep the focus in it, so that one can go on. */
function onEnter(event: KeyboardEvent<HTMLInputElement>, act: () => void): void {
  if (event.key !== 'Enter') return;
  const box = event.currentTarget;
  event.preventDefault();
  event.stopPropagation();
  act();
  box.focus();
}

interface LineProps {
  readonly find: FindControls;
}

/** Made anew (`key`) each time that find is asked for, so that it takes the focus. */
function FindLine({ find, onClose }: LineProps & { readonly onClose: () => void }) {
  const { text, onText, count, isEmpty, step } = find;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  return (
    <div className="find-box-line">
      <input
        ref={box}
        className="input grow"
        aria-label="Find"
        placeholder="Find"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => onEnter(event, () => step(event.shiftKey ? -1 : 1))}
      />
      <span className="find-box-count" role="status">
        {count}
      </span>
      <IconButton icon="up" label="Previous (Shift+Enter)" disabled={isEmpty} onClick={() => step(-1)} />
      <IconButton icon="down" label="Next (Enter)" disabled={isEmpty} onClick={() => step(1)} />
      <IconButton icon="close" label="Close (Esc)" onClick={onClose} />
    </div>
  );
}

function ReplaceLine({ find, by, onBy }: LineProps & { readonly by: string; readonly onBy: (text: string) => void }) {
  const { isEmpty, isLooking = false, replaceOne, replaceAll } = find;
  const all = () => {
    if (!isLooking) replaceAll(by);
  };
  return (
    <div className="find-box-line">
      <input
        className="input grow"
        aria-label="Replace with"
        placeholder="Replace with"
        spellCheck={false}
        value={by}
        onChange={(event) => onBy(event.target.value)}
        onKeyDown={(event) => onEnter(event, () => (event.ctrlKey ? all() : replaceOne(by)))}
      />
      <Button disabled={isEmpty} onClick={() => replaceOne(by)}>
        Replace
      </Button>
      <Button disabled={isEmpty || isLooking} onClick={all}>
        Replace all
      </Button>
    </div>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function FindOption({ label, isOn, onChange }: OptionProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}
