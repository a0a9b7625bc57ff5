/**
 * Reads the finished PDF with pdf.js and compares it with what was to be printed: every word of the note must be
 * there in its order, and nothing may stand outside its page. A file that fails is never saved.
 */
import { TieoutError } from '../../../contract/errors';
import { occurrences } from '../../../core/base/occurrences';
import type { Sheet, SheetBlock, SheetCell, SheetInline, Words } from './sheet';

const joined = (words: Words): string => (typeof words === 'string' ? words : words.join(''));

/** Without white space, which a line's end adds and takes, and in one form of each character. */
const solid = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');

function inlineText(inline: SheetInline): string {
  switch (inline.k) {
    case 't':
    case 'cite':
      return joined(inline.s);
    case 'f':
      return inline.head + joined(inline.tail) + inline.after;
    case 'gone':
      return 'figure missing';
    case 'fn':
    case 'br':
      return '\n';
  }
}

/** Runs of words that stand together in print; a footnote's number or a line's end may come between two. */
function runsOf(inlines: readonly SheetInline[]): readonly string[] {
  const notes = inlines.flatMap((inline) => (inline.k === 'fn' ? runsOf(inline.body) : []));
  return [...inlines.map(inlineText).join('').split(/\s+/), ...notes];
}

const cellRuns = ({ body }: SheetCell): readonly string[] => runsOf(body);

/** Each word that must be found. */
function expectedOf(blocks: readonly SheetBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.k) {
      case 'h':
      case 'p':
        return runsOf(block.body);
      case 'list':
        return block.items.flatMap(expectedOf);
      case 'table': {
        const cells = block.parts.flatMap(({ heads, cells: own }) => [...heads, ...own]);
        return [...(block.caption ? runsOf(block.caption) : []), ...cells.flatMap(cellRuns)];
      }
      case 'turned':
      case 'quote':
        return expectedOf(block.blocks);
      case 'code':
        return block.s.split(/\s+/);
      case 'refs':
        return block.entries.flatMap(({ label, body }) => [...(label ?? '').split(/\s+/), ...runsOf(body)]);
      case 'rule':
        return [];
    }
  });
}

const counted = (words: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly unknown[];
}

const isItem = (value: object): value is Item => 'str' in value && 'transform' in value;

/** Points that a stroke or an accent may reach over the edge. */
const TOLERANCE = 1;

interface ReadPages {
  readonly words: string;
  /** The first words that reach over their page, or null. */
  readonly outside: string | null;
}

async function readPages(pdf: Uint8Array): Promise<ReadPages> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer over: it gets its own copy.
  const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const words: string[] = [];
  let outside: string | null = null;
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent({ disableNormalization: true });
      for (const item of items) {
        if (!isItem(item)) continue;
        const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
        const inside = x >= left - TOLERANCE && x + item.width <= right + TOLERANCE && y >= bottom && y <= top;
        if (!inside && item.str.trim() !== '') outside ??= item.str;
        words.push(item.str);
      }
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return { words: words.join(''), outside };
}

/** Words of the sheet that the pages do not have as often as they should. */
export function missingFrom(sheet: Sheet, pages: string): readonly string[] {
  const text = solid(pages);
  const expected = counted(
    [...runsOf(sheet.heading.body), ...expectedOf(sheet.blocks), ...expectedOf(sheet.appendix)].map(solid),
  );
  const missing: string[] = [];
  for (const [word, times] of expected) {
    if (occurrences(text, word, times) < times && !isBroken(word, text)) missing.push(word);
  }
  return missing;
}

/** A word so long that its cell may have had to go on overleaf. */
const LONG = 24;
/** Fewer letters than this may be anybody's. */
const FEWEST_LETTERS = 4;

/** Whether a long word stands in two pieces, the second after the first: the end of a page between them. */
function isBroken(word: string, text: string): boolean {
  if (word.length < LONG) return false;
  // The longest beginning that stands in the text: where one stands, all shorter ones do.
  let [cut, over] = [0, word.length - FEWEST_LETTERS + 1];
  while (over - cut > 1) {
    const middle = (cut + over) >> 1;
    if (text.includes(word.slice(0, middle))) cut = middle;
    else over = middle;
  }
  if (cut < FEWEST_LETTERS) return false;
  return text.indexOf(word.slice(cut), text.indexOf(word.slice(0, cut)) + cut) >= 0;
}

/** How many are named to a person. */
const NAMED = 5;

export async function readBack(pdf: Uint8Array, sheet: Sheet): Promise<void> {
  const { words, outside } = await readPages(pdf);
  const missing = missingFrom(sheet, words);
  if (missing.length === 0 && outside === null) return;
  const what =
    missing.length > 0
      ? `${missing.length} words of the note cannot be read from it (${missing.slice(0, NAMED).join(', ')})`
      : `“${outside}” runs past the edge of its page`;
  throw new TieoutError('E_BUG', `The PDF was made but not saved: ${what}. Export to Word or HTML instead.`);
}
