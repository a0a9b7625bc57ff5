/** What stands in a code fence or `pre`: source code stays aside; tables and aligned text are read like any other. */
import code from '../../../../resources/cues/code.json';
import { pushGrid } from '../tables/grid-blocks';
import { type Line, linesOf } from '../lines/lines';
import type { Span } from '../model';
import { rawBlock, type RawBlock, type RawTable } from '../lines/raw';
import { endsInColon, isCaption } from '../lines/shape';
import { findTables, TABLE_RULE } from '../tables/table';

const LANGUAGES: ReadonlySet<string> = new Set(code.languages);
const FENCE = /^(?:`{3,}|~{3,})\s*([\w+#-]*)/;
const LONGEST_START = Math.max(...code.starts.map((start) => start.length));
/** Share of lines that look like a program from which the whole is one. */
const SOURCE = 0.2;

/**
 * Adds the blocks of one fence, `own` its span with the fence's own lines, to `blocks` and its tables to `tables`. A
 * fence of a programming language, or of what looks like one, becomes one block of kind `code`; workings of a
 * calculation are read as text.
 */
export function pushCode(text: string, own: Span, blocks: RawBlock[], tables: RawTable[]): void {
  const all = linesOf(text, own.start, own.end);
  const language = FENCE.exec(text.slice(own.start, own.start + 40))?.[1]?.toLowerCase() ?? '';
  const lines = all.filter((line) => !FENCE.test(text.slice(line.start, Math.min(line.end, line.start + 40))));
  const source = lines.length === 0 || ((LANGUAGES.has(language) || isSource(text, lines)) && !isWorkings(text, lines));
  if (source) {
    blocks.push(rawBlock('code', own));
    return;
  }
  pushLines(text, lines, blocks, tables);
}

/** Lines that keep their breaks: their tables, and each other line a block of its own. */
export function pushLines(text: string, lines: readonly Line[], blocks: RawBlock[], tables: RawTable[]): void {
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

/** "margin_2031 = 0.12 * 40 = $4.8": sums written down as if for a machine, which no machine would take. */
function isWorkings(text: string, lines: readonly Line[]): boolean {
  let sums = 0;
  let results = 0;
  let other = 0;
  for (const line of lines) {
    const quote = text.slice(line.start, Math.min(line.end, line.start + 300));
    if (/^(?:#|\/\/)/.test(quote)) continue;
    if (code.starts.some((word) => quote.toLowerCase().startsWith(word)) || /[;{}]$|^\s*[@[{]/.test(quote))
      return false;
    if (!/^[\p{L}][\p{L}\p{N}_ ().%/-]{0,60}?\s?=\s?.*\d/u.test(quote)) other += 1;
    else {
      sums += 1;
      if (/=[^=]+=\s?[-$€£¥]?\d|[$€£¥]\s?\d|\d\s?%(?:\s|$)/.test(quote.replace(/\s#.*$/, ''))) results += 1;
    }
  }
  return sums >= 2 && results >= 2 && results * 3 >= sums && other <= sums / 2;
}

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
