/** Who speaks or is spoken to in a document: speakers of a call, those who are thanked or recalled. They own no figure. */
import nameData from '../../../../../resources/lexicon/names.json';
import type { Layout } from '../../../document/model';

const PERSON = String.raw`[A-Z][a-z]+(?:[ \u00a0](?:[A-Z]\.|[A-Z][A-Za-z’'-]+)){0,3}`;
/** "**Robin Hale:** …", "Robin Hale - CFO: …" */
const SPEAKER = new RegExp(String.raw`^[\s>*_]{0,6}(${PERSON})[*_]{0,3}(?:\s?[-–—,|(][^:\n]{0,60})?[*_]{0,3}:`);
const OWN_LINE = new RegExp(String.raw`^[\s>*_]{0,6}(${PERSON})[*_]{0,3}\s*$`);
const address = nameData.addresses.join('|');
const ADDRESSED = new RegExp(
  String.raw`\b(?:${address}),?\s([A-Z][a-z]{1,15}(?:\s[A-Z][a-z]{1,15})?)(?=[.,!?;:]|\s(?:and|for)\b)`,
  'gi',
);
const RECALLED = new RegExp(
  String.raw`\b([A-Z][a-z]{1,15})(?:\s(?:also|just|has|had|already|has just|had just))?\s(?:${nameData.recalls.join('|')})\b`,
  'g',
);
const TITLED = new RegExp(String.raw`\b(?:${nameData.personTitles.join('|')})\b`, 'i');
const MOST_LINES = 20000;

function named(into: Map<string, number>, name: string, weight: number): void {
  into.set(name, (into.get(name) ?? 0) + weight);
}

/** Names of lines that only say who speaks: followed by a role, or often. */
function speakers(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const lines = text.split('\n', MOST_LINES);
  for (const [at, line] of lines.entries()) {
    const said = SPEAKER.exec(line.slice(0, 120))?.[1];
    if (said?.includes(' ')) named(found, said, 1);
    const alone = line.length < 60 ? OWN_LINE.exec(line)?.[1] : undefined;
    if (alone?.includes(' ') && TITLED.test((lines[at + 1] ?? '').slice(0, 80))) named(found, alone, 2);
  }
  return found;
}

const MOST_READ = 2_000_000;

/** Every word of the names of people in a document, and the names whole. */
export function peopleOf(layout: Layout): ReadonlySet<string> {
  const text = layout.text.slice(0, MOST_READ);
  const people = new Set<string>();
  const add = (name: string) => {
    people.add(name);
    for (const part of name.split(/\s/)) if (part.length > 2) people.add(part);
  };
  let calls = 0;
  for (const [name, times] of speakers(text)) {
    if (times < 2) continue;
    calls += times;
    add(name);
  }
  // Outside a conversation "Great Lakes," is not an address to a person.
  if (calls >= 4) for (const match of text.matchAll(ADDRESSED)) if (/^[A-Z]/.test(match[1] ?? '')) add(match[1] ?? '');
  if (calls >= 4) for (const match of text.matchAll(RECALLED)) add(match[1] ?? '');
  return people;
}
