/** The box that filters figures by words. The notebook is asked after a pause, because each question reads the rows anew. */
import { type RefObject, useEffect, useState } from 'react';

const SETTLES_MS = 150;

interface Props {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

export function QuickFilter({ inputRef, value, onChange }: Props) {
  const [words, setWords] = useState(value);
  const [shown, setShown] = useState(value);
  // Changed from outside (a saved view, "show everything").
  if (shown !== value) {
    setShown(value);
    setWords(value);
  }
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => onChange(words), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <input
      ref={inputRef}
      className="input figures-quick"
      type="search"
      value={words}
      placeholder="Filter by words"
      aria-label="Filter figures by words"
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && words !== '') setWords('');
      }}
    />
  );
}
