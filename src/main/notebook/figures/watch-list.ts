/** The watch list over the notebook's own figures: what each indicator is bound to, and its readings. Reads only. */
import type { WatchChange, WatchRecord } from '../../../contract/watch';
import { figureText } from '../../../core/figure/display/text';
import { BOUND_FIELDS, followsFigures } from '../../../core/structure/fields';
import { measureWords } from '../../../core/watch/names';
import { periodEnd } from '../../../core/figure/period/period-end';
import { type Indicator, readingsOf, type WatchedFigure } from '../../../core/watch/watch';
import { all, type ReadableDb } from '../../storage/db/db';
import { notSuperseded } from '../../storage/queries/versions';
import type { FigureRow, StructureRow } from '../../storage/db/rows';
import { parseFields, parseStrings } from '../stored/json';

interface Watched extends Indicator {
  readonly item: string;
  readonly label: string;
}

export function watchList(db: ReadableDb): WatchRecord[] {
  const indicators = indicatorsOf(db);
  if (indicators.length === 0) return [];
  const figures = candidates(db, indicators);
  return indicators.map((one) => ({ item: one.item, label: one.label, readings: [...readingsOf(one, figures)] }));
}

/** The indicators whose newest reading is another figure, value or state in `after`. */
export function watchChanges(before: readonly WatchRecord[], after: readonly WatchRecord[]): WatchChange[] {
  const known = new Map(before.map(({ item, readings }) => [item, readings.at(-1) ?? null]));
  return after.flatMap(({ item, label, readings }) => {
    const now = readings.at(-1);
    const then = known.get(item);
    if (now === undefined || then === undefined) return [];
    const same = then !== null && then.text === now.text && then.state === now.state && then.period === now.period;
    return same ? [] : [{ item, label, before: then, after: now }];
  });
}

function indicatorsOf(db: ReadableDb): readonly Watched[] {
  const rows = all<StructureRow>(
    db,
    `SELECT s.* FROM structure_item s WHERE s.type = 'indicator' AND ${notSuperseded('s')} ORDER BY s.position`,
  );
  return rows.flatMap((row) => {
    const fields = parseFields(row.fields);
    return followsFigures(fields) ? [watched(db, row, fields)] : [];
  });
}

function watched(db: ReadableDb, row: StructureRow, fields: Readonly<Record<string, string | null>>): Watched {
  const own = all<FigureRow>(
    db,
    'SELECT f.* FROM figure f JOIN json_each(?) j ON j.value = f.id',
    JSON.stringify(parseStrings(row.figures)),
  );
  const [first] = own.filter(({ assertion }) => assertion === 'reported').concat(own);
  const bound = BOUND_FIELDS.map((name) => fields[name])
    .filter(Boolean)
    .join(' ');
  return {
    item: row.id,
    label: row.label,
    name: bound === '' ? row.label : bound,
    metric: bound === '' ? (first?.metric ?? null) : null,
    unit: first?.unit ?? null,
    band: fields['band'] ?? '',
    company: companyOf(db, row.document),
  };
}

/** The names of the company that a document is about: what its figures call it. */
function companyOf(db: ReadableDb, document: string | null): readonly string[] {
  return all<{ readonly name: string }>(
    db,
    `SELECT entity AS name FROM document WHERE id = ?1 AND entity IS NOT NULL UNION
     SELECT f.entity_label FROM figure f JOIN document d ON d.id = ?1 AND f.entity = d.entity
     WHERE f.document = ?1 AND f.entity_label IS NOT NULL`.replaceAll('?1', '?'),
    document,
    document,
    document,
  ).map(({ name }) => name);
}

type Candidate = FigureRow & { readonly as_of: string | null };

/** Reported figures that share the metric or a word of an indicator; read once for all of them. */
function candidates(db: ReadableDb, indicators: readonly Watched[]): readonly WatchedFigure[] {
  const metrics = [...new Set(indicators.flatMap(({ metric }) => metric ?? []))];
  const words = [...new Set(indicators.flatMap(({ name }) => longest([...measureWords(name)])))];
  const likes = words.map(() => 'f.metric_label LIKE ? OR f.metric LIKE ?');
  const rows = all<Candidate>(
    db,
    `SELECT f.*, d.as_of FROM figure f LEFT JOIN document d ON d.id = f.document
     WHERE f.assertion = 'reported' AND ${notSuperseded('f')}
       AND (${['f.metric IN (SELECT value FROM json_each(?))', ...likes].join(' OR ')})
     ORDER BY f.position`,
    JSON.stringify(metrics),
    ...words.flatMap((word) => [`%${word}%`, `%${word}%`]),
  );
  return rows.map(toWatched);
}

/** The word that the fewest other names have. */
const longest = (words: readonly string[]): readonly string[] =>
  words.toSorted((left, right) => right.length - left.length).slice(0, 1);

function toWatched(row: Candidate, order: number): WatchedFigure {
  return {
    id: row.id,
    metric: row.metric,
    metricLabel: row.metric_label,
    entity: row.entity,
    basis: row.basis,
    period: row.period,
    low: row.low,
    high: row.high,
    unit: row.unit,
    currency: row.currency,
    direction: row.direction,
    assertion: row.assertion,
    provenance: row.provenance,
    order,
    documentEnd: periodEnd(row.as_of),
    text: figureText(row),
  };
}
