/** The nodes and marks that the editor supports. A body with anything else is shown read-only. */
import { getSchema } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import type { JSONContent } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type ReportNode, readBody } from '../../../../core/report/body';
import { FindMarks } from './find/marks';
import { LinkKey } from './LinkField';
import { Cite, FigureTable, Footnote, LiveFigure } from './nodes';
import { SmartQuotes } from './smart-quotes';
import { Suggestions } from './suggest';

export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto'] },
    dropcursor: { color: 'var(--accent)' },
  }),
  TableKit.configure({ table: { resizable: false } }),
  LiveFigure,
  Cite,
  Footnote,
  FigureTable,
  Suggestions,
  LinkKey,
  FindMarks,
  SmartQuotes,
];

/** The editor wants a body it may change. */
export const editable = ({ content, marks, attrs, ...node }: ReportNode): JSONContent => ({
  ...node,
  ...(attrs && { attrs: { ...attrs } }),
  ...(content && { content: content.map(editable) }),
  ...(marks && { marks: marks.map((mark) => ({ type: mark.type, ...(mark.attrs && { attrs: { ...mark.attrs } }) })) }),
});

const schema = getSchema(EXTENSIONS);

/** False for a body of which the editor would drop something: opening it would show less, and one key would save that. */
export function isSupported(body: unknown): boolean {
  if (body === null || body === undefined) return true;
  const read = readBody(body);
  const nodes = countNodes(read);
  if (countNodes(body) !== nodes) return false;
  // An empty page, in whatever form it was left.
  if (nodes === 1) return isDocument(body);
  try {
    schema.nodeFromJSON(editable(read)).check();
    return true;
  } catch {
    return false;
  }
}

const isDocument = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && body.type === 'doc';

/** Nodes by what the body says, whether or not they can be read. */
function countNodes(node: unknown, depth = 0): number {
  if (typeof node !== 'object' || node === null || depth > MOST_LEVELS) return 1;
  const content = 'content' in node && Array.isArray(node.content) ? node.content : [];
  return content.reduce((sum: number, child: unknown) => sum + countNodes(child, depth + 1), 1);
}

const MOST_LEVELS = 1000;
