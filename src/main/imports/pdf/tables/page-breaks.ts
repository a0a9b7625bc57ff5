/** Tables that a page break cuts: heads that stand at the end of one page go to their rows on the next. */
import { kindOf } from './cells';
import type { Block, TableBlock } from '../printed/model';
import { tableRows } from './table';

/** Page numbers and other short lines between. */
const MOST_BETWEEN = 2;
const LONGEST_BETWEEN = 40;

export function withHeadsBefore(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const heads = block.kind === 'table' && block.printed ? headsBefore(out, block) : null;
    if (heads === null || block.kind !== 'table' || !block.printed) {
      out.push(block);
      continue;
    }
    const printed = [...(heads.table.printed ?? []), ...block.printed];
    out.splice(heads.at, 1);
    out.push({ kind: 'table', rows: tableRows(printed), printed });
  }
  return out;
}

/** The last table before, where it is of the page before and nothing but heads. */
function headsBefore(blocks: readonly Block[], table: TableBlock): { at: number; table: TableBlock } | null {
  const page = table.printed?.[0]?.page ?? 0;
  for (let at = blocks.length - 1; at >= 0 && at >= blocks.length - 1 - MOST_BETWEEN; at -= 1) {
    const block = blocks[at];
    if (block?.kind === 'table') {
      const isAbove = block.printed?.at(-1)?.page === page - 1 && !hasValues(block) && hasValues(table);
      return isAbove ? { at, table: block } : null;
    }
    if (!block || block.rows.length > 1 || (block.rows[0]?.text.length ?? 0) > LONGEST_BETWEEN) return null;
  }
  return null;
}

/** A label with a value; `30` alone is what wrapped heads have of a day. */
const hasValues = ({ rows }: TableBlock): boolean =>
  rows.some(
    ({ cells: [label, ...rest] }) =>
      (label ?? []).length > 0 && rest.some((cell) => cell.some(({ text }) => kindOf(text) === 'value')),
  );
