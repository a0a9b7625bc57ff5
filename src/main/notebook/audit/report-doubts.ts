/** The reasons not to publish a report yet, each with the place that it leads to. Errors and dates are those of its figures. */
import { figureName } from '../../../core/figure/display/names';
import { figureText } from '../../../core/figure/display/text';
import type { TypedFigure } from '../../../core/report/typed';
import type { FigureRecord, ReportDoubt } from '../../../contract/records';
import { all, type ReadableDb } from '../../storage/db/db';
import type { DocumentRow } from '../../storage/db/rows';
import { newestDocuments, supersededDocuments } from '../../storage/queries/versions';

type Figures = ReadonlyMap<string, FigureRecord>;

const said = (figure: FigureRecord): string => `${figureName(figure)}: ${figureText(figure)}`;

function openErrors(db: ReadableDb, figures: Figures): ReportDoubt[] {
  const rows = all<{ key: string; message: string }>(
    db,
    `SELECT DISTINCT f.key, f.message FROM finding f JOIN finding_figure ff ON ff.finding = f.key
     LEFT JOIN finding_status s ON s.id = f.key
     WHERE f.severity = 'error' AND s.id IS NULL AND ff.figure IN (SELECT value FROM json_each(?)) ORDER BY f.position`,
    JSON.stringify([...figures.keys()]),
  );
  return rows.map(({ key, message }) => ({ kind: 'error', words: message, to: { finding: key } }));
}

/** Mentions of a kind, each figure once, at its first place. */
function mentioned(
  ids: readonly string[],
  kind: ReportDoubt['kind'],
  wordsFor: (id: string) => string | null,
): ReportDoubt[] {
  return ids.flatMap((id, mention): ReportDoubt[] => {
    const words = ids.indexOf(id) === mention ? wordsFor(id) : null;
    return words === null ? [] : [{ kind, words, to: { mention } }];
  });
}

/** Documents that speak of a later day about whom most of the report's figures are, where none of them is used. */
function newerDocuments(db: ReadableDb, figures: Figures): ReportDoubt[] {
  const used = new Set([...figures.values()].flatMap(({ place }) => place?.document ?? []));
  const documents = newestDocuments(db);
  const own = documents.filter(({ id }) => used.has(id));
  const dates = new Map<string, string>();
  for (const { entity, as_of: asOf } of own) {
    if (entity !== null && asOf !== null && asOf > (dates.get(entity) ?? '')) dates.set(entity, asOf);
  }
  const isNewer = ({ id, entity, as_of: asOf }: DocumentRow): boolean => {
    const known = entity === null ? undefined : dates.get(entity);
    return !used.has(id) && known !== undefined && asOf !== null && asOf > known;
  };
  return documents.filter(isNewer).map(({ id, title, entity, as_of: asOf }) => ({
    kind: 'stale',
    words: `“${title}” is of ${asOf ?? ''}; the report speaks of ${entity ?? ''} as of ${dates.get(entity ?? '') ?? ''}.`,
    to: { document: id },
  }));
}

/** `ids` are the mentions of live figures in reading order, `figures` those that are still there. */
export function doubtsOf(
  db: ReadableDb,
  ids: readonly string[],
  figures: Figures,
  typed: readonly TypedFigure[],
): ReportDoubt[] {
  const superseded = supersededDocuments(db);
  const wordsIf = (holds: (figure: FigureRecord) => boolean) => (id: string) => {
    const figure = figures.get(id);
    return figure && holds(figure) ? said(figure) : null;
  };
  return [
    ...ids.flatMap((id, mention): ReportDoubt[] =>
      figures.has(id)
        ? []
        : [{ kind: 'missing', words: 'A live figure is no longer in the notebook.', to: { mention } }],
    ),
    ...openErrors(db, figures),
    ...typed
      .filter(({ cited }) => !cited)
      .map(
        ({ block, from, to, context }): ReportDoubt => ({ kind: 'unlinked', words: context, to: { block, from, to } }),
      ),
    ...mentioned(
      ids,
      'unclassified',
      wordsIf(({ provenance }) => provenance === 'unclassified'),
    ),
    ...mentioned(
      ids,
      'stale',
      wordsIf(({ place }) => place !== null && superseded.has(place.document)),
    ),
    ...newerDocuments(db, figures),
  ];
}
