/** Find in the document, laid over its corner so that the text stays where it is. Made anew (`key`) at each Ctrl+F, so that it takes the focus. */
import { useEffect, useRef } from 'react';
import { IconButton } from '../../kit/Button';

interface Props {
  readonly query: string;
  /** Matches in all, and which one is on (0-based; -1 for none). */
  readonly count: number;
  readonly at: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindBar({ query, count, at, onQuery, onStep, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="input"
        aria-label="Find in document"
        placeholder="Find in document"
        value={query}
        spellCheck={false}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="find-count" role="status">
        {countText(query, count, at)}
      </span>
      <IconButton icon="up" label="Previous match (Shift+F3)" disabled={count === 0} onClick={() => onStep(-1)} />
      <IconButton icon="down" label="Next match (F3)" disabled={count === 0} onClick={() => onStep(1)} />
      <IconButton icon="close" label="Close find (Esc)" onClick={onClose} />
    </search>
  );
}

function countText(query: string, count: number, at: number): string {
  if (query.trim() === '') return '';
  return count === 0 ? 'No match' : `${at + 1} of ${count}`;
}
