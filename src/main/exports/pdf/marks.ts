/**
 * The letter beside a figure, as a drawing with words behind it. Copied text holds the figure alone; a screen reader
 * also reads its class.
 */
import { PROVENANCE_LABEL, PROVENANCE_MARK, type Provenance } from '../../../core/figure/provenance';
import type { SheetMark } from './sheet';
import outlines from '../../../../resources/typeset/marks.json';

/** Size of the letter and how far it is raised, as shares of the figure's own size. */
export const MARKS = { size: 0.66, raised: 0.4 } as const;

const CLASS_COLOR: Readonly<Record<Provenance, string>> = {
  disclosed: '#0f766e',
  management: '#1d5fc4',
  consensus: '#6d3fc0',
  third_party: '#8f5607',
  inferred: '#b93c0b',
  derived: '#4b5864',
  unclassified: '#b42318',
};

/** How a figure is underlined, so that a print without colours tells them apart too. */
const CLASS_DASH: Readonly<Record<Provenance, string>> = {
  disclosed: 'solid',
  management: 'solid',
  consensus: 'solid',
  third_party: 'solid',
  inferred: 'dashed',
  derived: 'dotted',
  unclassified: 'dotted',
};

export interface Mark {
  readonly key: string;
  readonly svg: string;
  readonly alt: string;
  /** Of its own height. */
  readonly width: number;
}

const LETTERS: Readonly<Record<string, { readonly advance: number; readonly path: string }>> = outlines.letters;
/** Units of the outlines: above the line, and all of it. */
const [ABOVE, EM, BEFORE] = [760, 1000, 60];

function draw(letters: string, color: string): { svg: string; width: number } {
  let at = BEFORE;
  const paths = Array.from(letters, (letter) => {
    const { advance, path } = LETTERS[letter] ?? { advance: 0, path: '' };
    const drawn = `<path transform="translate(${at} ${ABOVE})" d="${path}"/>`;
    at += advance;
    return drawn;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at} ${EM}" fill="${color}">${paths.join('')}</svg>`;
  return { svg, width: at / EM };
}

const made = new Map<string, Mark>();

export function markOf(of: { readonly provenance: Provenance; readonly inherited: Provenance | null }): Mark {
  const { provenance, inherited } = of;
  const letters = PROVENANCE_MARK[provenance] + (inherited ? PROVENANCE_MARK[inherited] : '');
  const key = `${provenance}-${inherited ?? ''}`;
  const known = made.get(key);
  if (known) return known;
  const from = inherited ? ` from ${PROVENANCE_LABEL[inherited].toLowerCase()}` : '';
  const mark = { key, alt: PROVENANCE_LABEL[provenance] + from, ...draw(letters, CLASS_COLOR[provenance]) };
  made.set(key, mark);
  return mark;
}

/** A mark as the template draws it, kept with the others under its key. */
export function addMark(of: Parameters<typeof markOf>[0], marks: Map<string, SheetMark>): string {
  const { key, svg, alt, width } = markOf(of);
  const { provenance } = of;
  marks.set(key, { svg, alt, width, color: CLASS_COLOR[provenance], dash: CLASS_DASH[provenance] });
  return key;
}
