/** Writes a bibliography exactly as its plan has shown it, with the person's choices of fields. */
import { TieoutError } from '../../../../contract/errors';
import type { SourcesImport } from '../../../imports/result';
import type { Recorder } from '../../../storage/recorder';
import type { SourceRow } from '../../../storage/db/rows';
import { parseCsl } from '../../sources/csl';
import { insertSource, sourceCells } from '../../sources/source-row';
import { type PlannedSource, planItems } from './plan';

/** By the item's place in the plan: the fields to take from the file. */
export type SourceChoices = readonly { readonly item: number; readonly take: readonly string[] }[];

/** Writes the items as shown, with the person's choices of fields; gives the id of the first item's source. */
export function commitSources(
  tx: Recorder,
  tools: { readonly now: () => string; readonly newId: (prefix: string) => string },
  result: SourcesImport,
  choices: SourceChoices,
): string {
  const chosen = new Map(choices.map(({ item, take }) => [item, new Set(take)]));
  const ids = planItems(tx.db, result).map((item, index) => {
    if (item.match === null) return insertSource(tx, tools, item.csl);
    const take = chosen.get(index) ?? new Set(item.fields.filter((field) => field.take).map(({ field }) => field));
    return update(tx, item.match, item, take);
  });
  const [first] = ids;
  if (first === undefined) throw new TieoutError('E_EMPTY', 'The bibliography holds no entries.');
  return first;
}

function update(tx: Recorder, row: SourceRow, { csl, fields }: PlannedSource, take: ReadonlySet<string>): string {
  const taken = fields.filter(({ field }) => take.has(field)).map(({ field }) => [field, csl[field]] as const);
  if (taken.length === 0) return row.id;
  tx.update('source', row.id, sourceCells(row, { ...parseCsl(row), ...Object.fromEntries(taken) }));
  return row.id;
}
