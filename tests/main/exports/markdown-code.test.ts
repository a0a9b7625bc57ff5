// Code in a Markdown export is the code that was there, and ends only where it ends: what follows it is never markup.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { noteMarkdown } from '../../../src/main/exports/markdown/markdown';
import { note } from './support';

type Nodes = { readonly type: string; readonly value?: string; readonly children?: readonly Nodes[] };

function nodesOf(node: Nodes, type: string): readonly Nodes[] {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => nodesOf(child, type))];
}

const code = fc
  .array(fc.constantFrom('`', '``', '```', '~~~', '<b onclick=x>', 'a', ' ', '\n', '|', '# '), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

test('a block comes back letter for letter', () => {
  fc.assert(
    fc.property(code, (text) => {
      const read = fromMarkdown(noteMarkdown(note([{ kind: 'code', text }]), []));
      expect(nodesOf(read, 'code').map(({ value }) => value)).toEqual([text]);
      expect(nodesOf(read, 'html')).toEqual([]);
    }),
  );
});
