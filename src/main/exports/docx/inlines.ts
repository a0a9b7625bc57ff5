/** Inlines of a note as runs of Word. A run does not repeat what its style sets: headings stay bold when restyled. */
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
  UnderlineType,
} from 'docx';
import { marksOf } from '../note/html-inlines';
import type { Inline } from '../note/note';
import { referenceAnchor } from '../note/numbering';
import { LINK, LOOK } from './look';

/** Characters that XML has no place for: controls, and halves of pairs. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|\p{Cs}/gu;
export const clean = (words: string): string => words.replace(UNPRINTABLE, '');

export const sourceAnchor = (number: number): string => `source-${number}`;

const SINGLE = { underline: { type: UnderlineType.SINGLE } } as const;

function textRuns(part: Inline & { readonly kind: 'text' }, bold: boolean): readonly ParagraphChild[] {
  const run = new TextRun({
    text: clean(part.text),
    ...((part.bold ?? bold) && { bold: true }),
    ...(part.italic && { italics: true }),
    ...(part.strike && { strike: true }),
    ...(part.underline && SINGLE),
    ...(part.raised && { superScript: true }),
    ...(part.code && { font: 'Consolas' }),
    ...(part.href && { color: LINK, ...SINGLE }),
  });
  return part.href ? [new ExternalHyperlink({ link: part.href, children: [run] })] : [run];
}

function figureRuns(figure: Inline & { readonly kind: 'figure' }, bold: boolean): readonly ParagraphChild[] {
  if (figure.id === null) return [new TextRun({ text: 'figure missing', italics: true })];
  const { color, line } = LOOK[figure.provenance];
  return [
    new TextRun({ text: clean(figure.text), ...(bold && { bold: true }), underline: { type: line, color } }),
    // A word joiner keeps the letter with its figure over a line's end.
    new TextRun({ text: `\u2060${marksOf(figure)}`, bold: true, color, superScript: true }),
  ];
}

function inline(part: Inline, bold: boolean): readonly ParagraphChild[] {
  switch (part.kind) {
    case 'text':
      return textRuns(part, bold);
    case 'figure':
      return figureRuns(part, bold);
    case 'cite': {
      if (part.set && part.number !== null) {
        const { bold: heavy, italic, raised } = part.set;
        const words = new TextRun({
          text: clean(part.label),
          ...((heavy ?? bold) && { bold: true }),
          ...(italic && { italics: true }),
          ...(raised && { superScript: true }),
        });
        return [new InternalHyperlink({ anchor: referenceAnchor(part.number), children: [words] })];
      }
      const run = new TextRun({ text: clean(`[${part.label}]`), color: LINK });
      return [
        part.number === null ? run : new InternalHyperlink({ anchor: sourceAnchor(part.number), children: [run] }),
      ];
    }
    case 'footnote':
      return [new FootnoteReferenceRun(part.number)];
    case 'break':
      return [new TextRun({ break: 1 })];
  }
}

export const inlines = (parts: readonly Inline[], bold = false): ParagraphChild[] =>
  parts.flatMap((part) => inline(part, bold));
