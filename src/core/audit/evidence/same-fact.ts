/**
 * Mentions of one fact (metric, entity, period, basis) whose difference no rounding explains, in one document or in
 * two. Metrics are read coarsely, so that a difference is believed only between headline metrics that are named right
 * beside their figures, with nothing that narrows them.
 */
import { evidenceOf } from './evidence';
import { findMetrics } from '../../figure/placing/mentions/metric';
import { groupBy } from '../../base/group';
import { printedInterval, touches } from '../arithmetic/interval';
import type { AuditDocument, AuditFigure, AuditModel } from '../model/model';
import { parallelsOf } from '../stated/parallel';
import { factName, metricName } from '../../figure/display/names';

/** Its class must be one of reported facts: expectations and scenarios differ by their nature. */
const COMPARED = new Set(['disclosed', 'management', 'third_party']);
const EXPLAINED =
  /methodolog|definition|defined|basis|not directly comparable|rounding|depending on|outlets|broader|narrower|adjusted|non-gaap|excluding|including|restated|口径/i;
const FACT_KINDS = new Set(['level', 'growth', 'count', 'price', 'ratio']);

/** Metrics of which an entity has one value a period. Others (goodwill, charges, proceeds …) come in many parts. */
const HEADLINE =
  /^(?:(?:cash|broad|adjusted|gaap|organic|total|net|gross|operating|ebitda)_)*(?:revenue|sales|eps|income|profit|margin|ebitda|capex|free_cash_flow|run_rate|order_book|backlog|net_debt|gmv|members|users|customers|subscribers|employees|headcount|dividend|share_price|price|market_cap|share_of_revenue|market_share|leverage)(?:_growth|_share)?$/;

/** A share has a part and a whole, and the name says the whole only. */
const SHARE_OF = /^(?:percentage|percent|share|%|as a percent\w*) of\b/i;

/** "Pumps made $4bn, or 43% of the revenue of $9bn": what a share is of belongs to the whole, not to the part. */
const WHOLE = /(?:%|\bpercent|\bper cent) of (?:the |our |its |total |group |overall )*[a-z]+(?: [a-z]+)? of\s*[~≈]?$/;
const entityOf = (document: AuditDocument, figure: AuditFigure): string | null =>
  figure.cell === null && WHOLE.test(evidenceOf(document).index.before(figure, 60)) ? document.entity : figure.entity;

/** A period that stands with the figure, not one taken over from a heading or the document. */
const INHERITED = /document|section|heading|context|default|inherit|title/;

const isComparable = (figure: AuditFigure): boolean =>
  !INHERITED.test(figure.periodCue?.rule ?? 'default') &&
  HEADLINE.test(figure.metric ?? '') &&
  COMPARED.has(figure.provenance) &&
  figure.assertion === 'reported' &&
  FACT_KINDS.has(figure.kind) &&
  !SHARE_OF.test(figure.metricLabel ?? '') &&
  figure.period !== null &&
  figure.entity !== null &&
  figure.low !== null &&
  figure.high !== null;

/** Two values of one thing are of one size: what lies further apart is a part, another span of time or another scale. */
const APART = 2.5;
function isOneSize(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [Number(a.low), Number(b.low)];
  return x * y > 0 && Math.max(x / y, y / x) <= APART;
}

/** A group's and its parent company's accounts are two sets of books. */
const BOOKS = /consolidated|standalone|stand-alone|合并|合併|母公司/giu;
const booksOf = (document: AuditDocument, figure: AuditFigure): string =>
  [...`${figure.metricLabel ?? ''} ${evidenceOf(document).index.sentenceText(figure)}`.matchAll(BOOKS)]
    .map(([word]) => word.toLowerCase())
    .toSorted()
    .at(0) ?? '';

/** Values whose difference no rounding explains, and that are of one kind, unit and basis. */
const differ = (a: AuditFigure, b: AuditFigure): boolean =>
  (a.low !== b.low || a.high !== b.high) &&
  a.unit === b.unit &&
  a.kind === b.kind &&
  a.currency === b.currency &&
  (a.basis ?? '') === (b.basis ?? '') &&
  (a.per ?? '') === (b.per ?? '') &&
  isOneSize(a, b) &&
  !touches(printedInterval(a), printedInterval(b));

/**
 * In one sentence two values of one metric are a comparison being made, not a contradiction. So are two tables whose
 * heads differ: a quarter and nine months, a segment and the group.
 */
function together(document: AuditDocument, a: AuditFigure, b: AuditFigure): boolean {
  if (a.sentence === b.sentence) return true;
  if (![a, b].every((figure) => isOwned(document, figure, a.section === b.section))) return true;
  if (parallelsOf(evidenceOf(document).index).has(a, b)) return true;
  // A row that names it beside a line that does not: the line may be of the whole.
  if ((a.cell === null) !== (b.cell === null) && saysWhose(document, a) !== saysWhose(document, b)) return true;
  if (a.cell === null || b.cell === null) return false;
  return a.cell.table === b.cell.table || headsOf(document, a) !== headsOf(document, b);
}

/** In another section the subject may be a part of it, unless sentence or table name whose the figure is. */
function isOwned(document: AuditDocument, figure: AuditFigure, isSameSection: boolean): boolean {
  if (entityOf(document, figure) === document.entity && (figure.cell !== null || isSameSection)) return true;
  return saysWhose(document, figure);
}

function saysWhose(document: AuditDocument, figure: AuditFigure): boolean {
  const { entity, entityLabel, cell } = figure;
  const words = cell ? headsOf(document, figure) : evidenceOf(document).index.sentenceText(figure);
  return [entity, entityLabel].some((name) => name !== null && words.includes(name));
}

function headsOf({ layout }: AuditDocument, { cell }: AuditFigure): string {
  const table = cell ? layout.tables[cell.table] : undefined;
  if (!table) return '';
  const caption = table.caption ? layout.text.slice(table.caption.start, table.caption.end) : '';
  const head = table.head.find(({ column }) => column === cell?.column)?.text ?? '';
  const row = table.rows[cell?.row ?? -1]?.cells[0]?.text ?? '';
  return [layout.sections[table.section]?.title ?? '', caption, head, row].join('|');
}

/** A part, an origin or an effect of the metric is another quantity under its name. */
const PARTIAL =
  /\b(?:of which|including|included|portion|part of|related to|attributable|impact|effect|contribut\w+|account(?:ed|s|ing)? for|due to|driven|unearned|deferred|from (?:acquisitions?|the|sales?)|segment|division|comparable|same-store|traffic|ticket|organic\w*|excluding|net of|less|remaining|authoriz\w+|additional|incremental|charges?|reserve|allowance|accrued|charge|per|group|company|firm|total)\b/;

/** What a change is counted from is of another time. */
const FROM = /\bfrom (?:about |around |~)?$/;

/** The metric's own name stands right before the figure, with nothing that narrows it. */
export function isNamed(document: AuditDocument, figure: AuditFigure): boolean {
  if (figure.cell !== null) return true;
  const { index } = evidenceOf(document);
  const name = (metricName(figure) ?? '').toLowerCase().replace(/ growth$/, '');
  const sentence = index.sentenceText(figure).toLowerCase();
  const lead = index.before(figure, figure.kind === 'growth' ? 120 : 60);
  if (FROM.test(lead)) return false;
  if (WHOLE.test(lead)) return true;
  if (HAN.test(name)) return isWholeHan(figure, lead);
  return name !== '' && lead.includes(name) && !PARTIAL.test(figure.kind === 'growth' ? sentence : lead);
}

const HAN = /\p{Script=Han}/u;
/** Between the start of a Chinese clause and the metric's name: the company, a time, a verb of reporting. */
const HAN_LEAD =
  /^(?:公司|集团|本期|报告期内?|当期|全年|单季度?|其中|总|实现|完成|录得|营业|合计|共|为|的|年度?|上半年|下半年|前三季度|第[一二三四]季度|[0-9a-z.\s–-])*$/u;
const HAN_CUT = /[，,。；;、：:|（(）)]/u;

/** "工业自动化收入" is a part's revenue under the company's name: nothing but the company and the time may lead to it. */
function isWholeHan(figure: AuditFigure, lead: string): boolean {
  // The label may hold the part's name, so the metric's own words are looked for.
  const named = findMetrics(lead, 0, lead.length).at(-1);
  if (!named) return false;
  const own = lead.slice(0, named.start).split(HAN_CUT).at(-1) ?? '';
  const rest = own.replaceAll((figure.entityLabel ?? figure.entity ?? '').toLowerCase(), '');
  return HAN_LEAD.test(rest) && !/总|其中|占/.test(lead.slice(named.end));
}

/** A growth rate is only comparable where both say against what. */
const saysBasis = (figure: AuditFigure): boolean => figure.kind !== 'growth' || figure.basis !== null;

/** Two mentions of one fact with values that exclude each other; `first` stands in the document asked about. */
export interface Contradiction {
  readonly first: AuditFigure;
  readonly other: AuditFigure;
  /** The document of `other`. */
  readonly elsewhere: AuditDocument;
  /** The text says why they differ. */
  readonly isExplained: boolean;
  /** For a person: "Northwind Revenue 2026Q1". */
  readonly what: string;
}

/** More figures in one sentence are a chart or a table that was poured into a line. */
const DENSE = 8;

const isCandidate = (document: AuditDocument, figure: AuditFigure): boolean =>
  isComparable(figure) &&
  (figure.cell !== null || evidenceOf(document).index.inSentence(figure.sentence).length < DENSE) &&
  saysBasis(figure) &&
  (figure.kind === 'growth' || !evidenceOf(document).differences.has(figure.id)) &&
  isNamed(document, figure);

const isExplained = (document: AuditDocument, figure: AuditFigure): boolean =>
  EXPLAINED.test(evidenceOf(document).index.sentenceText(figure));

/** Mentions that may contradict, by fact; gathered once a document. */
const gathered = new WeakMap<AuditDocument, ReadonlyMap<string, readonly AuditFigure[]>>();

function candidatesOf(document: AuditDocument): ReadonlyMap<string, readonly AuditFigure[]> {
  const known = gathered.get(document);
  if (known) return known;
  const found = groupBy(
    document.figures.filter((figure) => isCandidate(document, figure)),
    (figure) => `${figure.metric}|${entityOf(document, figure)}|${figure.period}`,
  );
  gathered.set(document, found);
  return found;
}

/** Words right behind it name it as well: "11.5M subscribers". */
function isNamedBehind(document: AuditDocument, figure: AuditFigure): boolean {
  const name = (metricName(figure) ?? '').toLowerCase().replaceAll('_', ' ');
  const after = evidenceOf(document)
    .index.after(figure, 40)
    .replace(/^[\s*_)]+/, '');
  return figure.cell === null && name.length > 2 && after.startsWith(name) && !PARTIAL.test(after.slice(0, 30));
}

const OPEN = new Set(['threshold', 'scenario', 'score', 'target']);
/** Of one sort of statement: what is expected and what was reported differ by their nature. */
const isOneSort = (a: AuditFigure, b: AuditFigure): boolean =>
  (a.provenance === 'consensus') === (b.provenance === 'consensus') &&
  (a.assertion === 'guidance') === (b.assertion === 'guidance');

/**
 * Pairs of mentions whose metric, entity and period all stand with them. Their classes may differ, because a class is
 * often read from words further off, so a difference of their values is only worth a look.
 */
export function placedAlike(document: AuditDocument): readonly Pair[] {
  const known = alike.get(document);
  if (known) return known;
  const found = findPlacedAlike(document);
  alike.set(document, found);
  return found;
}

type Pair = readonly [AuditFigure, AuditFigure];
/** Found once a document. */
const alike = new WeakMap<AuditDocument, readonly Pair[]>();

function findPlacedAlike(document: AuditDocument): readonly Pair[] {
  const isPlaced = (figure: AuditFigure): boolean =>
    figure.period !== null &&
    figure.entity !== null &&
    figure.low !== null &&
    figure.high !== null &&
    !INHERITED.test(figure.periodCue?.rule ?? 'default') &&
    HEADLINE.test(figure.metric ?? '') &&
    !OPEN.has(figure.assertion) &&
    FACT_KINDS.has(figure.kind) &&
    saysBasis(figure) &&
    !SHARE_OF.test(figure.metricLabel ?? '') &&
    (figure.cell !== null || evidenceOf(document).index.inSentence(figure.sentence).length < DENSE) &&
    !evidenceOf(document).differences.has(figure.id) &&
    (isNamed(document, figure) || isNamedBehind(document, figure));
  const facts = groupBy(document.figures.filter(isPlaced), (figure) =>
    [figure.metric, entityOf(document, figure), figure.period, figure.unit].join('|'),
  );
  return [...facts.values()].flatMap((figures): Pair[] => {
    const values = [...groupBy(figures, ({ low, high }) => `${low}|${high}`).values()];
    const [first, ...others] = values.toSorted((x, y) => placesOf(y) - placesOf(x));
    const usual = first?.[0];
    const odd = usual && others.flat().find((one) => isRival(document, usual, one));
    return odd && first && placesOf(first) > 1 && values.length <= MOST_VALUES ? [[usual, odd]] : [];
  });
}
/** How many tables and sentences give it: what several give is what the document says, and the odd one is the slip. */
const placesOf = (figures: readonly AuditFigure[]): number =>
  new Set(figures.map(({ cell, sentence }) => (cell ? `t${cell.table}` : `s${sentence}`))).size;
const MOST_VALUES = 3;
const isRival = (document: AuditDocument, a: AuditFigure, b: AuditFigure): boolean =>
  differ(a, b) &&
  isOneSort(a, b) &&
  booksOf(document, a) === booksOf(document, b) &&
  a.sentence !== b.sentence &&
  a.cell?.table !== b.cell?.table &&
  !parallelsOf(evidenceOf(document).index).has(a, b);

const byFact = new WeakMap<AuditModel, ReadonlyMap<string, readonly AuditDocument[]>>();

/** Which documents name a fact, in their order; made once a run, so that no document is held against all others. */
function documentsByFact(model: AuditModel): ReadonlyMap<string, readonly AuditDocument[]> {
  const known = byFact.get(model);
  if (known) return known;
  const found = new Map<string, AuditDocument[]>();
  for (const document of model.documents) {
    for (const fact of candidatesOf(document).keys()) {
      const naming = found.get(fact);
      if (naming) naming.push(document);
      else found.set(fact, [document]);
    }
  }
  byFact.set(model, found);
  return found;
}

/** At most one a fact. Documents before this one have said their own conflicts with it. */
export function contradictions(
  document: AuditDocument,
  model: AuditModel,
  isOurs: (a: AuditFigure, b: AuditFigure) => boolean,
): readonly Contradiction[] {
  const naming = documentsByFact(model);
  return [...candidatesOf(document)].flatMap(([fact, [first]]): readonly Contradiction[] => {
    if (!first) return [];
    const isOther = (figure: AuditFigure, of: AuditDocument): boolean =>
      differ(first, figure) &&
      booksOf(document, first) === booksOf(of, figure) &&
      isOurs(first, figure) &&
      (of !== document || !together(document, first, figure));
    const named = naming.get(fact) ?? [];
    for (const elsewhere of named.slice(named.indexOf(document))) {
      const other = candidatesOf(elsewhere)
        .get(fact)
        ?.find((figure) => isOther(figure, elsewhere));
      if (!other) continue;
      const what = factName(first);
      const explained = isExplained(document, first) || isExplained(elsewhere, other);
      return [{ first, other, elsewhere, isExplained: explained, what }];
    }
    return [];
  });
}
