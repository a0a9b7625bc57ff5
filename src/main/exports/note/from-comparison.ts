/** What changed in a report as a note: added words underlined, removed ones struck through, figures that read otherwise in a table. */
import type { RedlineLine, RedlineRun } from '../../../core/report/redline';
import type { ReportComparison } from '../../../contract/records';
import { cell, head, heading, text } from './blocks';
import type { Inline, Note, NoteBlock } from './note';

const inlineOf = ({ text: words, change }: RedlineRun): Inline => ({
  kind: 'text',
  text: words,
  ...(change === 'added' && { underline: true }),
  ...(change === 'removed' && { strike: true }),
});

function blockOf({ kind, level, runs }: RedlineLine): NoteBlock {
  const inlines = runs.map(inlineOf);
  switch (kind) {
    case 'heading':
      return { kind, level, inlines };
    case 'item':
      return { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', inlines }]] };
    case 'paragraph':
    case 'row':
    case 'code':
      return { kind: 'paragraph', inlines };
  }
}

function figuresOf({ figures }: ReportComparison): NoteBlock[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ name, before, after }) => [cell(name), cell(before), cell(after)]);
  return [
    heading('Figures that read otherwise'),
    { kind: 'table', caption: null, rows: [head('Figure', 'Before', 'Now'), ...rows] },
    heading('Words'),
  ];
}

export function noteFromComparison(comparison: ReportComparison): Note {
  const { language, lines } = comparison;
  const title = `${comparison.title}: changes since “${comparison.since}”`;
  const key: NoteBlock = {
    kind: 'paragraph',
    inlines: [
      text('Added words', false),
      text(' are '),
      inlineOf({ text: 'underlined', change: 'added' }),
      text(', removed ones '),
      inlineOf({ text: 'struck through', change: 'removed' }),
      text('.'),
    ],
  };
  return {
    title,
    language,
    asOf: null,
    author: null,
    about: null,
    blocks: [heading(title, 1), key, ...figuresOf(comparison), ...lines.map(blockOf)],
    sources: [],
    footnotes: [],
    figures: [],
    typed: [],
  };
}
