/**
 * A margin that no column of its table bears out is a margin of something else: a relation that breaks in most places
 * where the table could show it comes from the reading of the table, and is not reported [N4].
 */
import { groupBy } from '../../base/group';
import { holds, type Relation } from './relation';

/** As many breaks as no slip of a hand explains. */
const FEWEST = 3;

/** Slips fall on both sides; another definition always on the same. */
const side = ({ computed, claimed }: Relation): number =>
  computed.point && claimed.point ? Math.sign(computed.point.cmp(claimed.point)) : 0;

/** A multiple so far off was made of other operands than its table's. */
const FARTHEST = 3;

const isAbsurd = ({ claim, computed, claimed }: Relation): boolean => {
  if (claim.unit !== 'multiple' && claim.unit !== 'other') return false;
  const [said, made] = [claimed.point?.abs(), computed.point?.abs()];
  if (!said || !made || said.eq(0) || made.eq(0)) return false;
  return said.gt(made.times(FARTHEST)) || made.gt(said.times(FARTHEST));
};

/** The broken relations of one metric that break more often than hold in one table, whichever way each was found. */
export function systematicBreaks(relations: readonly Relation[]): ReadonlySet<Relation> {
  const groups = groupBy(
    relations.filter(({ claim }) => claim.cell !== null),
    ({ claim }) => `${claim.cell?.table}|${claim.metric ?? ''}`,
  );
  const found = new Set<Relation>();
  for (const group of groups.values()) {
    const broken = group.filter((one) => !holds(one));
    for (const one of broken) if (isAbsurd(one)) found.add(one);
    const forms = new Set(broken.map(({ form }) => form));
    const borneOut = group.filter((one) => holds(one) && forms.has(one.form)).length;
    const isRule = broken.length >= FEWEST && broken.length > borneOut;
    if (isRule && new Set(broken.map(side)).size === 1) for (const one of broken) found.add(one);
  }
  return found;
}
