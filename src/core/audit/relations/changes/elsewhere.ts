/**
 * Changes whose value or base stands elsewhere in the document: found by metric, entity and period. A metric may have
 * variants (cash and broad capex); each is tried, and it is said which of them the claim goes with.
 */
import { groupBy } from '../../../base/group';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { yearBefore } from '../../arithmetic/base-period';
import type { SentenceReading } from './beside';
import { changeOf, comparable } from '../../arithmetic/change';
import { type Relation, relate } from '../../arithmetic/relation';

const GROWTH = /_growth$/;

/** A metric and its variants share its last words: `capex`, `cash_capex`, `broad_capex`. */
const isVariant = (metric: string, of: string): boolean => metric === of || metric.endsWith(`_${of}`);

const LEVELS = new Set(['money', 'per_share', 'count']);
/** A reported point: expectations and goals are no operands of a growth that was reported. */
const isLevel = (figure: AuditFigure): boolean =>
  figure.low !== null &&
  figure.low === figure.high &&
  (figure.kind === 'level' || figure.kind === 'price') &&
  LEVELS.has(figure.unit) &&
  figure.provenance !== 'consensus';

const isClaim = (figure: AuditFigure): boolean =>
  figure.unit === 'percent' &&
  figure.metric !== null &&
  GROWTH.test(figure.metric) &&
  figure.period !== null &&
  figure.low !== null &&
  figure.low === figure.high;

/** One figure for each value and variant, the nearest to the claim. */
function distinct(figures: readonly AuditFigure[], claim: AuditFigure): readonly AuditFigure[] {
  const nearest = figures.toSorted((a, b) => Math.abs(a.start - claim.start) - Math.abs(b.start - claim.start));
  const seen = new Set<string>();
  return nearest.filter((figure) => {
    const key = `${figure.low}|${figure.unit}|${figure.currency}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A claim with every variant of its operands that the document has. */
export interface Variants {
  readonly claim: AuditFigure;
  readonly relations: readonly Relation[];
}

/** Empty for claims that have both operands beside them, and where value or base is nowhere. */
export function variantsOf(index: DocumentIndex, reading: SentenceReading): readonly Variants[] {
  const levels = levelsByFact(index, reading);
  return index.document.figures.flatMap((claim): readonly Variants[] => {
    if (!isClaim(claim) || reading.settled.has(claim.id) || claim.cell !== null) return [];
    const of = (claim.metric ?? '').replace(GROWTH, '');
    const at = (period: string | null) =>
      (levels.get(`${claim.entity ?? ''}|${period ?? ''}`) ?? []).filter(
        (f) => f.metric !== null && isVariant(f.metric, of),
      );
    const open = reading.openBases.get(claim.id);
    const bases = open ? [open] : distinct(at(yearBefore(claim.period)), claim);
    const values = distinct(at(claim.period), claim);
    const relations = values.flatMap((value) => bases.flatMap((base) => relateVariant(claim, value, base)));
    return relations.length > 0 ? [{ claim, relations }] : [];
  });
}

function relateVariant(claim: AuditFigure, value: AuditFigure, base: AuditFigure): readonly Relation[] {
  const change = comparable(value, base) ? changeOf(claim, { value, base }) : null;
  return change ? [relate('variant', claim, [value, base], change.computed, change.expression)] : [];
}

function levelsByFact(index: DocumentIndex, reading: SentenceReading): ReadonlyMap<string, readonly AuditFigure[]> {
  const levels = index.document.figures.filter((figure) => isLevel(figure) && !reading.changes.has(figure.id));
  return groupBy(levels, ({ entity, period }) => `${entity ?? ''}|${period ?? ''}`);
}
