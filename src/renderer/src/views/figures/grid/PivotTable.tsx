/** One entity's figures as a table: metrics down, periods across, variants side by side; each opens its figure. */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { useQuery } from '../../../app/calls/use-query';
import { periodLabel } from '../../../app/format';
import { unitLabel } from '../../../../../core/figure/labels';
import { ProvenanceMark } from '../../shared/ProvenanceTag';
import { EmptyState, ErrorState, Loading } from '../../../kit/States';
import { type Pivot, pivot } from './pivot';
import { filterOf, type Scope } from '../scope/scope';

interface Props {
  readonly scope: Scope;
  readonly selected: string | null;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
}

/** An entity with more figures than this is no table a person reads. */
const MOST = 5000;

export function PivotTable({ scope, ...shown }: Props) {
  const request = scope.entity === null ? null : { filter: filterOf(scope), sort: [], start: 0, end: MOST };
  const { data, error, loading } = useQuery('figure.page', request);
  const table = useMemo(() => pivot(data?.rows ?? []), [data]);
  if (scope.entity === null)
    return <EmptyState icon="figures" title="No entity yet: import a document or name one on a figure" />;
  if (error) return <ErrorState error={error} />;
  if (loading) return <Loading />;
  if (table.rows.length === 0)
    return <EmptyState icon="figures" title="No figure of this entity is in the current selection" />;
  return <Pivoted entity={scope.entity} table={table} {...shown} />;
}

interface PivotedProps extends Omit<Props, 'scope'> {
  readonly entity: string;
  readonly table: Pivot;
}

/** The table itself: one stop for the keyboard, arrows move from figure to figure. */
function Pivoted({ entity, table, selected, onSelect, onOpen }: PivotedProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(body.current, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const figures = table.rows.flatMap((row) => row.cells.flat());
  const stop = figures.some(({ id }) => id === selected) ? selected : (figures[0]?.id ?? null);
  const shown = { selected, stop, onSelect, onOpen };
  return (
    <div className="pivot">
      <table className="table">
        <caption className="visually-hidden">{entity}: metrics by period</caption>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            {table.periods.map((period) => (
              <th key={period} scope="col" className="number">
                {period === '' ? 'No period' : periodLabel(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {table.rows.map((row) => (
            <tr key={row.metric}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <PivotCell key={table.periods[index]} figures={cell} {...shown} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps extends Omit<Props, 'scope'> {
  readonly figures: readonly FigureRecord[];
  /** Id of the one figure that Tab leads to; arrows lead to the others. */
  readonly stop: string | null;
}

function PivotCell({ figures, selected, stop, onSelect, onOpen }: CellProps) {
  return (
    <td className="number">
      <div className="pivot-cell">
        {figures.map((figure) => (
          <PivotFigure
            key={figure.id}
            figure={figure}
            on={figure.id === selected}
            stop={figure.id === stop}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </div>
    </td>
  );
}

interface FigureProps {
  readonly figure: FigureRecord;
  readonly on: boolean;
  /** The one figure that Tab leads to; arrows lead to the others. */
  readonly stop: boolean;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
}

function PivotFigure({ figure, on, stop, onSelect, onOpen }: FigureProps) {
  return (
    <button
      type="button"
      className="pivot-figure"
      aria-pressed={on}
      tabIndex={stop ? 0 : -1}
      title={[figure.basis, figure.quote].filter(Boolean).join(' · ')}
      onFocus={() => onSelect(figure)}
      onClick={() => onSelect(figure)}
      onDoubleClick={() => onOpen(figure)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onOpen(figure);
      }}
    >
      <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
      <span>
        {figure.direction === 'down' && (
          <span className="figure-direction" role="img" aria-label="down">
            ▼
          </span>
        )}
        {figure.value} <small>{unitLabel(figure)}</small>
        {figure.basis && <em>{figure.basis}</em>}
      </span>
    </button>
  );
}

/** The nearest figure in the direction of an arrow key: along the reading order, or in the row above or below. */
function neighbour(body: HTMLElement | null, key: string): HTMLElement | undefined {
  const all = [...(body?.querySelectorAll<HTMLElement>('.pivot-figure') ?? [])];
  const at = all.findIndex((one) => one === document.activeElement);
  if (at < 0) return undefined;
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const from = all[at]?.getBoundingClientRect();
  if (!from) return undefined;
  const candidates = all
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => (key === 'ArrowDown' ? box.top > from.top + 4 : box.top < from.top - 4));
  const distance = (box: DOMRect) => Math.abs(box.top - from.top) * 4 + Math.abs(box.left - from.left);
  return candidates.sort((left, right) => distance(left.box) - distance(right.box))[0]?.one;
}
