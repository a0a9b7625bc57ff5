/** A number without unit or currency: what it counts, whether it is a level, or whether it is part of a name. */
import type { Candidate } from './candidate';
import { isUpper, skipSpaces, wordStart } from '../lexicon/characters';
import { wordBefore } from '../exclude/exclude';
import { levelBefore, printedBound, stepsOn } from './levels';
import { countVerbs, ordinaryWords } from '../lexicon/lexicon';
import { countedNoun } from '../exclude/noun';
import type { Part } from '../number/part';

const STRONG_COUNT_VERBS = new Set([
  'sold',
  'opened',
  'closed',
  'added',
  'hired',
  'launched',
  'acquired',
  'completed',
  'totaled',
  'totalled',
  'delivered',
  'shipped',
  'signed',
]);
const GREW_TO =
  /\b(?:grew|rose|increas(?:ed|ing)|expand(?:ed|ing)|fell|declin(?:ed|ing)|reduced|dropped|climbed|growing|rising)(?: [a-z]+ly| further| again)? (?:to|by) $/i;
const BY =
  /\b(?:increased|grew|raised|expanded|cut|reduced|lifted|fell|rose|declined|dropped|gained|lost)\b[^.;:\n]{0,48} by $/i;

/** Settles the unit of a bare candidate in place; answers where the scan goes on. */
export function settleBare(
  text: string,
  candidate: Candidate,
  part: Part,
  previous: Candidate | undefined,
  from: number,
  to: number,
): number {
  const end = candidate.end;
  candidate.rule = 'count';
  if (asLevel(text, candidate, part, previous, from, to)) return end;
  if (asPoints(text, candidate, from)) return candidate.end;
  const noun = part.scale === null ? countedNoun(text, end, to) : null;
  if (noun) {
    candidate.unit = 'count';
    candidate.weak = !part.number.grouped && part.number.places === 0 && partOfName(text, candidate, from);
    if (noun.plain && noun.words <= 2 && !part.number.grouped) {
      candidate.end = noun.end;
      return noun.end;
    }
    return end;
  }
  if (part.scale !== null || part.number.grouped || part.plus) {
    candidate.unit = part.scale === null && part.number.places > 0 ? 'other' : 'count';
    candidate.weak = part.plus && part.scale === null && !part.number.grouped;
    return end;
  }
  candidate.unit = part.number.places > 0 ? 'other' : 'count';
  candidate.weak =
    part.number.places > 0 ? partOfName(text, candidate, from) : !saidAsCount(text, candidate, part, from, to);
  if (part.number.places > 0) candidate.rule = 'number';
  return end;
}

const POINTS = /^[ -]points?(?![\w-])/;
const MOVED =
  /\b(?:rose|fell|gained|lost|dropped|up|down|by|added|shed|climbed|slid|jumped|rallied|plunged|tumbled) (?:about |some |nearly |over |almost )?$/i;

/** "The index fell 300 points": points of an index, not points of an argument. */
function asPoints(text: string, candidate: Candidate, from: number): boolean {
  const match = POINTS.exec(text.slice(candidate.end, candidate.end + 9));
  if (!match || !MOVED.test(text.slice(Math.max(from, candidate.start - 24), candidate.start))) return false;
  candidate.end += match[0].length;
  candidate.unit = 'other';
  candidate.weak = false;
  candidate.rule = 'points';
  return true;
}

/** "VIX at 65", "RSI 28", "162 → 142". */
function asLevel(
  text: string,
  candidate: Candidate,
  part: Part,
  previous: Candidate | undefined,
  from: number,
  to: number,
): boolean {
  if (part.scale !== null) return false;
  const walks = previous?.rule === 'level' && stepsOn(text, previous.end, candidate.start);
  const level = levelBefore(text, candidate.start, from);
  if (!walks && !level) return false;
  // "RSI 14-day", "S&P 500 companies": the digits belong to what follows.
  if (!walks && !part.number.grouped && part.number.places === 0 && countedNoun(text, candidate.end, to)) return false;
  candidate.unit = level?.unit ?? previous?.unit ?? 'other';
  candidate.weak = false;
  candidate.rule = 'level';
  return true;
}

/** A capitalised word right ahead, inside a sentence, makes the digits part of its name ("Kestrel 360", "Trainly 3.1"). */
function partOfName(text: string, candidate: Candidate, from: number): boolean {
  const end = candidate.start - 1;
  if (end <= from || text[end] !== ' ') return false;
  const start = wordStart(text, end, from);
  if (start === end || !isUpper(text.charCodeAt(start))) return false;
  const word = text.slice(start, end);
  return !countVerbs.has(word.toLowerCase()) && !ordinaryWords.has(word.toLowerCase()) && word !== word.toUpperCase();
}

function saidAsCount(text: string, candidate: Candidate, part: Part, from: number, to: number): boolean {
  const { wholeDigits } = part.number;
  if (printedBound(text, candidate.start - 1, from) && wholeDigits >= 2) return true;
  const after = text[skipSpaces(text, candidate.end, to)] ?? '';
  if (wholeDigits > 3 || after === '(') return false;
  const lead = wordBefore(text, candidate.start, from);
  if (STRONG_COUNT_VERBS.has(lead)) return true;
  if (wholeDigits < 2 || (lead !== 'to' && lead !== 'by')) return false;
  const ahead = text.slice(Math.max(from, candidate.start - 72), candidate.start);
  return GREW_TO.test(ahead) || (lead === 'by' && BY.test(ahead));
}
