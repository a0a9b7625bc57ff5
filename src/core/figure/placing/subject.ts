/**
 * The main subject of a document: its ticker where the document gives one, else its name. Nothing here knows a company;
 * the evidence is how often a name stands in the text and title and whether a ticker in capitals abbreviates it.
 */
import nameData from '../../../../resources/lexicon/names.json';
import titles from '../../../../resources/cues/titles.json';
import { behindAddressees } from '../../document/cover-letter';
import { headerValue } from '../../document/header-lines';
import type { Layout } from '../../document/model';
import { shortens } from './names';

export interface Subject {
  /** Ticker, or the name where there is none. */
  readonly entity: string;
  readonly ticker: string | null;
  readonly name: string | null;
}

const acronyms: ReadonlySet<string> = new Set(nameData.acronyms);
/** A country is where somebody works, not whom a text is about. */
const common: ReadonlySet<string> = new Set([...nameData.common, ...nameData.places, ...nameData.countries]);

const LISTED =
  /\(?\b(?:NYSE(?: American| Arca)?|NASDAQ(?:GS)?|Nasdaq|LSE|AIM|TSX(?:-?V)?|ASX|HKEX|SEHK|HKG|SGX|TSE|TYO|KRX|KOSPI|BSE|NSE|SSE|SZSE|XETRA|ETR|FRA|EPA|AMS|BIT|BME|SWX|SIX|OMX|STO|CPH|HEL|OSE|Euronext(?: [A-Z][a-z]+)?|Ticker|Bloomberg|Reuters|RIC|BBG)(?:\s(?:Symbol|Scrip(?: Code)?|Code|Ticker))?\s?[:：]\s{0,8}([A-Z0-9][A-Z0-9.-]{0,9})(?: [A-Z]{2}\b)?/g;
const LISTED_ANYWHERE = new RegExp(LISTED.source);
const CODED =
  /\b([A-Z][A-Z0-9]{0,5}|\d{3,6})(?:\.(?:N|O|OQ|L|PA|DE|HK|SS|SZ|T|KS|NS|BO|AX|TO|SW|MI|AS|MC|ST|CO|HE|OL|US|UN|UW|LN|GR|FP|JP|CH|IN)| (?:US|UN|UW|LN|GR|FP|JP|HK|CH|IN|AU|CN) (?:Equity|equity))\b/g;
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

/** `NWND` abbreviates "Northwind": same first letter, the rest in order. */
export function abbreviates(ticker: string, name: string): boolean {
  const lower = name.toLowerCase();
  const letters = ticker.toLowerCase();
  if (letters[0] !== lower[0] || letters.length > lower.length) return false;
  let at = 0;
  for (const char of lower) if (char === letters[at]) at += 1;
  return at === letters.length;
}

const LEGAL =
  /\b([A-Z][\w&'’-]*(?: (?:&|of|and|de) [A-Z][\w'’-]*| [A-Z][\w&'’-]*){0,4}),? (?:plc|PLC|Inc\.?|Incorporated|Corp\.?|Corporation|AG|SE|S\.?A\.?|N\.?V\.?|Ltd\.?|Limited|LLC|L\.P\.|Holdings?|Group|Co\.|Company|AB|ASA|Oyj|A\/S|S\.p\.A\.|KGaA|GmbH|Bhd|Berhad|Tbk)(?![A-Za-z])/;

/** "Brightwater Utilities plc" near the top: the name without its legal form. */
function registered(layout: Layout): string | null {
  const from = behindAddressees(layout.text);
  const top = layout.text.slice(0, layout.blocks[Math.min(5, layout.blocks.length - 1)]?.end ?? 400);
  const name = LEGAL.exec(from > 0 ? layout.text.slice(from, from + 2000) : top.slice(0, 2000))?.[1] ?? null;
  if (name === null || name !== name.toUpperCase() || name.length < 6) return name === null ? null : withoutBoard(name);
  // A title in capitals: as the text itself writes it, where it does.
  const words = name.split(' ').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  return words.join(' ');
}

/** "The Board of Directors of Quay Bank Ltd": who speaks stands before the name. */
function withoutBoard(name: string): string {
  const lower = name.toLowerCase();
  const board = nameData.boards.find((words) => lower.startsWith(`${words} `));
  return board === undefined ? name : name.slice(board.length + 1);
}

/** How a call opens: "from Harbour's finance team", "welcome to the Harbour Systems third quarter earnings call". */
const CALLED =
  /\b(?:from\s([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})['’]s\s(?:[Ff]inance|[Ii]nvestor [Rr]elations|IR|[Cc]ommunications)|[Ww]elcome\s(?:you\s|everyone\s)?(?:all\s)?to\s(?:the\s)?([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}?)(?:,?\s(?:Inc|Corp|Ltd|plc)\.?)?(?:['’]s)?\s(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ull|[Ff]iscal|[Qq]uarterly|[Ee]arnings|[Cc]onference)\b|Q[1-4]\b|(?:19|20)\d\d))/u;
const OPENING = 4000;

function calledFor(layout: Layout): string | null {
  const found = CALLED.exec(layout.text.slice(0, OPENING));
  return found?.[1] ?? found?.[2] ?? null;
}

function titleOf(layout: Layout): string {
  const heading = layout.sections.find((section) => section.heading !== '')?.heading;
  return layout.title ?? heading ?? layout.text.slice(0, layout.blocks[0]?.end ?? 200);
}

/** Words around a ticker that say it is a stock. */
const STOCK =
  /(?:\b(?:shares of|stance on|own|buy|buying|sell|long|short|for|name|in|on|understanding|to|covering|stock|of) $)|(?:^(?: is being|'s current|’s current| shares| stock|'s valuation|’s valuation| in \d{4}| at \$))/;

function bestTicker(layout: Layout, names: ReadonlyMap<string, number>): string | null {
  const listed = new Map<string, number>();
  tally(layout.text, LISTED, 3, listed, () => false);
  tally(layout.text, CODED, 2, listed, () => false);
  tally(layout.text, BRACKETED, 3, listed, () => false);
  if (layout.language === 'zh')
    tally(layout.text, HAN_CODE, 2, listed, (word) => acronyms.has(word) || /^(?:19|20)\d\d$/.test(word));
  // Where one exchange lists by letters and the other by number, the letters are what people call it.
  if ([...listed.keys()].some((ticker) => /[A-Z]/.test(ticker)) && layout.language !== 'zh')
    for (const ticker of listed.keys()) if (!/[A-Z]/.test(ticker)) listed.delete(ticker);
  const stated = firstOf(layout.text, listed);
  if (stated) return stated;
  const counts = capitals(layout.text);
  const leading = [...names]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name]) => name);
  const title = titleOf(layout);
  // A title all in capitals sets none of its words apart.
  const mixed = /\p{Ll}{2}/u.test(title) || title.split(/\s+/).length <= 2;
  let best: { ticker: string; score: number } | null = null;
  for (const [ticker, { count, stock }] of counts) {
    const rank = leading.findIndex((name) => abbreviates(ticker, name));
    const apart = mixed && standsApart(title, ticker);
    const titled = rank >= 0 && title.includes(ticker);
    if ((count < 2 && !titled && !apart) || (rank < 0 && stock < 3 && !apart)) continue;
    const score = (rank < 0 ? 0 : 30 - 8 * rank) + stock * 2 + Math.min(count, 10) + (apart ? TITLE_WEIGHT : 0);
    if (!best || score > best.score) best = { ticker, score };
  }
  return best?.ticker ?? null;
}

const TITLE_WEIGHT = 40;
/** What is longer is a text without a title. */
const LONGEST_TITLE = 140;

/** "ACM: a deep dive", "Valuation - ACM": a word in capitals that opens or closes the title, or stands between marks. */
function standsApart(title: string, word: string): boolean {
  if (title.length > LONGEST_TITLE || !title.includes(word)) return false;
  const at = title.search(new RegExp(String.raw`(?<![\p{L}\p{N}(])${word}(?![\p{L}\p{N})])`, 'u'));
  if (at < 0) return false;
  const [before, after] = [title.slice(0, at).trimEnd(), title.slice(at + word.length).trimStart()];
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

/** `(GLW)`, `($RBLX)`, `(NYSE: BG)`, `（600519.SH）` in the title. */
const IN_TITLE =
  /[(（]\s?(?:[A-Za-z]{2,9}\s?[:：]\s?)?\$?([A-Z][A-Z0-9]{0,5}(?:\.[A-Z]{1,2})?|\d{4,6}\.[A-Z]{2})\s?[)）]/u;
const TICKER = /^\$?([A-Z][A-Z0-9]{0,5}(?:[.:][A-Z]{1,3})?|\d{4,6}(?:\.[A-Z]{2})?)(?=$|[\s,;|(（])/u;

/** The ticker that the title's brackets or a header line give. */
function statedTicker(layout: Layout): string | null {
  const found = IN_TITLE.exec(titleOf(layout));
  const bracket = found?.[1];
  const named = bracket !== undefined && !acronyms.has(bracket) && !/^(?:Q[1-4]|H[12]|FY\d*)$/.test(bracket);
  if (found && named && !shortens(titleOf(layout).slice(0, found.index), bracket)) return bracket;
  const line = headerValue(layout.text, titles.tickerKeys);
  return TICKER.exec(line?.value ?? '')?.[1] ?? longTicker(titleOf(layout));
}

/** Some exchanges list by long codes: "Kestrel Tools (KESTRELT)". Seven letters and more must spell the name before them. */
function longTicker(title: string): string | null {
  const found = LONG_IN_TITLE.exec(title);
  const ticker = found?.[1];
  if (!found || ticker === undefined) return null;
  const name = title.slice(0, found.index).replaceAll(/[^\p{L}]/gu, '');
  return name.length > ticker.length - 3 && abbreviates(ticker, name) ? ticker : null;
}

const LONG_IN_TITLE = /[(（]\s?(?:[A-Za-z]{2,9}\s?[:：]\s?)?([A-Z&]{7,12})\s?[)）]/u;

const MANY = 6;
const BRACKET_TICKERS = /[(（]\$?([A-Z]{2,5})(?:[)）]|,\s)/gu;

/** Many tickers and none that stands out: a text about a sector, a theme or the market. */
function ofMany(layout: Layout): boolean {
  const counts = new Map<string, number>();
  tally(layout.text.slice(0, 60_000), BRACKET_TICKERS, 1, counts, (word) => acronyms.has(word));
  const uses = [...counts.values()];
  const all = uses.reduce((sum, count) => sum + count, 0);
  return uses.length >= MANY && Math.max(...uses) <= all * 0.3 && themeOf(layout) !== null;
}

const HAN_THEME = /[\u4e00-\u9fff]{2,8}(?:行业|板块|产业|市场|指数)/u;
const THEME_TAIL =
  /[\s,–—:-]*\b(?:investment thesis|thesis|sector (?:report|note|update)|industry (?:report|note)|outlook|deep dive|primer|overview|research|report|analysis|review|strategy)\b.*$/iu;

/** The theme of a title: its words without those that only say what kind of text it is. */
function themeOf(layout: Layout): Subject | null {
  const title = titleOf(layout);
  const han = HAN_THEME.exec(title)?.[0];
  const theme = han ?? (THEME_TAIL.test(title) ? title.replace(THEME_TAIL, '').trim() : '');
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
  const ticker = stated ?? bestTicker(layout, names);
  const call = calledFor(layout);
  // Of words in capitals on a call, only what abbreviates whose call it is is its ticker.
  const isOther = ticker === null || (call !== null && !abbreviates(ticker, call));
  if (call !== null && stated === null && isOther && !LISTED_ANYWHERE.test(layout.text))
    return { entity: call, ticker: null, name: call };
  if (ticker) {
    const own = [...names].filter(([word]) => abbreviates(ticker, word)).sort((a, b) => b[1] - a[1])[0]?.[0];
    return { entity: ticker, ticker, name: own ?? name?.[0] ?? null };
  }
  const theme = layout.language === 'zh' && HAN_THEME.test(titleOf(layout)) ? themeOf(layout) : null;
  if (theme) return theme;
  const own = registered(layout) ?? byDomain(layout);
  if (own) return { entity: own, ticker: null, name: own };
  const title = titleOf(layout);
  const plain = likeliest(names, layout.text);
  const ofEconomy = MACRO_TITLE.test(title) && (plain === null || !title.includes(plain));
  if (ofEconomy) return themeOf(layout);
  return plain ? { entity: plain, ticker: null, name: plain } : null;
}

/** A title about an economy rather than a company. */
const MACRO_TITLE =
  /\b(?:macro|macro-?economic|economic|economy|market|markets|rates|inflation|carry trade|currency|currencies|commodit(?:y|ies)|sector|industry|asset allocation)\b/iu;

const CANDIDATES = 4;

/** The first of the names that the text does not use as a plain word too: "Update", "Economic" only stood in headings. */
function likeliest(names: ReadonlyMap<string, number>, text: string): string | null {
  const ranked = [...names].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
  for (const [name, weight] of ranked) {
    if (weight < 3) return null;
    if (titles.documentWords.includes(name.toLowerCase())) continue;
    const label = text.match(new RegExp(`(?<![\\p{L}])${name}(?=[*_]{0,3}\\s?[:：|/])`, 'gu'))?.length ?? 0;
    const plain = text.match(new RegExp(`(?<![\\p{L}])${name.toLowerCase()}s?(?![\\p{L}])`, 'gu'))?.length ?? 0;
    const capital = text.match(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))?.length ?? 0;
    if (plain * 2 <= capital && label * 2 <= capital && !MACRO_TITLE.test(name)) return name;
  }
  return null;
}
