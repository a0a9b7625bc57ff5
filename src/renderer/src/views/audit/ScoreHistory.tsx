/** The tie-out score over time: a line, and the same numbers as a table on request. */
import { isBoolean, usePref } from '../../app/prefs';
import { useQuery } from '../../app/calls/use-query';
import { when } from '../../kit/format';
import { tieOutPercent } from '../../app/format';
import { Loading } from '../../kit/States';
import { historyPath, type HistoryPoint, historyPoints } from './history';

const SHOWN = 200;
const WIDTH = 240;
const HEIGHT = 90;

export function ScoreHistory() {
  const { data } = useQuery('audit.history', { limit: SHOWN });
  const [asTable, setAsTable] = usePref('audit.history-table', false, isBoolean);
  const points = historyPoints(data ?? []);
  return (
    <section className="card score-history" aria-label="Score over time">
      <header>
        <h3>Score over time</h3>
        <span className="grow" />
        <div className="tabs">
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Table
          </button>
        </div>
      </header>
      <div className="card-scroll">
        {!data && <Loading lines={2} />}
        {data && points.length === 0 && <p className="muted">Once figures are audited, the score is kept here.</p>}
        {points.length > 0 && (asTable ? <HistoryTable points={points} /> : <HistoryLine points={points} />)}
      </div>
    </section>
  );
}

function HistoryLine({ points }: { readonly points: readonly HistoryPoint[] }) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  return (
    <figure className="history-line">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Tie-out went from ${percent(first)} to ${percent(last)} over ${points.length} audits`}
      >
        {[0, 50, 100].map((at) => (
          <line key={at} x1={0} x2={WIDTH} y1={HEIGHT - (at / 100) * HEIGHT} y2={HEIGHT - (at / 100) * HEIGHT} />
        ))}
        <path d={historyPath(points, WIDTH, HEIGHT)} />
      </svg>
      <figcaption>
        <span className="dim">{when(first.at)}</span>
        <b>{percent(last)}</b>
        <span className="dim">{when(last.at)}</span>
      </figcaption>
    </figure>
  );
}

const percent = ({ tied, figures }: HistoryPoint): string => tieOutPercent({ tied, counted: figures });

function HistoryTable({ points }: { readonly points: readonly HistoryPoint[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Audited</th>
          <th className="number">Tied</th>
          <th className="number">Counted</th>
          <th className="number">Open</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.at}>
            <td>{when(point.at)}</td>
            <td className="number">{percent(point)}</td>
            <td className="number">{point.figures.toLocaleString('en-US')}</td>
            <td className="number">{point.openFindings.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
