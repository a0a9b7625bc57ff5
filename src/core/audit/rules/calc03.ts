/** CALC03: a growth rate that goes with one variant of its value or base and not with another. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { holds, type Relation } from '../relations/relation';
import { say } from '../relations/say';

/** Where one variant ties to the printed point best, the ones that only touch are no evidence against it. */
const byCloseness = (a: Relation, b: Relation): number => distance(a) - distance(b);
const distance = ({ computed, claimed }: Relation): number =>
  computed.point && claimed.point ? Number(computed.point.minus(claimed.point).abs()) : 0;
/** Two variants whose points lie this far apart (in points of growth) are not both what the rate was computed from. */
const APART = 1;

function misfits(variants: readonly Relation[]): readonly Relation[] {
  const [best, ...others] = variants.filter(holds).toSorted(byCloseness);
  if (!best) return [];
  return [...others, ...variants.filter((v) => !holds(v))].filter((v) => distance(v) - distance(best) > APART);
}

export const CALC03: Rule = {
  id: 'CALC03',
  severity: 'warning',
  title: 'Rate ties with one variant only',
  about: 'A growth rate ties with one variant of the base or the value but not with the other.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).variants.flatMap((variants) => {
        const [best] = variants.filter(holds).toSorted(byCloseness);
        const against = misfits(variants).map((relation) =>
          say(
            'CALC03',
            'warning',
            document,
            { ...relation, verdict: 'conflict' },
            `It goes with ${best?.expression ?? 'another variant'}: say which one is meant.`,
          ),
        );
        return best ? [say('CALC03', 'warning', document, best), ...against] : [];
      }),
    ),
};
