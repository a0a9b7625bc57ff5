/** The plan of a bibliography: each item new, here already, or different field by field. */
import { isCompared, isSourceField, memberText, sourceField } from '../../../../core/citation/fields';
import type { CslItem } from '../../../../core/citation/model';
import type { SourcesPlan } from '../../../../contract/records';
import type { SourcesImport } from '../../../imports/result';
import { all, type ReadableDb } from '../../../storage/db/db';
import type { SourceRow } from '../../../storage/db/rows';
import { parseCsl } from '../../sources/csl';
import { formatSource } from '../../sources/format-source';
import { ItemIndex } from './match-items';
import { nameKey, urlKey } from './match';

/** One item of the plan with what is needed to write it. */
export interface PlannedSource {
  readonly csl: CslItem;
  readonly lines: readonly number[];
  readonly match: SourceRow | null;
  readonly fields: SourcesPlan['items'][number]['fields'];
}

export function makeSourcesPlan(
  db: ReadableDb,
  result: SourcesImport,
  pinned: { readonly id: string; readonly revision: number },
): SourcesPlan {
  const planned = planItems(db, result);
  const items = planned.map(toPlanItem);
  const count = (what: string): number => items.filter((item) => item.what === what).length;
  return {
    ...pinned,
    kind: 'sources',
    format: result.format,
    fileName: result.fileName,
    title: result.fileName ?? 'Pasted bibliography',
    encoding: result.encoding,
    bytes: result.bytes.length,
    sha256: result.sha256,
    found: {
      items: result.items.length,
      new: count('new'),
      same: count('same'),
      changed: count('changed'),
      merged: result.items.length - planned.length,
    },
    items,
    renewed: [],
    problems: [...result.problems.map((problem) => ({ ...problem })), ...twiceIn(planned)],
  };
}

/** Items of a file that are told once for all. */
const MOST_TWICE = 20;

/** Entries that became one: said with their lines, so that a person can part what is not the same. */
function twiceIn(planned: readonly PlannedSource[]): SourcesPlan['problems'] {
  const twice = planned.filter(({ lines }) => lines.length > 1);
  const more = twice.length - MOST_TWICE;
  return [
    ...twice.slice(0, MOST_TWICE).map(({ csl, lines }) => ({
      code: 'W_TWICE',
      message: `Lines ${lines.slice(0, 10).join(', ')}: “${(csl.title ?? '').slice(0, 80)}” is the same source each time; it is kept once, and what the first entry leaves open is filled in.`,
    })),
    ...(more > 0
      ? [{ code: 'W_TWICE', message: 'More entries are the same source and are kept once.', count: more }]
      : []),
  ];
}

function toPlanItem({ csl, lines, match, fields }: PlannedSource): SourcesPlan['items'][number] {
  const what = match === null ? 'new' : fields.length === 0 ? 'same' : 'changed';
  return { what, lines: [...lines], formatted: formatSource(csl), source: match?.id ?? null, fields };
}

/** Deterministic in the file and the notebook, so that the commit finds the items the plan has shown. */
export function planItems(db: ReadableDb, { items }: SourcesImport): readonly PlannedSource[] {
  const here = new ItemIndex<SourceRow>();
  for (const row of all<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid')) here.add(parseCsl(row), row);
  return mergeAlike(items, here).map(({ csl, lines, match }) => ({
    csl,
    lines,
    match,
    fields: match === null ? [] : differences(parseCsl(match), csl),
  }));
}

interface Merged {
  csl: CslItem;
  readonly lines: number[];
  readonly match: SourceRow | null;
}

/** Items that stand twice in the file, or that are one source here, become one: what the first leaves open is filled in. */
function mergeAlike(items: SourcesImport['items'], here: ItemIndex<SourceRow>): readonly Merged[] {
  const inFile = new ItemIndex<Merged>();
  const bySource = new Map<string, Merged>();
  const merged: Merged[] = [];
  for (const { csl, line } of items) {
    const match = here.find(csl);
    const twin = (match && bySource.get(match.id)) ?? inFile.find(csl);
    if (twin) {
      twin.csl = { ...csl, ...twin.csl };
      twin.lines.push(line);
      continue;
    }
    const one: Merged = { csl, lines: [line], match };
    inFile.add(csl, one);
    if (match) bySource.set(match.id, one);
    merged.push(one);
  }
  return merged;
}

/** Fields in which theirs says something that mine does not say the same way. */
function differences(mine: CslItem, theirs: CslItem): PlannedSource['fields'] {
  return Object.keys(theirs).flatMap((field) => {
    if (!isCompared(field)) return [];
    const [old, next] = [memberText(mine[field]), memberText(theirs[field])];
    if (next === '' || sameField(field, old, next)) return [];
    return [{ field, old: old === '' ? null : old, new: next, take: old === '' }];
  });
}

/** Whether two texts of a member say the same: by its kind, so that spelling alone is no difference. */
function sameField(field: string, old: string, next: string): boolean {
  const kind = isSourceField(field) ? sourceField(field).kind : 'text';
  if (kind === 'url') return urlKey(old) === urlKey(next) && old.split('?')[1] === next.split('?')[1];
  if (kind === 'doi') return old.toLowerCase() === next.toLowerCase();
  if (kind === 'type') return old === next || next === 'document';
  if (kind === 'date') return old === next || (old.startsWith(next) && next !== '');
  if (field === 'page') return old.replaceAll(/[-–—]+/g, '-') === next.replaceAll(/[-–—]+/g, '-');
  return old !== '' && (old === next || nameKey(old) === nameKey(next)) && nameKey(next) !== '';
}
