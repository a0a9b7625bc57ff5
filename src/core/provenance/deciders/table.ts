/** Step 4 [P4]: the head of a figure's column, or the label of its row, where either names a class. */
import type { Cell, Span, Table } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import { type CueGroup, HEAD_CUES } from '../cues/cues';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import type { Hit } from '../cues/phrases';
import { tokenise } from '../cues/tokens';
import { periodState } from '../cues/period';
import { isChange } from './cue';
import { byOwnTable } from './table-own';

/** `2025A`, `FY25A`, `1Q26A` are reported; `2026E`, `FY27F` are estimates. */
const PERIOD_SUFFIX = /(?:\b|[QH'’])(?:FY)?\d{2,4}(?:Q[1-4]|H[12])?\s?([AEFP])\b/i;

/** `GSe`, `JEFe`, `Bernstein est`: a broker's own estimates beside the actuals. */
const AUTHOR_ESTIMATE = /^[A-Z][A-Z]{0,4}[A-Za-z]?e$/u;

function suffixDecision(cell: Cell): Decision | null {
  if (AUTHOR_ESTIMATE.test(cell.text.trim())) return ownEstimate(cell);
  const letter = PERIOD_SUFFIX.exec(cell.text)?.[1]?.toUpperCase();
  if (letter === undefined) return null;
  const span = { start: cell.start, end: cell.end };
  return letter === 'A'
    ? { provenance: 'disclosed', rule: 'table.actual', span, reason: 'the column gives reported actuals' }
    : ownEstimate(cell);
}

const ownEstimate = ({ start, end }: Cell): Decision => ({
  provenance: 'inferred',
  rule: 'table.estimate',
  span: { start, end },
  reason: "the column gives the author's estimates",
});

const widest = (hits: readonly Hit<CueGroup>[]): Hit<CueGroup> | null =>
  hits.reduce<Hit<CueGroup> | null>(
    (best, hit) => (best && best.to - best.from >= hit.to - hit.from ? best : hit),
    null,
  );

/** What a row's label says of a column: `Consensus EPS`, `Guidance`; not that a line is a growth rate or a result. */
const OF_COLUMNS_ONLY = new Set(['table.actual', 'table.change']);

function decisionOf(words: Span & { readonly text: string }, figure: PlacedFigure, isLabel: boolean): Decision | null {
  const hits = HEAD_CUES.find(tokenise(words.text, words.start)).filter(
    ({ group }) =>
      group.provenance !== null &&
      (group.only !== 'change' || isChange(figure)) &&
      !(isLabel && OF_COLUMNS_ONLY.has(group.id)) &&
      // A target for the share is no target of management's.
      !(group.id === 'table.guidance' && figure.metric?.startsWith('price_target')),
  );
  const hit = widest(hits);
  if (!hit?.group.provenance) return null;
  const { provenance, id, reason } = hit.group;
  return { provenance, rule: id, span: { start: hit.start, end: hit.end }, reason };
}

const columnHead = (table: Table, column: number): Cell | undefined =>
  table.head.find((cell) => cell.column === column);

function rowLabel(table: Table, figure: PlacedFigure): Cell | undefined {
  const row = figure.cell ? table.rows[figure.cell.row] : undefined;
  const inside = row?.cells.some((cell) => cell.start <= figure.start && figure.end <= cell.end);
  const label = inside ? row?.cells[0] : undefined;
  return label && label.end < figure.start ? label : undefined;
}

/** Heads that say reported only where nothing else says whose the table is. */
function atBest(
  decision: Decision | null,
  head: Cell,
  figure: PlacedFigure,
  reading: DocumentReading,
): Decision | null {
  if (decision === null || !OF_COLUMNS_ONLY.has(decision.rule)) return decision;
  const own = byOwnTable(figure, reading);
  if (own) return own;
  const ahead =
    periodState(figure.period, reading.context) === 'open' || AHEAD_HEAD.test(head.text.slice(0, LONGEST_HEAD));
  return decision.rule === 'table.change' && ahead ? ownEstimate(head) : decision;
}

const LONGEST_HEAD = 120;
const AHEAD_HEAD = /\b(?:NTM|fwd|forward|next year)\b|\d\s?[EFP]\b|预测|預估/u;

/**
 * The class of the column's head ("Consensus"), else of the row's label, else of a head's suffix ("2027E"); null
 * outside tables and where no word is known.
 */
export const byTable: Decide = (figure, reading) => {
  const { layout } = reading;
  const table = figure.cell ? layout.tables[figure.cell.table] : undefined;
  if (!table || !figure.cell) return null;
  const head = columnHead(table, figure.cell.column);
  const label = rowLabel(table, figure);
  return (
    (head && figure.cell.column > 0 ? atBest(decisionOf(head, figure, false), head, figure, reading) : null) ??
    (label ? decisionOf(label, figure, true) : null) ??
    (head ? suffixDecision(head) : null)
  );
};
