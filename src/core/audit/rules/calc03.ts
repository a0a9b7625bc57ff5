/** CALC03: a growth rate that goes with one variant of its value or base and not with another. */
import type { DocumentIndex } from '../model/document-index';
import { evidenceOf } from '../evidence/evidence';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import type { Variants } from '../relations/changes/elsewhere';
import { holds, type Relation } from '../arithmetic/relation';
import { relationFinding } from './shared/relation-finding';

/** Where one variant comes closest to the printed point, those that only touch it are no evidence for themselves. */
const distance = ({ computed, claimed }: Relation): number =>
  computed.point && claimed.point ? Number(computed.point.minus(claimed.point).abs()) : 0;
const byCloseness = (a: Relation, b: Relation): number => distance(a) - distance(b);
/** Two variants whose points lie this far apart (in points of growth) are not both what the rate was computed from. */
const APART = 1;

/** Two ways to count the same thing lie close together; what lies far apart is another thing under its name. */
const NEAR = 0.15;
const isNear = (a: AuditFigure | undefined, b: AuditFigure | undefined): boolean => {
  const [x, y] = [Math.abs(Number(a?.low)), Math.abs(Number(b?.low))];
  return Math.abs(x - y) <= NEAR * Math.max(x, y);
};

/** Words by which a text sets two ways of counting apart. */
const WAYS =
  /\b(?:definition|measure|methodolog\w*|basis|broader|wider|narrower|broad|cash|adjusted|gaap|including|excluding|outlets)\b|口径/;

/** The variants are distinguished by their names or by the words around them. Two values of one variant are CON01's. */
function areVariants(index: DocumentIndex, a: Relation, b: Relation): boolean {
  return a.operands.some((operand, i) => {
    const other = b.operands[i];
    if (!other || operand.low === other.low) return false;
    const isNamed = operand.metric !== other.metric || operand.basis !== other.basis;
    return isNamed || [operand, other].some((figure) => WAYS.test(index.sentenceText(figure).toLowerCase()));
  });
}

const misfits = (index: DocumentIndex, best: Relation, relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(
    (relation) =>
      relation !== best &&
      relation.operands.every((operand, i) => isNear(operand, best.operands[i])) &&
      areVariants(index, relation, best) &&
      distance(relation) - distance(best) > APART,
  );

function check(document: AuditDocument): readonly Finding[] {
  const reported = new Set<number>();
  const { index, variants, openBases } = evidenceOf(document);
  // A claim that names its base is the one to point at; its other mentions are only shown.
  const isNamed = ({ claim }: Variants): number => (openBases.has(claim.id) ? 0 : 1);
  return variants
    .toSorted((a, b) => isNamed(a) - isNamed(b))
    .flatMap(({ claim, relations }) => {
      const best = relations.filter(holds).toSorted(byCloseness)[0];
      if (!best) return [];
      // "Rose 1.4% to $220.9 million": the value it goes with is said with it.
      const isSaid = best.operands[0]?.sentence === claim.sentence;
      const against = isSaid || reported.has(claim.mention) ? [] : misfits(index, best, relations);
      if (against.length > 0) reported.add(claim.mention);
      return [
        relationFinding('CALC03', 'warning', document, best),
        ...against.map((relation) =>
          relationFinding(
            'CALC03',
            'warning',
            document,
            { ...relation, verdict: 'conflict' },
            `It goes with ${best.expression}: say which one is meant.`,
          ),
        ),
      ];
    });
}

export const CALC03: Rule = {
  id: 'CALC03',
  severity: 'warning',
  title: 'Rate ties with one variant only',
  about: 'A growth rate ties with one variant of the base or the value but not with the other.',
  examples: [
    {
      text: 'Cash capex was $43.2 million in Q1 2026, on a broader definition $44.2 million. Capex rose 76% YoY in Q1 2026 (vs. $25 million in Q1 2025).',
      says: 'warning',
    },
    {
      text: 'Capex was $44 million in Q1 2026. Capex rose 76% YoY in Q1 2026 (vs. $25 million in Q1 2025).',
      says: 'ok',
    },
  ],
  check,
};
