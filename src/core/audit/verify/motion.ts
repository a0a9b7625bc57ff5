/** A direction said without a figure, "net interest income increased", held against the two numbers of its row. */
import type { ClaimFigure } from './asked';
import { type Derivation, ofTwo } from './derive';
import { derivationWords } from './lexicon';
import { type Rarity, rank } from './match';
import type { Datum } from './model';
import { isTimely } from './support';
import { type Time, timesIn, withoutTimes } from './times';
import { contentOf, PAUSE } from './words';
import type { Direction } from '../../figure/model';

const CLAUSE = new RegExp(
  `${PAUSE}|\\. | while | whereas | despite | although | even though | but | due to | because | driven by | amidst? `,
  'i',
);
const SIZE_SAID = /\d(?![\d/]*(?:19|20)\d\d)/;

interface Motion {
  readonly words: ReadonlyMap<string, number>;
  readonly direction: Direction;
  readonly times: readonly Time[];
}

/** "an increase in operating margin", else what stands before the verb. */
const NOUN =
  /\b(?:increase|decrease|decline|reduction|growth|improvement|rise|drop|fall)s? (?:in|of|to) (?:its |their |the )?(.+)/i;
const ENDS = /\b(?:for|from|due|compared|during|as|at|of|to|by|in|and)\b/i;
const ADJECTIVE = /\b(?:higher|lower|increased|decreased|reduced|improved|declining|rising) ([a-z].+)/i;
const BEFORE =
  /^(.*?)\b(?:has |have |had |was |were |is |are |also )*(?:\w+ly )?(?:increas|decreas|declin|rose|fell|grew|improv|dropp|higher|lower|reduc|shrank|went)/i;

function subjectOf(clause: string): string {
  const noun = NOUN.exec(clause)?.[1] ?? null;
  if (noun !== null) return noun.split(ENDS)[0] ?? noun;
  const before = BEFORE.exec(clause)?.[1] ?? '';
  if (contentOf(before).size > 0) return before.split(/\s+/).slice(-REACH).join(' ');
  return (ADJECTIVE.exec(clause)?.[1] ?? '').split(ENDS)[0] ?? '';
}

/** Words before a verb that may be its subject. */
const REACH = 10;

/** The company's own name stands in no row. */
const withoutNames = (subject: string, labels: ReadonlySet<string>): string =>
  subject.replaceAll(/\b[A-Z][\w’']*/g, (name) => ([...contentOf(name)].some((word) => labels.has(word)) ? name : ' '));

/** Clauses that say one direction and no size of it. */
function motionsIn(claim: string, labels: ReadonlySet<string>): readonly Motion[] {
  const all = timesIn(claim);
  return claim.split(CLAUSE).flatMap((clause): readonly Motion[] => {
    const up = derivationWords.up.test(clause);
    if (up === derivationWords.down.test(clause)) return [];
    const own = timesIn(clause);
    const rest = withoutTimes(clause, own);
    if (SIZE_SAID.test(rest)) return [];
    const words = new Map([...contentOf(withoutNames(subjectOf(rest), labels))].map((word) => [word, 1]));
    return words.size === 0 ? [] : [{ words, direction: up ? 'up' : 'down', times: own.length > 1 ? own : all }];
  });
}

const asFigure = ({ words, direction, times }: Motion): ClaimFigure => ({
  quote: '',
  low: 0,
  high: 0,
  slack: 0,
  unit: 'amount',
  isMoney: false,
  isPoints: false,
  bound: null,
  direction,
  isChange: true,
  words,
  times,
  isTimed: true,
  clause: '',
  text: '',
  near: '',
});

/** Label, both times and one row: nothing else can be meant. */
const SURE = 0.8;
const LABEL = 0.7;
const MOST = 24;
const CLEAR = 0.08;

/**
 * The derivation that moves the other way than the claim says; null where the claim states no direction without a
 * figure, the row is not sure, or a row as likely moves as claimed.
 */
export function isMovedOtherwise(claim: string, data: readonly Datum[], rarity: Rarity): Derivation | null {
  const rows = data.filter(({ table, isChange }) => table !== null && !isChange);
  const labels = new Set(rows.flatMap(({ label }) => [...label]));
  for (const motion of motionsIn(claim, labels)) {
    const asked = asFigure(motion);
    const likely = rank(asked, rows, rarity)
      .filter(({ label }) => label >= LABEL)
      .slice(0, MOST);
    const pairs = likely
      .flatMap((x, i) =>
        likely
          .slice(i + 1)
          .flatMap((y) =>
            ofTwo(x, y, ({ form }) => form === 'difference' || form === 'points', asked.times.length > 1),
          ),
      )
      .filter((one) => one.isChange && one.value !== 0 && isTimely(asked, one))
      .toSorted((a, b) => b.score - a.score);
    const [best] = pairs;
    if (!best || best.score < SURE) continue;
    const near = pairs.filter(({ score }) => score > best.score - CLEAR);
    const wrong = ({ value, operands }: Derivation): boolean => {
      const isLoss = operands.every((one) => one.value < 0);
      return (isLoss ? -value : value) > 0 !== (motion.direction === 'up');
    };
    if (near.every(wrong)) return best;
  }
  return null;
}
