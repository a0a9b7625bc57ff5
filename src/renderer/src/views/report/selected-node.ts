/** Changes one attribute of the selected node and leaves it selected, so that its tools stay. */
import type { Editor } from '@tiptap/core';

export function setSelected(editor: Editor, attribute: string, value: string | null): void {
  editor.commands.command(({ tr }) => {
    tr.setNodeAttribute(tr.selection.from, attribute, value);
    return true;
  });
}
