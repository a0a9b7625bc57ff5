/** What is looked for in cells, and what a cell becomes when it is replaced. Pure. */

export interface FindQuery {
  readonly text: string;
  /** The whole cell must be the text. */
  readonly whole: boolean;
  /** Capitals and small letters are told apart. */
  readonly exactCase: boolean;
}

/** Whether a cell's text holds what is looked for; nothing is found by an empty text. */
export function holds(cell: string, query: FindQuery): boolean {
  if (query.text === '') return false;
  if (query.whole) return same(cell.trim(), query.text.trim(), query.exactCase);
  return pattern(query).test(cell);
}

/** The cell's text with every place of what is looked for replaced; the replacement is taken letter by letter. */
export function replaced(cell: string, query: FindQuery, by: string): string {
  if (!holds(cell, query)) return cell;
  return query.whole ? by : cell.replaceAll(pattern(query), () => by);
}

function same(left: string, right: string, exactCase: boolean): boolean {
  return exactCase ? left === right : left.toLocaleLowerCase() === right.toLocaleLowerCase();
}

/** A pattern made anew at each call: one with `g` remembers where it stopped. */
function pattern({ text, exactCase }: FindQuery): RegExp {
  return new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`), exactCase ? 'gu' : 'giu');
}
