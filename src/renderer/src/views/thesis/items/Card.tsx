/** A card of the thesis: a head with what it holds, a way to add, its content. */
import type { ReactNode } from 'react';
import { IconButton } from '../../../kit/Button';

interface Props {
  readonly title: string;
  readonly fact?: string | undefined;
  readonly wide?: boolean;
  readonly addLabel?: string;
  readonly onAdd?: () => void;
  readonly children: ReactNode;
}

export function Card({ title, fact, wide = false, addLabel, onAdd, children }: Props) {
  return (
    <section className={wide ? 'card thesis-card thesis-wide' : 'card thesis-card'} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {fact && <span className="dim">{fact}</span>}
        <span className="grow" />
        {onAdd && <IconButton icon="plus" label={addLabel ?? `Add to ${title.toLowerCase()}`} onClick={onAdd} />}
      </header>
      {children}
    </section>
  );
}
