/** Whether a text is spoken, and by whom: people taking turns, or a company speaking of itself in the first person. */
import data from '../../../../resources/cues/kinds.json';
import nameData from '../../../../resources/lexicon/names.json';
import titles from '../../../../resources/cues/titles.json';
import { isSpeaker } from '../lines/shape';

/** Speakers, and a company that writes in the first person, show themselves early. */
const READ = 60_000;
const NAME = String.raw`\p{Lu}[\p{L}.’'-]{0,24}(?: \p{Lu}[\p{L}.’'-]{0,24}){0,3}|[\u4e00-\u9fff]{2,5}`;
/** `Jane Doe (CFO):`, `**Jane Doe:**`, `Jane Doe – Acme:` and what is said, or the name alone on its line. */
const TURN = new RegExp(
  `^[*_#> -]{0,6}(${NAME})(?: ?\\([^)\\n]{1,80}\\))?[*_]{0,3}\\s?(?:[:：][*_]{0,3}\\s?(.*)|$)`,
  'u',
);
/** Turns looked at: a long call says nothing else in its second hour. */
const MOST_TURNS = 400;
const FEWEST_TURNS = 4;

interface Turn {
  readonly name: string;
  readonly said: string;
}

/** How many people take turns; 0 where the labels of a note only look like names. */
export function speakersOf(text: string): number {
  const lines = text.slice(0, READ).split('\n');
  const turns: Turn[] = [];
  let offices = 0;
  for (let at = 0; at < lines.length && turns.length < MOST_TURNS; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '' || line.length > 20_000) continue;
    if (isSpeaker(line)) offices += 1;
    const turn = TURN.exec(line.slice(0, 600));
    if (turn?.[1]) turns.push({ name: turn[1], said: turn[2] || nextProse(lines, at + 1) });
  }
  const spoken = recurring(turns).filter(({ said }) => isSpeech(said));
  const names = new Set(spoken.map(({ name }) => name));
  if (spoken.length >= FEWEST_TURNS && names.size >= 2) return names.size;
  return offices >= 2 ? Math.max(2, names.size) : 0;
}

function nextProse(lines: readonly string[], from: number): string {
  for (const line of lines.slice(from, from + 4)) if (line.trim().length > 30) return line.trim();
  return '';
}

/** Who speaks, speaks again; "Evidence", "Key factor", "Analyst view" only head their lines. */
function recurring(turns: readonly Turn[]): readonly Turn[] {
  const counts = new Map<string, number>();
  for (const { name } of turns) counts.set(name, (counts.get(name) ?? 0) + 1);
  return turns.filter(({ name }) => (counts.get(name) ?? 0) >= 2 && !isLabel(name));
}

const labels: ReadonlySet<string> = new Set([
  ...nameData.leadIns,
  ...nameData.metricAdjectives,
  ...titles.documentWords,
]);

const isLabel = (name: string): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .some((word) => labels.has(word));

const SAID = /\b(?:I|I’m|I'm|we|our|us|you|your|thanks|thank)\b|我们|您|谢谢|大家/u;

const isSpeech = (words: string): boolean => SAID.test(words.slice(0, 400));

const spoken: readonly string[] = data.spoken;
const issuerTalk: readonly string[] = data.issuerTalk;
const firstPerson: ReadonlySet<string> = new Set(data.firstPerson);

const distinct = (text: string, phrases: readonly string[]): number =>
  phrases.reduce((sum, phrase) => sum + (text.includes(phrase) ? 1 : 0), 0);

/** First-person words among a thousand. */
function firstPersonShare(lower: string): number {
  const words = lower.match(/[a-z’']+/gu) ?? [];
  if (words.length === 0) return 0;
  return (1000 * words.filter((word) => firstPerson.has(word.replace('’', "'"))).length) / words.length;
}

const SHORTEST_SPEECH = 1200;
const MUCH = 25;
const SOME = 12;

const opening = (text: string): string => text.slice(0, READ).toLowerCase().replaceAll('’', "'");

/** One long speech without names: thanks, asides and "we" throughout. */
export function isOwnSpeech(text: string): boolean {
  const lower = opening(text);
  if (lower.length < SHORTEST_SPEECH || distinct(lower, spoken) < 4) return false;
  return distinct(lower, issuerTalk) >= 2 && firstPersonShare(lower) >= MUCH;
}

/** A company writing of itself: "our stores", "our balance sheet", again and again. */
export function isFirstPerson(text: string): boolean {
  const lower = opening(text);
  return distinct(lower, issuerTalk) >= 3 && firstPersonShare(lower) >= SOME;
}
