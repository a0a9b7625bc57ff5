/** Small labelled controls of a table's plan. A text counts when it is left or Enter is pressed, as in a cell. */
import { type KeyboardEvent, useState } from 'react';

interface TextProps {
  readonly label: string;
  readonly value: string | null;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string | null) => void;
}

export function TextField({ label, value, placeholder = '–', disabled, onChange }: TextProps) {
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value ?? '');
  }
  const commit = () => {
    const next = text.trim() === '' ? null : text.trim();
    if (next !== value) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter in a field is the field's; the next one imports.
    event.preventDefault();
    event.stopPropagation();
    commit();
  };
  return (
    <label className="table-field">
      <span>{label}</span>
      <input
        className="input"
        value={text}
        placeholder={placeholder}
        maxLength={200}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly (readonly [T, string])[];
  /** The words for nothing; without them one option is always chosen. */
  readonly none?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: T | null) => void;
}

export function SelectField<T extends string>({ label, value, options, none, disabled, onChange }: SelectProps<T>) {
  return (
    <label className="table-field">
      <span>{label}</span>
      <Select label={label} value={value} options={options} none={none} disabled={disabled} onChange={onChange} />
    </label>
  );
}

interface BareProps<T extends string> extends Omit<SelectProps<T>, 'none' | 'disabled'> {
  readonly none?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export function Select<T extends string>({ label, value, options, none, disabled, onChange }: BareProps<T>) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0] ?? null)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}
