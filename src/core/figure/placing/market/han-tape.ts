/**
 * Quotations of markets as reports in Chinese print them: a name, a verb, a number ("某某指数涨 1.2%报 3,100 点，成交额 900 亿元").
 * The number belongs to the name right before the verb; a clause without a name belongs to the name of the clause
 * before, or to the label's.
 */
import { withFoldedHan } from '../../../base/han-folding';
import type { Span } from '../../../document/model';
import type { Quantity } from '../../model';
import { isHan } from '../../quantity/lexicon/characters';
import { firstEndingAfter } from '../../../base/spans';
import type { Owner } from '../entity/owner';
import type { MetricChoice } from '../metric/choose-metric';
import { marketAt } from '../mentions/markets';
import { findMetrics } from '../mentions/metric';
import type { BlockView } from '../scope/block-view';
import {
  isHeading,
  isOfMarket,
  isSupposed,
  nameEnd,
  type Quoted,
  quotedAs,
  type Verb,
  verbBefore,
  withoutLead,
} from './tape-words';

export interface Tape {
  readonly metric: MetricChoice;
  /** Null where neither its clause nor the one before names anybody. */
  readonly owner: Owner | null;
}

interface Reading {
  readonly verb: Verb;
  readonly name: Span | null;
  readonly quoted: Quoted | null;
}

const REACH = 120;
const LONGEST_NAME = 28;
const DEPTH = 4;
const BORDER = /[，。；：:;！？!?\n|（(【》%％]|, /;
const NUMBERED = /^[\s#>*•-]*(?:\d{1,2}[、.．)）]\s?)?/;
const MOST_GAP = 14;

/** One block's text with the ideographs of the lexicons, so that places in both are the same. */
class TapeReader {
  readonly #text: string;
  readonly #from: number;
  readonly #figures: readonly Quantity[];

  constructor(text: string, at: number, view: BlockView) {
    this.#from = Math.max(view.start, at - REACH);
    this.#text = withFoldedHan(text.slice(this.#from, at));
    this.#figures = view.figures;
  }

  get line(): string {
    return this.#text;
  }

  /** The verb ahead of a number at `start` and the name it is said of. */
  read(start: number, depth = 0): Reading | null {
    const verb = verbBefore(this.#text, start - this.#from);
    if (!verb) return null;
    const { at, first } = this.#overFigures(verb);
    const end = nameEnd(this.#text, at);
    const border = this.#clauseStart(end);
    if (isSupposed(this.#text.slice(border, first.start))) return null;
    const name = this.#trim(border, end);
    if (name) return this.#named(verb, name);
    const owner = depth < DEPTH ? this.#ahead(border, depth) : null;
    return { verb, name: owner?.name ?? null, quoted: owner?.quoted ?? null };
  }

  /** "涨 1.2%报 3,100": what was printed before of the same name stands between it and the verb. */
  #overFigures(verb: Verb): { at: number; first: Verb } {
    let first = verb;
    for (let step = 0; step < 3; step += 1) {
      const other = this.#figureEndingAt(first.start);
      const earlier = other === null ? null : verbBefore(this.#text, other.start - this.#from);
      if (!earlier) break;
      first = earlier;
    }
    return { at: first.start, first };
  }

  #figureEndingAt(at: number): Quantity | null {
    const place = this.#from + at;
    const next = firstEndingAfter(this.#figures, place - 2);
    const found = this.#figures[next];
    return found && found.end <= place && found.start >= this.#from ? found : null;
  }

  #clauseStart(end: number): number {
    let start = end;
    while (start > 0 && end - start < LONGEST_NAME) {
      const sign = this.#text[start - 1] ?? '';
      if (BORDER.test(sign)) break;
      // "涨 3.1%、某某": behind a number a comma sets apart, between names it joins.
      if (sign === '、' && (this.#figureEndingAt(start - 1) !== null || /[停\d]/.test(this.#text[start - 2] ?? '')))
        break;
      start -= 1;
    }
    return start;
  }

  #trim(border: number, end: number): Span | null {
    const numbered = border + (NUMBERED.exec(this.#text.slice(border, end))?.[0].length ?? 0);
    const start = withoutLead(this.#text, Math.min(numbered, end), end);
    let stop = end;
    while (stop > start && /[\s*_`]/.test(this.#text[stop - 1] ?? '')) stop -= 1;
    return stop - start < 2 ? null : { start, end: stop };
  }

  #named(verb: Verb, name: Span): Reading | null {
    const quoted = quotedAs(this.#text.slice(name.start, name.end));
    return quoted && this.#isName(name, quoted) ? { verb, name: this.#shift(name), quoted } : null;
  }

  #isName({ start, end }: Span, quoted: Quoted): boolean {
    if (end - start >= LONGEST_NAME) return false;
    return quoted !== 'share' || findMetrics(this.#text, start, end).length === 0;
  }

  #shift = ({ start, end }: Span): Span => ({ start: start + this.#from, end: end + this.#from });

  /** A clause without a name: the label ahead of its colon, or what the clause before spoke of. */
  #ahead(border: number, depth: number): Reading | null {
    const sign = this.#text[border - 1] ?? '';
    if (sign === '：' || sign === ':') {
      const label = this.#trim(this.#clauseStart(border - 1), border - 1);
      if (!label || isHeading(this.#text.slice(label.start, label.end))) return null;
      const verb: Verb = { kind: 'move', word: '', start: border, metric: null };
      return this.#named(verb, label);
    }
    if (sign !== '，' && sign !== ',' && sign !== '、') return null;
    const before = this.#figures[firstEndingAfter(this.#figures, this.#from + border - MOST_GAP)];
    if (!before || before.end > this.#from + border || before.start < this.#from) return null;
    const gap = this.#text.slice(before.end - this.#from, border);
    return /[。；;\n|]/.test(gap) ? null : this.read(before.start, depth + 1);
  }
}

const CHANGES: Readonly<Record<Quoted, readonly [string, string]>> = {
  share: ['share_price_change', 'Share price change'],
  index: ['index_change', 'Index change'],
  yield: ['yield_change', 'Yield change'],
  currency: ['exchange_rate_change', 'Exchange rate change'],
  good: ['price_change', 'Price change'],
};
const LEVELS: Readonly<Record<Quoted, readonly [string, string]>> = {
  share: ['share_price', 'Share price'],
  index: ['index_level', 'Index level'],
  yield: ['bond_yield', 'Bond yield'],
  currency: ['exchange_rate', 'Exchange rate'],
  good: ['price', 'Price'],
};

const spot = { companyWide: false, flow: false, time: 'spot' } as const;
const isSmall = ({ unit, highExponent }: Quantity): boolean =>
  unit === 'other' || unit === 'count' || ((unit === 'money' || unit === 'per_share') && highExponent < 3);

/** "涨", "下跌" as the tape's own word for the size of a move. */
const moveWord = (word: string, traditional: boolean): string =>
  `${/跌|降|贬|低|落|挫|滑/.test(word) || word === '下行' ? '跌' : traditional ? '漲' : '涨'}幅`;

function changeOf({ verb, name, quoted }: Reading, quantity: Quantity, traditional: boolean): MetricChoice | null {
  const { unit } = quantity;
  if (name === null && (verb.kind === 'shift' || verb.word.length < 2)) return null;
  if (verb.kind === 'shift' && (quoted === 'share' || quoted === null)) return null;
  if (unit === 'bps' && quoted !== 'yield' && quoted !== 'currency') return null;
  if (unit !== 'percent' && unit !== 'bps' && !(name !== null && isSmall(quantity))) return null;
  const [metric, label] = CHANGES[quoted ?? 'share'];
  return {
    ...spot,
    metric,
    label,
    words: moveWord(verb.word, traditional),
    kind: unit === 'bps' ? 'bps' : 'delta',
    at: null,
  };
}

function levelOf({ quoted, verb }: Reading, quantity: Quantity): MetricChoice | null {
  if (
    quoted === null ||
    (quoted === 'yield') !== (quantity.unit === 'percent') ||
    (quoted !== 'yield' && !isSmall(quantity))
  )
    return null;
  const traded = quoted === 'share' || quoted === 'good';
  if (traded && quantity.unit !== 'money' && quantity.unit !== 'per_share' && verb.word.length < 2) return null;
  const [metric, label] = LEVELS[quoted];
  return {
    ...spot,
    metric,
    label,
    words: null,
    kind: quoted === 'share' ? 'price' : quoted === 'yield' ? 'ratio' : 'level',
    at: null,
  };
}

const MEASURED: ReadonlySet<string> = new Set(['money', 'percent', 'multiple', 'count', 'other']);

function measureOf({ verb }: Reading, quantity: Quantity, line: string): MetricChoice | null {
  const { metric, word } = verb;
  if (metric === null || !MEASURED.has(quantity.unit) || !isOfMarket(line.slice(0, -word.length))) return null;
  const label = metric.charAt(0).toUpperCase() + metric.slice(1).replaceAll('_', ' ');
  return { ...spot, metric, label, words: word, kind: quantity.unit === 'money' ? 'level' : 'ratio', at: null };
}

const JOINED = /[、和与及跟]/;

/** "甲和乙分别涨 1% 和 2%": the names of a list own its numbers in order. */
function inOrder(text: string, name: Span, quantity: Quantity, view: BlockView): Span {
  const joint = withFoldedHan(text.slice(name.end, quantity.start));
  const names = withFoldedHan(text.slice(name.start, name.end)).split(JOINED);
  if (names.length < 2 || !/分别|依次/.test(joint)) return name;
  const first = view.figures[firstEndingAfter(view.figures, name.end)];
  const place = view.figures.filter((one) => first && one.start >= first.start && one.start < quantity.start).length;
  const own = names[place];
  if (own === undefined || own.length < 2) return name;
  const start = name.start + names.slice(0, place).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + own.length };
}

function ownerOf(text: string, name: Span): Owner {
  const label = text.slice(name.start, name.end);
  const market = marketAt(text, name.start, name.end);
  const known = market !== null && market.end === name.end && market.kind !== 'place';
  return { entity: known ? market.name : label, label, kind: known ? 'market' : 'name' };
}

function hasHan(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) if (isHan(words.charCodeAt(at))) return true;
  return false;
}

/** What a number in prose is on the tape, and whose; null where no words of the tape lead it. */
export function readTape(text: string, quantity: Quantity, view: BlockView): Tape | null {
  const lead = text.slice(Math.max(view.start, quantity.start - 8), quantity.start);
  if (!hasHan(lead)) return null;
  const reader = new TapeReader(text, quantity.start, view);
  const reading = reader.read(quantity.start);
  if (!reading) return null;
  const { kind, start } = reading.verb;
  const metric =
    kind === 'measure'
      ? measureOf(reading, quantity, reader.line)
      : kind === 'level'
        ? levelOf(reading, quantity)
        : changeOf(reading, quantity, lead.includes('漲'));
  if (!metric) return null;
  const at = { start: quantity.start - reader.line.length + start, end: quantity.start };
  const owner = reading.name === null ? null : ownerOf(text, inOrder(text, reading.name, quantity, view));
  return { metric: { ...metric, at }, owner };
}
