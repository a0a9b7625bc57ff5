/** CALC07: a trailing-twelve-month figure against its four quarters. */
import { evidenceOf } from '../evidence/evidence';
import { add, exactly, type Interval, printedInterval } from '../arithmetic/interval';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import { digits, relate } from '../arithmetic/relation';
import { relationFinding } from './shared/relation-finding';

/** The four quarters that end with `TTM-2026Q1`: `2025Q2` … `2026Q1`; null for another period. */
function quartersOf(period: string | null): readonly string[] | null {
  const match = period && /^TTM-(\d{4})Q([1-4])$/.exec(period);
  if (!match) return null;
  const last = Number(match[1]) * 4 + Number(match[2]) - 1;
  return [3, 2, 1, 0].map((back) => `${Math.floor((last - back) / 4)}Q${((last - back) % 4) + 1}`);
}

const isPoint = (figure: AuditFigure): boolean =>
  figure.kind === 'level' &&
  (figure.unit === 'money' || figure.unit === 'count') &&
  (figure.low ?? figure.high) !== null &&
  figure.provenance !== 'consensus' &&
  !PLANNED.has(figure.assertion);

/** What is aimed at or supposed has no quarters yet. */
const PLANNED: ReadonlySet<string> = new Set(['guidance', 'forecast', 'target', 'scenario', 'threshold']);

/** A quarter many times another is a part of it, an amount per user, or another scale. */
const APART = 8;
const isOneSize = (parts: readonly AuditFigure[]): boolean => {
  const sizes = parts.map((figure) => Math.abs(Number(figure.low ?? figure.high)));
  return Math.max(...sizes) <= APART * Math.min(...sizes);
};

/** Quarters that come to a fraction or a multiple of the year are those of a part, or of another amount. */
const FAR = 1.5;
function isInSight(claim: AuditFigure, { low, high }: Interval): boolean {
  const value = Math.abs(Number(claim.low ?? claim.high));
  return Number(low ?? 0) < value * FAR && Number(high ?? Number.MAX_VALUE) > value / FAR;
}

function check(document: AuditDocument): readonly Finding[] {
  const { index, differences } = evidenceOf(document);
  return document.figures.flatMap((claim) => {
    const quarters = isPoint(claim) && claim.metric ? quartersOf(claim.period) : null;
    const parts = (quarters ?? []).flatMap(
      (quarter) =>
        index
          .fact(claim.metric ?? '', claim.entity, quarter)
          .find((figure) => isPoint(figure) && figure.unit === claim.unit && !differences.has(figure.id)) ?? [],
    );
    if (parts.length < 4 || !isOneSize(parts)) return [];
    const sum = parts.map(printedInterval).reduce(add, exactly(0));
    if (!isInSight(claim, sum)) return [];
    return [
      relationFinding('CALC07', 'warning', document, relate('sum', claim, parts, sum, parts.map(digits).join(' + '))),
    ];
  });
}

export const CALC07: Rule = {
  id: 'CALC07',
  severity: 'warning',
  title: 'Twelve months out of line with quarters',
  about: 'A trailing-twelve-month figure is not the sum of its quarters.',
  examples: [
    {
      text: 'Northwind (NWD) reported revenue of $10 million in Q2 2025, revenue of $11 million in Q3 2025, revenue of $12 million in Q4 2025 and revenue of $13 million in Q1 2026.\n\nTTM revenue through Q1 2026 was $58 million.',
      set: [{ quote: '$58 million', period: 'TTM-2026Q1' }],
      says: 'warning',
    },
    {
      text: 'Northwind (NWD) reported revenue of $10 million in Q2 2025, revenue of $11 million in Q3 2025, revenue of $12 million in Q4 2025 and revenue of $13 million in Q1 2026.\n\nTTM revenue through Q1 2026 was $46 million.',
      says: 'nothing',
    },
  ],
  check,
};
