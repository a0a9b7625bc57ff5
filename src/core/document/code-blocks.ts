/** What stands in a code fence or `pre`: source code stays aside; tables and aligned text are read like any other. */
import code from '../../../resources/cues/code.json';
import { pushGrid } from './grid-blocks';
import { type Line, linesOf } from './lines';
import type { Span } from './model';
import { rawBlock, type RawBlock, type RawTable } from './raw';
import { endsInColon, isCaption } from './shape';
import { findTables, TABLE_RULE } from './table';

const LANGUAGES: ReadonlySet<string> = new Set(code.languages);
const FENCE = /^(?:`{3,}|~{3,})\s*([\w+#-]*)/;
const LONGEST_START = Math.max(...code.starts.map((start) => start.length));
/** Share of lines that look like a program from which the whole is one. */
const SOURCE = 0.2;

export function pushCode(text: string, own: Span, blocks: RawBlock[], tables: RawTable[]): void {
  const all = linesOf(text, own.start, own.end);
  const language = FENCE.exec(text.slice(own.start, own.start + 40))?.[1]?.toLowerCase() ?? '';
  const lines = all.filter((line) => !FENCE.test(text.slice(line.start, Math.min(line.end, line.start + 40))));
  if (LANGUAGES.has(language) || lines.length === 0 || isSource(text, lines)) {
    blocks.push(rawBlock('code', own));
    return;
  }
  const found = new Map(findTables(text, lines).map((table) => [table.from, table]));
  for (let at = 0; at < lines.length; ) {
    const table = found.get(at);
    const line = lines[at];
    if (table) for (const grid of table.grids) pushGrid(grid, null, blocks, tables);
    else if (line && /[\p{L}\p{N}]/u.test(text.slice(line.start, line.end)) && !isRule(text, line)) {
      const kind = isCaption(text.slice(line.start, line.end))
        ? 'caption'
        : endsInColon(text, line)
          ? 'lead-in'
          : 'paragraph';
      blocks.push(rawBlock(kind, line));
    }
    at = table?.to ?? at + 1;
  }
}

const isRule = (text: string, line: Line): boolean => TABLE_RULE.test(text.slice(line.start, line.end));

function isSource(text: string, lines: readonly Line[]): boolean {
  const like = lines.filter((line) => {
    const quote = text.slice(line.start, line.end);
    const start = quote.slice(0, LONGEST_START).toLowerCase();
    return (
      /[;{}]$|^[{}[\]<]|=>|\w\(\)|^\w+\s?[:=]=?\s?[[{"'(]/.test(quote.slice(0, 300)) ||
      code.starts.some((word) => start.startsWith(word))
    );
  });
  return like.length >= Math.max(1, lines.length * SOURCE);
}
