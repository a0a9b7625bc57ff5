/**
 * A discounted cash flow by its labelled inputs: the cost of equity of its parts, the terminal value of the last cash flow,
 * its present value, the enterprise value of what is added. Held only against inputs that the document gives once.
 */
import { combine, compareEnds, type Ends, mapEnds, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import type { Fact, FactIndex } from './fact-index';

const HUNDRED = 100;
/** Years to the terminal year, whole and at the middle of the year. */
const SPANS = [3, 4, 5, 6, 7, 8, 9, 10, 15, 20].flatMap((years) => [years, years - 0.5]);
/** What is further off was made of other inputs. */
const FARTHEST = 0.6;
/** A wide printing of rates leaves this much open. */
const SLACK = 0.03;

interface Way {
  readonly value: Ends;
  readonly words: string;
  readonly operands: readonly Fact[];
}

const section = (fact: Fact): number => fact.figure.section;

/** What a table computes in one column it computes of that column. */
function isInReach({ figure, scope }: Fact, claim: Fact): boolean {
  const [a, b] = [figure.cell, claim.figure.cell];
  return (
    figure.id !== claim.figure.id &&
    scope === claim.scope &&
    (b === null || (a !== null && a.table === b.table && a.column === b.column))
  );
}

/** The one value of a role: in the claim's own section, else in the whole document. */
function only(factIndex: FactIndex, role: string, claim: Fact): Fact | null {
  const all = factIndex.facts(role).filter((fact) => isInReach(fact, claim));
  const one = (facts: readonly Fact[]): Fact | null =>
    new Set(facts.map(({ figure }) => `${figure.low}|${figure.high}`)).size === 1 ? (facts[0] ?? null) : null;
  const near = all.filter((fact) => section(fact) === section(claim));
  return near.length > 0 ? one(near) : one(all);
}

const rate = ({ ends }: Fact): Ends => mapEnds(ends, (value) => value / HUNDRED);
const shown = ({ figure }: Fact): string => digits(figure);

function costOfEquity(factIndex: FactIndex, claim: Fact): readonly Way[] {
  const [free, beta, premium] = ['risk_free', 'beta', 'erp'].map((role) => only(factIndex, role, claim));
  const part = free && beta && premium ? combine(beta.ends, premium.ends, (a, b) => a * b) : null;
  const value = free && part ? combine(free.ends, part, (a, b) => a + b) : null;
  return free && beta && premium && value
    ? [{ value, words: `${shown(free)} + ${shown(beta)} × ${shown(premium)}`, operands: [free, beta, premium] }]
    : [];
}

/** With the growth of the year after, and without where the cash flow is that of the year after. */
function terminal(factIndex: FactIndex, claim: Fact): readonly Way[] {
  const [flow, wacc, growth] = ['terminal_fcf', 'wacc', 'terminal_growth'].map((role) => only(factIndex, role, claim));
  if (!flow || !wacc || !growth) return [];
  const spread = combine(rate(wacc), rate(growth), (a, b) => a - b);
  if (!spread || spread.low.low <= 0) return [];
  const next = combine(flow.ends, rate(growth), (a, b) => a * (1 + b));
  const below = `(${shown(wacc)} − ${shown(growth)})`;
  const ways: readonly (readonly [Ends | null, string])[] = [
    [next, `${shown(flow)} × (1 + ${shown(growth)}) ÷ ${below}`],
    [flow.ends, `${shown(flow)} ÷ ${below}`],
  ];
  return ways.flatMap(([above, words]) => {
    const value = above && combine(above, spread, (a, b) => a / b);
    return value ? [{ value, words, operands: [flow, wacc, growth] }] : [];
  });
}

function present(factIndex: FactIndex, claim: Fact): readonly Way[] {
  const [value, wacc] = ['terminal_value', 'wacc'].map((role) => only(factIndex, role, claim));
  if (!value || !wacc) return [];
  return SPANS.flatMap((years) => {
    const discounted = combine(value.ends, rate(wacc), (a, b) => a / (1 + b) ** years);
    const words = `${shown(value)} ÷ (1 + ${shown(wacc)})^${years}`;
    return discounted ? [{ value: discounted, words, operands: [value, wacc] }] : [];
  });
}

function enterprise(factIndex: FactIndex, claim: Fact): readonly Way[] {
  const [flows, end] = ['pv_fcf', 'pv_terminal'].map((role) => only(factIndex, role, claim));
  const value = flows && end ? combine(flows.ends, end.ends, (a, b) => a + b) : null;
  // Elsewhere the enterprise value may be what the market pays.
  return flows && end && value && section(end) === section(claim)
    ? [{ value, words: `${shown(flows)} + ${shown(end)}`, operands: [flows, end] }]
    : [];
}

const READERS: readonly (readonly [role: string, (factIndex: FactIndex, claim: Fact) => readonly Way[]])[] = [
  ['cost_of_equity', costOfEquity],
  ['terminal_value', terminal],
  ['pv_terminal', present],
  ['ev', enterprise],
];

/** With an input of its own, "5.6% (adjusted beta 0.58)", or one more premium, it is computed another way. */
const OTHERWISE = /\badj|\bbeta\b|blume|country|size|premium|\blow\b|\bhigh\b|贝塔/;

/** A label right before the value, or its row; what is beside it in running text may be another's. */
const isLabelled = ({ part, labels: { row, tail } }: Fact): boolean =>
  (part.by === 'lead' || part.by === 'row') && !OTHERWISE.test(`${row} ${tail}`);

function held(claim: Fact, ways: readonly Way[]): Relation | null {
  const tied = ways.find(({ value }) => compareEnds(value, claim.ends) !== 'conflict');
  const [first] = ways.toSorted((a, b) => miss(a.value, claim.ends) - miss(b.value, claim.ends));
  const chosen = tied ?? first;
  if (!chosen) return null;
  const off = miss(chosen.value, claim.ends);
  if (!tied && (!isLabelled(claim) || off > FARTHEST || off <= SLACK)) return null;
  const operands = chosen.operands.map(({ figure }) => figure);
  return relateEnds('identity', claim.figure, operands, chosen.value, chosen.words);
}

/** One relation for a labelled result of the valuation that one of its formulas reaches with the inputs given. */
export function discounted(factIndex: FactIndex): readonly Relation[] {
  return READERS.flatMap(([role, ways]) =>
    factIndex.facts(role).flatMap((claim) => held(claim, ways(factIndex, claim)) ?? []),
  );
}
