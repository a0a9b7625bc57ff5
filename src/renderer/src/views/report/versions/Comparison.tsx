/** What changed in a report since a version: figures that read otherwise, and its lines with the words added and removed. */
import { changedWords, type RedlineLine } from '../../../../../core/report/redline';
import type { ReportVersion } from '../../../../../contract/records';
import { useQuery } from '../../../app/calls/use-query';
import { ErrorState, Loading } from '../../../kit/States';
import { plural } from '../../../kit/format';

/** Unchanged lines on either side of a changed one that are shown with it. */
const AROUND = 1;

/** The lines to show, by their place; null stands for lines left out. */
function shownLines(lines: readonly RedlineLine[]): readonly (number | null)[] {
  const isChanged = lines.map(({ runs }) => runs.some(({ change }) => change !== 'same'));
  const isNear = (at: number): boolean => isChanged.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true);
  const out: (number | null)[] = [];
  lines.forEach((_, at) => {
    if (isNear(at)) out.push(at);
    else if (out.at(-1) !== null) out.push(null);
  });
  return out;
}

export function Comparison({ report, version }: { readonly report: string; readonly version: ReportVersion }) {
  const { data, error } = useQuery('report.compare', { id: report, since: version.id });
  if (error) return <ErrorState error={error} />;
  if (!data) return <Loading />;
  const { added, removed } = changedWords(data.lines);
  const isSame = added + removed + data.figures.length === 0;
  return (
    <section className="redline" aria-label={`Changes since “${version.name}”`} tabIndex={0}>
      <p className="dim">
        {isSame
          ? 'Nothing has changed.'
          : `${plural(added, 'word')} added, ${removed} removed, ${plural(data.figures.length, 'figure')} with another value.`}
      </p>
      {data.figures.length > 0 && (
        <ul className="redline-figures" aria-label="Figures that read otherwise">
          {data.figures.map(({ name, before, after }) => (
            <li key={`${name} ${before} ${after}`}>
              {name}: <del>{before}</del> → <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
      {!isSame &&
        shownLines(data.lines).map((at, place) =>
          at === null ? (
            // oxlint-disable-next-line react/no-array-index-key -- a gap has no other name
            <p key={`gap ${place}`} className="dim">
              …
            </p>
          ) : (
            <Line key={at} line={data.lines[at]} />
          ),
        )}
    </section>
  );
}

function Line({ line }: { readonly line: RedlineLine | undefined }) {
  if (!line) return null;
  return (
    <p data-kind={line.kind}>
      {line.runs.map(({ text, change }, at) => {
        const Tag = change === 'added' ? 'ins' : change === 'removed' ? 'del' : 'span';
        // oxlint-disable-next-line react/no-array-index-key -- runs are told apart by their place alone
        return <Tag key={at}>{text}</Tag>;
      })}
    </p>
  );
}
