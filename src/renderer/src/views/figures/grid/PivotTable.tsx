/** Figures as a table: metrics down, periods across, variants side by side; each selects, edits or opens its figure. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { useQuery } from '../../../app/calls/use-query';
import { periodLabel } from '../../../app/format';
import { type Matrix, toClipboard } from '../../../kit/grid/clipboard/clipboard';
import { toHtml } from '../../../kit/grid/clipboard/clipboard-html';
import { writeToClipboard } from '../../../kit/grid/write/clipboard-events';
import { Button } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import { EmptyState, ErrorState, Loading } from '../../../kit/States';
import { type Pivot, pivot, pivotCells, type PivotRow } from './pivot';
import { PivotFigure } from './PivotFigure';
import { filterOf, type Scope } from '../scope/scope';
import './pivot.css';

interface Props {
  readonly scope: Scope;
  readonly selected: string | null;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
}

/** More figures than this are no table a person reads. */
const MOST = 5000;

export function PivotTable({ scope, ...shown }: Props) {
  const { data, error, loading } = useQuery('figure.page', { filter: filterOf(scope), sort: [], start: 0, end: MOST });
  const table = useMemo(() => pivot(data?.rows ?? []), [data]);
  if (error) return <ErrorState error={error} />;
  if (loading) return <Loading />;
  if (table.rows.length === 0) return <EmptyState icon="figures" title="No figure fits what is picked" />;
  const left = (data?.total ?? 0) - (data?.rows.length ?? 0);
  return <Pivoted entity={scope.entity} table={table} left={left} {...shown} />;
}

interface PivotedProps extends Omit<Props, 'scope'> {
  /** The one entity that the table is of; null for all. */
  readonly entity: string | null;
  readonly table: Pivot;
  /** Figures that found no room in the table. */
  readonly left: number;
}

/** The table itself: one stop for the keyboard, arrows move from figure to figure. */
function Pivoted({ entity, table, left, selected, onSelect, onOpen }: PivotedProps) {
  const body = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(body.current, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const figures = table.rows.flatMap((row) => [...row.cells.flat(), ...row.undated]);
  const stop = figures.some(({ id }) => id === selected) ? selected : (figures[0]?.id ?? null);
  const shown = { selected, stop, conflicts: table.conflicts, onSelect, onOpen };
  const dated = table.rows.filter(({ cells }) => cells.some((cell) => cell.length > 0));
  const undated = table.rows.filter((row) => row.undated.length > 0);
  const host = useRef<HTMLDivElement>(null);
  const copied = () => pivotCells(table, periodLabel);
  useCopied(host, copied);
  return (
    <div className="pivot" ref={host}>
      <div className="pivot-head">
        <span role="status">{headText(table, left)}</span>
        <span className="grow" />
        <Button
          look="quiet"
          title="Copy the table for a spreadsheet (Ctrl+C)"
          onClick={() => writeToClipboard(toClipboard(copied()), toHtml(copied()))}
        >
          Copy table
        </Button>
      </div>
      <table className="table" ref={body} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{entity ?? 'All entities'}: metrics by period</caption>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            {table.periods.map((period) => (
              <th key={period} scope="col" className="number">
                {periodLabel(period)}
              </th>
            ))}
          </tr>
        </thead>
        <Rows rows={dated} named={entity === null} columns={table.periods.length} shown={shown} />
        {undated.length > 0 && (
          <UndatedRows rows={undated} named={entity === null} columns={table.periods.length} shown={shown} />
        )}
      </table>
    </div>
  );
}

/** Ctrl+C anywhere in the table copies it whole. On the document: without selected text the event goes to the body. */
function useCopied(host: RefObject<HTMLElement | null>, copied: () => Matrix): void {
  const latest = useRef(copied);
  useEffect(() => {
    latest.current = copied;
  });
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const focused = document.activeElement;
      if (!host.current?.contains(focused) || focused instanceof HTMLInputElement) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', toClipboard(latest.current()));
      event.clipboardData?.setData('text/html', toHtml(latest.current()));
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [host]);
}

function headText({ conflicts }: Pivot, left: number): string {
  const parts = [
    conflicts.size > 0 ? `${plural(conflicts.size, 'value')} contradicted, marked ≠` : 'No contradictions',
    left > 0 ? `${plural(left, 'figure')} left out: pick an entity` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

interface Shown extends Omit<Props, 'scope'> {
  /** Id of the one figure that Tab leads to; arrows lead to the others. */
  readonly stop: string | null;
  readonly conflicts: ReadonlySet<string>;
}

interface RowsProps {
  readonly rows: readonly PivotRow[];
  /** A head for each entity. */
  readonly named: boolean;
  readonly columns: number;
  readonly shown: Shown;
}

function Rows({ rows, named, columns, shown }: RowsProps) {
  return (
    <tbody>
      {rows.flatMap((row, index) => {
        const isFirst = named && rows[index - 1]?.entity !== row.entity;
        const key = `${row.entity} ${row.metric}`;
        const line = (
          <tr key={key}>
            <th scope="row">{row.label}</th>
            {row.cells.map((figures, at) => (
              // Cells have no name but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <td key={at} className="number">
                <Figures figures={figures} shown={shown} />
              </td>
            ))}
          </tr>
        );
        return isFirst ? [<EntityHead key={`of ${row.entity}`} entity={row.entity} columns={columns} />, line] : [line];
      })}
    </tbody>
  );
}

function EntityHead({ entity, columns }: { readonly entity: string; readonly columns: number }) {
  return (
    <tr className="pivot-entity">
      <th scope="rowgroup">{entity || 'Without an entity'}</th>
      {columns > 0 && <td colSpan={columns} />}
    </tr>
  );
}

/** What has no period stands below the table: it belongs under none of its heads. */
function UndatedRows({ rows, named, columns, shown }: RowsProps) {
  return (
    <tbody className="pivot-undated">
      <tr className="pivot-entity">
        <th scope="rowgroup">Without a period</th>
        {columns > 0 && <td colSpan={columns} />}
      </tr>
      {rows.map((row) => (
        <tr key={`${row.entity} ${row.metric}`}>
          <th scope="row">
            {named && row.entity !== '' ? `${row.entity}: ` : ''}
            {row.label}
          </th>
          <td colSpan={Math.max(1, columns)}>
            <Figures figures={row.undated} shown={shown} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Figures({ figures, shown }: { readonly figures: readonly FigureRecord[]; readonly shown: Shown }) {
  const { selected, stop, conflicts, onSelect, onOpen } = shown;
  return (
    <div className="pivot-cell">
      {figures.map((figure) => (
        <PivotFigure
          key={figure.id}
          figure={figure}
          on={figure.id === selected}
          stop={figure.id === stop}
          inConflict={conflicts.has(figure.id)}
          onSelect={onSelect}
          onOpen={onOpen}
        />
      ))}
    </div>
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
