/**
 * The enterprise value of a discounted model against the column of present values above it: the years, each once, and the
 * terminal value. A table that leaves years out, or the terminal value, is not summed.
 */
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { miss, signedEnds, sumEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { isOneKind } from '../../arithmetic/one-kind';

const PRESENT = /\bpvs?\b|present values?|discounted (?:fcf|cash flows?|values?)|现值|現值|折现(?:值|现金流)|折現值/i;
const WHOLE =
  /^\W*(?:(?:implied |total )?enterprise value|(?:sum|total) of (?:pvs?|present values)|ev\b|企业价值|企業價值|现值合计|現值合計)/iu;
const TERMINAL = /terminal|终值|終值|永续|永續/iu;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;
const FEWEST_YEARS = 3;
/** What lies further off is of another scale or another model. */
const FARTHEST = 0.35;

interface Part {
  readonly label: string;
  readonly figure: AuditFigure;
}

function partsOf(index: DocumentIndex, table: Table, column: number): readonly Part[] {
  const figures = new Map<number, AuditFigure>();
  for (const figure of index.inTable(table.index)) {
    const row = figure.cell?.row;
    if (row !== undefined && figure.cell?.column === column && !figures.has(row)) figures.set(row, figure);
  }
  return [...figures]
    .sort(([a], [b]) => a - b)
    .map(([row, figure]) => ({ label: table.rows[row]?.cells.find((cell) => cell.column === 0)?.text ?? '', figure }));
}

/** Years that follow each other, and what comes after them. */
function isModel(parts: readonly Part[]): boolean {
  const years = parts.flatMap(({ label }) =>
    TERMINAL.test(label) ? [] : [Number(YEAR.exec(label)?.[1] ?? Number.NaN)],
  );
  const follows = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  return years.length >= FEWEST_YEARS && follows && parts.length === years.length + 1;
}

function inColumn(index: DocumentIndex, table: Table, column: number): Relation | null {
  const parts = partsOf(index, table, column);
  const at = parts.findIndex(({ label }) => WHOLE.test(label.replaceAll(/[*_]/g, '')));
  const whole = parts[at];
  const above = parts.slice(0, at).map(({ figure }) => figure);
  if (!whole || !isModel(parts.slice(0, at)) || !above.every((one) => isOneKind(one, whole.figure))) return null;
  const claimed = signedEnds(whole.figure);
  const sum = sumEnds(above.flatMap((one) => signedEnds(one) ?? []));
  if (!claimed || !sum || miss(sum, claimed) > FARTHEST) return null;
  return relateEnds('sum', whole.figure, above, sum, above.map(digits).join(' + '));
}

/** At most one relation for each column of present values: the enterprise value below it. */
export function presentValues(index: DocumentIndex): readonly Relation[] {
  return index.document.layout.tables.flatMap((table) =>
    table.head
      .filter(({ text, column }) => column > 0 && PRESENT.test(text))
      .flatMap(({ column }) => inColumn(index, table, column) ?? []),
  );
}
