/** The same metric of the same entity over time: a picture in the colours of the classes, and the table that it is drawn from. */
import './series.css';
import { useState } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { figureText, valueText } from '../../../../../core/figure/display/text';
import { metricName } from '../../../../../core/figure/display/names';
import { unitLabel } from '../../../../../core/figure/labels';
import { periodWords } from '../../../../../core/figure/period/typed-period';
import { closeOverlay } from '../../../app/state/overlays';
import { copyText } from '../../../app/transfer/copy';
import { useQuery } from '../../../app/calls/use-query';
import { Dialog } from '../../../app/dialogs/dialogs';
import { Button } from '../../../kit/Button';
import { toClipboard } from '../../../kit/grid/clipboard/clipboard';
import { toHtml } from '../../../kit/grid/clipboard/clipboard-html';
import { ErrorState, Loading } from '../../../kit/States';
import { openFigure } from '../figure-actions';
import { provenanceName, ProvenanceMark } from '../ProvenanceTag';
import { HEIGHT, pictureOf, WIDTH } from './chart';
import { type SeriesPoint, seriesOf, type Span, spansOf } from './series';

/** More figures of one entity than this are not read. */
const MOST = 20_000;

export function SeriesDialog({ id }: { readonly id: string }) {
  const { data: detail, error } = useQuery('figure.detail', { id });
  const figure = detail?.figure;
  const filter = figure && narrowed(figure);
  const { data: page } = useQuery('figure.page', filter ? { filter, sort: [], start: 0, end: MOST } : null);
  const figures = filter ? page?.rows : figure && [figure];
  const title = figure ? [figure.entity, metricName(figure)].filter(Boolean).join(' · ') || figure.quote : 'Series';
  return (
    <Dialog title={title} width={800} className="series-dialog" onClose={closeOverlay}>
      {error && <ErrorState error={error} />}
      {!error && (!figure || !figures) && <Loading lines={8} />}
      {figure && figures && <Series figure={figure} figures={figures} />}
    </Dialog>
  );
}

/** By what the notebook can look figures up; null where the figure names neither. */
function narrowed({ entity, metric }: FigureRecord) {
  if (entity !== null) return { entity };
  return metric === null ? null : { metric };
}

interface Props {
  readonly figure: FigureRecord;
  readonly figures: readonly FigureRecord[];
}

const SPAN_NAME: Readonly<Record<Span, string>> = {
  day: 'Days',
  month: 'Months',
  quarter: 'Quarters',
  half: 'Half-years',
  'nine months': 'Nine months',
  year: 'Years',
  'twelve months': 'Twelve months to',
  other: 'Other periods',
};

function Series({ figure, figures }: Props) {
  const spans = spansOf(figures, figure);
  const [chosen, setChosen] = useState<Span | null>(null);
  const span = chosen ?? spans[0];
  if (span === undefined) {
    return <p>No figure of this metric has a period, so there is nothing to set in time. Set one in the inspector.</p>;
  }
  const points = seriesOf(figures, figure, span);
  return (
    <>
      <div className="series-head">
        <div role="group" aria-label="Length of the periods" className="series-spans">
          {spans.map((one) => (
            <Button key={one} look="quiet" aria-pressed={one === span} onClick={() => setChosen(one)}>
              {SPAN_NAME[one]}
            </Button>
          ))}
        </div>
        <span className="grow" />
        <span className="dim">{unitLabel(figure)}</span>
        <Button look="quiet" data-initial-focus="" onClick={() => copy(points)}>
          Copy the table
        </Button>
      </div>
      {points.length > 1 ? (
        <SeriesChart points={points} on={figure.id} />
      ) : (
        <p className="dim">One period so far: a picture needs two.</p>
      )}
      <SeriesTable points={points} on={figure.id} />
    </>
  );
}

function SeriesChart({ points, on }: { readonly points: readonly SeriesPoint[]; readonly on: string }) {
  const { bars, periods, lines, zero } = pictureOf(points);
  const scale = points[0]?.figures[0];
  return (
    <svg
      className="series-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="The same as the table below"
    >
      {lines.map(({ value, y }) => (
        <g key={value}>
          <line className="series-line" x1={0} x2={WIDTH - 50} y1={y} y2={y} />
          <text className="series-tick" x={WIDTH} y={y + 4}>
            {scale ? tickText(value, scale) : ''}
          </text>
        </g>
      ))}
      {bars.map(({ figure, x, y, width, height, range }) => (
        <g key={figure.id} data-class={figure.provenance} className={figure.id === on ? 'series-on' : undefined}>
          <rect className="series-bar" x={x} y={y} width={width} height={height} rx={2}>
            <title>{`${periodWords(figure.period ?? '')}: ${figureText(figure)}, ${provenanceName(figure.provenance, figure.inheritedClass)}`}</title>
          </rect>
          {range && (
            <line className="series-range" x1={x + width / 2} x2={x + width / 2} y1={range.top} y2={range.bottom} />
          )}
          {bars.length <= 12 && (
            <text className="series-value" x={x + width / 2} y={y - 6}>
              {figure.value}
            </text>
          )}
        </g>
      ))}
      <line className="series-zero" x1={0} x2={WIDTH - 50} y1={zero} y2={zero} />
      {periods
        .filter(({ shown }) => shown)
        .map(({ period, x }) => (
          <text key={period} className="series-period" x={x} y={HEIGHT - 8}>
            {periodWords(period)}
          </text>
        ))}
    </svg>
  );
}

/** In the scale of the figures themselves, so that the axis reads like their cells. */
const tickText = (value: number, { scale }: FigureRecord): string =>
  (value / 10 ** scale).toLocaleString('en-US', { maximumFractionDigits: 2 });

function SeriesTable({ points, on }: { readonly points: readonly SeriesPoint[]; readonly on: string }) {
  return (
    <table className="table series-table">
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Values</th>
          <th scope="col" className="number">
            Change
          </th>
          <th scope="col" className="number">
            On the year
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ period, figures, inConflict, change, yearChange }) => (
          <tr key={period} data-conflict={inConflict || undefined}>
            <th scope="row">{periodWords(period)}</th>
            <td>
              {figures.map((figure) => (
                <button
                  key={figure.id}
                  type="button"
                  className="link series-figure"
                  aria-current={figure.id === on || undefined}
                  title={figure.quote}
                  onClick={() => {
                    closeOverlay();
                    openFigure(figure);
                  }}
                >
                  <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />{' '}
                  {valueText(figure)}
                  {figure.basis && <em> {figure.basis}</em>}
                </button>
              ))}
              {inConflict && (
                <span className="untied" title="Two of these cannot both be true">
                  ≠ differ
                </span>
              )}
            </td>
            <td className="number">{shareText(change)}</td>
            <td className="number">{shareText(yearChange)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shareText = (share: number | null): string =>
  share === null ? '' : `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)}%`;

/** A line a reading, for a spreadsheet. */
function copy(points: readonly SeriesPoint[]): void {
  const lines = points.flatMap(({ period, figures, change, yearChange }) =>
    figures.map((figure, at) => [
      periodWords(period),
      figure.value,
      unitLabel(figure),
      provenanceName(figure.provenance, figure.inheritedClass),
      at === 0 ? shareText(change) : '',
      at === 0 ? shareText(yearChange) : '',
    ]),
  );
  const cells = [['Period', 'Value', 'Unit', 'Class', 'Change', 'On the year'], ...lines];
  copyText(toClipboard(cells), 'Copied the table', toHtml(cells));
}
