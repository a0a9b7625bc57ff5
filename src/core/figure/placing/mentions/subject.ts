/** The main subject of a document: its ticker where one is given, else its name, by how often the text and the title use it. */
import nameData from '../../../../../resources/lexicon/names.json';
import titles from '../../../../../resources/cues/titles.json';
import { LEGAL_FORM } from '../../../base/legal-forms';
import type { Layout } from '../../../document/model';
import { occurrences } from '../../../base/occurrences';
import { alternatives } from '../../../base/pattern';
import { economyAt, marketAt } from './markets';
import { byForm, registered } from './legal-name';
import { HAN_RELATION } from './names';
import { openingName } from './opening-name';
import { abbreviates, registrantOf, statedTicker, titleOf } from './stated-ticker';
import { common, LONGEST_TITLE, reporting, titledName, TWICE } from './titled-name';

export interface Subject {
  /** Ticker, or the name where there is none. */
  readonly entity: string;
  readonly ticker: string | null;
  readonly name: string | null;
}

const acronyms: ReadonlySet<string> = new Set(nameData.acronyms);

const LISTED =
  /\(?\b(?:NYSE(?: American| Arca)?|NASDAQ(?:GS)?|Nasdaq|LSE|AIM|TSX(?:-?V)?|ASX|HKEX|SEHK|HKG|SGX|TSE|TYO|KRX|KOSPI|BSE|NSE|SSE|SZSE|XETRA|ETR|FRA|EPA|AMS|BIT|BME|SWX|SIX|OMX|STO|CPH|HEL|OSE|Euronext(?: [A-Z][a-z]+)?|Ticker|Bloomberg|Reuters|RIC|BBG)(?:\s(?:Symbol|Scrip(?: Code)?|Code|Ticker))?\s?[:：]\s{0,8}([A-Z0-9][A-Z0-9.-]{0,9})(?: [A-Z]{2}\b)?/g;
const LISTED_ANYWHERE = new RegExp(LISTED.source);
const CODED =
  /\b([A-Z][A-Z0-9]{1,5}|\d{3,6})(?:\.(?:N|O|OQ|L|PA|DE|HK|SS|SZ|T|KS|NS|BO|AX|TO|SW|MI|AS|MC|ST|CO|HE|OL|US|UN|UW|LN|GR|FP|JP|CH|IN)| (?:US|UN|UW|LN|GR|FP|JP|HK|CH|IN|AU|CN) (?:Equity|equity))\b/g;
/** "(NLT LN)": a ticker and its exchange in parentheses. */
const BRACKETED =
  /[(（]([A-Z0-9]{1,6})[ .:](?:US|UN|UW|UQ|LN|GR|GY|FP|JP|JT|HK|CH|C1|IN|IS|IB|AU|AT|CN|CT|KS|KQ|TT|SP|SW|SE|NA|IM|SM|BB|PL|DC|SS|NO|FH|ID|TB|MK|PM|VN|BZ|MM|SJ)[)）]/g;
const CAPITALS = /\b[A-Z]{2,5}\b/g;
const NAME = /\b[A-Z][a-z]+(?:[A-Z][a-z]+)*\b/g;
const TITLE_NAME = /\b[A-Z][A-Za-z]+(?:[A-Z][a-z]+)*\b/g;
const HAN_CODE = /[（(](?:[A-Z]+[:：.]\s?)?(\d{4,6}(?:\.[A-Z]{2})?|[A-Z]{1,5}(?:\.[A-Z]{1,2})?)[)）]/g;

function tally(
  text: string,
  pattern: RegExp,
  weight: number,
  into: Map<string, number>,
  skip: (word: string) => boolean,
) {
  for (const match of text.matchAll(pattern)) {
    const word = (match[1] ?? match[0]).replace(/[.-]+$/, '');
    if (!skip(word)) into.set(word, (into.get(word) ?? 0) + weight);
  }
}

/** Names of a block; at the head of a sentence any word has a capital, so that counts for less. */
function tallyNames(
  text: string,
  start: number,
  end: number,
  into: Map<string, number>,
  skip: (word: string) => boolean,
) {
  for (const match of text.slice(start, end).matchAll(NAME)) {
    const at = match.index ?? 0;
    const opens = at === 0 || /[.!?:•"“]\s*$/.test(text.slice(Math.max(start, start + at - 3), start + at));
    if (!skip(match[0])) into.set(match[0], (into.get(match[0]) ?? 0) + (opens ? 0.4 : 1));
  }
}

function top(counts: ReadonlyMap<string, number>): readonly [string, number] | null {
  let best: readonly [string, number] | null = null;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best;
}

/** How a call opens: "from Harbour's finance team", "welcome to the Harbour Systems third quarter earnings call". */
const CALLED =
  /\b(?:from\s([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})['’]s\s(?:[Ff]inance|[Ii]nvestor [Rr]elations|IR|[Cc]ommunications)|[Ww]elcome\s(?:you\s|everyone\s)?(?:all\s)?to\s(?:the\s)?([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}?)(?:,?\s(?:Inc|Corp|Ltd|plc)\.?)?(?:['’]s?)?\s(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ull|[Ff]iscal|[Qq]uarterly|[Ee]arnings|[Cc]onference)\b|Q[1-4]\b|(?:19|20)\d\d))/u;
const OPENING = 4000;

function calledFor(layout: Layout): string | null {
  const found = CALLED.exec(layout.text.slice(0, OPENING));
  return found?.[1] ?? found?.[2] ?? null;
}

/** Words around a ticker that say it is a stock. */
const STOCK =
  /(?:\b(?:shares of|stance on|own|buy|buying|sell|long|short|for|name|in|on|understanding|to|covering|stock|of) $)|(?:^(?: is being|'s current|’s current| shares| stock|'s valuation|’s valuation| in \d{4}| at \$))/;

interface Ticker {
  readonly ticker: string;
  /** The text gives it with its exchange, or sets it apart in its title; else it is a word in capitals. */
  readonly isStated: boolean;
}

function bestTicker(layout: Layout, names: ReadonlyMap<string, number>): Ticker | null {
  const listed = new Map<string, number>();
  tally(layout.text, LISTED, 3, listed, () => false);
  tally(layout.text, CODED, 2, listed, () => false);
  tally(layout.text, BRACKETED, 3, listed, () => false);
  const title = titleOf(layout);
  // Letters in brackets are as often short for a programme or a market: the title settles which are a ticker.
  const isNone = (word: string) =>
    acronyms.has(word) || /^(?:19|20)\d\d$/.test(word) || (/^[A-Z]+$/.test(word) && !title.includes(word));
  if (layout.language === 'zh') tally(layout.text, HAN_CODE, 2, listed, isNone);
  // Where one exchange lists by letters and the other by number, the letters are what people call it.
  if ([...listed.keys()].some((ticker) => /[A-Z]/.test(ticker)) && layout.language !== 'zh')
    for (const ticker of listed.keys()) if (!/[A-Z]/.test(ticker)) listed.delete(ticker);
  for (const ticker of listed.keys()) if (isAside(layout.text, title, ticker)) listed.delete(ticker);
  const stated = amongMany(listed, title) ? null : firstOf(layout.text, listed);
  if (stated) return { ticker: stated, isStated: true };
  const counts = capitals(layout.text);
  const leading = [...names]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name]) => name);
  // A title all in capitals sets none of its words apart.
  const mixed = /\p{Ll}{2}/u.test(title) || title.split(/\s+/).length <= 2;
  let best: (Ticker & { readonly score: number }) | null = null;
  for (const [ticker, { count, stock }] of counts) {
    const rank = leading.findIndex((name) => abbreviates(ticker, name));
    const apart = mixed && standsApart(title, ticker);
    const titled = rank >= 0 && title.includes(ticker);
    if ((count < 2 && !titled && !apart) || (rank < 0 && stock < 3 && !apart)) continue;
    // "VIEW", "TIME": a word that the text also writes small only shouts.
    if (!titled && !apart && occurrences(layout.text, ` ${ticker.toLowerCase()} `, TWICE) >= TWICE) continue;
    // A name written out in capitals is a heading's style, unless it is spoken of as a stock.
    if (!titled && !apart && stock < 1 && leading[rank]?.length === ticker.length) continue;
    const score = (rank < 0 ? 0 : 30 - 8 * rank) + stock * 2 + Math.min(count, 10) + (apart ? TITLE_WEIGHT : 0);
    if (!best || score > best.score) best = { ticker, isStated: apart || titled, score };
  }
  return best;
}

/** A code that stands once or twice, far down: one of many that the text mentions in passing. */
const isAside = (text: string, title: string, ticker: string): boolean =>
  !title.includes(ticker) && text.indexOf(ticker) > HEAD_REACH && occurrences(text, ticker, TWICE + 1) <= TWICE;

const HEAD_REACH = 3000;

/** Several listed companies, of which neither the title nor its frequency sets one apart. */
function amongMany(listed: ReadonlyMap<string, number>, title: string): boolean {
  if (listed.size < SEVERAL || [...listed.keys()].some((ticker) => title.includes(ticker))) return false;
  return largestShare(listed) < STANDS_OUT;
}

/** How much of all uses the most used has; a text may name any number of tickers. */
function largestShare(counts: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const count of counts.values()) all += count;
  return (top(counts)?.[1] ?? 0) / all;
}

const SEVERAL = 4;
const STANDS_OUT = 0.4;
const TITLE_WEIGHT = 40;

/** A form that names no registrant says nothing of whom it is about. */
const FORM_ALONE = /^form \d/iu;
/** "ACM: a deep dive", "Valuation - ACM": a word in capitals that opens or closes the title, or stands between marks. */
function standsApart(title: string, word: string): boolean {
  if (title.length > LONGEST_TITLE || !title.includes(word) || FORM_ALONE.test(title)) return false;
  const at = title.search(new RegExp(String.raw`(?<![\p{L}\p{N}(])${word}(?![\p{L}\p{N})])`, 'u'));
  if (at < 0) return false;
  const [before, after] = [title.slice(0, at).trimEnd(), title.slice(at + word.length).trimStart()];
  // Among other words in capitals it is one of a shouted phrase.
  if (/(?:^|\s)\p{Lu}{2,}$/u.test(before) || /^\p{Lu}{2,}(?:\s|$)/u.test(after)) return false;
  return before === '' || after === '' || /[-–—:|,]$/.test(before) || /^[-–—:|,]/.test(after);
}

/** Of tickers given with an exchange, the most used; the first where several are. */
function firstOf(text: string, counts: ReadonlyMap<string, number>): string | null {
  const best = top(counts);
  if (!best) return null;
  let first: string | null = null;
  // Looked for only before the one found so far, so that many tickers do not each read the whole text.
  let stop = text.length;
  for (const [ticker, count] of counts) {
    const at = count === best[1] ? text.slice(0, stop + ticker.length - 1).indexOf(ticker) : -1;
    if (at < 0 || (first !== null && at >= stop)) continue;
    first = ticker;
    stop = at;
  }
  return first;
}

interface Use {
  count: number;
  /** Times the words around it say that it is a stock, up to `MOST_STOCK_USES`. */
  stock: number;
}

const MOST_STOCK_USES = 20;

/** Words in capitals that may be tickers, with how they are used, in one pass. */
function capitals(text: string): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const match of text.matchAll(CAPITALS)) {
    const [word] = match;
    if (acronyms.has(word) || /^[IVX]+$/.test(word)) continue;
    const use = uses.get(word) ?? { count: 0, stock: 0 };
    use.count += 1;
    if (use.stock < MOST_STOCK_USES && isStock(text, match.index, match.index + word.length)) use.stock += 1;
    uses.set(word, use);
  }
  return uses;
}

function isStock(text: string, start: number, end: number): boolean {
  return STOCK.test(text.slice(Math.max(0, start - 20), start)) || STOCK.test(text.slice(end, end + 16));
}

const MANY = 6;
const BRACKET_TICKERS = /[(（]\$?([A-Z]{2,5})(?:[)）]|,\s)/gu;

/** Many tickers and none that stands out: a text about a sector, a theme or the market. */
function ofMany(layout: Layout): boolean {
  const counts = new Map<string, number>();
  tally(layout.text.slice(0, 60_000), BRACKET_TICKERS, 1, counts, (word) => acronyms.has(word));
  return counts.size >= MANY && largestShare(counts) <= 0.3 && themeOf(layout) !== null;
}

const HAN_THEME = /[\u4e00-\u9fff]{2,8}(?:行业|板块|产业|市场|指数)/u;
const THEME_TAIL =
  /[\s,–—:-]*\b(?:investment thesis|thesis|sector (?:report|note|update)|industry (?:report|note)|outlook|deep dive|primer|overview|research|report|analysis|review|strategy)\b.*$/iu;

/** The theme of a title: its words without those that only say what kind of text it is. */
function themeOf(layout: Layout): Subject | null {
  const title = titleOf(layout);
  const han = HAN_THEME.exec(title)?.[0] ?? '';
  const latin = THEME_TAIL.test(title) ? title.replace(THEME_TAIL, '').trim() : '';
  const theme = han === '' || HAN_RELATION.test(han) ? latin : han;
  return theme.length < 3 || theme.length > 80 ? null : { entity: theme, ticker: null, name: theme };
}

const known = new WeakMap<Layout, { readonly subject: Subject | null }>();

/** The main subject; null where no name or ticker stands out. Found once a layout. */
export function findSubject(layout: Layout): Subject | null {
  const cached = known.get(layout);
  if (cached) return cached.subject;
  const subject = subjectOf(layout);
  known.set(layout, { subject });
  return subject;
}

/** `Cedar Mills plc (NYSE: CDM)`: the name that a code in brackets follows. */
const BEFORE_CODE = new RegExp(
  String.raw`(\p{Lu}[\p{L}\d&.'’-]*(?: (?:(?:of|and|de|the) )?\p{Lu}[\p{L}\d&.'’-]*){0,4})(?:,? (?:${LEGAL_FORM})\.?)?\s?[(（](?:[A-Za-z]+\s?[:：]\s?)?([A-Z\d.]{1,8})\b`,
  'u',
);
const FORM_AT_END = new RegExp(String.raw`[\s,]+(?:${LEGAL_FORM})\.?$`, 'u');

/**
 * The name under which the company that a document is about publishes: the one before its code in the title, else the
 * subject's where the title has it or the code abbreviates it. Null where neither is there: a name that the text merely
 * uses most may be anybody's.
 */
export function issuerName(layout: Layout): string | null {
  const subject = findSubject(layout);
  const title = titleOf(layout);
  const [, before, code] = BEFORE_CODE.exec(title) ?? [];
  if (before !== undefined && code === subject?.ticker) return before.replace(FORM_AT_END, '');
  if (subject === null || subject.name === null) return null;
  const { ticker, name } = subject;
  return ticker === null || title.includes(name) || abbreviates(ticker, name) ? name : null;
}

/** All names by which a source can be the company's own: the document's entity and `issuerName`. */
export const issuerNames = (layout: Layout, entity: string | null): readonly (string | null)[] => [
  entity,
  issuerName(layout),
];

const DOMAIN =
  /\b(?:(?:ir|investors?)\.([a-z][a-z0-9-]{2,24})|([a-z][a-z0-9]{2,24})-?(?:ir|investors?))\.(?:com|net|org|co|inc|io)\b/g;

/** The name that the issuer's own pages for investors are under, where the text points to one issuer's. */
function byDomain(layout: Layout): string | null {
  const stems = new Set<string>();
  for (const match of layout.text.slice(0, DOMAIN_REACH).matchAll(DOMAIN)) stems.add(match[1] ?? match[2] ?? '');
  const [stem] = stems;
  if (stem === undefined || stems.size > 1) return null;
  const written = new RegExp(String.raw`(?<![\p{L}])${stem}(?![\p{L}])`, 'giu');
  for (const [word] of layout.text.matchAll(written)) if (/^\p{Lu}/u.test(word)) return word;
  return null;
}

const DOMAIN_REACH = 200_000;

/** The name that the document gives itself: on its cover, in its letterhead, at its site, or most often with its legal form. */
const ownName = (layout: Layout): string | null =>
  registrantOf(layout.text) ?? registered(layout) ?? byDomain(layout) ?? byForm(layout.text, common);

function subjectOf(layout: Layout): Subject | null {
  const names = new Map<string, number>();
  const skip = (word: string) => common.has(word.toLowerCase()) || word.length < 3;
  for (const block of layout.blocks)
    if (block.kind !== 'heading') tallyNames(layout.text, block.contentStart, block.end, names, skip);
  const inTitle = new Map<string, number>();
  tally(titleOf(layout), TITLE_NAME, 6, inTitle, (word) => skip(word) || acronyms.has(word) || !names.has(word));
  // The first name of a title is more often its subject than what follows.
  let bonus = 4;
  for (const [word, weight] of inTitle) {
    names.set(word, (names.get(word) ?? 0) + weight + bonus);
    bonus = 0;
  }
  const name = top(names);
  const stated = statedTicker(layout);
  if (stated === null && ofMany(layout)) return themeOf(layout);
  // A stated ticker settles it, and these read the whole text.
  const own = stated === null ? ownName(layout) : null;
  const guess = stated === null ? bestTicker(layout, names) : null;
  // Words in capitals are as often an authority, a standard or a disease: the company's own name settles which is a ticker.
  const isOwn = guess !== null && (guess.isStated || own === null || abbreviates(guess.ticker, own));
  const ticker = stated ?? (isOwn ? guess.ticker : null);
  const call = calledFor(layout);
  // Of words in capitals on a call, only what abbreviates whose call it is is its ticker.
  const isOther = ticker === null || (call !== null && !abbreviates(ticker, call));
  if (call !== null && stated === null && isOther && !LISTED_ANYWHERE.test(layout.text))
    return { entity: call, ticker: null, name: call };
  if (ticker) {
    const spelt = [...names].filter(([word]) => abbreviates(ticker, word)).sort((a, b) => b[1] - a[1])[0]?.[0];
    return { entity: ticker, ticker, name: spelt ?? name?.[0] ?? null };
  }
  const theme = layout.language === 'zh' && HAN_THEME.test(titleOf(layout)) ? themeOf(layout) : null;
  if (theme) return theme;
  const opening = layout.language === 'zh' ? openingName(layout) : null;
  if (opening !== null) return { entity: opening, ticker: null, name: opening };
  if (own !== null) return { entity: own, ticker: null, name: own };
  const title = titleOf(layout);
  const titled = reporting(title, layout.text) ?? titledName(title, layout.text);
  if (titled !== null) return { entity: titled, ticker: null, name: titled };
  const market = marketTitle(title);
  if (market !== null) return { entity: market, ticker: null, name: market };
  const plain = likeliest(names, layout.text, title);
  const ofEconomy = MACRO_TITLE.test(title) && (plain === null || !title.includes(plain));
  if (ofEconomy) return themeOf(layout);
  // A survey of the markets is about all of them, whatever name it uses most.
  const isPlace = plain !== null && economyAt(plain, 0, plain.length)?.end === plain.length;
  if (plain === null || (!isPlace && surveysMarkets(layout))) return null;
  return { entity: plain, ticker: null, name: plain };
}

/** "Cold Storage Market: Size and Outlook", "Malaysian Stock Market Analysis": the market that a title is about. */
const MARKET_TITLE =
  /^(?:(?:global|world|the)\s)?((?:[\p{Lu}\d][\p{L}\d&'’-]*\s|(?:as|a|an|of|and|for|the|in)\s){1,6}(?:Market|Industry|Sector))\b(?!\s(?:Update|Wrap|Recap|Close|Report for|Brief|Commentary|Outlook for|Pulse|Review|Summary|Insights|Daily|Weekly|Scan|News))/u;

const marketTitle = (title: string): string | null =>
  title.length > LONGEST_TITLE ? null : (MARKET_TITLE.exec(title)?.[1] ?? null);

/** So many different indices, rates, currencies and goods in the head of a text, that none of them is its subject. */
const SURVEYED = 4;
const SURVEY_REACH = 12_000;

/** The head of a text names many different things that markets quote. */
export function surveysMarkets({ text }: Layout): boolean {
  const found = new Set<string>();
  const to = Math.min(text.length, SURVEY_REACH);
  for (let at = 0; at < to && found.size < SURVEYED; at += 1) {
    const market = marketAt(text, at, to);
    if (market === null) continue;
    if (market.kind !== 'place') found.add(market.name);
    at = market.end - 1;
  }
  return found.size >= SURVEYED;
}

/** A title about an economy rather than a company. */
const MACRO_TITLE =
  /\b(?:macro|macro-?economic|economic|economy|market|markets|rates|inflation|carry trade|currency|currencies|commodit(?:y|ies)|sector|industry|asset allocation)\b/iu;

const CANDIDATES = 4;
const AHEAD = 1.5;

/** Nobody's name is longer. */
const LONGEST = 80;

/** The first of the names that the text does not use as a plain word too: "Update", "Economic" only stood in headings. */
function likeliest(names: ReadonlyMap<string, number>, text: string, title: string): string | null {
  const ranked = [...names].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
  for (const [at, [name, weight]] of ranked.entries()) {
    if (weight < 3) return null;
    // What the title does not name must stand out from all others.
    if (!title.includes(name) && weight < AHEAD * (ranked[at + 1]?.[1] ?? 0)) continue;
    if (titles.documentWords.includes(name.toLowerCase())) continue;
    if (name.length > LONGEST) continue;
    const [whole, small] = [alternatives([name]), alternatives([name.toLowerCase()])];
    const label = text.match(new RegExp(`(?<![\\p{L}])${whole}(?=[*_]{0,3}\\s?[:：|/])`, 'gu'))?.length ?? 0;
    const plain = text.match(new RegExp(`(?<![\\p{L}])${small}s?(?![\\p{L}])`, 'gu'))?.length ?? 0;
    const capital = text.match(new RegExp(`(?<![\\p{L}])${whole}(?![\\p{L}])`, 'gu'))?.length ?? 0;
    if (plain * 2 <= capital && label * 2 <= capital && !MACRO_TITLE.test(name)) return name;
  }
  return null;
}
