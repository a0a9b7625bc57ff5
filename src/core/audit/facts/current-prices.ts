/**
 * Today's price said twice: "from the current price of $45.87" and "what does the current price of $45.89 imply?". Only
 * prices that are a few percent apart are meant to be one; further apart they are of two stocks or two days.
 */
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { groupBy } from '../../base/group';
import { endsOf, touch } from '../arithmetic/ends';
import type { TwoValues } from './two-values';

const CURRENT =
  /(?:\b(?:current|today['’]s|latest)\s(?:share\s|stock\s|market\s)?price|当前(?:股价|价格|價格)|當前股價|现价|現價)[*_]{0,2}\s?(?:[:：=]|of|is|at|为|為)?[\s*_~≈]*$/iu;
/** Words that make it a price of something computed, or of another day. */
const OTHER = /\b(?:implied|target|entry|adjusted|per\s+\p{L}+\s+at)\b/iu;
const REACH = 48;
const CLOSE = 0.03;
const VALUES = 2;

function isCurrent(index: DocumentIndex, figure: AuditFigure): boolean {
  if (figure.unit !== 'money' && figure.unit !== 'per_share') return false;
  if (figure.low === null || figure.low !== figure.high || figure.cell !== null) return false;
  const lead = index.before(figure, REACH).split('\n').at(-1) ?? '';
  return CURRENT.test(lead) && !OTHER.test(lead);
}

/** The two values that a document has for today's price of one stock; three and more are a list. */
export function currentPrices(index: DocumentIndex): readonly TwoValues[] {
  const all = index.document.figures.filter((figure) => isCurrent(index, figure));
  const groups = groupBy(all, ({ currency, entity }) => `${currency}|${entity}`);
  return [...groups.values()].flatMap((mentions): readonly TwoValues[] => {
    const values = new Set(mentions.map(({ low }) => low));
    const [first] = mentions;
    const other = mentions.find(({ low }) => low !== first?.low);
    const [a, b] = [first && endsOf(first), other && endsOf(other)];
    if (!first || !other || !a || !b || values.size !== VALUES) return [];
    const isApart = !touch(
      { low: a.low.low, high: a.high.high, point: 0 },
      { low: b.low.low, high: b.high.high, point: 0 },
    );
    const isClose = Math.abs(a.low.point / b.low.point - 1) <= CLOSE;
    return isApart && isClose && first.period === other.period ? [{ label: 'Current price', first, other }] : [];
  });
}
