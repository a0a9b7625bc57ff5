/** Sends drafts of a grid again without the grid: each row's cells are read by its columns as when they were typed. */
import { groupBy } from '../../../../core/base/group';
import { asTieoutError } from '../../app/calls/client';
import { type Draft, dropDrafts, keepDrafts, stateAfter } from '../../app/drafts';
import { type EditableColumn, readEdits, type RowEdit } from '../../kit/grid/data/edits';

export interface DraftGrid<Row, Set extends object> {
  readonly columns: readonly EditableColumn<Row, Set>[];
  readonly idOf: (row: Row) => string;
  readonly rows: (ids: readonly string[]) => Promise<readonly Row[]>;
  readonly update: (edits: readonly RowEdit<Set>[]) => Promise<unknown>;
}

/** One command a row, so that a row that is refused holds no other back. */
export async function sendDrafts<Row, Set extends object>(
  grid: DraftGrid<Row, Set>,
  drafts: readonly Draft[],
): Promise<void> {
  const rows = await grid.rows([...new Set(drafts.map(({ id }) => id))]);
  const known = new Map(rows.map((row) => [grid.idOf(row), row]));
  for (const [id, of] of groupBy(drafts, (draft) => draft.id)) {
    // In the order in which they were typed.
    // oxlint-disable-next-line no-await-in-loop
    await sendRow(grid, known.get(id), of);
  }
}

async function sendRow<Row, Set extends object>(
  grid: DraftGrid<Row, Set>,
  row: Row | undefined,
  drafts: readonly Draft[],
): Promise<void> {
  if (row === undefined) {
    keepDrafts(drafts.map((draft) => ({ ...draft, state: 'refused', problem: 'The row was removed.' })));
    return;
  }
  const cells = drafts.flatMap((draft) => {
    const column = grid.columns.find(({ id }) => id === draft.field);
    return column ? [{ row, column, text: draft.text }] : [];
  });
  const { edits, rejected } = readEdits(cells, grid.idOf);
  const wrong = new Map(rejected.map(({ column, message }) => [column, message]));
  const still = drafts.flatMap((draft): Draft[] => {
    const problem = wrong.get(draft.field);
    return problem === undefined ? [] : [{ ...draft, problem, state: 'refused' }];
  });
  const sent = drafts.filter(({ field }) => !wrong.has(field));
  try {
    if (edits.length > 0) await grid.update(edits);
    dropDrafts(sent);
  } catch (reason) {
    const { message, code } = asTieoutError(reason);
    keepDrafts(sent.map((draft) => ({ ...draft, problem: message, state: stateAfter(code) })));
  }
  keepDrafts(still);
}
