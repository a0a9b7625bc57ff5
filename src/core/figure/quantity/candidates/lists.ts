/**
 * Lists that say their scale or unit once: "$1.2, $1.4 and $1.6 billion", "26.5, 26.1 and 25.6%", "383,000 and 750,000
 * shares". Neighbours are walked from the back, so that a unit travels through the whole list in one pass.
 */
import { type Candidate, rescale } from './candidate';
import type { Unit } from '../../../base/unit';

const GAP =
  /^(?:\/|\s?[,;]\s?(?:(?:and|or|&|und|et)\s)?|\s(?:and|or|&|und|et|versus|vs\.?)\s|、|和|及|与|與|\s?[-–]\s?|\sto\s)(?:of |about |approximately )?$/;
/** Units that a list may say once at its end. */
const SHARED = new Set<Unit>([
  'percent',
  'percentage_points',
  'bps',
  'multiple',
  'power_gw',
  'years',
  'quarters',
  'months',
  'weeks',
  'days',
  'hours',
  'count',
  'mass',
  'volume',
  'area',
  'energy',
]);

function gapIsList(text: string, first: Candidate, second: Candidate): boolean {
  const length = second.start - first.coreEnd;
  return length > 0 && length <= 18 && GAP.test(text.slice(first.coreEnd, second.start));
}

/** Words ahead of an amount that is never in millions. */
const PRICED = /\b(?:eps|per share|dividends?|price)(?: (?:of|at|was|is|to))?(?: a| an)? ?$/i;

/** Power of ten that a candidate's printed number was multiplied by. */
function power(candidate: Candidate): number {
  return (candidate.high?.exponent ?? candidate.low?.exponent ?? 0) + candidate.places;
}

function takesScale(first: Candidate, second: Candidate): boolean {
  if (
    first.scaled ||
    !second.scaled ||
    first.grouped ||
    first.expression === 'verbal' ||
    second.expression === 'verbal'
  )
    return false;
  // "$0.69 per diluted share, $571 million": what is per something has its own size.
  if (first.per !== null || second.per !== null || first.unit === 'per_share') return false;
  const money = first.currency !== null;
  if (money !== (second.currency !== null) || (money && first.currency !== second.currency)) return false;
  if (!money && !first.weak) return false;
  const value = first.high?.value ?? first.low?.value ?? '0';
  return power(second) >= 3 && value.replace(/^-/, '').split('.')[0]?.length !== undefined && Number(value) < 1000;
}

function takesUnit(first: Candidate, second: Candidate): boolean {
  const bare = first.weak || (first.unit === 'other' && first.rule === 'number');
  if (!bare || first.currency !== null || second.unit === null || second.currency !== null) return false;
  if (first.unit !== null && first.unit !== 'other' && first.unit !== 'count') return false;
  return SHARED.has(second.unit) && !second.weak && first.expression === second.expression && second.rule !== 'score';
}

const MONEY_GAP = /^(?:\/|、|和|及|与|與)$/;

/** "1.23/1.56/1.89元", "12.3、15.6和18.9亿元": the money is said once, at the end. */
function takesMoney(text: string, first: Candidate, second: Candidate): boolean {
  const bare = first.weak || (first.unit === 'other' && first.rule === 'number');
  if (!bare || first.currency !== null || second.currency === null || second.weak) return false;
  return first.expression === second.expression && MONEY_GAP.test(text.slice(first.coreEnd, second.start));
}

/** Gives every list member the scale and unit that its list says once. */
export function settleLists(text: string, found: Candidate[]): void {
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const first = found[i];
    const second = found[i + 1];
    if (!first || !second || !gapIsList(text, first, second)) continue;
    if (takesScale(first, second) && !PRICED.test(text.slice(Math.max(0, first.start - 24), first.start))) {
      rescale(first, power(second));
      first.scaled = true;
      first.unit = second.unit ?? first.unit;
      first.weak = false;
      first.rule = 'list';
    } else if (takesMoney(text, first, second)) {
      if (second.scaled) rescale(first, power(second));
      first.scaled = second.scaled;
      first.unit = second.unit;
      first.currency = second.currency;
      first.weak = false;
      first.rule = 'list';
    } else if (takesUnit(first, second)) {
      first.unit = second.unit;
      first.weak = false;
      first.rule = 'list';
    }
  }
}
