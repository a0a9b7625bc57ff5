/** CALC03: a growth rate that goes with one variant of its value or base and not with another. */
import { evidenceOf } from '../evidence';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model';
import type { Variants } from '../relations/elsewhere';
import { holds, type Relation } from '../relations/relation';
import { say } from '../relations/say';

/** Where one variant comes closest to the printed point, those that only touch it are no evidence for themselves. */
const distance = ({ computed, claimed }: Relation): number =>
  computed.point && claimed.point ? Number(computed.point.minus(claimed.point).abs()) : 0;
const byCloseness = (a: Relation, b: Relation): number => distance(a) - distance(b);
/** Two variants whose points lie this far apart (in points of growth) are not both what the rate was computed from. */
const APART = 1;

const isSameVariant = (a: AuditFigure | undefined, b: AuditFigure | undefined): boolean =>
  a?.metric === b?.metric && a?.basis === b?.basis;

/** Variants by name (cash, broad, adjusted) that the rate does not go with. Two values of one variant are CON01's. */
const misfits = (best: Relation, relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(
    (relation) =>
      relation !== best &&
      !relation.operands.every((operand, i) => isSameVariant(operand, best.operands[i])) &&
      distance(relation) - distance(best) > APART,
  );

function check(document: AuditDocument): readonly Finding[] {
  const accused = new Set<number>();
  const { variants, openBases } = evidenceOf(document);
  // A claim that names its base is the one to point at; its other mentions are only shown.
  const isNamed = ({ claim }: Variants): number => (openBases.has(claim.id) ? 0 : 1);
  return variants
    .toSorted((a, b) => isNamed(a) - isNamed(b))
    .flatMap(({ claim, relations }) => {
      const best = relations.filter(holds).toSorted(byCloseness)[0];
      if (!best) return [];
      const against = accused.has(claim.mention) ? [] : misfits(best, relations);
      if (against.length > 0) accused.add(claim.mention);
      return [
        say('CALC03', 'warning', document, best),
        ...against.map((relation) =>
          say(
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
  check: (model) => model.documents.flatMap(check),
};
