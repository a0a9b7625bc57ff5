/** One of a few words, from a list of them. */
interface Props<T extends string> {
  readonly values: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** For those who hear it; without one the field that holds it names it. */
  readonly label?: string;
}

export function Choice<T extends string>({ values, value, onChange, label }: Props<T>) {
  const choose = (word: string) => {
    const chosen = values.find((one) => one === word);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {values.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
