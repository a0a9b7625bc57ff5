/**
 * Scenarios and their weights: the value they come to together, in a table's last row, in a sentence that lists them, or in
 * a line that sums up the table above it; and the weights of one set of cases, which make 100%.
 */
import data from '../../../../../resources/audit/scenarios.json';
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { compareEnds, type Ends, exact, isRange, mapEnds, miss, pairwise, signedEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { alternatives } from '../../../base/pattern';
import { isOneKind } from '../../arithmetic/one-kind';

const WEIGHT_HEAD = new RegExp(`^[^\\p{L}]*(?:${alternatives(data.weights)})(?![\\p{L}-])`, 'iu');
/** Chinese words stand in a row without room between. */
const EDGE = '(?:^|[^\\p{L}]|(?<=\\p{Script=Han}))';
export const EXPECTED = new RegExp(`${EDGE}(?:${alternatives(data.expected)})`, 'iu');
const TOTAL = new RegExp(`${EDGE}(?:${alternatives(data.totals)})`, 'iu');
export const CASE = new RegExp(`${EDGE}(?:${alternatives(data.cases)})(?!\\p{Script=Latin})`, 'iu');
const WEIGHT = /^[~≈*_\s]*(\d{1,3}(?:\.\d+)?)\s?(%)?[*_\s]*$/;
const FEWEST = 2;
const MOST = 12;
const FARTHEST = 0.6;
const WHOLE = 100;
const ROUNDING = 1.5;

interface Case {
  readonly row: number;
  readonly weight: number;
  readonly label: string;
}
interface CaseSet {
  readonly table: Table;
  readonly column: number;
  readonly cases: readonly Case[];
  readonly sum: number;
}

const textOf = (table: Table, row: number, column: number): string =>
  table.rows[row]?.cells.find((cell) => cell.column === column)?.text ?? '';

/** The rows with a weight, total rows set aside; fractions are read as percentages where all are at most one. */
function setOf(table: Table): CaseSet | null {
  const column = table.head.find(({ text }) => WEIGHT_HEAD.test(text))?.column;
  if (column === undefined || column === 0) return null;
  const weighted = table.rows.flatMap((_, row) => {
    const label = textOf(table, row, 0);
    const [, value, percent] = WEIGHT.exec(textOf(table, row, column)) ?? [];
    return value === undefined || TOTAL.test(label) ? [] : [{ row, label, value: Number(value), percent }];
  });
  // A last row of all the weights is their sum under another name.
  const last = weighted.at(-1);
  const others = weighted.slice(0, -1).reduce((sum, { value }) => sum + value, 0);
  const isSum = last !== undefined && weighted.length > FEWEST && Math.abs(last.value - others) <= last.value / WHOLE;
  const rows = isSum ? weighted.slice(0, -1) : weighted;
  if (rows.length < FEWEST || rows.length > MOST) return null;
  const isFraction = rows.every(({ value, percent }) => !percent && value <= 1);
  if (!isFraction && !rows.every(({ percent }) => percent)) return null;
  const cases = rows.map(({ row, label, value }) => ({ row, label, weight: isFraction ? value : value / WHOLE }));
  return { table, column, cases, sum: cases.reduce((sum, { weight }) => sum + weight, 0) * WHOLE };
}

const isWhole = ({ sum }: CaseSet): boolean => Math.abs(sum - WHOLE) <= ROUNDING;

/** The first figure of each cell of a column, a fall below zero. */
function valuesOf(index: DocumentIndex, { table }: CaseSet, column: number): ReadonlyMap<number, AuditFigure> {
  const found = new Map<number, AuditFigure>();
  for (const figure of index.inTable(table.index)) {
    const row = figure.cell?.row;
    if (row !== undefined && figure.cell?.column === column && !found.has(row)) found.set(row, figure);
  }
  return found;
}

export interface Weighted {
  readonly weight: number;
  readonly figure: AuditFigure;
}

/** A score is given, not measured: 9/10 is nine, not nearly nine. */
const valueOf = (figure: AuditFigure): Ends | null =>
  figure.unit === 'score' && figure.low === figure.high && figure.low !== null
    ? exact(Number(figure.low))
    : signedEnds(figure);

function weightedSum(parts: readonly Weighted[], by = 1): Ends | null {
  return parts.reduce<Ends | null>((sum, { weight, figure }) => {
    const ends = valueOf(figure);
    const part = ends && mapEnds(ends, (value) => value * weight * by);
    return sum && part && pairwise(sum, part, (a, b) => a + b);
  }, exact(0));
}

const percent = (weight: number): string => `${Number((weight * WHOLE).toFixed(2))}%`;
const expressionOf = (parts: readonly Weighted[]): string =>
  parts.map(({ weight, figure }) => `${percent(weight)} × ${digits(figure)}`).join(' + ');

/** Held against what the parts come to; no relation where the kind of value differs or the size is quite another. */
export function judged(claim: AuditFigure, parts: readonly Weighted[], isConclusive: boolean): Relation | null {
  const claimed = signedEnds(claim);
  const value = weightedSum(parts);
  if (!claimed || !value || parts.some(({ figure }) => !isOneKind(figure, claim))) return null;
  const middle = exact((value.low.point + value.high.point) / 2);
  // Of ranges the middle is often what is meant.
  const ties =
    compareEnds(value, claimed) !== 'conflict' || (isRange(value) && compareEnds(middle, claimed) !== 'conflict');
  if (ties && compareEnds(value, claimed) === 'conflict')
    return relateEnds(
      'identity',
      claim,
      parts.map(({ figure }) => figure),
      middle,
      `middle of ${expressionOf(parts)}`,
    );
  if (!ties && (!isConclusive || miss(value, claimed) > FARTHEST || (isRange(claimed) && !isRange(value)))) return null;
  return relateEnds(
    'identity',
    claim,
    parts.map(({ figure }) => figure),
    value,
    expressionOf(parts),
  );
}

const partsOf = (set: CaseSet, values: ReadonlyMap<number, AuditFigure>): readonly Weighted[] | null => {
  const parts = set.cases.flatMap(({ row, weight }) => {
    const figure = values.get(row);
    return figure ? [{ weight, figure }] : [];
  });
  return parts.length === set.cases.length ? parts : null;
};

const columnsOf = (set: CaseSet): readonly number[] =>
  set.table.head.map(({ column }) => column).filter((column) => column > 0 && column !== set.column);

/** A column of what each case adds: its weight times its value in another column. */
const contributes = (set: CaseSet, own: readonly Weighted[], other: ReadonlyMap<number, AuditFigure>): boolean =>
  set.cases.every(({ row, weight }, i) => {
    const [value, part] = [other.get(row), own[i]?.figure].map((figure) => (figure ? signedEnds(figure) : null));
    return (
      value &&
      part &&
      compareEnds(
        mapEnds(value, (one) => one * weight),
        part,
      ) !== 'conflict'
    );
  });

const summed = (claim: AuditFigure, own: readonly Weighted[]): Relation | null => {
  const sum = weightedSum(own.map((part) => ({ ...part, weight: 1 })));
  const figures = own.map(({ figure }) => figure);
  return sum && relateEnds('identity', claim, figures, sum, figures.map(digits).join(' + '));
};

/** A row whose weight is the whole of the weights is what they come to, whatever its name. */
const isWholeRow = ({ table, column }: CaseSet, row: number): boolean =>
  /^[*_\s]*100(?:\.0+)?\s?%[*_\s]*$/.test(textOf(table, row, column));

/** A total row of the table itself: each column is the weighted one, or the sum of contributions, which is another rule's. */
function inTable(index: DocumentIndex, set: CaseSet): readonly Relation[] {
  if (!isWhole(set)) return [];
  const last = set.cases.at(-1)?.row ?? 0;
  const columns = columnsOf(set).map((column) => valuesOf(index, set, column));
  const found = columns.flatMap((values): readonly Relation[] => {
    const total = [...values].find(
      ([row]) => row > last && (TOTAL.test(textOf(set.table, row, 0)) || isWholeRow(set, row)),
    );
    if (!total) return [];
    const [row, claim] = total;
    const own = partsOf(set, values);
    const isSaid = EXPECTED.test(textOf(set.table, row, 0)) || isWholeRow(set, row);
    const plain = own && weightedSum(own.map((part) => ({ ...part, weight: 1 })));
    const claimed = signedEnds(claim);
    if (plain && claimed && compareEnds(plain, claimed) !== 'conflict') return [];
    if (own && isWholeRow(set, row) && columns.some((other) => other !== values && contributes(set, own, other)))
      return [summed(claim, own) ?? []].flat();
    const among = columns.flatMap((other) => partsOf(set, other) ?? []).length === 0 ? [] : columns;
    const ways = among.flatMap((other) => {
      const parts = partsOf(set, other);
      const relation = parts && judged(claim, parts, isSaid && other === values);
      return relation ? [relation] : [];
    });
    const tied = ways.find(({ verdict }) => verdict !== 'conflict');
    return tied ? [tied] : ways.slice(0, 1);
  });
  return oncePrinted(found);
}

const BARE = /^[*_\s]*(\d{1,3}(?:\.\d+)?)(?:\s?\/\s?(?:5|10|100))?[*_\s]*$/;
/** Scores by criterion are bare numbers, which are read as no figures: their cells are taken as they stand. */
function scored(index: DocumentIndex, set: CaseSet): readonly Relation[] {
  if (!isWhole(set)) return [];
  const last = set.cases.at(-1)?.row ?? 0;
  return columnsOf(set).flatMap((column): readonly Relation[] => {
    const scores = set.cases.map(({ row, weight }) => ({
      weight,
      value: BARE.exec(textOf(set.table, row, column))?.[1],
    }));
    const own = index.inTable(set.table.index).filter(({ cell }) => (cell?.row ?? 0) > last);
    const isSaid = ({ cell }: AuditFigure): boolean =>
      cell?.column === column && EXPECTED_SCORE.test(textOf(set.table, cell.row, 0));
    const claim = own.find(isSaid);
    if (!claim || scores.some(({ value }) => value === undefined)) return [];
    const sum = scores.reduce((all, { weight, value }) => all + weight * Number(value), 0);
    const whole = own.filter(({ cell }) => cell?.row === claim.cell?.row && cell?.column === set.column);
    const words = scores.map(({ weight, value }) => `${percent(weight)} × ${value ?? ''}`).join(' + ');
    const relation = relateEnds('identity', claim, whole, exact(Number(sum.toFixed(6))), words);
    return relation && (relation.verdict !== 'conflict' || miss(exact(sum), exact(Number(claim.low))) <= FARTHEST)
      ? [relation]
      : [];
  });
}
const EXPECTED_SCORE = /weighted|total score|overall|composite|加权|加權|综合|綜合|总分|總分/iu;

/**
 * The score of a row that stands under its values and under what they add is one slip, reported at the last, the sum.
 */
const oncePrinted = (relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(
    (one, i) =>
      one.verdict !== 'conflict' ||
      !relations.slice(i + 1).some(({ verdict, claim }) => verdict === 'conflict' && claim.low === one.claim.low),
  );

/** "Probability-weighted impact: −12%" under the table of scenarios: the weights may be read as they are or made whole. */
function underTable(index: DocumentIndex, sets: readonly CaseSet[]): readonly Relation[] {
  if (sets.length === 0) return [];
  return index.document.figures.flatMap((claim): readonly Relation[] => {
    if (claim.cell !== null) return [];
    const label = labelBefore(index, claim);
    const isSaid = EXPECTED.test(label) || (claim.unit === 'score' && EXPECTED_SCORE.test(label));
    if (!isSaid || TO_ANOTHER.test(label)) return [];
    const set = sets.findLast(({ table }) => table.start < claim.start && claim.start - table.end < REACH);
    if (!set || setOf(set.table) === null) return [];
    const ways = columnsOf(set).flatMap((column) => {
      const parts = partsOf(set, valuesOf(index, set, column));
      if (!parts?.every(({ figure }) => isOneKind(figure, claim))) return [];
      const whole = parts.map((part) => ({ ...part, weight: (part.weight * WHOLE) / set.sum }));
      return [parts, whole].flatMap((one) => judged(claim, one, true) ?? []);
    });
    const tied = ways.find(({ verdict }) => verdict !== 'conflict');
    const isOnly = new Set(ways.flatMap(({ operands }) => operands[0]?.id ?? [])).size === 1;
    return tied ? [tied] : isOnly ? ways.slice(0, 1) : [];
  });
}
const REACH = 900;
/** "Expected return against a price of": what follows is what it is held against. */
export const TO_ANOTHER =
  /(?:^|[^a-z])(?:vs\.?|versus|against|compared|from|than|over|at|was|of current|价格|相比|较)[^a-z]/i;

/** The words before a figure of its own line, after the figure before it. */
export function labelBefore(index: DocumentIndex, figure: AuditFigure): string {
  const { text } = index.document.layout;
  const from = Math.max(0, figure.start - LABEL);
  const own = text.slice(from, figure.start).split('\n').at(-1) ?? '';
  return /[^\d|]*$/.exec(own)?.[0] ?? '';
}
const LABEL = 90;

/** "Bear $144 (20%), base $295 (50%) and bull $410 (30%) come to an expected value of $280." */
function inSentence(index: DocumentIndex, figures: readonly AuditFigure[]): Relation | null {
  const percents = figures.filter(({ unit }) => unit === 'percent');
  if (percents.length < FEWEST || percents.length > MOST) return null;
  const sum = percents.reduce((all, { low }) => all + Number(low), 0);
  if (Math.abs(sum - WHOLE) > ROUNDING) return null;
  const amounts = figures.filter(({ unit }) => unit !== 'percent');
  const parts = percents.flatMap((weight): readonly Weighted[] => {
    const figure =
      amounts.findLast((one) => one.end <= weight.start && PAIR.test(index.between(one, weight))) ??
      amounts.find((one) => one.start >= weight.end && AHEAD.test(index.between(weight, one)));
    return figure ? [{ weight: Number(weight.low) / WHOLE, figure }] : [];
  });
  const claim = amounts.filter((one) => !parts.some(({ figure }) => figure === one));
  const [only] = claim;
  const isPaired = new Set(parts.map(({ figure }) => figure)).size === percents.length;
  if (!isPaired || !only || claim.length !== 1 || !EXPECTED.test(index.sentenceText(only))) return null;
  return judged(only, parts, true);
}
const PAIR = /^[\s*]*[(（,，、][\s~]*(?:[\p{L}\s]{0,24}[:：]?\s*)?$/u;
const AHEAD = /^[\s*]*(?:probability|chance|weight|概率|權重|权重|×|x|\*|of|at|for|[:：)）]|\s){0,4}\s*$/u;

/** Names of cases stand in two rows at least: chances of unrelated events make no whole. */
function weights(index: DocumentIndex, set: CaseSet): readonly Relation[] {
  const named = set.cases.filter(({ label }) => CASE.test(label)).length;
  if (isWhole(set) || named < FEWEST || set.cases.length < FEWEST + 1 || set.sum < WHOLE / 2 || set.sum > 2 * WHOLE)
    return [];
  const figures = [...valuesOf(index, set, set.column)].sort(([a], [b]) => a - b);
  const own = set.cases.flatMap(({ row }) => figures.find(([at]) => at === row)?.[1] ?? []);
  const [claim, ...others] = own;
  if (!claim || own.length !== set.cases.length) return [];
  const expression = own.map(digits).join(' + ');
  const relation = relateEnds('identity', claim, others, exact(Number(set.sum.toFixed(4))), expression);
  return relation && relation.verdict === 'conflict'
    ? [{ ...relation, says: `The cases' probabilities ${expression} make ${percent(set.sum / WHOLE)}, not 100%.` }]
    : [];
}

/** Expected values and sums of weights of tables, then lines below tables, then sentences. */
export function scenarios(index: DocumentIndex): readonly Relation[] {
  const sets = index.document.layout.tables.flatMap((table) => setOf(table) ?? []);
  const sentences = index.sentences().flatMap((figures) => inSentence(index, figures) ?? []);
  return [
    ...sets.flatMap((set) => {
      const found = inTable(index, set);
      return [...found, ...(found.length === 0 ? scored(index, set) : []), ...weights(index, set)];
    }),
    ...underTable(index, sets),
    ...sentences,
  ];
}
