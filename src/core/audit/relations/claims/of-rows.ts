/**
 * What a sentence says of a row of a table: its growth in a year, its compound growth between two, its share of the total.
 * The row's label stands before the figure, the years or the whole beside it; a table in the same section is held against it.
 */
import type { DocumentIndex } from '../../model/document-index';
import { labelsOf } from '../../facts/labels';
import { groupBy } from '../../../base/group';
import type { AuditFigure } from '../../model/model';
import { isWord, nameOf } from './listings';
import { type Cell, combine, type Ends, isRange, mapEnds, signedEnds } from '../../arithmetic/ends';
import { latticesOf } from '../labelled/lattice';
import { isTotal, timeOf } from '../labelled/words';
import { AMOUNTS, sameUnit } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';

const HUNDRED = 100;

interface Series {
  readonly label: string;
  readonly section: number;
  readonly byYear: ReadonlyMap<number, Cell>;
}

interface Mix {
  readonly label: string;
  readonly section: number;
  readonly parts: readonly (readonly [name: string, cell: Cell])[];
  readonly total: Cell;
}

const isAmount = ({ figure, ends }: Cell): boolean =>
  AMOUNTS.has(figure.unit) && figure.kind !== 'growth' && figure.kind !== 'delta' && !isRange(ends) && ends.low.low > 0;

/** By section: what a sentence is about stands near it. */
interface Known {
  readonly series: ReadonlyMap<number, readonly Series[]>;
  readonly mixes: ReadonlyMap<number, readonly Mix[]>;
}

function known(index: DocumentIndex): Known {
  const series: Series[] = [];
  const mixes: Mix[] = [];
  for (const table of index.document.layout.tables)
    for (const { lines, heads } of latticesOf(index, table) ?? [])
      for (const { label, cells } of lines) {
        const amounts = [...cells].filter(([, cell]) => isAmount(cell));
        const years = amounts.flatMap(([place, cell]): (readonly [number, Cell])[] => {
          const time = timeOf(heads.get(place) ?? '');
          return time && !time.isQuarter && !/\bh[12]\b|\bq[1-4]\b/.test(heads.get(place) ?? '')
            ? [[time.at, cell]]
            : [];
        });
        const name = nameOf(label);
        const byYear = new Map(years);
        if (byYear.size >= 2 && byYear.size === years.length && name.length > 2)
          series.push({ label: name, section: table.section, byYear });
        const totals = amounts.filter(([place]) => isTotal(heads.get(place) ?? ''));
        const [total] = totals;
        const parts = amounts.filter(([place]) => !isTotal(heads.get(place) ?? ''));
        if (total && totals.length === 1 && parts.length >= 2)
          mixes.push({
            label: name,
            section: table.section,
            parts: parts.map(([place, cell]) => [nameOf(heads.get(place) ?? ''), cell] as const),
            total: total[1],
          });
      }
  return { series: groupBy(series, ({ section }) => section), mixes: groupBy(mixes, ({ section }) => section) };
}

const OTHERWISE =
  /organic|constant|currency|like-for-like|comparable|excluding|ex-|adjust|pro[- ]forma|underlying|guid|target|consensus|could|would|if\b|should|implies|compared|quarter|\bq[1-4]\b|\bh[12]\b|month|季|内生|剔除/;
const GREW =
  /(?:grew|grows|rose|rises|increased|climbed|was up|is up|up|jumped|expanded|advanced|to grow|growing|growth of|增长|同比增长|增加)(?:\s(?:by|about|around|roughly|~|约)|\s)*$/;
const FELL =
  /(?:fell|declined|decreased|dropped|was down|is down|down|slipped|shrank|contracted|decline of|下降|下滑|减少)(?:\s(?:by|about|around|roughly|~|约)|\s)*$/;
const YEAR = /(?:^|[^\d.$£€¥])(?:fy|cy)?['’]?((?:19|20)\d\d)(?![\d,.]\d|\d)/g;
const COMPOUND = /cagr|compound|a year|per year|per annum|annuali[sz]ed|年复合|复合增/;
const NEAR = 70;

const yearsIn = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(YEAR)].map(([, year]) => Number(year))),
];

const MOST_POINTS = 25;
const isClose = (value: Ends, claimed: Ends): boolean => Math.abs(value.low.point - claimed.low.point) <= MOST_POINTS;

function told(
  claim: AuditFigure,
  value: Ends | null,
  operands: readonly AuditFigure[],
  words: string,
  isConclusive: boolean,
) {
  const claimed = signedEnds(claim);
  const relation = value && claimed && relateEnds('identity', claim, operands, value, words);
  if (!relation || !value || !claimed) return null;
  return relation.verdict !== 'conflict' || (isConclusive && isClose(value, claimed)) ? relation : null;
}

/** One value per series where all of its name agree; of several rows that tie is enough. */
function best(found: readonly (Relation | null)[]): Relation | null {
  const all = found.filter((one) => one !== null);
  return (
    all.find(({ verdict }) => verdict !== 'conflict') ??
    (all.length === 1 && found.length === 1 ? (all[0] ?? null) : null)
  );
}

function grownIn(
  series: Series,
  claim: AuditFigure,
  years: readonly number[],
  isCompound: boolean,
  isConclusive: boolean,
) {
  const [from, to] = years.length === 2 ? years.toSorted((a, b) => a - b) : [(years[0] ?? 0) - 1, years[0]];
  const [start, end] = [series.byYear.get(from ?? 0), series.byYear.get(to ?? 0)];
  if (!start || !end || !sameUnit(start.figure, end.figure) || from === undefined || to === undefined) return null;
  const span = isCompound ? to - from : 1;
  const ratio = combine(end.ends, start.ends, (a, b) => a / b);
  const value = ratio && mapEnds(ratio, (one) => (one ** (1 / span) - 1) * HUNDRED);
  const quotient = `${digits(end.figure)} ÷ ${digits(start.figure)}`;
  const words = span === 1 ? `${quotient} − 1` : `(${quotient})^(1/${span}) − 1`;
  return told(claim, value, [end.figure, start.figure], words, isConclusive);
}

function growth(index: DocumentIndex, { series }: Known, claim: AuditFigure): Relation | null {
  const sentence = index.sentenceText(claim).replace(/[*_`]/g, '').toLowerCase();
  const lead = index.before(claim, 120).replace(/[*_`]/g, '');
  const isCompound = COMPOUND.test(`${lead.slice(-NEAR)} ${claim.quote.toLowerCase()} ${index.after(claim, 40)}`);
  const falls = FELL.test(lead);
  if (!isCompound && !GREW.test(lead) && !falls) return null;
  const near = `${lead.slice(-NEAR)} ${index.after(claim, 40)}`;
  const years = yearsIn(near);
  if (OTHERWISE.test(sentence)) return null;
  const own = (series.get(claim.section) ?? []).filter(({ label }) => isWord(lead.slice(-NEAR), label));
  const longest = Math.max(0, ...own.map(({ label }) => label.length));
  const chosen = own.filter(({ label }) => label.length === longest);
  if (years.length === 0 && isCompound) return grownLabelled(series.get(claim.section) ?? [], index, claim);
  if (years.length === 0 || years.length > 2 || (isCompound && years.length < 2)) return null;
  if (!isCompound && years.length > 1) return null;
  const rates = index.inSentence(claim.sentence).filter(({ unit }) => unit === 'percent').length;
  const signed = falls ? { ...claim, direction: 'down' as const } : claim;
  return best(chosen.map((one) => grownIn(one, signed, years, isCompound, rates === 1 && opens(lead, one.label))));
}
const SPAN = /(?:^|[^\d.])(\d{1,2}|three|four|five|ten|三|五|十)[- ]?(?:y(?:ea)?rs?\b|y\b|年)/;
const IN_WORDS: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, ten: 10, 三: 3, 五: 5, 十: 10 };

/** The row that the claim's own label names, the words since the figure before it. */
function grownLabelled(all: readonly Series[], index: DocumentIndex, claim: AuditFigure): Relation | null {
  const { lead, tail } = labelsOf(index, claim);
  // "5-year" is a figure of its own.
  const line = index.before(claim, NEAR).replace(/[*_`]/g, '').split('\n').at(-1) ?? '';
  const own = all.filter(({ label }) => isWord(lead, label));
  const longest = Math.max(0, ...own.map(({ label }) => label.length));
  return best(
    own.filter(({ label }) => label.length === longest).map((one) => grownOver(one, claim, `${line} ${tail}`)),
  );
}

/** "5-year revenue CAGR: 20%" under the row of five years: so many years back, or so many years in all. */
function grownOver(series: Series, claim: AuditFigure, near: string): Relation | null {
  const said = SPAN.exec(near)?.[1];
  const span = said === undefined ? 0 : (IN_WORDS[said] ?? Number(said));
  const years = [...series.byYear.keys()].toSorted((a, b) => a - b);
  const last = years.at(-1) ?? 0;
  const starts = [...new Set([last - span, last - span + 1, years[0] ?? last])].filter(
    (year) => year < last && series.byYear.has(year),
  );
  if (span < 2 || !starts.some((year) => last - year >= span - 1)) return null;
  const ways = starts.flatMap((year) => grownIn(series, claim, [year, last], true, last - year >= span - 1) ?? []);
  return ways.find(({ verdict }) => verdict !== 'conflict') ?? ways[0] ?? null;
}

/** Nothing but the row's name leads to the verb: "iPhone revenue" is no "revenue". */
const opens = (lead: string, label: string): boolean => {
  const before = lead.slice(0, lead.lastIndexOf(label));
  return /(?:^|[,;:：，。(]|\b(?:the|our|its|that|and|total|group|company|while|with|in (?:fy)?(?:19|20)\d\d,?))\s*[-•]?\s*$/.test(
    before,
  );
};

const SHARE_OF =
  /^\s?(?:of|占)\s?(?:the |our |its |company |group |total |overall |consolidated |annual )*([\p{L} ]{3,30}?)(?:[.,;)]|$|\s(?:in|and|but|while|with|for)\b)/u;
const ACCOUNTS =
  /(?:accounts? for|accounted for|represents?|represented|makes? up|made up|contributes?|contributed|is|was|generates?|captures?|at|[(（])\s?(?:about |around |roughly |nearly |~)?$/;
const WHOLES = new Set(['revenue', 'revenues', 'sales', 'total', 'group', 'business']);

/** "Water accounts for 57% of group revenue" beside a table of its parts with their total. */
function share(index: DocumentIndex, { mixes }: Known, claim: AuditFigure): Relation | null {
  const lead = index.before(claim, 90).replace(/[*_`]/g, '');
  const whole = SHARE_OF.exec(index.after(claim, 60))?.[1]?.trim();
  if (!whole || !ACCOUNTS.test(lead) || claim.kind === 'growth') return null;
  const found = (mixes.get(claim.section) ?? [])
    .filter(({ label }) => isWord(label, whole) || WHOLES.has(label))
    .flatMap(({ parts, total }) => {
      const named = parts.filter(([name]) => name.length > 1 && isWord(lead, name));
      const [only] = named;
      const cell = only?.[1];
      if (!cell || named.length > 1 || !sameUnit(cell.figure, total.figure)) return [];
      const value = combine(cell.ends, total.ends, (a, b) => (a / b) * HUNDRED);
      const words = `${digits(cell.figure)} ÷ ${digits(total.figure)}`;
      return [told(claim, value, [cell.figure, total.figure], words, true)];
    });
  return best(found);
}

/** At most one relation for each percentage of running text. */
export function ofRows(index: DocumentIndex): readonly Relation[] {
  const all = known(index);
  if (all.series.size + all.mixes.size === 0) return [];
  return index.document.figures
    .filter(({ unit, cell, low, high }) => unit === 'percent' && cell === null && low !== null && low === high)
    .flatMap((claim) => growth(index, all, claim) ?? share(index, all, claim) ?? []);
}
