/** From cells of the sources grid to the contract's edit. Pure. */
import type { NotebookRequest } from '../../../../contract/notebook';
import type { RowEdit } from '../../kit/grid/data/edits';
import type { SourceSet } from '../../../../core/citation/typed-field';

export type SourceEdit = NotebookRequest<'source.update'>['edits'][number];

/** The contract's edit of what cells set: the tier beside the CSL fields; an emptied field is sent as nothing. */
export function sourceEdit({ id, set }: RowEdit<SourceSet>): SourceEdit {
  const { tier, ...fields } = set;
  const csl: SourceEdit['csl'] = {};
  for (const [field, value] of Object.entries(fields)) csl[field] = value ?? undefined;
  return { id, csl, ...(tier === undefined ? {} : { tier }) };
}
