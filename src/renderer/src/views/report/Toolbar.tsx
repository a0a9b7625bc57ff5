/** The editor's buttons. Each says whether it is on, and gives the focus back to the text. */
import { linkField } from './LinkField';
import { type ChainedCommands, type Editor, useEditorState } from '@tiptap/react';

interface Tool {
  readonly label: string;
  readonly shown: string;
  readonly name?: string;
  readonly attributes?: Record<string, unknown>;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
}

const TOOLS: readonly (readonly Tool[])[] = [
  [
    { label: 'Bold (Ctrl+B)', shown: 'B', name: 'bold', run: (c) => c.toggleBold() },
    { label: 'Italic (Ctrl+I)', shown: 'I', name: 'italic', run: (c) => c.toggleItalic() },
    { label: 'Underline (Ctrl+U)', shown: 'U', name: 'underline', run: (c) => c.toggleUnderline() },
    {
      label: 'Link (Ctrl+K)',
      shown: 'Link',
      name: 'link',
      run: (c) => {
        linkField.set(true);
        return c;
      },
    },
  ],
  [
    {
      label: 'Heading',
      shown: 'H2',
      name: 'heading',
      attributes: { level: 2 },
      run: (c) => c.toggleHeading({ level: 2 }),
    },
    {
      label: 'Subheading',
      shown: 'H3',
      name: 'heading',
      attributes: { level: 3 },
      run: (c) => c.toggleHeading({ level: 3 }),
    },
    {
      label: 'Heading of the fourth level',
      shown: 'H4',
      name: 'heading',
      attributes: { level: 4 },
      run: (c) => c.toggleHeading({ level: 4 }),
    },
  ],
  [
    { label: 'Bulleted list', shown: '• List', name: 'bulletList', run: (c) => c.toggleBulletList() },
    { label: 'Numbered list', shown: '1. List', name: 'orderedList', run: (c) => c.toggleOrderedList() },
    { label: 'Quotation', shown: '“ ”', name: 'blockquote', run: (c) => c.toggleBlockquote() },
    {
      label: 'Table',
      shown: 'Table',
      name: 'table',
      run: (c) => c.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
    },
  ],
  [
    { label: 'Cite a source', shown: '@ Cite', run: (c) => c.insertContent('@') },
    { label: 'Insert a live figure', shown: '# Figure', run: (c) => c.insertContent('#') },
    { label: 'Footnote', shown: 'Note', run: (c) => c.insertContent({ type: 'footnote', attrs: { text: '' } }) },
  ],
];

const ALL_TOOLS = TOOLS.flat();

const TABLE_TOOLS: readonly Tool[] = [
  { label: 'Add a row below', shown: '+ Row', run: (c) => c.addRowAfter() },
  { label: 'Add a column after', shown: '+ Column', run: (c) => c.addColumnAfter() },
  { label: 'Delete the row', shown: '− Row', run: (c) => c.deleteRow() },
  { label: 'Delete the column', shown: '− Column', run: (c) => c.deleteColumn() },
  { label: 'Delete the table', shown: 'Delete table', run: (c) => c.deleteTable() },
];

function ToolButton({ editor, tool, on }: { readonly editor: Editor; readonly tool: Tool; readonly on: boolean }) {
  return (
    <button
      type="button"
      className="tool"
      title={tool.label}
      aria-label={tool.label}
      aria-pressed={tool.name ? on : undefined}
      // The selection stays where it is: a button must not take the focus first.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor.chain().focus()).run()}
    >
      {tool.shown}
    </button>
  );
}

export function Toolbar({ editor }: { readonly editor: Editor }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: new Set(
        ALL_TOOLS.filter((tool) => tool.name !== undefined && now.isActive(tool.name, tool.attributes)).map(
          (tool) => tool.label,
        ),
      ),
      inTable: now.isActive('table'),
    }),
  });
  return (
    <div className="tools" role="toolbar" aria-label="Formatting">
      {TOOLS.map((group) => (
        <span className="tool-group" key={group[0]?.label}>
          {group.map((tool) => (
            <ToolButton key={tool.label} editor={editor} tool={tool} on={state.on.has(tool.label)} />
          ))}
        </span>
      ))}
      {state.inTable && (
        <span className="tool-group">
          {TABLE_TOOLS.map((tool) => (
            <ToolButton key={tool.label} editor={editor} tool={tool} on={false} />
          ))}
        </span>
      )}
    </div>
  );
}
