/**
 * Changes whose value or base stands elsewhere in the document: found by metric, entity and period. A metric may have
 * variants (cash and broad capex); each is tried, and it is said which of them the claim goes with.
 */
import type { AuditFigure } from '../model';
import type { DocumentIndex } from '../document-index';
import { changeOf } from './beside';
import { type Relation, relate } from './relation';

const GROWTH = /_growth$/;

/** The same period a year earlier: `2026Q1` → `2025Q1`, `FY2026` → `FY2025`; null for what has no year. */
export function yearBefore(period: string | null): string | null {
  const match = period && /^(FY|TTM-)?(\d{4})(Q[1-4]|H[12]|-\d{2})?$/.exec(period);
  return match ? `${match[1] ?? ''}${Number(match[2]) - 1}${match[3] ?? ''}` : null;
}

/** A metric and its variants share its last words: `capex`, `cash_capex`, `broad_capex`. */
const isVariant = (metric: string, of: string): boolean => metric === of || metric.endsWith(`_${of}`);

const isPointLevel = (figure: AuditFigure): boolean =>
  figure.low !== null &&
  figure.low === figure.high &&
  (figure.kind === 'level' || figure.kind === 'price') &&
  (figure.unit === 'money' || figure.unit === 'per_share' || figure.unit === 'count');

function distinct(figures: readonly AuditFigure[]): readonly AuditFigure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => {
    const key = `${figure.low}|${figure.high}|${figure.unit}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** For each growth claim, one relation for each variant of its value; empty where value or base is nowhere. */
export function variantsOf(index: DocumentIndex): readonly (readonly Relation[])[] {
  const levels = index.document.figures.filter(isPointLevel);
  const seen = new Set<string>();
  return index.document.figures.flatMap((claim): (readonly Relation[])[] => {
    if (
      claim.unit !== 'percent' ||
      !claim.metric ||
      !GROWTH.test(claim.metric) ||
      claim.low === null ||
      claim.low !== claim.high
    )
      return [];
    const fact = `${claim.mention}`;
    if (seen.has(fact)) return [];
    const of = claim.metric.replace(GROWTH, '');
    const at = (period: string | null) =>
      distinct(
        levels.filter(
          (f) =>
            f.metric !== null &&
            isVariant(f.metric, of) &&
            f.entity === claim.entity &&
            f.period === period &&
            f.provenance !== 'consensus',
        ),
      );
    const [values, bases] = [at(claim.period), at(yearBefore(claim.period))];
    if (claim.period === null || values.length === 0 || bases.length === 0) return [];
    seen.add(fact);
    return [
      values.flatMap((value) =>
        bases.flatMap((base): Relation[] => {
          if (value.unit !== base.unit) return [];
          const change = changeOf(claim, { value, base });
          return change ? [relate('variant', claim, [value, base], change.computed, change.expression)] : [];
        }),
      ),
    ];
  });
}
