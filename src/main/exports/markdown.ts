/** Renders a note as GitHub-flavoured Markdown: each figure followed by its class letter in brackets, e.g. `$37.6B⟨D⟩`. */
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../core/provenance/model';
import type { Inline, Note, NoteBlock, TableCell } from './note';

/** Characters that would start markup where the note only has text. */
const escape = (words: string): string => words.replace(/([\\`*_[\]<>|#~])/g, '\\$1');

/** One backtick more than any run of them inside: code ends only where its own fence does (CommonMark 4.5, 6.1). */
const fence = (words: string, least: number): string =>
  '`'.repeat(Math.max(least, 1 + Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length))));

function codeSpan(words: string): string {
  const line = words.replace(/\n/g, ' ');
  const mark = fence(line, 1);
  // A space that is taken off again parts backticks from the marks, and keeps the spaces that the code has.
  const padded = /^`|`$|^ .* $/.test(line) && line.trim() !== '' ? ` ${line} ` : line;
  return `${mark}${padded}${mark}`;
}

function codeBlock(words: string): string {
  const mark = fence(words, 3);
  return `${mark}\n${words}\n${mark}`;
}

function inline(part: Inline): string {
  switch (part.kind) {
    case 'text': {
      if (part.code) return codeSpan(part.text);
      const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.text) ?? [];
      if (!words) return part.text;
      const mark = (part.bold ? '**' : '') + (part.italic ? '*' : '') + (part.strike ? '~~' : '');
      const styled = `${mark}${escape(words)}${mark.split('').toReversed().join('')}`;
      return (
        before + (part.href ? `[${styled}](<${part.href.replace(/[<>\s]/g, encodeURIComponent)}>)` : styled) + after
      );
    }
    case 'figure':
      return part.id === null
        ? '*figure missing*'
        : `${escape(part.text)}⟨${PROVENANCE_MARK[part.provenance]}${part.inherited ? PROVENANCE_MARK[part.inherited] : ''}⟩`;
    case 'cite':
      return part.number === null ? `[${escape(part.label)}]` : `[${escape(part.label)}](#source-${part.number})`;
    case 'footnote':
      return `[^${part.number}]`;
    case 'break':
      return '  \n';
  }
}

const inlines = (parts: readonly Inline[]): string => parts.map(inline).join('');
const oneLine = (parts: readonly Inline[]): string =>
  inlines(parts)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

function table(rows: readonly (readonly TableCell[])[]): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const line = (row: readonly TableCell[]) =>
    `| ${Array.from({ length: columns }, (_, i) => oneLine(row[i]?.inlines ?? [])).join(' | ')} |`;
  const [head = [], ...body] = rows[0]?.some((cell) => cell.header) ? rows : [[], ...rows];
  return [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n');
}

const indent = (words: string, by: string): string => words.replace(/\n(?=.)/g, `\n${by}`);

function block(node: NoteBlock): string {
  switch (node.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, node.level))} ${oneLine(node.inlines)}`;
    case 'paragraph':
      return inlines(node.inlines);
    case 'list':
      return node.items
        .map((item, i) => {
          const mark = node.ordered ? `${node.start + i}. ` : '- ';
          return mark + indent(item.map(block).join('\n'), ' '.repeat(mark.length));
        })
        .join('\n');
    case 'table':
      return (node.caption ? `${inlines(node.caption)}\n\n` : '') + table(node.rows);
    case 'quote':
      return node.blocks.map(block).join('\n\n').replace(/^/gm, '> ');
    case 'code':
      return codeBlock(node.text);
    case 'rule':
      return '---';
  }
}

/** The note and its appendix as one Markdown text, ended by a line feed. */
export function noteMarkdown(note: Note, appendix: readonly NoteBlock[]): string {
  const legend = PROVENANCES.filter((p) => note.figures.some((f) => f.provenance === p)).map(
    (p) => `⟨${PROVENANCE_MARK[p]}⟩ ${PROVENANCE_LABEL[p].toLowerCase()}`,
  );
  const [first, ...rest] = note.blocks;
  const title = first?.kind === 'heading' ? block(first) : `# ${escape(note.title)}`;
  const body = first?.kind === 'heading' ? rest : note.blocks;
  const footnotes = note.footnotes.map((words, i) => `[^${i + 1}]: ${escape(words)}`);
  return (
    [
      title,
      legend.length > 0 ? `*${legend.join(' · ')}*` : '',
      ...body.map(block),
      ...footnotes,
      ...appendix.map(block),
    ]
      .filter(Boolean)
      .join('\n\n') + '\n'
  );
}
