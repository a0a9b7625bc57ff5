/** The editor of one report and the saving of what is written in it: title and text shortly after the last key. */
import { type Editor, useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportRecord } from '../../../../contract/records';
import { readBody } from '../../../../core/report/body';
import { keepOpenFor } from '../../app/state/leaving';
import { run, start } from '../../app/calls/run';
import { showToast } from '../../app/state/toasts';
import { Autosave } from './autosave';
import { editable, EXTENSIONS } from './extensions';
import { pasted } from './paste';

export type SaveState = 'saved' | 'unsaved' | 'failed';

export interface EditorState {
  readonly editor: Editor;
  readonly title: string;
  readonly rename: (title: string) => void;
  /** Saves at once, and shows the stored title from then on. */
  readonly leaveTitle: () => void;
  readonly saved: SaveState;
}

export function useReportEditor(report: ReportRecord): EditorState {
  const [saved, setSaved] = useState<SaveState>('saved');
  // What was typed and is not stored yet; null shows the stored title.
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? report.title;
  const titleNow = useRef(title);
  const autosave = useAutosave(report.id, setSaved);
  const editor = useTextEditor(report, autosave, titleNow);
  useOutsideChanges(editor, report, autosave);
  useEffect(() => {
    titleNow.current = title;
  }, [title]);
  return {
    editor,
    title,
    rename: (words) => {
      setTyped(words);
      titleNow.current = words;
      autosave.change(() => ({ title: words, body: editor.getJSON() }));
    },
    leaveTitle: () => start(autosave.flush().then(() => setTyped(null))),
    saved,
  };
}

/** Saving that lasts as long as the report is shown: the window stays open for it, and leaving saves what is pending. */
function useAutosave(id: string, onState: (state: SaveState) => void): Autosave {
  const autosave = useMemo(
    () => new Autosave(async (draft) => (await run('report.save', { id, ...draft })) !== null, onState),
    [id, onState],
  );
  useEffect(() => {
    const letGo = keepOpenFor({ dirty: () => autosave.dirty, flush: () => autosave.flush() });
    return () => {
      letGo();
      start(autosave.end());
    };
  }, [autosave]);
  return autosave;
}

function useTextEditor(report: ReportRecord, autosave: Autosave, title: RefObject<string>): Editor {
  return useEditor({
    extensions: EXTENSIONS,
    content: editable(readBody(report.body)),
    injectCSS: false,
    editorProps: {
      transformPastedHTML: (html) => {
        const { html: kept, left } = pasted(html);
        if (left.length > 0) showToast({ kind: 'done', text: `Pasted without ${left.join(', ')}.` });
        return kept;
      },
      attributes: { 'aria-label': 'Report', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
    },
    onUpdate: ({ editor: now }) => autosave.change(() => ({ title: title.current, body: now.getJSON() })),
    onBlur: () => start(autosave.flush()),
  });
}

/** A change made elsewhere (undo of the notebook, another window) replaces the text, unless words here are unsaved. */
function useOutsideChanges(editor: Editor | null, report: ReportRecord, autosave: Autosave): void {
  useEffect(() => {
    if (!editor || autosave.dirty) return;
    const stored = readBody(report.body);
    if (JSON.stringify(readBody(editor.getJSON())) === JSON.stringify(stored)) return;
    editor.commands.setContent(editable(stored), { emitUpdate: false });
  }, [editor, report.body, autosave]);
}
