/** An average of peers against the peers listed: the row or column says average, the list stands in a table of names. */
import { groupBy } from '../../base/group';
import data from '../../../../resources/audit/comparisons.json';
import { compareEnds, type Ends, exact, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import type { Fact, FactIndex } from './fact-index';

const ROLES = [
  'pe',
  'ps',
  'pb',
  'ev_ebitda',
  'ev_ebit',
  'ev_sales',
  'p_fcf',
  'fcf_yield',
  'dividend_yield',
  'operating_margin',
  'gross_margin',
  'ebitda_margin',
];
const AVERAGE = new RegExp(`(?:^|[^a-z])(?:${data.averages.join('|')})`);
const NO_MEMBER = new RegExp(data.not_members.join('|'));
const TIME = /hist|year|yr|5y|10y|\d|ttm|past|年/;
const FEWEST = 3;
const MOST = 11;
const FARTHEST = 0.5;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
};

/** The lists of one table and column, of three names or more. */
function lists(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const members = facts.filter(
    ({ part, labels, ends }) => part.by === 'head' && !NO_MEMBER.test(labels.row) && ends.low.point === ends.high.point,
  );
  const groups = groupBy(members, ({ figure }) => `${figure.cell?.table}/${figure.cell?.column}`);
  return [...groups.values()].filter(({ length }) => length >= FEWEST && length <= MOST);
}

function averageOf(claim: Fact, members: readonly Fact[]): Relation | null {
  const others = members.filter(({ scope }) => scope !== 'subject');
  if (others.length < FEWEST) return null;
  const [all, peers] = [members, others].map((facts) => facts.map(({ ends }) => ends.low.point));
  if (!all || !peers) return null;
  // Which of them is the subject, or left out as unlike, is not always said.
  const few = all.length > FEWEST ? all.map((_, i) => all.filter((__, j) => j !== i)) : [];
  const ways: readonly Ends[] = [peers, all, ...few].flatMap((values) => [mean(values), median(values)]).map(exact);
  const tied = ways.find((value) => compareEnds(value, claim.ends) !== 'conflict');
  const value = tied ?? ways[0];
  if (!value || (!tied && miss(value, claim.ends) > FARTHEST)) return null;
  const words = `(${others.map(({ figure }) => digits(figure)).join(' + ')}) ÷ ${others.length}`;
  return relateEnds(
    'identity',
    claim.figure,
    others.map(({ figure }) => figure),
    value,
    words,
  );
}

/**
 * Ties and conflicts of averages with the mean or median of their list. Where the average's own table has no list, the
 * document must have only one.
 */
export function averages(factIndex: FactIndex): readonly Relation[] {
  return ROLES.flatMap((role) => {
    const facts = factIndex.facts(role);
    const claims = facts.filter(({ labels, part }) => {
      const label = part.by === 'row' ? labels.head : part.by === 'head' ? labels.row : '';
      return AVERAGE.test(label) && !TIME.test(label);
    });
    const known = lists(facts);
    return claims.flatMap((claim) => {
      const inTable = known.filter(([first]) => first?.figure.cell?.table === claim.figure.cell?.table);
      const isOwn = ([first]: readonly Fact[]): boolean => first?.figure.cell?.column === claim.figure.cell?.column;
      const own = inTable.find(isOwn) ?? (claim.part.by === 'row' ? inTable[0] : undefined);
      if (!own && inTable.length > 0) return [];
      const members = own ?? (known.length === 1 ? known[0] : undefined);
      return members ? (averageOf(claim, members) ?? []) : [];
    });
  });
}
