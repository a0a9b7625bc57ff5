/**
 * What a document says that the company does not report: "X does not break out Y", "not an X-disclosed figure", "does
 * not disclose the following: a, b or c". One item a metric named, over the item's own words: the undisclosed register.
 */
import chinese from '../../../resources/cues/denials.zh.json';
import english from '../../../resources/cues/denials.en.json';
import type { Block, Layout, Sentence, Span } from '../document/model';
import type { DocumentContext } from '../figure/model';
import { metricsNamed } from './metric-words';
import type { UndisclosedItem } from './model';
import { compilePhrases, type Hit } from './phrases';
import { type Token, tokenise } from './tokens';

type Part = 'object' | 'subject' | 'end';

interface DenialData {
  readonly object: readonly string[];
  readonly subject: readonly string[];
  readonly ends: readonly string[];
}

const FILES: readonly DenialData[] = [english, chinese];
const TRIGGERS = compilePhrases<Part>(
  FILES.flatMap((data) => [
    { group: 'object', patterns: data.object },
    { group: 'subject', patterns: data.subject },
  ]),
);
const ENDS = compilePhrases<Part>(FILES.map((data) => ({ group: 'end', patterns: data.ends })));
const LINKS = new Set([...english.links, ...chinese.links]);
const GENERIC = new Set([...english.generic, ...chinese.generic]);
const STOPS = new Set(['|', ';', '；', '.', '。', '(', ')', '（', '）', '—', '–', '?', '!', '[', ']']);
const COMMAS = new Set([',', '，', '、']);
/** A name for what is not disclosed is short; longer stretches are a sentence gone astray. */
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

/** Words that name nothing by themselves. */
const EMPTY = new Set([
  'it',
  'this',
  'these',
  'that',
  'they',
  'those',
  'which',
  'such',
  'should',
  ...english.generic,
  ...chinese.generic,
]);
const LEADING = new Set([
  'or',
  'and',
  'nor',
  'any',
  'the',
  'its',
  'their',
  'a',
  'an',
  'our',
  'whether',
  'that',
  'either',
  ...chinese.links,
]);

function trimItem(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && (LEADING.has(tokens[from]?.word ?? '') || tokens[from]?.kind === 'sign')) from++;
  while (to > from && tokens[to - 1]?.kind === 'sign') to--;
  return tokens.slice(from, to);
}

function itemOf(tokens: readonly Token[], layout: Layout): UndisclosedItem | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last || tokens.length > LONGEST_ITEM || tokens.every(({ word }) => EMPTY.has(word))) return null;
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
const CLAUSE_OPENERS = new Set([
  'that',
  'said',
  'says',
  'noted',
  'stated',
  'disclosed',
  'think',
  'believe',
  'estimate',
  'but',
  'while',
  'although',
  'because',
  ':',
  '：',
]);
const SUBJECT_ENDS = new Set([
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
  'exceeds',
  'exceeded',
  'exceed',
  'reached',
  'at',
  '$',
  '~',
  'which',
  'but',
  'put',
  'stands',
  'of',
]);

function itemsOfSentence(tokens: readonly Token[], layout: Layout): readonly UndisclosedItem[] {
  return TRIGGERS.find(tokens).flatMap((hit) => {
    const words = hit.group === 'object' ? objectTokens(tokens, hit) : subjectTokens(tokens, hit);
    return splitList(words)
      .map((item) => itemOf(item, layout))
      .filter((item): item is UndisclosedItem => item !== null);
  });
}

/** Cheap test that spares most sentences the automaton. */
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

/** A denial that ends in a colon speaks of the items of the list below it. */
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
