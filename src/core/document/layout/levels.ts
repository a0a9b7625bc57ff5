/** Levels of headings: the parser's own where there is one, else from numbering, case and what sections are for. */
import type { SectionRole } from '../model';
import type { RawBlock } from '../lines/raw';
import { roleOf } from '../lines/role';

/** What closes or frames a note stands at the top whatever it stands behind. */
const FRAMING: ReadonlySet<SectionRole> = new Set(['references', 'disclaimer', 'sourcing', 'promotion']);

/** One level a heading, in order: 1 for the title, 2 for main sections, 3 and more below. */
export function headingLevels(text: string, headings: readonly RawBlock[]): number[] {
  const given = headings.filter((block) => (block.heading?.level ?? 0) > 0).length;
  if (given * 2 > headings.length) return headings.map((block) => block.heading?.level || 2);
  const shapes = headings.map((block) => (block.heading?.numeral === null ? null : (block.item?.shape ?? null)));
  const main = mainShapes(shapes);
  const capitals = headings.map((block) => isCapitals(text.slice(block.start, block.end)));
  const twoCases = main.size === 0 && capitals.some(Boolean) && capitals.slice(1).some((each) => !each);
  let insideMain = false;
  return headings.map((block, at) => {
    const shape = shapes[at] ?? null;
    if (at === 0 && shape === null && isTitle(text, block)) return 1;
    const level = levelOf(block, shape, main, insideMain);
    if (shape !== null && main.has(shape)) insideMain = true;
    if (shape === null) {
      const framing = FRAMING.has(roleOf(text.slice(block.start, block.end)));
      if (framing) insideMain = false;
      if (framing) return 2;
      return twoCases && !capitals[at] ? 3 : level;
    }
    return level;
  });
}

function levelOf(block: RawBlock, shape: string | null, main: ReadonlySet<string>, insideMain: boolean): number {
  if (shape === null) return insideMain ? 3 : 2;
  if (main.has(shape)) return 2;
  if (shape === 'multi') return (block.item?.depth ?? 2) + 1;
  if (shape === 'arabic') return main.size === 0 ? 2 : 3;
  return main.size === 0 || shape === 'cjk-paren' ? 3 : 4;
}

/** Parts hold everything else; without parts, roman and Chinese numerals number main sections, even side by side. */
function mainShapes(shapes: readonly (string | null)[]): ReadonlySet<string> {
  if (shapes.includes('part')) return new Set(['part']);
  return new Set(['roman', 'cjk'].filter((shape) => shapes.includes(shape)));
}

/** The first heading is the title unless it names a part of the document, as "Summary" does. */
function isTitle(text: string, block: RawBlock): boolean {
  const role = roleOf(text.slice(block.contentStart, block.end));
  return block.start === 0 || role === 'body' || role === 'results' || block.end - block.start > 40;
}

function isCapitals(heading: string): boolean {
  return /\p{Lu}{2}/u.test(heading) && heading === heading.toUpperCase() && heading !== heading.toLowerCase();
}
