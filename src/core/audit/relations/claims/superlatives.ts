/**
 * A name that is called the largest or smallest of a list that stands in its own sentence or in the one before: "A $2bn,
 * B $3bn and C $1bn. The largest segment is A." The list gives each name its value right before it.
 */
import type { Span } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { alike, anyOf, type Claimed, hasAny, order, quoted, WORDS } from './claimed';

const MOST = anyOf(WORDS.most);
const LEAST = anyOf(WORDS.least);
const NO = hasAny(WORDS.not_a_superlative);
const NOUN = `(?:\\s+(?:${WORDS.nouns.filter((word) => /^[a-z ]+$/.test(word)).join('|')})s?(?:\\s+by (?:revenue|sales))?)`;
const BEHIND = new RegExp(`^${NOUN}?\\s*(?:is|was|remains|remained|being|:|,)\\s*(?:the |our |its )?$`, 'iu');
const AHEAD = /^\s*(?:is|was|remains|remained|being|are|were|,)\s+(?:the |our |its |by far |still )*$/iu;
const AFTER_AHEAD = new RegExp(`^(?:${NOUN}|\\s*[.,;)]|\\s*$|\\s+of (?:the|these|them|all))`, 'iu');
const AHEAD_ZH = /^(?:的)?(?:收入|营收|销售额|业务|业务收入|占比|规模|贡献)?(?:占比)?(?:为|是|仍|仍为)?$/u;
const BEHIND_ZH = /^(?:的)?(?:分部|业务|板块|地区|来源|产品|部分)?(?:是|为|系)$/u;
/** What all of the list add to stands among them. */
const TOTALS = new Set(WORDS.totals);
const FEWEST = 2;
const NAME_REACH = 48;

interface Item extends Span {
  readonly name: string;
  readonly figure: AuditFigure;
}

const LATIN_NAME =
  /(\p{Lu}[\p{L}&'’/-]*(?:\s(?:and |of |& )?\p{Lu}[\p{L}&'’/-]*){0,4})\s*(?:\(|at |of |with |: ?|, ?|[-–—] ?)?\s*$/u;
const HAN_NAME =
  /(?:^|[，、：,；和及与为])(?:(?:20\d\d)?年?(?:Q[1-4]|第?[一二三四]季度|H[12]|上半年|前三季度|\d{1,2}月|年度)*)([\p{Script=Han}A-Za-z]{2,10}?)(?:收入|营收|销售额|业务收入|为|达|分别为)*$/u;

/** The name right before a value, after the value before it. */
function itemOf(index: DocumentIndex, figure: AuditFigure, from: number): Item | null {
  const start = Math.max(from, figure.start - NAME_REACH);
  const lead = index.document.layout.text.slice(start, figure.start).replace(/[*_`]/g, ' ');
  const match = LATIN_NAME.exec(lead) ?? HAN_NAME.exec(lead);
  const name = match?.[1]?.trim().replace(/^(?:And|In|By|At|Of) /, '');
  if (!match || !name || name.length < 2 || TOTALS.has(name.toLowerCase())) return null;
  return { name, figure, start: figure.start, end: figure.end };
}

/** Names with values of one kind, in one sentence, without a range or an open end among them. */
function listOf(index: DocumentIndex, figures: readonly AuditFigure[]): readonly Item[] {
  const sentence = index.document.layout.sentences[figures[0]?.sentence ?? -1];
  const items = figures.flatMap((figure, i) => {
    const item = itemOf(index, figure, figures[i - 1]?.end ?? sentence?.start ?? 0);
    return item && figure.low !== null && figure.low === figure.high ? [item] : [];
  });
  const [first] = items;
  const same = items.filter(({ figure }) => first && alike(first.figure, figure) && figure.kind !== 'growth');
  return new Set(same.map(({ name }) => name)).size === same.length && same.length >= FEWEST ? same : [];
}

interface Superlative extends Span {
  readonly word: string;
  readonly isMost: boolean;
}

const superlativesIn = (text: string, from: number): readonly Superlative[] =>
  [MOST, LEAST].flatMap((pattern, i) =>
    [...text.matchAll(pattern)].map(
      (m): Superlative => ({
        word: m[0],
        isMost: i === 0,
        start: from + m.index,
        end: from + m.index + m[0].length,
      }),
    ),
  );

/** The name beside the superlative by its grammar; null where another word stands between. */
function named(text: string, said: Superlative, items: readonly Item[], to: number): (Span & { item: Item }) | null {
  for (const item of items) {
    const behind = text.indexOf(item.name, said.end);
    if (behind >= 0 && behind < to) {
      const between = text.slice(said.end, behind);
      if (BEHIND.test(between) || BEHIND_ZH.test(between))
        return { item, start: behind, end: behind + item.name.length };
    }
    const ahead = text.lastIndexOf(item.name, said.start);
    if (ahead < 0) continue;
    const between = text.slice(ahead + item.name.length, said.start);
    const isAhead = AHEAD.test(between) && AFTER_AHEAD.test(text.slice(said.end, said.end + NAME_REACH));
    if (isAhead || AHEAD_ZH.test(between)) return { item, start: ahead, end: ahead + item.name.length };
  }
  return null;
}

function judge(said: Superlative, place: Span & { item: Item }, items: readonly Item[]): Claimed {
  const wanted = said.isMost ? 'more' : 'less';
  const better = items.find(({ figure }) => order(figure, place.item.figure) === wanted);
  const top = better ?? place.item;
  return {
    word: said.word,
    says: better
      ? `${top.name} at ${quoted(top.figure)} is ${wanted} than ${place.item.name} at ${quoted(place.item.figure)}`
      : `no other of the list is ${wanted} than ${place.item.name} at ${quoted(place.item.figure)}`,
    figures: better ? [place.item.figure, better.figure] : [place.item.figure],
    spans: [{ start: place.start, end: place.end }],
    holds: better === undefined,
    severity: 'warning',
  };
}

/** What is left of the sentence after its list, and the sentence that follows. */
export function superlatives(index: DocumentIndex): readonly Claimed[] {
  const { text, sentences } = index.document.layout;
  return index.sentences().flatMap((figures): readonly Claimed[] => {
    const items = listOf(index, figures);
    const own = sentences[figures[0]?.sentence ?? -1];
    if (items.length === 0 || !own) return [];
    const next = sentences[own.index + 1];
    const to = next && next.block === own.block ? next.end : own.end;
    return superlativesIn(text.slice(own.start, to), own.start).flatMap((said) => {
      if (NO.test(text.slice(Math.max(own.start, said.start - 24), said.end))) return [];
      const place = named(text, said, items, to);
      return place && place.start >= own.start ? [judge(said, place, items)] : [];
    });
  });
}
