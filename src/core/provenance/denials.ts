/**
 * What a document says that the company does not report: "X does not break out Y", "not an X-disclosed figure", "does
 * not disclose the following: a, b or c". One item a metric named, over the item's own words: the undisclosed register.
 */
import chinese from '../../../resources/cues/denials.zh.json';
import english from '../../../resources/cues/denials.en.json';
import type { Block, Layout, Sentence, Span, Table, TableRow } from '../document/model';
import type { DocumentContext } from '../figure/model';
import { metricsNamed } from './cues/metric-words';
import type { UndisclosedItem } from '../figure/provenance';
import { compilePhrases, type Hit } from './cues/phrases';
import { type Token, tokenise } from './cues/tokens';

type Part = 'object' | 'subject' | 'end' | 'issuer' | 'nameless';

interface DenialData {
  readonly object: readonly string[];
  readonly subject: readonly string[];
  readonly ends: readonly string[];
  /** Who does not disclose, and how often: no part of what is not disclosed. */
  readonly issuers: readonly string[];
  /** Words with which no name of a metric begins. */
  readonly nameless: readonly string[];
}

const FILES: readonly DenialData[] = [english, chinese];
const TRIGGERS = compilePhrases<Part>(
  FILES.flatMap((data) => [
    { group: 'object', patterns: data.object },
    { group: 'subject', patterns: data.subject },
  ]),
);
const ENDS = compilePhrases<Part>(FILES.map((data) => ({ group: 'end', patterns: data.ends })));
const ISSUERS = compilePhrases<Part>(FILES.map((data) => ({ group: 'issuer', patterns: data.issuers })));
const NAMELESS = compilePhrases<Part>(FILES.map((data) => ({ group: 'nameless', patterns: data.nameless })));
const LINKS = new Set([...english.links, ...chinese.links]);
const GENERIC = new Set([...english.generic, ...chinese.generic]);
const STOPS = new Set(['|', ';', '；', '.', '。', '(', ')', '（', '）', '—', '–', '?', '!', '[', ']']);
const COMMAS = new Set([',', '，', '、']);
/** A name for what is not disclosed is short; longer stretches are part of a sentence. */
const LONGEST_ITEM = 12;

/** Splits tokens into list items at commas, or, where there are none, at "and" and "or". */
function splitList(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const commas = tokens.some(({ word }) => COMMAS.has(word));
  const items: Token[][] = [[]];
  for (const token of tokens) {
    const divides = COMMAS.has(token.word) || (!commas && LINKS.has(token.word));
    if (divides) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.map(trimItem).filter((item) => item.length > 0);
}

/** Words that may stand before the name in an item. */
const LEADING = new Set([...english.leading, ...chinese.links]);

function trimItem(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && (LEADING.has(tokens[from]?.word ?? '') || tokens[from]?.kind === 'sign')) from++;
  while (to > from && tokens[to - 1]?.kind === 'sign') to--;
  return tokens.slice(from, to);
}

/** Whether words name a thing: "us a view", "无法评估", "331M" and "the figures" name none. */
function isName(tokens: readonly Token[]): boolean {
  if (tokens[0]?.kind === 'number' || NAMELESS.find(tokens).some(({ from }) => from === 0)) return false;
  return tokens.some(
    ({ word, kind }) =>
      kind !== 'number' && kind !== 'sign' && (word.length > 1 || /\p{Script=Han}/u.test(word)) && !GENERIC.has(word),
  );
}

function itemOf(tokens: readonly Token[], layout: Layout): UndisclosedItem | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last || tokens.length > LONGEST_ITEM || !isName(tokens)) return null;
  const span = { start: first.start, end: last.end };
  const { metrics, spans } = metricsNamed(layout.text, span);
  const narrowing = tokens.filter(
    ({ word, kind, start }) =>
      (kind !== 'sign' || word === '/') &&
      !GENERIC.has(word) &&
      !spans.some((named) => named.start <= start && start < named.end),
  );
  const entity = narrowing.map(({ start, end }) => layout.text.slice(start, end)).join(' ');
  return {
    ...span,
    label: layout.text.slice(span.start, span.end),
    entity: /\p{L}/u.test(entity) ? entity : null,
    metrics,
  };
}

/** The words after an "X does not disclose", up to where its object ends. */
function objectTokens(tokens: readonly Token[], hit: Hit<Part>): readonly Token[] {
  const rest = tokens.slice(hit.to);
  const colon = rest.findIndex(({ word }) => word === ':' || word === '：');
  const from = colon >= 0 && colon <= 6 ? colon + 1 : 0;
  const stop = rest.findIndex(({ word }, at) => at >= from && STOPS.has(word));
  const object = rest.slice(from, stop < 0 ? rest.length : stop);
  const end = ENDS.find(object)[0];
  return end ? object.slice(0, end.from) : object;
}

/** The words before "is not disclosed": the nearest stretch without a stop, or the label before the figure's colon. */
function subjectTokens(tokens: readonly Token[], hit: Hit<Part>): readonly Token[] {
  let to = hit.from;
  while (to > 0 && isStop(tokens[to - 1])) to--;
  const head = tokens.slice(0, to);
  const colon = head.findIndex(({ word }) => word === ':' || word === '：');
  if (colon > 0 && colon <= LONGEST_ITEM && head.slice(colon, colon + 4).some(({ kind }) => kind === 'number')) {
    return head.slice(0, colon);
  }
  const clause = lastClause(outsideBrackets(head));
  const verb = clause.findIndex(({ word, kind }) => kind === 'number' || SUBJECT_ENDS.has(word));
  return verb > 0 ? clause.slice(0, verb) : clause;
}

const isStop = (token: Token | undefined): boolean =>
  token !== undefined && (STOPS.has(token.word) || COMMAS.has(token.word));

function outsideBrackets(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  return tokens.filter(({ word }) => {
    if (OPEN.has(word)) depth++;
    const outside = depth === 0;
    if (CLOSE.has(word)) depth = Math.max(0, depth - 1);
    return outside;
  });
}

function lastClause(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findLastIndex(({ word }) => STOPS.has(word) || COMMAS.has(word) || CLAUSE_OPENERS.has(word));
  return tokens.slice(start + 1);
}

const OPEN = new Set(['(', '（', '[']);
const CLOSE = new Set([')', '）', ']']);
/** What opens the clause whose subject is not disclosed. */
const CLAUSE_OPENERS = new Set([...english.clauseOpeners, ':', '：']);
/** Behind these the subject is over. */
const SUBJECT_ENDS = new Set([...english.subjectEnds, '$', '~']);

/** Leaves out the issuer and the adverbs at the end: `advertising margin (the company` is about the margin. */
function withoutIssuer(tokens: readonly Token[]): readonly Token[] {
  // A company's own name stands right before the verb; a name further off belongs to what is not disclosed.
  let to = tokens.length - (tokens.at(-1)?.kind === 'name' ? 1 : 0);
  for (;;) {
    const end = isStop(tokens[to - 1]) ? to - 1 : to;
    const issuer = ISSUERS.find(tokens.slice(0, end)).find((hit) => hit.to === end);
    if (!issuer) return tokens.slice(0, end);
    to = issuer.from;
  }
}

/** The words before "(the company does not disclose)" or "Utilisation: the company does not disclose." */
function namedBefore(tokens: readonly Token[], hit: Hit<Part>): readonly Token[] {
  const head = withoutIssuer(tokens.slice(0, hit.from));
  const colon = head.at(-1)?.word;
  const label = colon === ':' || colon === '：' ? head.slice(0, -1) : head;
  return label.length === hit.from ? [] : lastClause(outsideBrackets(label));
}

function wordsDenied(tokens: readonly Token[], hit: Hit<Part>): readonly Token[] {
  if (hit.group !== 'object') return subjectTokens(tokens, hit);
  const object = objectTokens(tokens, hit);
  const follows = object[0];
  return follows === undefined || COMMAS.has(follows.word) ? namedBefore(tokens, hit) : object;
}

const itemsOf = (words: readonly Token[], layout: Layout): readonly UndisclosedItem[] =>
  splitList(words)
    .map((item) => itemOf(item, layout))
    .filter((item): item is UndisclosedItem => item !== null);

function itemsOfSentence(tokens: readonly Token[], layout: Layout): readonly UndisclosedItem[] {
  return TRIGGERS.find(tokens).flatMap((hit) => itemsOf(wordsDenied(tokens, hit), layout));
}

/** A cell that only says "not disclosed" is about the metric that its row's label names, else its column's head. */
function itemsOfRow(row: TableRow, { head }: Table, layout: Layout): readonly UndisclosedItem[] {
  const label = row.cells[0];
  return row.cells.flatMap((cell) => {
    if (!DENIES.test(layout.text.slice(cell.start, cell.end))) return [];
    const tokens = tokensOf(layout, cell);
    return TRIGGERS.find(tokens).flatMap((hit) => {
      // "Private; not disclosed": what a stop parts from the words is not their subject.
      const own = hit.group === 'subject' && isStop(tokens[hit.from - 1]) ? [] : wordsDenied(tokens, hit);
      if (own.length > 0 || cell === label) return itemsOf(own, layout);
      const heads = [label, head.find(({ column }) => column === cell.column)];
      const named = heads.find((at) => at !== undefined && metricsNamed(layout.text, at).spans.length > 0);
      return named ? itemsOf(subjectOf(tokensOf(layout, named)), layout) : [];
    });
  });
}

const subjectOf = (label: readonly Token[]): readonly Token[] => lastClause(outsideBrackets(label));

/** Cheap test, so that most sentences need not go through the automaton. */
const DENIES = /n['’]t\b|\b(?:not|never|no|undisclosed|without|declin|refus|stopped|ceased|discontinued)|[未不非没]/iu;

const tokensOf = (layout: Layout, span: Span): readonly Token[] =>
  tokenise(layout.text.slice(span.start, span.end), span.start);

/** The items of each list by the index of its lead-in. */
type ListItems = ReadonlyMap<number, readonly Block[]>;

function listItemsOf({ blocks }: Layout): ListItems {
  const listed = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.leadIn === null || block.kind !== 'list-item') continue;
    const items = listed.get(block.leadIn);
    if (items) items.push(block);
    else listed.set(block.leadIn, [block]);
  }
  return listed;
}

/** A denial that ends in a colon is about the items of the list below it. */
function itemsOfList(block: Block, layout: Layout, listed: ListItems): readonly UndisclosedItem[] {
  const text = layout.text.slice(block.start, block.end);
  if (block.kind !== 'lead-in' || !DENIES.test(text)) return [];
  const hit = TRIGGERS.find(tokensOf(layout, block)).find(({ group }) => group === 'object');
  if (!hit) return [];
  return (listed.get(block.index) ?? [])
    .map((item) => itemOf(trimItem(tokensOf(layout, { start: item.contentStart, end: item.end })), layout))
    .filter((item): item is UndisclosedItem => item !== null);
}

function itemsOfOneSentence(sentence: Sentence, layout: Layout): readonly UndisclosedItem[] {
  if (layout.blocks[sentence.block]?.kind === 'table-row') return [];
  if (!DENIES.test(layout.text.slice(sentence.start, sentence.end))) return [];
  return itemsOfSentence(tokensOf(layout, sentence), layout);
}

/**
 * The undisclosed register of a document, in reading order. `metrics` are names as figures carry them; `entity` is the
 * words that narrow the metric ("advertising"), null where the denial is of the metric as such.
 */
export function findDenials(layout: Layout, _context: DocumentContext): UndisclosedItem[] {
  const listed = listItemsOf(layout);
  const items = [
    ...layout.sentences.flatMap((sentence) => itemsOfOneSentence(sentence, layout)),
    ...layout.tables.flatMap((table) => table.rows.flatMap((row) => itemsOfRow(row, table, layout))),
    ...layout.blocks.flatMap((block) => itemsOfList(block, layout, listed)),
  ];
  const seen = new Set<string>();
  return items
    .filter(({ start, end }) => {
      const place = `${start}:${end}`;
      return !seen.has(place) && seen.add(place) !== undefined;
    })
    .sort((a, b) => a.start - b.start);
}
