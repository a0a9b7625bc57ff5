/**
 * An order said of names whose values stand elsewhere: "current price < MA10", "the shares trade below the 200-day moving
 * average", "当前价格低于MA5、MA10"; and labels that have an order by what they mean: an all-time high is no lower than
 * the high of 52 weeks.
 */
import type { Span } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { type Claimed, order, quoted, WORDS } from './claimed';
import { namedValues, spelled } from './named-values';
import { longestFirst } from '../../../base/pattern';

const LESS = new Set(WORDS.signs.less);
const NAME = '[\\p{L}\\d][\\p{L}\\d/ -]{0,28}?';
const BE =
  '(?:(?:is|are|remains?|trades?|trading|sits?|stands?|closed|currently|now|well|just|still|仍|目前|已)\\s*){0,3}';
/** Whether a sentence compares at all, before its names are looked for. */
const SIGN = new RegExp(longestFirst([...WORDS.signs.less, ...WORDS.signs.more]), 'iu');
const CLAIM = new RegExp(
  `(?<![\\p{Script=Latin}\\d-])(${longestFirst(WORDS.price_alias)}|${NAME})\\s*${BE}(${longestFirst([...WORDS.signs.less, ...WORDS.signs.more])})\\s*(?:both\\s|its\\s|the\\s)*((?:(?:50|100|200|20|10)[- ]day\\s(?:simple |exponential )?(?:moving average|s?ma))|[\\p{L}]{1,12}\\s?\\d{0,3}(?:\\s?[\\p{L}]{1,9})?)((?:\\s?[、,/]\\s?[\\p{L}]{1,6}\\d{1,3}){0,3})`,
  'giu',
);
const NOT_AN_ORDER =
  /\b(?:if|not|break|breaks|stop|close|closes|when|until|should|would|falls?|drops?|rises?|target|trigger)\b|如果|若|跌破|突破|不|触发/iu;
/** What is measured alike: a price and an average of prices, within reach of each other. */
const APART = 3;
const FEWEST_APART = 1e-9;

function priceOf(values: ReadonlyMap<string, AuditFigure>): AuditFigure | null {
  for (const name of WORDS.price_names) {
    const figure = values.get(spelled(name));
    if (figure) return figure;
  }
  return null;
}

const PRICES = new Set(WORDS.price_alias.map(spelled));

function judge(a: AuditFigure, b: AuditFigure, word: string, expects: 'less' | 'more', place: Span): Claimed | null {
  const ratio = Number(a.low) / Number(b.low);
  const is = order({ ...a, unit: b.unit }, b);
  if (is === null || a === b || !(ratio > 1 / APART && ratio < APART) || Math.abs(ratio - 1) < FEWEST_APART)
    return null;
  const says = `${quoted(a)} is ${is} than ${quoted(b)}`;
  return { word, says, figures: [a, b], spans: [place], holds: is === expects, severity: 'warning' };
}

function saidOrders(index: DocumentIndex, values: ReadonlyMap<string, AuditFigure>): readonly Claimed[] {
  const { sentences, text } = index.document.layout;
  const price = priceOf(values);
  const of = (name: string): AuditFigure | null =>
    PRICES.has(spelled(name)) ? price : (values.get(spelled(name)) ?? null);
  return sentences.flatMap(({ start, end }) => {
    const words = text.slice(start, Math.min(end, start + 400));
    if (!SIGN.test(words)) return [];
    return [...words.matchAll(CLAIM)].flatMap((match): readonly Claimed[] => {
      const [whole, left = '', sign = '', right = '', more = ''] = match;
      if (NOT_AN_ORDER.test(words.slice(Math.max(0, match.index - 24), match.index + whole.length))) return [];
      const place = { start: start + match.index, end: start + match.index + whole.trimEnd().length };
      const expects = LESS.has(sign.toLowerCase()) ? 'less' : 'more';
      const [a, ...others] = [left, right, ...more.split(/[、,/]/)].map((name) => of(name.trim()));
      return others.flatMap((b) => (a && b && judge(a, b, whole.trim(), expects, place)) ?? []);
    });
  });
}

/** The labels of an order stand in one table column or one list. */
function ownOrders(values: ReadonlyMap<string, AuditFigure>): readonly Claimed[] {
  return WORDS.ordered_labels.flatMap(([more = '', less = '']): readonly Claimed[] => {
    const [high, low] = [values.get(spelled(more)), values.get(spelled(less))];
    if (!high || !low || high.unit !== low.unit || high.section !== low.section) return [];
    if (high.cell?.table !== low.cell?.table || order(high, low) !== 'less') return [];
    const says = `${quoted(high)} (${more}) is less than ${quoted(low)} (${less})`;
    return [{ word: more, says, figures: [high, low], spans: [], holds: false, severity: 'warning' }];
  });
}

/**
 * Orders that the text says, then those that labels have by their meaning; nothing where the document gives values to
 * fewer than two names.
 */
export function namedOrders(index: DocumentIndex): readonly Claimed[] {
  const values = namedValues(index);
  return values.size < 2 ? [] : [...saidOrders(index, values), ...ownOrders(values)];
}
