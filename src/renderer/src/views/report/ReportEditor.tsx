/** The editor of one report: title, toolbar and page of text. What is written is saved shortly after the last key. */
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { readBody } from '../../../../core/report/body';
import type { ReportRecord } from '../../../../contract/records';
import { keepOpenFor } from '../../app/leaving';
import { run, start } from '../../app/run';
import { showToast } from '../../app/toasts';
import { useQuery } from '../../app/use-query';
import { plural } from '../../kit/format';
import { Bar } from '../shared/ViewRoot';
import { Autosave } from './autosave';
import { countsOf, sameCounts } from './counts';
import { canHold, editable, EXTENSIONS } from './extensions';
import { FigureTools } from './FigureTools';
import { LinkField } from './LinkField';
import { type LiveData, LiveDataContext } from './live-figures';
import { OfferPopup } from './OfferPopup';
import { pasted } from './paste';
import { Toolbar } from './Toolbar';
import { TypedNumbers } from './TypedNumbers';
import { UnheldReport } from './UnheldReport';

type SaveWord = 'saved' | 'unsaved' | 'failed';
const SAVE_TEXT: Readonly<Record<SaveWord, string>> = { saved: 'Saved', unsaved: 'Saving…', failed: 'Not saved' };

/** The figures and sources that the text names, kept current. */
function useReportData(editor: Editor): LiveData {
  const key = useEditorState({
    editor,
    selector: ({ editor: now }) => countsOf(now.state.doc).figures.toSorted().join(' '),
  });
  const ids = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const figures = useQuery(
    'figure.page',
    ids.length === 0 ? null : { filter: { ids }, sort: [], start: 0, end: ids.length },
  );
  const sources = useQuery('source.list', {});
  return useMemo(
    () => ({
      figures: new Map(figures.data?.rows.map((figure) => [figure.id, figure])),
      sources: new Map(sources.data?.map((source) => [source.id, source])),
      ready: sources.data !== undefined && (ids.length === 0 || figures.data !== undefined),
    }),
    [figures.data, sources.data, ids.length],
  );
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

function Counts({ editor }: { readonly editor: Editor }) {
  const counts = useEditorState({
    editor,
    selector: ({ editor: now }) => countsOf(now.state.doc),
    equalityFn: sameCounts,
  });
  return (
    <span className="dim report-counts">
      {plural(counts.words, 'word')} · {plural(counts.figures.length, 'live figure')} ·{' '}
      {plural(counts.sources.length, 'source')}
    </span>
  );
}

export function ReportEditor({ report }: { readonly report: ReportRecord }) {
  const held = useMemo(() => canHold(report.body), [report.body]);
  return held ? <EditedReport report={report} /> : <UnheldReport report={report} />;
}

function EditedReport({ report }: { readonly report: ReportRecord }) {
  const [saved, setSaved] = useState<SaveWord>('saved');
  // What was typed and is not stored yet; null shows the stored title.
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? report.title;
  const titleNow = useRef(title);
  const { id } = report;
  const autosave = useMemo(
    () => new Autosave(async (draft) => (await run('report.save', { id, ...draft })) !== null, setSaved),
    [id],
  );
  const editor = useEditor({
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
    onUpdate: ({ editor: now }) => autosave.change(() => ({ title: titleNow.current, body: now.getJSON() })),
    onBlur: () => start(autosave.flush()),
  });
  useOutsideChanges(editor, report, autosave);
  useEffect(() => {
    const letGo = keepOpenFor({ dirty: () => autosave.dirty, flush: () => autosave.flush() });
    return () => {
      letGo();
      start(autosave.end());
    };
  }, [autosave]);
  useEffect(() => {
    titleNow.current = title;
  }, [title]);
  const live = useReportData(editor);
  const rename = (words: string) => {
    setTyped(words);
    titleNow.current = words;
    autosave.change(() => ({ title: words, body: editor.getJSON() }));
  };
  return (
    <LiveDataContext value={live}>
      <Bar>
        <Toolbar editor={editor} />
        <FigureTools editor={editor} />
        <LinkField editor={editor} />
        <span className="grow" />
        <span className={saved === 'failed' ? 'report-failed' : 'dim'} role="status">
          {SAVE_TEXT[saved]}
        </span>
      </Bar>
      <div className="report-page">
        <textarea
          className="report-title"
          aria-label="Title"
          rows={1}
          value={title}
          placeholder="Untitled note"
          onChange={(event) => rename(event.target.value.replace(/\n/g, ' '))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            // At once: the editor's own command waits for a frame, and the next letters would still go into the title.
            editor.commands.setTextSelection(0);
            editor.view.focus();
          }}
          onBlur={() => start(autosave.flush().then(() => setTyped(null)))}
        />
        <EditorContent editor={editor} className="report-text" />
        <p className="report-hint dim">
          Type @ to cite a source, # to insert a live figure. A figure changed in the grid changes here and in the PDF.
        </p>
      </div>
      <div className="report-foot">
        <Counts editor={editor} />
        <TypedNumbers editor={editor} report={id} />
      </div>
      <OfferPopup />
    </LiveDataContext>
  );
}
