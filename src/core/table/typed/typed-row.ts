/** The cells of a figure typed or pasted as a whole row, read together: what its value says counts where its unit says nothing. */
import { type CellField, FIELD_NAMES, type FigureEdit, fieldOf, hasCell } from '../../figure/fields';
import { parseTypedValue } from '../../figure/quantity/typed/typed-value';
import { BLANK, readCell } from './typed-cell';

export type RowProblems = Readonly<Partial<Record<CellField, string>>>;
export type TypedRow =
  | { readonly ok: true; readonly set: FigureEdit }
  | { readonly ok: false; readonly problems: RowProblems; readonly message: string };

const CELLS: readonly CellField[] = FIELD_NAMES.filter(hasCell);

/** What the texts of a new figure set, by field; empty ones say nothing. A figure needs a value, and one that can be read. */
export function readRow(texts: ReadonlyMap<string, string>): TypedRow {
  const problems: Partial<Record<CellField, string>> = {};
  let set: FigureEdit = {};
  for (const field of CELLS) {
    const text = texts.get(field)?.trim() ?? '';
    if (text === '' && field !== 'value') continue;
    const reading = readCell(field, text, BLANK);
    if (reading.ok) set = { ...set, ...reading.set };
    else problems[field] = reading.message;
  }
  const wrong = set.value === undefined ? null : valueProblem(set.value, set);
  if (wrong !== null) problems.value = wrong;
  const [first] = CELLS.flatMap((field) => {
    const problem = problems[field];
    return problem === undefined ? [] : [`${fieldOf(field).label}: ${problem}`];
  });
  return first === undefined ? { ok: true, set } : { ok: false, problems, message: first };
}

function valueProblem(value: string, { unit, scale, currency }: FigureEdit): string | null {
  const context = { unit: unit ?? 'count', scale: scale ?? 0, currency: currency ?? null, open: unit === undefined };
  const read = parseTypedValue(value, context);
  if ('error' in read) return read.error.message;
  const said = read.said.currency;
  if (said === null || currency === undefined || said === currency) return null;
  return `“${value}” is in ${said}, and its unit says ${currency ?? 'no currency'}: make them agree.`;
}
