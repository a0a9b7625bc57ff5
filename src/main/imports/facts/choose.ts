/** Which of the values that filings repeat year after year are kept: each period once, and a restated value beside the first. */
import Big from 'big.js';
import { unitOf, type FactUnit } from '../filing/contexts';
import { periodOf } from '../filing/periods';
import type { FactEntry } from './model';

export interface ChosenFact extends FactUnit {
  readonly value: string;
  readonly exponent: number;
  readonly period: string;
  readonly end: string;
  /** `10-Q 2026-05-01`; null where the file does not say. */
  readonly filing: string | null;
  readonly filed: string;
}

/** `USD`, `shares`, `USD/shares`, `pure` as this file writes units. */
export function unitNamed(name: string): FactUnit {
  const [above = '', below = null] = name.split('/');
  return unitOf(above, below);
}

/** Newest period first; of one period and value the filing that reported it first. */
export function chooseFacts(entries: readonly FactEntry[], unit: FactUnit, yearEnd: number): readonly ChosenFact[] {
  const chosen = new Map<string, ChosenFact>();
  for (const { start, end, val, form, filed = '' } of entries) {
    const period = periodOf(start ?? null, end, yearEnd);
    if (period === null || !Number.isFinite(val)) continue;
    const value = new Big(val).toFixed();
    const key = `${period} ${value}`;
    const known = chosen.get(key);
    if (known && known.filed <= filed) continue;
    const filing = [form, filed].filter(Boolean).join(' ') || null;
    chosen.set(key, { ...unit, value, exponent: exponentOf(value), period, end, filing, filed });
  }
  return [...chosen.values()].sort((a, b) => b.end.localeCompare(a.end) || b.filed.localeCompare(a.filed));
}

const COARSEST = 6;
/** What is printed in thousands or millions ends in three or six zeros; nobody reports in billions alone. */
function exponentOf(value: string): number {
  const [whole = '', fraction = ''] = value.split('.');
  if (fraction !== '') return -fraction.length;
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return zeros >= whole.replace('-', '').length ? 0 : Math.min(COARSEST, Math.floor(zeros / 3) * 3);
}
