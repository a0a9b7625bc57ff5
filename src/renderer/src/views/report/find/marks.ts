/** Marks what was found in the text, and replaces it: one transaction, so one step back. */
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, NodeSelection, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Match } from './search';

interface Marked {
  readonly matches: readonly Match[];
  /** Place of the one that is on, -1 for none. */
  readonly at: number;
}

const NONE: Marked = { matches: [], at: -1 };
const key = new PluginKey<DecorationSet>('find');

function decorationsOf(doc: Transaction['doc'], { matches, at }: Marked): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to, held }, index) => {
      const classes = ['found', index === at && 'found-on', held && 'found-held'].filter(Boolean).join(' ');
      return Decoration.inline(from, to, { class: classes });
    }),
  );
}

export const FindMarks = Extension.create({
  name: 'findMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, before) {
          const told: unknown = transaction.getMeta(key);
          return told instanceof DecorationSet ? told : before.map(transaction.mapping, transaction.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Marks these matches, and no others. */
export const marked = (state: EditorState, matches: readonly Match[], at: number): Transaction =>
  state.tr.setMeta(key, decorationsOf(state.doc, { matches, at })).setMeta('addToHistory', false);

export const unmarked = (state: EditorState): Transaction => marked(state, NONE.matches, NONE.at);

/** Puts the selection on a match and brings it into view. */
export function shown(state: EditorState, { from, to }: Match): Transaction {
  const node = state.doc.nodeAt(from);
  const selection =
    node && !node.isText && node.isAtom && from + node.nodeSize === to
      ? NodeSelection.create(state.doc, from)
      : TextSelection.create(state.doc, from, to);
  return state.tr.setSelection(selection).scrollIntoView();
}

/** These matches replaced as one step, each with the marks of its first letter; held ones are left. Null where none may be replaced. */
export function replaced(state: EditorState, matches: readonly Match[], by: string): Transaction | null {
  const free = matches.filter(({ held }) => !held);
  if (free.length === 0) return null;
  const transaction = closeHistory(state.tr);
  for (const { from, to } of free.toReversed()) {
    if (by === '') transaction.delete(from, to);
    else {
      const marks = state.doc.nodeAt(from)?.marks ?? [];
      transaction.replaceWith(from, to, state.schema.text(by, marks));
    }
  }
  return transaction;
}
