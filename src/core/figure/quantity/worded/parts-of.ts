/** Parts of a round number in words: "half a million dollars", "a quarter of a billion", "one and a half billion". */
import { add, shift } from '../../decimal';
import { magnitudes, ones, partWords } from '../lexicon/lexicon';
import type { Unit } from '../../../base/unit';
import { moneyWord, type Verbal, verbal } from '../number/verbal-number';

const PART =
  /(half|quarter|(?:a|one|three) (?:quarters?|half)|(?:a|one|two) thirds?|a tenth)(?: of)?(?: an? |-an?-| |-)(thousand|million|billion|trillion|percentage point|percent|basis point|point)s?(?:[ -](dollar|euro|pound|yuan|yen|rupee)s?)?(?![a-z])/iy;
const AND_A_HALF =
  /([a-z]{3,6})[ -]and[ -]an?[ -](half|quarter) (thousand|million|billion|trillion)(?:[ -](dollar|euro|pound|yuan|yen|rupee)s?)?(?![a-z])/iy;
const ROUND = /an? (million|billion|trillion)(?:[ -](dollar|euro|pound|yuan|rupee)s)(?![a-z-])/iy;
const POINTS: Readonly<Record<string, Unit>> = {
  'percentage point': 'percentage_points',
  point: 'percentage_points',
  percent: 'percent',
  'basis point': 'bps',
};

/** Reads the part that starts at `at`; null where the words are something else. */
export function readPartOf(text: string, at: number): Verbal | null {
  ROUND.lastIndex = at;
  const round = ROUND.exec(text);
  if (round) return sized(at, ROUND.lastIndex, '1', round[1] ?? '', round[2]);
  AND_A_HALF.lastIndex = at;
  const mixed = AND_A_HALF.exec(text);
  const whole = ones.get((mixed?.[1] ?? '').toLowerCase());
  const rest = partWords.get((mixed?.[2] ?? '').toLowerCase());
  if (mixed && whole && rest)
    return sized(at, AND_A_HALF.lastIndex, add(String(whole), rest), mixed[3] ?? '', mixed[4]);
  PART.lastIndex = at;
  const match = PART.exec(text);
  const share = partWords.get((match?.[1] ?? '').toLowerCase());
  const of = (match?.[2] ?? '').toLowerCase();
  if (!match || share === undefined) return null;
  const unit = POINTS[of];
  if (!unit) return sized(at, PART.lastIndex, share, of, match[3]);
  // "a quarter point": the plain "point" is one of percent only where it is a step of a rate.
  return verbal(at, PART.lastIndex, 'verbal.part', { low: share, unit, exponent: -2 });
}

function sized(at: number, end: number, share: string, scale: string, money: string | undefined): Verbal | null {
  const power = magnitudes.get(scale.toLowerCase());
  if (power === undefined) return null;
  const currency = money ? moneyWord(money) : null;
  const low = shift(share, power);
  return verbal(at, end, 'verbal.part', { low, unit: money ? 'money' : 'count', currency, exponent: power - 2 });
}
