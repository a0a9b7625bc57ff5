/** Whether two stretches of text say the same numbers: a mark on one may then stand on the other. */
import { readQuantities } from '../quantity/quantity';

/** Digits, sign and unit of every number, in order: what is no quantity (a year, a name with digits) by its digits. */
function numbersOf(text: string): string {
  const quantities = readQuantities(text, { cell: true }).map((one) =>
    [one.low, one.high, one.unit, one.currency, one.qualifier, one.direction, one.per].join(' '),
  );
  const digits = (text.match(/[-−–+(]?\s?\d[\d.,]*/gu) ?? []).map((run) => run.replaceAll(/[^\d.,\-−–+(]|[.,]$/gu, ''));
  return JSON.stringify([quantities, digits]);
}

/** True where both say the same numbers in the same order, or none at all. */
export const sameNumbers = (before: string, after: string): boolean =>
  before === after || numbersOf(before) === numbersOf(after);
