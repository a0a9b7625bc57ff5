/** Small rounded facts (as-of date, counts) and citation chips. */
import type { ReactNode } from 'react';

export function Chip({
  children,
  tone = 'plain',
  title,
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'accent' | 'bad' | 'ok' | 'warn';
  readonly title?: string;
}) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  );
}

/** A citation's marker as a chip; a button where something can be opened. */
export function CitationChip({
  marker,
  title,
  onOpen,
}: {
  readonly marker: string;
  readonly title?: string;
  readonly onOpen?: () => void;
}) {
  if (!onOpen) {
    return (
      <span className="cite" title={title}>
        {marker}
      </span>
    );
  }
  return (
    <button type="button" className="cite" title={title} onClick={onOpen}>
      {marker}
    </button>
  );
}
