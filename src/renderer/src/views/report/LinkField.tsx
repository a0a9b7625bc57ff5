/** The address of a link, typed where the toolbar is: Ctrl+K in the text opens it, Enter sets it, an empty one takes it off. */
import { type Editor, Extension } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { createStore, useStore } from '../../app/state/store';

/** Whether the field is open. */
export const linkField = createStore(false);

/** Takes Ctrl+K before the app's search does: in a text it means a link. */
export const LinkKey = Extension.create({
  name: 'linkKey',
  addKeyboardShortcuts: () => ({
    'Mod-k': () => {
      linkField.set(true);
      return true;
    },
  }),
});

/** An address as a person types it, with what it leaves out; null for one that leads nowhere safe. */
export function addressFrom(typed: string): string | null {
  const words = typed.trim();
  if (words === '') return '';
  if (/\s/.test(words)) return null;
  if (/^(?:https?:\/\/|mailto:)/i.test(words)) return words;
  if (/^[a-z][a-z0-9+.-]*:/i.test(words)) return null;
  return words.includes('@') && !words.includes('/') ? `mailto:${words}` : `https://${words}`;
}

function apply(editor: Editor, address: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (address === '') {
    chain.unsetLink().run();
    return;
  }
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive('link')) {
    const link = { type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] };
    chain.insertContent(link).unsetMark('link').run();
    return;
  }
  chain.setLink({ href: address }).run();
}

function Field({ editor }: { readonly editor: Editor }) {
  const known: unknown = editor.getAttributes('link')['href'];
  const [typed, setTyped] = useState(typeof known === 'string' ? known : '');
  const address = addressFrom(typed);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const close = () => {
    linkField.set(false);
    editor.commands.focus();
  };
  return (
    <input
      ref={input}
      className="input link-field"
      aria-label="Address of the link"
      aria-invalid={address === null}
      placeholder="https://… (Enter sets, empty removes)"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => linkField.set(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key !== 'Enter' || address === null) return;
        event.preventDefault();
        linkField.set(false);
        apply(editor, address);
      }}
    />
  );
}

export function LinkField({ editor }: { readonly editor: Editor }) {
  return useStore(linkField) ? <Field editor={editor} /> : null;
}
