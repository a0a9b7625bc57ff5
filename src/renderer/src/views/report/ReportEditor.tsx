/** The editor of one report: title, toolbar and page of text. What is written is saved shortly after the last key. */
import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import { useMemo } from 'react';
import type { ReportRecord } from '../../../../contract/records';
import { useQuery } from '../../app/calls/use-query';
import { plural } from '../../kit/format';
import { Bar } from '../shared/ViewRoot';
import { CiteTools } from './CiteTools';
import { countsOf, sameCounts } from './counts';
import { isSupported } from './extensions';
import { FindBar } from './find/FindBar';
import { FigureTools } from './FigureTools';
import { LinkField } from './LinkField';
import { type LiveData, LiveDataContext } from './live/live-figures';
import { OfferPopup } from './OfferPopup';
import { useSpot } from './spot';
import { Toolbar } from './Toolbar';
import { TypedNumbers } from './TypedNumbers';
import { UnsupportedReport } from './UnsupportedReport';
import { type EditorState, type SaveState, useReportEditor } from './use-report-editor';

const SAVE_TEXT: Readonly<Record<SaveState, string>> = { saved: 'Saved', unsaved: 'Saving…', failed: 'Not saved' };

export function ReportEditor({ report }: { readonly report: ReportRecord }) {
  const held = useMemo(() => isSupported(report.body), [report.body]);
  return held ? <EditedReport report={report} /> : <UnsupportedReport report={report} />;
}

function EditedReport({ report }: { readonly report: ReportRecord }) {
  const state = useReportEditor(report);
  const { editor, saved } = state;
  const live = useReportData(editor);
  useSpot(editor, report.id);
  return (
    <LiveDataContext value={live}>
      <Bar>
        <Toolbar editor={editor} />
        <FigureTools editor={editor} />
        <CiteTools editor={editor} />
        <LinkField editor={editor} />
        <span className="grow" />
        <span className={saved === 'failed' ? 'report-failed' : 'dim'} role="status">
          {SAVE_TEXT[saved]}
        </span>
      </Bar>
      <FindBar editor={editor} />
      <div className="report-page">
        <Title state={state} />
        <EditorContent editor={editor} className="report-text" />
        <p className="report-hint dim">
          Type @ to cite a source, # to insert a live figure. A figure changed in the grid changes here and in the PDF.
        </p>
      </div>
      <div className="report-foot">
        <Counts editor={editor} />
        <TypedNumbers editor={editor} report={report.id} />
      </div>
      <OfferPopup />
    </LiveDataContext>
  );
}

function Title({ state: { editor, title, rename, leaveTitle } }: { readonly state: EditorState }) {
  return (
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
      onBlur={leaveTitle}
    />
  );
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
