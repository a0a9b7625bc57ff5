/** The line under the grid: how many figures are selected, and what their values come to. */
import { type RefObject, useEffect, useState } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { type Sums, sumsOf } from '../../../../../core/figure/display/sums';
import { asTieoutError } from '../../../app/calls/client';
import { showError } from '../../../app/state/toasts';
import { plural } from '../../../kit/format';
import { BulkBar } from './BulkBar';
import type { GridHandle } from '../../../kit/grid/handle';
import type { SelectionInfo } from '../../../kit/grid/select/selection';

interface Props {
  readonly grid: RefObject<GridHandle<FigureRecord> | null>;
  readonly selection: SelectionInfo;
  /** Changes whenever the rows may have. */
  readonly revision: string;
}

interface Read {
  readonly selection: SelectionInfo;
  readonly revision: string;
  readonly sums: Sums;
}

/** More are counted only: reading them would take longer than a glance. */
const MOST_SUMMED = 20_000;
const SETTLES_MS = 80;

export function SelectionSums({ grid, selection, revision }: Props) {
  const { rows, columns, columnIds } = selection;
  const [read, setRead] = useState<Read | null>(null);
  const wanted = rows > 1 && rows <= MOST_SUMMED && columnIds.includes('value');
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const sum = async () => {
      const figures = (await grid.current?.selectedRows()) ?? [];
      if (current) setRead({ selection, revision, sums: sumsOf(figures) });
    };
    const timer = setTimeout(() => {
      sum().catch((reason: unknown) => showError(asTieoutError(reason)));
    }, SETTLES_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, selection, grid, revision]);
  // What was read of another selection, or before a change, is not shown for this one.
  const sums = wanted && read?.selection === selection && read.revision === revision ? read.sums : null;
  if (rows * columns <= 1) return null;
  return (
    <div className="selection-sums">
      <div className="selection-told" role="status" aria-label="Selection">
        <span>{plural(rows, 'row')}</span>
        {sums && <SumsText sums={sums} />}
      </div>
      <span className="grow" />
      {rows > 1 && <BulkBar count={rows} selected={async () => (await grid.current?.selectedRows()) ?? []} />}
    </div>
  );
}

function SumsText({ sums }: { readonly sums: Sums }) {
  const { count, left, unit, sum, average, least, most } = sums;
  if (sum === null && count > 0) return <span>{plural(count, 'value')} of several units: no sum</span>;
  const facts =
    sum === null
      ? []
      : [
          ['sum', sum],
          ['average', average],
          ['least', least],
          ['most', most],
        ];
  return (
    <>
      <span>{plural(count, 'value')}</span>
      {facts.map(([name, value]) => (
        <span key={name}>
          <span className="dim">{name}</span> <b data-selectable="">{value}</b>
        </span>
      ))}
      {sum !== null && <span className="dim">{unit}</span>}
      {left > 0 && <span className="dim">{plural(left, 'range or open value', 'ranges or open values')} left out</span>}
    </>
  );
}
