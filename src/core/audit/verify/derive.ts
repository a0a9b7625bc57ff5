/** What can be made of numbers of the evidence in a few steps: changes, differences, sums, shares, averages, products. */
import type { Datum } from './model';

export interface Derivation {
  readonly value: number;
  readonly expression: string;
  readonly operands: readonly Datum[];
  /** Whether the value is a rate in percent or an amount in the operands' unit. */
  readonly unit: 'amount' | 'percent' | 'ratio';
  /** Signed, from the earlier to the later operand: its sign can be compared with "increase" and "decrease". */
  readonly isChange: boolean;
  /** The form: rarer ones are believed only where the claim's words ask for them. */
  readonly form: 'growth' | 'difference' | 'share' | 'sum' | 'ratio' | 'average' | 'product';
}

/** Of two numbers, from the earlier (`b`) to the later (`a`). */
export function ofPair(a: Datum, b: Datum): readonly Derivation[] {
  const made: Derivation[] = [];
  const push = (
    form: Derivation['form'],
    unit: Derivation['unit'],
    value: number,
    expression: string,
    isChange = false,
  ) => {
    if (Number.isFinite(value)) made.push({ form, unit, value, expression, operands: [a, b], isChange });
  };
  if (a.unit === b.unit) {
    push(
      'growth',
      'percent',
      ((a.value - b.value) / Math.abs(b.value)) * 100,
      `(${a.quote} − ${b.quote}) ÷ ${b.quote}`,
      true,
    );
    push('difference', a.unit === 'percent' ? 'percent' : 'amount', a.value - b.value, `${a.quote} − ${b.quote}`, true);
    push('share', 'percent', (a.value / b.value) * 100, `${a.quote} ÷ ${b.quote}`);
    push('ratio', 'ratio', a.value / b.value, `${a.quote} ÷ ${b.quote}`);
    push('sum', a.unit === 'percent' ? 'percent' : 'amount', a.value + b.value, `${a.quote} + ${b.quote}`);
    push(
      'average',
      a.unit === 'percent' ? 'percent' : 'amount',
      (a.value + b.value) / 2,
      `(${a.quote} + ${b.quote}) ÷ 2`,
    );
  } else if (a.unit !== 'other' && b.unit !== 'other') {
    const [rate, amount] = a.unit === 'percent' ? [a, b] : [b, a];
    push('product', 'amount', (rate.value / 100) * amount.value, `${rate.quote}% × ${amount.quote}`);
  }
  return made;
}

export function sumOf(data: readonly Datum[]): Derivation {
  return {
    form: 'sum',
    unit: data[0]?.unit === 'percent' ? 'percent' : 'amount',
    value: data.reduce((sum, { value }) => sum + value, 0),
    expression: data.map(({ quote }) => quote).join(' + '),
    operands: data,
    isChange: false,
  };
}
