/** Words that bound or blur a number: found right ahead of it or right behind it, with their place kept as the cue. */
import type { Candidate } from './candidate';
import { isSpace, skipSpaces, skipSpacesBack, wordEnd } from '../lexicon/characters';
import { compare } from '../../decimal';
import { type QualifierEntry, qualifiersAfter, qualifiersBefore } from '../lexicon/lexicon';
import { wordBefore } from '../exclude/exclude';
import type { PhraseMatch } from '../lexicon/phrases';
import { DURATIONS } from '../../../base/unit';

/** "over 3–6 months" spans them; "for over three years" exceeds them. */
const SPANNING = new Set(['over', 'some', 'near', 'around', 'beyond', 'within']);
const EXCEEDING_LEADS = new Set([
  'for',
  'well',
  'just',
  'of',
  'took',
  'takes',
  'in',
  'after',
  'lasting',
  'been',
  'are',
  'is',
  'was',
  'were',
  'be',
]);

function isRange(candidate: Candidate): boolean {
  return candidate.low !== null && candidate.high !== null && compare(candidate.low.value, candidate.high.value) !== 0;
}

/** `c` and `ca` are cues only where written as abbreviations. */
function fits(text: string, match: PhraseMatch<QualifierEntry>, candidate: Candidate, from: number): boolean {
  const word = text.slice(match.start, match.end);
  if (word === 'c' || word === 'c.') return match.start === from || !/[\w]/.test(text[match.start - 1] ?? '');
  const lower = word.toLowerCase();
  if (candidate.unit && DURATIONS.has(candidate.unit) && SPANNING.has(lower)) {
    if (lower === 'within') return !isRange(candidate);
    return lower === 'over' && !isRange(candidate) && EXCEEDING_LEADS.has(wordBefore(text, match.start, from));
  }
  if (lower === 'over' || lower === 'above' || lower === 'below' || lower === 'under') return candidate.unit !== null;
  // "These add up to $370 million": a verb, not a bound.
  if (lower === 'up to') return !/^(?:add|adds|added|adding|sum|sums)$/.test(wordBefore(text, match.start, from));
  if (lower === 'near') return candidate.unit !== 'count';
  if (lower === 'passed' || lower === 'crossed' || lower === 'passes')
    return candidate.unit !== 'count' || candidate.scaled;
  return true;
}

function take(text: string, candidate: Candidate, entry: QualifierEntry, start: number, end: number): void {
  const range = isRange(candidate);
  candidate.cue ??= { start, end, text: text.slice(start, end) };
  if (entry.qualifier === 'approx') {
    candidate.approximate = true;
    if (candidate.qualifier === 'none') candidate.qualifier = 'approx';
    return;
  }
  if (range && candidate.expression === 'numeric') return;
  if (candidate.qualifier === 'none' || candidate.qualifier === 'approx' || range) {
    candidate.qualifier = entry.qualifier;
    candidate.strict = entry.strict;
  }
}

function ahead(text: string, candidate: Candidate, from: number): void {
  for (let round = 0; round < 3; round += 1) {
    const end = skipSpacesBack(text, candidate.start, Math.max(from, candidate.start - 2));
    const match = qualifiersBefore.before(text, end, Math.max(from, end - 40));
    if (!match) return acrossArticle(text, candidate, end, from);
    if (!fits(text, match, candidate, from)) return;
    take(text, candidate, match.value, match.start, match.end);
    if (match.value.outside) return;
    candidate.start = match.start;
  }
}

/** "surpassed a $15B run-rate", "more than the $4 million": the cue stands before an article and stays outside. */
function acrossArticle(text: string, candidate: Candidate, end: number, from: number): void {
  const article = /\b(?:a|an|the|its|their|our)$/.exec(text.slice(Math.max(from, end - 6), end));
  if (!article || candidate.unit === 'count' || (candidate.unit && DURATIONS.has(candidate.unit))) return;
  const stop = skipSpacesBack(text, end - article[0].length, from);
  const match = qualifiersBefore.before(text, stop, Math.max(from, stop - 40));
  if (
    match &&
    (match.value.outside || match.value.qualifier === 'at-least' || match.value.qualifier === 'at-most') &&
    fits(text, match, candidate, from)
  ) {
    const word = text.slice(match.start, match.end).toLowerCase();
    if (word !== 'over' && word !== 'within' && word !== 'beyond' && word !== 'minimum' && word !== 'maximum')
      take(text, candidate, match.value, match.start, match.end);
  }
}

function behind(text: string, candidate: Candidate, to: number): void {
  const at =
    text[candidate.end] === '-' ? candidate.end : skipSpaces(text, candidate.end, Math.min(to, candidate.end + 2));
  const match = qualifiersAfter.at(text, at, to) ?? (text[at] === '-' ? qualifiersAfter.at(text, at + 1, to) : null);
  if (!match) return;
  const word = text.slice(match.start, match.end).toLowerCase();
  // "50% plus one", "$5 plus shipping": an addition, not a bound.
  if (word === 'plus' && text[at] !== '-' && isSpace(text.charCodeAt(match.end))) return;
  if (word === 'approximately' || word === 'at least') return;
  take(text, candidate, match.value, match.start, match.end);
  candidate.end = match.end;
}

/** "the 12% range": somewhere from the number to the next. */
function inRange(text: string, candidate: Candidate, to: number): void {
  if (candidate.unit !== 'percent' || isRange(candidate) || !candidate.low) return;
  const at = skipSpaces(text, candidate.end, Math.min(to, candidate.end + 2));
  const end = wordEnd(text, at, Math.min(to, at + 6));
  if (
    at === candidate.end ||
    text.slice(at, end) !== 'range' ||
    candidate.low.exponent !== 0 ||
    candidate.low.value.startsWith('-')
  )
    return;
  candidate.high = { value: String(Number(candidate.low.value) + 1), exponent: 0 };
  candidate.qualifier = 'approx';
  candidate.approximate = true;
  candidate.cue = { start: at, end, text: text.slice(at, end) };
  candidate.end = end;
}

/** Finds the qualifiers of a candidate, widens its quote by those that belong to it, and notes the first as its cue. */
export function qualify(text: string, candidate: Candidate, from: number, to: number): void {
  if (candidate.qualifier === 'at-least' && candidate.expression === 'numeric') {
    const plus = text.lastIndexOf('+', candidate.end);
    if (plus >= candidate.start) candidate.cue = { start: plus, end: plus + 1, text: '+' };
  }
  behind(text, candidate, to);
  inRange(text, candidate, to);
  ahead(text, candidate, from);
}
