/**
 * Step 4 [P4], for what an author adds to a table himself: scores and how sure he is, the rows of his cases,
 * assumptions by the caption.
 */
import type { Cell, Layout, Span, Table } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import { viewTable } from '../../figure/placing/cells/table-view';
import type { Decide, Decision } from '../cues/decision';
import { CASE_HEAD, CASE_ROW, MODELLED, OWN_TABLE, SCORE_HEAD, STREET, SUPPOSED } from './place-words';

const LONGEST_LINE = 300;

/** The table of a figure's cell; undefined outside tables. */
export const tableOf = (figure: PlacedFigure, { tables }: Layout): Table | undefined =>
  figure.cell ? tables[figure.cell.table] : undefined;

/** The nearest head over a figure's column; undefined where the column has none. */
export const headOf = (figure: PlacedFigure, table: Table): Cell | undefined =>
  table.head.find(({ column }) => column === figure.cell?.column);

/** The first cell of a figure's row; undefined where the figure stands in that cell itself. */
export const labelOf = (figure: PlacedFigure, table: Table): Cell | undefined => {
  const label = figure.cell ? table.rows[figure.cell.row]?.cells[0] : undefined;
  return label && label.end <= figure.start ? label : undefined;
};

/**
 * A column "Confidence" or "Score": the author's own rating, also where the row names a source; null for other columns.
 */
export const byScoreColumn: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  const head = table && headOf(figure, table);
  if (!head || !(figure.unit === 'score' || SCORE_HEAD.test(head.text)) || CURRENCY.test(figure.quote)) return null;
  return { provenance: 'inferred', rule: 'table.score', span: head, reason: 'the column holds the author’s scores' };
};

/** Targets beside the houses that set them are the Street's, and so is what is made of them. */
export const byBrokers: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  const head = table && headOf(figure, table);
  if (!table || !head || figure.kind !== 'target' || !viewTable(layout, table).ofBrokers) return null;
  return {
    provenance: 'consensus',
    rule: 'table.brokers',
    span: head,
    reason: 'the rows are houses and their targets',
  };
};

const CURRENCY = /\p{Sc}/u;

const cases = new WeakMap<Table, boolean>();

/** Two rows that name cases make a table of scenarios, whatever its columns are called. */
function isOfCases(table: Table): boolean {
  const known = cases.get(table) ?? table.rows.filter(({ cells }) => CASE_ROW.test(cells[0]?.text ?? '')).length >= 2;
  cases.set(table, known);
  return known;
}

/**
 * `inferred` for the rows of a table of cases ("Bull", "Base", "Bear"), unless its head or the label names the Street.
 */
export const byCase: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  const label = table && labelOf(figure, table);
  if (!table || !label || !CASE_ROW.test(label.text) || !isOfCases(table)) return null;
  if (STREET.test(table.head[0]?.text ?? '') || STREET.test(label.text)) return null;
  return { provenance: 'inferred', rule: 'table.scenario', span: label, reason: 'it is part of a scenario' };
};

/** "Assumptions", "Sensitivity", "Scenarios", "Scorecard" over a table: all in it is the author's. */
export const byOwnTable: Decide = (figure, { layout }) => {
  const table = tableOf(figure, layout);
  if (!table) return null;
  const caption = table.caption ? layout.text.slice(table.caption.start, table.caption.end).slice(0, LONGEST_LINE) : '';
  const section = layout.sections[table.section];
  const inCaption = OWN_TABLE.exec(caption);
  if (inCaption && table.caption) return own(caption, table.caption);
  const inTitle = OWN_TABLE.exec(section?.title ?? '');
  return section && inTitle ? own(section.title, { start: section.start, end: section.end }) : null;
};

const own = (words: string, span: Span): Decision => ({
  provenance: 'inferred',
  rule: SUPPOSED.test(words) ? 'table.scenario' : 'table.author',
  span: { start: span.start, end: span.end },
  reason: 'it heads the author’s own assumptions, scenarios or scores',
});

/** Columns "Bear", "Base", "Bull" or "Low", "Mid", "High", or WACC along an edge: the table holds cases. */
export function holdsCases(table: Table): boolean {
  const known = headed.get(table) ?? casesAmong(table);
  headed.set(table, known);
  return known;
}

const headed = new WeakMap<Table, boolean>();

function casesAmong({ head, rows }: Table): boolean {
  const named = head.filter(({ text }) => CASE_ROW.test(text)).length;
  const graded = head.filter(({ text }) => CASE_HEAD.test(text)).length;
  if (named >= 2 || (named >= 1 && graded >= 2)) return true;
  return (
    MODELLED.test(head[0]?.text ?? '') || rows.filter(({ cells }) => CASE_ROW.test(cells[0]?.text ?? '')).length >= 2
  );
}
