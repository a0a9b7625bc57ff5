/**
 * Figures without digits: "mid-single-digit", "two-thirds", "more than doubled", "nearly a year". Each reader starts at a
 * word and looks a bounded way ahead.
 */
import { decadeBand, digitBand, dollarAdjective, mass } from './bands';
import { skipSpaces, wordEnd } from '../lexicon/characters';
import { wordBefore } from '../exclude/exclude';
import { beside, fractions, halving, magnitudes, masses, multiples, ones, tens } from '../lexicon/lexicon';
import { run, type Verbal, verbal } from '../number/verbal-number';
import type { Unit } from '../../../base/unit';

const A_YEAR = /an? (year|quarter|month|week|decade)(?![\w-])/iy;
const FOLD = /([a-z]+)-?fold\b/iy;

/** "doubled", "more than tripled", "halved", "a threefold increase". */
function multiple(text: string, at: number, end: number, word: string): Verbal | null {
  if (halving.has(word)) return verbal(at, end, 'verbal.halved', { low: '50', unit: 'percent', direction: 'down' });
  const times = multiples.get(word);
  if (times === undefined) return null;
  if (!/(?:ed|fold)$/.test(word)) {
    const lead = wordBefore(text, at, 0);
    const gap = skipSpaces(text, end, end + 2);
    const next = text.slice(gap, wordEnd(text, gap, gap + 12)).toLowerCase();
    if (
      word.endsWith('ing')
        ? !beside.afterMultiple.has(next) && next !== 'of' && next !== ''
        : !(beside.beforeMultiple.has(lead) && beside.afterMultiple.has(next))
    )
      return null;
  }
  return verbal(at, end, 'verbal.multiple', { low: String(times), unit: 'multiple', direction: 'up' });
}

/** "grow multiples year-over-year": twice at least. */
function vagueMultiples(text: string, at: number, end: number): Verbal | null {
  const lead = wordBefore(text, at, 0);
  if (!beside.beforeMultiples.has(lead)) return null;
  return verbal(at, end, 'verbal.multiple', { low: '2', high: null, unit: 'multiple', direction: 'up' });
}

function fraction(text: string, at: number, to: number): Verbal | null {
  const match = fractions.at(text, at, to);
  if (!match) return null;
  const phrase = text.slice(at, match.end).toLowerCase();
  if (text[match.end] === '-') return null;
  if (phrase === 'half' && !halfCounts(text, at, match.end)) return null;
  if (
    phrase === 'third' ||
    (phrase.startsWith('a ') &&
      !/^\s(?:of|the|as|more|less|higher|lower)\b/.test(text.slice(match.end, match.end + 8)) &&
      phrase !== 'a quarter of')
  )
    return null;
  const end = phrase.endsWith(' of') ? match.end - 3 : match.end;
  return verbal(at, end, 'verbal.fraction', {
    low: match.value[0],
    high: match.value[1],
    unit: 'percent',
    approximate: phrase !== 'half',
  });
}

function halfCounts(text: string, at: number, end: number): boolean {
  if (beside.halfOfTime.has(wordBefore(text, at, 0))) return false;
  const gap = skipSpaces(text, end, end + 2);
  const next = text.slice(gap, wordEnd(text, gap, gap + 8)).toLowerCase();
  if (next === 'year' || next === 'a') return false;
  return beside.afterHalf.has(next) || beside.beforeHalf.has(wordBefore(text, at, 0));
}

/** "nearly a year", "for a decade": counts only behind a word that measures. */
function aYear(text: string, at: number): Verbal | null {
  const match = run(A_YEAR, text, at);
  if (!match || !beside.beforeAYear.has(wordBefore(text, at, 0))) return null;
  const word = (match[1] ?? '').toLowerCase();
  const end = at + match[0].length;
  if (/^ (?:ago|earlier|before)\b/.test(text.slice(end, end + 8)) && word !== 'decade') return null;
  const units: Readonly<Record<string, Unit>> = {
    year: 'years',
    quarter: 'quarters',
    month: 'months',
    week: 'weeks',
    decade: 'years',
  };
  return verbal(at, end, 'verbal.duration', { low: word === 'decade' ? '10' : '1', unit: units[word] ?? 'years' });
}

function foldWord(text: string, at: number): Verbal | null {
  const match = run(FOLD, text, at);
  const times = ones.get((match?.[1] ?? '').toLowerCase()) ?? tens.get((match?.[1] ?? '').toLowerCase());
  if (!match || times === undefined) return null;
  return verbal(at, at + match[0].length, 'verbal.multiple', { low: String(times), unit: 'multiple', direction: 'up' });
}

/** Verbal figures that need no noun behind them; `word` is the lower-cased word at `at`. */
export function readVerbal(text: string, at: number, to: number, word: string): Verbal | null {
  switch (word) {
    case 'low':
    case 'lower':
    case 'mid':
    case 'middle':
    case 'high':
    case 'upper':
      return digitBand(text, at) ?? decadeBand(text, at);
    case 'single':
    case 'double':
    case 'triple':
      return digitBand(text, at) ?? multiple(text, at, at + word.length, word);
    case 'tens':
    case 'hundreds':
    case 'thousands':
    case 'millions':
    case 'billions':
    case 'trillions':
      return mass(text, at);
    case 'multi':
    case 'million':
    case 'billion':
    case 'trillion':
    case 'hundred':
      return dollarAdjective(text, at);
    case 'a':
      return fraction(text, at, to) ?? aYear(text, at);
    case 'half':
      return fraction(text, at, to);
    case 'multiples':
      return vagueMultiples(text, at, at + word.length);
    default:
      return (
        multiple(text, at, at + word.length, word) ??
        (ones.has(word) ? (fraction(text, at, to) ?? foldWord(text, at)) : null)
      );
  }
}

/** Words at which the scanner has to stop; everything else is passed over. */
export const VERBAL_STARTS: ReadonlySet<string> = new Set([
  'low',
  'lower',
  'mid',
  'middle',
  'high',
  'upper',
  'single',
  'double',
  'triple',
  'multi',
  'a',
  'half',
  'quarter',
  'multiples',
  'dozens',
  'dozen',
  ...masses.keys(),
  ...magnitudes.keys(),
  ...multiples.keys(),
  ...halving,
  ...ones.keys(),
  ...tens.keys(),
]);
