/** A recomputation as it is drawn: the expression cut into operators and operands, each operand tied to its figure. Pure. */

/** What of a figure tells its number: as the grid has it, as printed, and as stored. */
interface Printed {
  readonly value: string;
  readonly quote: string;
  readonly low: string | null;
  readonly high: string | null;
}

export interface ExpressionPart<F> {
  readonly text: string;
  /** The figure this number stands for; null for operators and constants (`− 1`, `× 4`). */
  readonly figure: F | null;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** Digits of a printed or stored number, without separators, sign, scale or trailing zeros: enough to tell operands from constants. */
function digitsOf(text: string): string {
  const plain = text.replaceAll(',', '');
  const [whole = '', fraction = ''] = plain.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}

function numbersOf(figure: Printed): ReadonlySet<string> {
  const texts = [...(figure.value.match(NUMBER) ?? []), ...(figure.quote.match(NUMBER) ?? [])];
  const stored = [figure.low, figure.high].flatMap((end) => (end === null ? [] : [end.replace('-', '')]));
  return new Set([...texts, ...stored].map(digitsOf));
}

/**
 * Operands are in the order of `figures`; a number takes the first figure not yet taken that prints it, so that the
 * same number twice links to both of its places.
 */
export function expressionParts<F extends Printed>(
  expression: string,
  figures: readonly F[],
): readonly ExpressionPart<F>[] {
  const left = figures.map((figure) => ({ figure, numbers: numbersOf(figure), taken: false }));
  const parts: ExpressionPart<F>[] = [];
  let at = 0;
  for (const match of expression.matchAll(NUMBER)) {
    if (match.index > at) parts.push({ text: expression.slice(at, match.index), figure: null });
    const operand = left.find((one) => !one.taken && one.numbers.has(digitsOf(match[0])));
    if (operand) operand.taken = true;
    parts.push({ text: match[0], figure: operand?.figure ?? null });
    at = match.index + match[0].length;
  }
  if (at < expression.length) parts.push({ text: expression.slice(at), figure: null });
  return parts;
}

/** A computed decimal as a person reads it: at most two places, never rounded away to nothing. Exact digits stay in the notebook. */
export function shortDecimal(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length <= 2) return decimal;
  const places = /[1-9]/.test(fraction.slice(0, 2)) || /[1-9]/.test(whole) ? 2 : fraction.search(/[1-9]/) + 1;
  return `${whole}.${fraction.slice(0, Math.max(2, places))}`.replace(/\.0+$/, '');
}
