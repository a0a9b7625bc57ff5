/** The document's sections; the one being read is marked and kept in view. */
import { useEffect, useRef } from 'react';
import type { ReaderDocument } from '../../../../contract/records';
import { Bar } from '../shared/ViewRoot';

interface Props {
  readonly sections: ReaderDocument['sections'];
  readonly current: number;
  readonly onGo: (section: ReaderDocument['sections'][number]) => void;
}

export function Outline({ sections, current, onGo }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const shown = sections.filter((section) => section.title || section.heading);
  const top = Math.min(...shown.map((section) => section.level));
  return (
    <nav className="pane reader-outline" aria-label="Outline">
      <Bar title="Outline" />
      <ol ref={list}>
        {shown.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              className="truncate"
              data-index={section.index}
              style={{ paddingLeft: 12 + Math.min(3, section.level - top) * 12 }}
              title={section.heading}
              aria-current={section.index === current ? 'true' : undefined}
              onClick={() => onGo(section)}
            >
              {section.title || section.heading}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
