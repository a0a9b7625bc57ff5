/**
 * A probability-weighted value against its cases, where each case gives its value and its probability side by side: in a
 * sentence ("bear $10 (20%), base $20 (50%), bull $30 (30%): expected value $20.50") or in the rows of a table whose last
 * row holds the weighted value. The probabilities must add to all of it.
 */
import type { DocumentIndex } from '../../document-index';
import type { AuditFigure } from '../../model';
import { combine, type Ends, endsOf, exact } from '../ends';
import { digits, type Relation, relateEnds } from '../relation';
import { anyOf, WORDS } from './claimed';

const WEIGHTED = anyOf(WORDS.weighted, 'iu');
const WEIGHT = anyOf(WORDS.weights, 'iu');
const FEWEST = 2;
const WHOLE = 100;
const SLACK = 1.01;

interface Case {
  readonly weight: AuditFigure;
  readonly value: AuditFigure;
}

const isPrice = ({ unit }: AuditFigure): boolean => unit === 'money' || unit === 'per_share';
const isWeight = ({ unit, low, high }: AuditFigure): boolean =>
  unit === 'percent' && low !== null && low === high && Number(low) > 0 && Number(low) < WHOLE;

function weigh(cases: readonly Case[]): Ends | null {
  const sum = cases.reduce((total, { weight }) => total + Number(weight.low), 0);
  if (cases.length < FEWEST || Math.abs(sum - WHOLE) > SLACK) return null;
  return cases.reduce<Ends | null>((total, { weight, value }) => {
    const ends = endsOf(value);
    const part = ends && combine(ends, exact(Number(weight.low) / WHOLE), (a, b) => a * b);
    return total && part && combine(total, part, (a, b) => a + b);
  }, exact(0));
}

function relationOf(claim: AuditFigure, cases: readonly Case[]): readonly Relation[] {
  const value = weigh(cases);
  if (!value) return [];
  const words = cases.map(({ weight, value: of }) => `${digits(weight)} × ${digits(of)}`).join(' + ');
  const operands = cases.flatMap(({ weight, value: of }) => [weight, of]);
  const relation = relateEnds('identity', claim, operands, value, words);
  return relation ? [relation] : [];
}

/** Values and weights that take turns, in either order, with nothing longer than a name between. */
function turns(figures: readonly AuditFigure[]): readonly Case[] {
  const cases: Case[] = [];
  for (let i = 0; i + 1 < figures.length; i += 2) {
    const [a, b] = [figures[i], figures[i + 1]];
    if (!a || !b) return [];
    if (isPrice(a) && isWeight(b)) cases.push({ value: a, weight: b });
    else if (isWeight(a) && isPrice(b)) cases.push({ value: b, weight: a });
    else return [];
  }
  return cases;
}

const BEFORE = 60;
function inSentence(index: DocumentIndex, figures: readonly AuditFigure[]): readonly Relation[] {
  const claim = figures.at(-1);
  const cases = figures.slice(0, -1);
  if (!claim || !isPrice(claim) || cases.length < 2 * FEWEST || cases.length % 2 === 1) return [];
  return WEIGHTED.test(index.before(claim, BEFORE)) ? relationOf(claim, turns(cases)) : [];
}

const percentOf = (row: readonly AuditFigure[], column: number): AuditFigure | undefined =>
  row.find((figure) => figure.cell?.column === column && isWeight(figure));

/** The column of probabilities by its head; null where there is none or several. */
function weightColumn(index: DocumentIndex, table: number): number | null {
  const heads = index.document.layout.tables[table]?.head.filter(({ text }) => WEIGHT.test(text)) ?? [];
  return heads.length === 1 ? (heads[0]?.column ?? null) : null;
}

const alone = (row: readonly AuditFigure[], column: number | undefined): AuditFigure | null => {
  const found = row.filter((figure) => figure.cell?.column === column);
  return found.length === 1 ? (found[0] ?? null) : null;
};

function inTable(index: DocumentIndex, number: number): readonly Relation[] {
  const table = index.document.layout.tables[number];
  const column = weightColumn(index, number);
  const last = table?.rows.findLastIndex(({ cells }) => WEIGHTED.test(cells[0]?.text ?? '')) ?? -1;
  if (!table || column === null || last < FEWEST) return [];
  const rows = table.rows.map((_, row) => index.inTable(number).filter(({ cell }) => cell?.row === row));
  const claims = (rows[last] ?? []).filter((figure) => isPrice(figure) && alone(rows[last] ?? [], figure.cell?.column));
  return claims.flatMap((claim) => {
    const cases = rows.slice(0, last).flatMap((row) => {
      const [weight, value] = [percentOf(row, column), alone(row, claim.cell?.column)];
      return weight && value && isPrice(value) ? [{ weight, value }] : [];
    });
    // A column of contributions is added, not weighted again.
    const isSummed = cases.length > 0 && isSum(cases, claim);
    return isSummed ? [] : relationOf(claim, cases);
  });
}

function isSum(cases: readonly Case[], claim: AuditFigure): boolean {
  const sum = cases.reduce((total, { value }) => total + Number(value.low), 0);
  return Math.abs(sum / Number(claim.low) - 1) < 0.02;
}

export const weightedValues = (index: DocumentIndex): readonly Relation[] => [
  ...index.sentences().flatMap((figures) => inSentence(index, figures)),
  ...index.document.layout.tables.flatMap((table) => inTable(index, table.index)),
];
