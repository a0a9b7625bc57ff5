/** Where in its source the selected citation points: what kind of place, and its number. */
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { CITE } from '../../../../core/report/body';
import {
  LOCATOR_KINDS,
  locatorLabel,
  type LocatorKind,
  readLocator,
  writeLocator,
} from '../../../../core/report/locator';
import { Choice } from '../../kit/Choice';
import { setSelected } from './selected-node';

export function CiteTools({ editor }: { readonly editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      if (!now.isActive(CITE)) return null;
      const locator: unknown = now.getAttributes(CITE)['locator'];
      return { at: now.state.selection.from, locator: typeof locator === 'string' ? locator : '' };
    },
  });
  return on && <Fields key={on.at} editor={editor} locator={on.locator} />;
}

function Fields({ editor, locator }: { readonly editor: Editor; readonly locator: string }) {
  const read = readLocator(locator);
  const [kind, setKind] = useState<LocatorKind>(read?.kind ?? 'page');
  // Words that are no known form are kept as they are until somebody types over them.
  const [value, setValue] = useState(read?.value ?? locator);
  const put = (next: { kind: LocatorKind; value: string }) => {
    setSelected(editor, 'locator', writeLocator(next) || null);
  };
  return (
    <span className="cite-place">
      <Choice
        label="Kind of place in the source"
        values={LOCATOR_KINDS}
        value={kind}
        labelOf={locatorLabel}
        onChange={(next) => {
          setKind(next);
          put({ kind: next, value });
        }}
      />
      <input
        className="input"
        aria-label="Place in the source"
        placeholder="12–14"
        size={8}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          put({ kind, value: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          editor.chain().focus().setTextSelection(editor.state.selection.to).run();
        }}
      />
    </span>
  );
}
