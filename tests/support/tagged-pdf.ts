/** Makes a one-page tagged PDF from a tree of elements with their words. */
import { assemblePdf, type PdfObject } from './raw-pdf';

export interface Words {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly size?: number;
}
/** A role with what it holds: `['P', { text, x, y }]`. */
export type Element = readonly [role: string, ...held: (Element | Words)[]];

const HEIGHT = 800;
/** Objects before the elements. */
const FIXED = 7;

const isElement = (held: Element | Words): held is Element => Array.isArray(held);
const draw = ({ text, x, y, size = 10 }: Words): string =>
  `BT /F1 ${size} Tf ${x} ${HEIGHT - y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;

/** `loose` is drawn without a tag; `suspects`: the file doubts its own tags. */
export function taggedPdf(
  root: readonly Element[],
  { loose = [], suspects = false }: { readonly loose?: readonly Words[]; readonly suspects?: boolean } = {},
): Buffer {
  const drawing: string[] = loose.map(draw);
  const parents: number[] = [];
  const elements: string[] = [];
  const add = ([role, ...held]: Element, parent: number): number => {
    const index = elements.push('') - 1;
    const number = FIXED + index + 1;
    const kids = held.map((one) => {
      if (isElement(one)) return `${add(one, number)} 0 R`;
      const id = parents.push(number) - 1;
      drawing.push(`/${role} << /MCID ${id} >> BDC ${draw(one)} EMC`);
      return String(id);
    });
    elements[index] = `<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg 3 0 R /K [${kids.join(' ')}] >>`;
    return number;
  };
  const kids = root.map((element) => `${add(element, 6)} 0 R`);
  const stream = Buffer.from(drawing.join('\n'), 'latin1');
  const objects: readonly PdfObject[] = [
    `<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo << /Marked true /Suspects ${suspects} >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 ${HEIGHT}] /Contents 4 0 R /StructParents 0 /Resources << /Font << /F1 5 0 R >> >> >>`,
    [`<< /Length ${stream.length} >>`, stream],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /StructTreeRoot /K [${kids.join(' ')}] /ParentTree 7 0 R >>`,
    `<< /Nums [0 [${parents.map((parent) => `${parent} 0 R`).join(' ')}]] >>`,
    ...elements,
  ];
  return assemblePdf(objects);
}
