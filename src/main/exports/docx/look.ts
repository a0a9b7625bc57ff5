/** How a note looks in Word: colours, lines, paper. Sizes are in twentieths of a point unless they say otherwise. */
import { BorderStyle, HeadingLevel, UnderlineType } from 'docx';
import type { Provenance } from '../../../core/figure/provenance';
import type { Paper } from '../../../core/report/exports';

type UnderlineForm = (typeof UnderlineType)[keyof typeof UnderlineType];

/** Colours of the printed note; the underline is whole for what was reported and broken for what was inferred. */
export const LOOK: Readonly<Record<Provenance, { readonly color: string; readonly line: UnderlineForm }>> = {
  disclosed: { color: '0F766E', line: UnderlineType.SINGLE },
  management: { color: '1D5FC4', line: UnderlineType.SINGLE },
  consensus: { color: '6D3FC0', line: UnderlineType.SINGLE },
  third_party: { color: '8F5607', line: UnderlineType.SINGLE },
  inferred: { color: 'B93C0B', line: UnderlineType.DASH },
  derived: { color: '4B5864', line: UnderlineType.DOTTED },
  unclassified: { color: 'B42318', line: UnderlineType.DOTTED },
};
export const INK = '1D1D1B';
export const MUTED = '57564F';
export const LINK = '1D5FC4';
export const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D8D6CF' } as const;
export const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Word counts lists to this depth. */
export const DEEPEST = 8;
/** A4 and Letter in twentieths of a point. */
export const PAPER: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
};
export const MARGIN = 1134;

/** Twentieths of a point between the margins, upright and turned. */
export const textWidth = (paper: Paper, turned: boolean): number =>
  (turned ? PAPER[paper].height : PAPER[paper].width) - 2 * MARGIN;
