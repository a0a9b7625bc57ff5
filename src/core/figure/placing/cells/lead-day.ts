/** The day that the paragraph above a table says of what the table holds: `our obligations as of December 31, 2025 were:`. */
import type { Layout, Table } from '../../../document/model';
import type { DocumentContext } from '../../model';
import { findPeriods } from '../../period/period';

/** Heads, unit lines and titles that may stand between the paragraph and the rows. */
const MOST_BETWEEN = 4;
const LONGEST_LEAD = 900;
const STANDING = /\b(?:as (?:at|of)|outstanding (?:at|on))\s$/iu;
const LEADING =
  /\b(?:table|below|following|follows|summari[sz]\w+|detail\w*|analysis|breakdown|composed|comprise[ds]?)\b/iu;
const known = new WeakMap<Table, string | null>();

/** That day (ISO 8601); null where the paragraph leads to no table or names several days. */
export function leadDay(layout: Layout, table: Table, context: DocumentContext): string | null {
  const found = known.get(table);
  if (found !== undefined) return found;
  const made = readLead(layout, table, context);
  known.set(table, made);
  return made;
}

function readLead({ text, blocks }: Layout, table: Table, context: DocumentContext): string | null {
  let at = blocks.findIndex((block) => block.table === table.index) - 1;
  for (const last = at - MOST_BETWEEN; at > last && at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || block.table !== null || block.kind === 'heading') return null;
    const words = text.slice(block.contentStart, Math.min(block.end, block.contentStart + LONGEST_LEAD));
    const days = findPeriods(words).filter(
      ({ kind, explicit, start }) =>
        explicit && kind === 'date' && STANDING.test(words.slice(Math.max(0, start - 16), start)),
    );
    const [day, other] = new Set(days.map((one) => one.resolve(context)));
    if (day !== undefined) return other === undefined && LEADING.test(words) ? day : null;
    if (block.kind === 'paragraph' && words.length > LONGEST_LINE) return null;
  }
  return null;
}

const LONGEST_LINE = 140;
