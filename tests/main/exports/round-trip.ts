/** How much of a note comes back when what the app exported is imported again. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../../../src/core/figure/model';
import { runImport } from '../../../src/main/imports/run-import';
import { documentOf } from '../imports/kinds';

export const SAMPLES = ['amazon-q1-2026.md', 'northlight-half-year.txt'] as const;

export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../../resources/samples/${name}`, import.meta.url)));

/** All of a figure that its words say: what it is worth, of what, and when. */
const readingOf = ({ low, high, unit, currency, qualifier, direction, metric, period, provenance }: Figure): string =>
  [low, high, unit, currency, qualifier, direction, metric, period, provenance].join('|');

export interface Returned {
  readonly share: number;
  /** How many figures the copy has more than the original. */
  readonly more: number;
  readonly citations: { readonly before: number; readonly after: number };
  /** Readings that did not come back, for a person. */
  readonly lost: readonly string[];
}

/** The share of the original's figures that stand in the copy too, read the same and in the same order. */
export async function comesBack(original: Uint8Array, copy: Uint8Array, fileName: string): Promise<Returned> {
  const [before, after] = await Promise.all([runImport(original, 'note'), runImport(copy, fileName)]);
  const first = documentOf(before).analysis.figures;
  const second = documentOf(after).analysis.figures;
  const kept = inOrder(first.map(readingOf), second.map(readingOf));
  const said = (figure: Figure, at: number): string =>
    `${figure.quote}: ${readingOf(figure)}; now ${
      second
        .slice(at - 2, at + 3)
        .map(readingOf)
        .find((one) => one.startsWith(`${figure.low}|`)) ?? 'gone'
    }`;
  const lost = first.flatMap((figure, at) => (kept.has(at) ? [] : [said(figure, at)]));
  const citationsOf = (plan: typeof before): number => documentOf(plan).analysis.citations.length;
  const citations = { before: citationsOf(before), after: citationsOf(after) };
  return { citations, share: kept.size / first.length, more: Math.max(0, second.length - first.length), lost };
}

/** Indexes into `a` of a longest run, gaps allowed, that stands in `b` in the same order. */
function inOrder(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? new Uint16Array(0);
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.add(i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
