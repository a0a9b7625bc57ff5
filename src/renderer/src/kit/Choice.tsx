/** One of a few words, from a list of them. */
interface Props<T extends string> {
  readonly values: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** How each is called, where its word is a name of the program's. */
  readonly labelOf?: (value: T) => string;
  /** For those who hear it; without one the field that holds it names it. */
  readonly label?: string;
}

export function Choice<T extends string>({ values, value, onChange, label, labelOf }: Props<T>) {
  const choose = (word: string) => {
    const chosen = values.find((one) => one === word);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {values.map((one) => (
        <option key={one} value={one}>
          {labelOf ? labelOf(one) : one}
        </option>
      ))}
    </select>
  );
}
