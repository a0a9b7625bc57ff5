/** XBRL company facts (JSON): a document of tables, one a concept, whose values are what the company reported, with the filing of each. */
import { TieoutError } from '../../../contract/errors';
import type { Mark, MarkRow, NormalisedDocument, TaggedFact } from '../../../core/document/model';
import { wordsOf } from '../../../core/figure/placing/tagged';
import { IMPORT_LIMITS } from '../limits';
import { bareDocument } from '../../../core/document/plain';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { chooseFacts, type ChosenFact, unitNamed } from './choose';
import { companyConcept, companyFacts, inOneLine, oneConcept, readEntry } from './model';

export const factsParser = {
  kind: 'document',
  name: 'facts',
  version: 1,
  reads: 'text',
  recognise: (source) => (FRAME.test(source.text().text.slice(0, 2000)) ? 0.95 : 0),
  parse,
} satisfies DocumentParser;

/** Both shapes begin with the number of the company and its name. */
const FRAME = /^\s*\{\s*"cik"\s*:[\s\S]{0,400}?"entityName"\s*:/;

const SENTENCES = {
  W_FACTS_LEFT_OUT: 'Facts of older periods were left out, because there are more than a person can review.',
  W_FACTS_UNREAD: 'Facts that do not follow the format were left out.',
} as const;

interface Concept {
  readonly name: string;
  readonly label: string;
  readonly units: Readonly<Record<string, readonly unknown[]>>;
}

function parse(source: ImportSource): NormalisedDocument {
  const { text: json, problems: decoding } = source.text();
  const problems = countProblems(SENTENCES);
  const { entity, concepts } = conceptsOf(readJson(json));
  const yearEnd = yearEndOfCompany(concepts);
  const read = concepts.map((concept) => ({
    concept,
    facts: factsOf(concept, yearEnd, (count) => problems.add('W_FACTS_UNREAD', count)),
  }));
  const all = read.reduce((sum, { facts }) => sum + facts.length, 0);
  const kept = newest(read.flatMap(({ facts }) => facts));
  problems.add('W_FACTS_LEFT_OUT', all - kept.size);
  const written = write(
    entity,
    read.map((one) => ({ ...one, facts: one.facts.filter((fact) => kept.has(fact)) })),
  );
  if (written.facts.length === 0)
    throw new TieoutError('E_EMPTY', 'The file holds no facts. Download the company facts again.');
  return {
    ...bareDocument,
    format: 'facts',
    ...written,
    title: `${entity}: company facts`,
    author: entity,
    publisher: entity,
    language: 'en',
    problems: [...decoding, ...problems.list()],
  };
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new TieoutError(
      'E_DAMAGED',
      'The company facts are cut off or are not JSON: download the file again.',
      undefined,
      cause,
    );
  }
}

function conceptsOf(value: unknown): { readonly entity: string; readonly concepts: readonly Concept[] } {
  const one = oneConcept.safeParse(value).data;
  if (one) {
    const { entityName, taxonomy, tag, units } = one;
    return { entity: entityName, concepts: [{ name: `${taxonomy}:${tag}`, label: wordsOf(tag), units }] };
  }
  const whole = companyFacts.safeParse(value).data;
  if (!whole)
    throw new TieoutError('E_FORMAT', 'The JSON does not hold company facts. Download the company facts again.');
  const concepts = Object.entries(whole.facts).flatMap(([taxonomy, tags]) =>
    Object.entries(tags).flatMap(([tag, content]): Concept[] => {
      const concept = companyConcept.safeParse(content).data;
      return concept
        ? [{ name: inOneLine(`${taxonomy}:${tag}`), label: wordsOf(inOneLine(tag)), units: concept.units }]
        : [];
    }),
  );
  return { entity: whole.entityName, concepts };
}

function factsOf({ units }: Concept, yearEnd: number, onUnread: (count: number) => void): readonly ChosenFact[] {
  return Object.entries(units).flatMap(([name, entries]) => {
    const read = entries.flatMap((entry) => readEntry(entry) ?? []);
    onUnread(entries.length - read.length);
    return chooseFacts(read, unitNamed(name), yearEnd);
  });
}

/** The month that most of its whole years end in. */
function yearEndOfCompany(concepts: readonly Concept[]): number {
  const counts = new Map<number, number>();
  for (const { units } of concepts) {
    for (const entry of Object.values(units).flat().slice(0, 200)) {
      const { start, end } = readEntry(entry) ?? {};
      const days = start && end ? (Date.parse(end) - Date.parse(start)) / 86_400_000 : 0;
      if (days < 350 || days > 380 || !end) continue;
      const month = new Date(Date.parse(end) - 15 * 86_400_000).getUTCMonth() + 1;
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 12;
}

const newest = (facts: readonly ChosenFact[]): ReadonlySet<ChosenFact> =>
  new Set(facts.toSorted((a, b) => b.end.localeCompare(a.end)).slice(0, IMPORT_LIMITS.companyFacts));

const HEAD = ['Concept', 'Period', 'Value', 'Filing'];
const UNIT_WORDS: Readonly<Partial<Record<TaggedFact['unit'], string>>> = { count: '', other: '' };

/** Each row names its concept again: read alone, it still says what the value is of. */
function write(entity: string, read: readonly { readonly concept: Concept; readonly facts: readonly ChosenFact[] }[]) {
  const pieces: string[] = [];
  let length = 0;
  const put = (words: string): { start: number; end: number } => {
    pieces.push(words);
    length += words.length;
    return { start: length - words.length, end: length };
  };
  const marks: Mark[] = [];
  const facts: TaggedFact[] = [];
  const row = (cells: readonly string[], header: boolean): MarkRow => {
    const spans = cells.map((cell, at) => {
      if (at > 0) put('\t');
      return put(cell);
    });
    const whole = { start: spans[0]?.start ?? length, end: length };
    put('\n');
    return { header, ...whole, cells: spans };
  };
  marks.push({ kind: 'heading', level: 1, ...put(`${entity}: company facts`) });
  put('\n\n');
  for (const { concept, facts: own } of read) {
    if (own.length === 0) continue;
    marks.push({ kind: 'heading', level: 2, ...put(concept.label) });
    put('\n');
    const rows = [row(HEAD, true)];
    for (const fact of own) {
      const printed = group(fact.value);
      const made = row(
        [
          concept.label,
          fact.period,
          [printed, fact.currency ?? UNIT_WORDS[fact.unit] ?? ''].filter(Boolean).join(' '),
          fact.filing ?? '',
        ],
        false,
      );
      const start = made.cells[2]?.start ?? 0;
      facts.push({
        start,
        end: start + printed.length,
        concept: concept.name,
        label: concept.label,
        value: fact.value,
        unit: fact.unit,
        currency: fact.currency,
        exponent: fact.exponent,
        period: fact.period,
        entity,
        dimension: null,
        filing: fact.filing,
      });
      rows.push(made);
    }
    marks.push({ kind: 'table', caption: null, rows, start: rows[0]?.start ?? length, end: length - 1 });
    put('\n');
  }
  return { text: pieces.join(''), marks, facts };
}

const group = (value: string): string => value.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
