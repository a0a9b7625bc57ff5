/** What stands in the way of publishing a report: figures that are gone, numbers that were typed, what nobody vouches for. */
import { attribute, FIGURE_TABLE, LIVE_FIGURE, nodesOf, readBody, tableFigures } from '../../../core/report/body';
import { figureText } from '../../../core/figure/display/text';
import { readsAs, typedFigures } from '../../../core/report/typed';
import type { FigureRecord, ReportCheck } from '../../../contract/records';
import { all, type ReadableDb } from '../../storage/db/db';
import { notSuperseded } from '../../storage/queries/versions';
import type { FigureRow, ReportRow } from '../../storage/db/rows';
import { parseJson } from '../stored/json';
import { toFigureRecords } from '../records/figure';
import { groupBy } from '../../../core/base/group';
import { doubtsOf } from './report-doubts';

/** How many figures a typed number is offered. */
const OFFERED = 3;

/** Every mention of a live figure, as often as it stands there. */
function mentionsIn(body: unknown): readonly string[] {
  return [...nodesOf(readBody(body))].flatMap((node) => {
    if (node.type === FIGURE_TABLE) return [...tableFigures(node)];
    return node.type === LIVE_FIGURE ? [attribute(node, 'figure') ?? ''] : [];
  });
}

const keyOf = ({ low, high, unit }: { low: string | null; high: string | null; unit: string }): string =>
  `${low}|${high}|${unit}`;

/** The figures that read as each typed number does, those with a source of their own first. */
function offersFor(db: ReadableDb, typed: ReturnType<typeof typedFigures>): ReportCheck['typed'] {
  if (typed.length === 0) return [];
  const rows = all<FigureRow>(db, `SELECT * FROM figure WHERE ${notSuperseded('figure')} ORDER BY position`);
  const wanted = new Set(typed.map(keyOf));
  const offered = rows.filter((row) => wanted.has(keyOf(row)));
  const byReading = groupBy(offered, keyOf);
  return typed.map((one) => {
    const same = (byReading.get(keyOf(one)) ?? []).filter((row) => readsAs(one, row));
    const records = distinct(toFigureRecords(db, same)).slice(0, OFFERED);
    const { quote, block, from, to, context, cited } = one;
    return { quote, block, from, to, context, cited, offers: records };
  });
}

/** One mention of each fact: what is offered twice alike cannot be chosen between. */
function distinct(figures: readonly FigureRecord[]): FigureRecord[] {
  const seen = new Set<string>();
  const sorted = figures.toSorted((a, b) => Number(b.tiedOut) - Number(a.tiedOut));
  return sorted.filter(({ entity, metric, metricLabel, period, provenance }) => {
    const key = [entity, metric ?? metricLabel, period, provenance].join('|');
    return seen.has(key) ? false : seen.add(key);
  });
}

export function checkReport(db: ReadableDb, report: ReportRow): ReportCheck {
  const body = parseJson(report.body);
  const ids = mentionsIn(body);
  const rows = all<FigureRow>(
    db,
    'SELECT * FROM figure WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...new Set(ids)]),
  );
  const figures = new Map(toFigureRecords(db, rows).map((figure) => [figure.id, figure]));
  const typed = typedFigures(body, (id) => {
    const figure = figures.get(id);
    return figure ? figureText(figure) : '';
  });
  return {
    missing: ids.filter((id) => !figures.has(id)).length,
    doubts: doubtsOf(db, ids, figures, typed),
    typed: offersFor(db, typed),
  };
}
