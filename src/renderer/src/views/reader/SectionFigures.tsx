/** The figures of the section being read, or of the whole document, in a compact table. Long lists are drawn in part. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { FigureRecord } from '../../../../contract/records';
import { periodLabel } from '../../app/format';
import { unitLabel } from '../../../../core/figure/labels';
import { ProvenanceTag } from '../shared/ProvenanceTag';
import { useRowWindow } from '../../kit/row-window';
import { metricName } from '../../../../core/figure/display/names';

interface Props {
  readonly figures: readonly FigureRecord[];
  readonly selected: string | null;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
  readonly empty: string;
}

const ROW = 30;

export function SectionFigures({ figures, selected, onSelect, onOpen, empty }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to, before, after } = useRowWindow(scroller, figures.length, ROW);
  const at = useMemo(() => figures.findIndex((figure) => figure.id === selected), [figures, selected]);
  useScrolledTo(scroller, at);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const current = figures[at];
    if (event.key === 'Enter' && current) onOpen(current);
    else if (by !== undefined) {
      const next = figures[Math.max(0, Math.min(figures.length - 1, at + by))];
      if (next) onSelect(next);
    } else return;
    event.preventDefault();
  };
  return (
    // The table is one stop for the keyboard; arrows move inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="reader-figures" tabIndex={0} role="group" aria-label="Figures" onKeyDown={onKeyDown}>
      {figures.length === 0 && <p className="none dim">{empty}</p>}
      <table className="table" hidden={figures.length === 0} aria-rowcount={figures.length + 1}>
        <Head />
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden="true" />}
          {figures.slice(from, to).map((figure, index) => (
            <FigureRow
              key={figure.id}
              figure={figure}
              index={from + index}
              on={figure.id === selected}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          ))}
          {after > 0 && <tr style={{ height: after }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  );
}

/** Keeps the row `at` in sight below the head; -1 for none. */
function useScrolledTo(scroller: RefObject<HTMLDivElement | null>, at: number): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const top = at * ROW;
    // The head lies over the first row in sight.
    const bottom = top + 2 * ROW;
    if (top < box.scrollTop) box.scrollTo({ top });
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom - box.clientHeight });
  }, [scroller, at]);
}

function Head() {
  return (
    <>
      <colgroup>
        <col />
        <col className="col-entity" />
        <col className="col-period" />
        <col className="col-value" />
        <col className="col-unit" />
        <col className="col-class" />
        <col className="col-cites" />
      </colgroup>
      <thead>
        <tr>
          <th>Metric</th>
          <th>Entity</th>
          <th>Period</th>
          <th className="number">Value</th>
          <th>Unit</th>
          <th className="head-class">Provenance</th>
          <th className="number">Cites</th>
        </tr>
      </thead>
    </>
  );
}

interface RowProps {
  readonly figure: FigureRecord;
  readonly index: number;
  readonly on: boolean;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
}

function FigureRow({ figure, index, on, onSelect, onOpen }: RowProps) {
  const metric = metricName(figure) ?? '–';
  return (
    <tr
      className={on ? 'on' : undefined}
      aria-rowindex={index + 2}
      aria-current={on ? 'true' : undefined}
      onClick={() => onSelect(figure)}
      onDoubleClick={() => onOpen(figure)}
    >
      <td title={metric}>{metric}</td>
      <td title={figure.entity ?? undefined}>{figure.entity ?? '–'}</td>
      <td>{periodLabel(figure.period)}</td>
      <td className="number" title={figure.quote}>
        {figure.value}
      </td>
      <td>{unitLabel(figure)}</td>
      <td>
        <ProvenanceTag provenance={figure.provenance} inherited={figure.inheritedClass} />
      </td>
      <td className="number">{figure.citations.length}</td>
    </tr>
  );
}
