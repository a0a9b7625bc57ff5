/** Report: the editor for the note, with the real PDF beside it. Which report is on show stands in the place. */
import { useEffect } from 'react';
import { EMPTY_BODY, type ReportNode } from '../../../../core/report/body';
import type { ReportRecord } from '../../../../contract/records';
import { call } from '../../app/client';
import { useCommands } from '../../app/commands';
import { confirm } from '../../app/dialogs';
import { open, settle, usePlace } from '../../app/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { run, start } from '../../app/run';
import { useQuery } from '../../app/use-query';
import { Button, IconButton } from '../../kit/Button';
import { Splitter } from '../../kit/Splitter';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { outline } from './outline';
import { Preview } from './Preview';
import { ReportEditor } from './ReportEditor';
import './report.css';

async function createReport(body: ReportNode): Promise<void> {
  const made = await run('report.create', { title: 'Untitled note', body, language: 'en' });
  if (made) open({ view: 'report', report: made.id });
}

/** Starts from the figures of the newest document, so that the page is not blank. */
async function createFromFigures(): Promise<void> {
  const { rows } = await call('figure.page', {
    filter: { provenance: ['disclosed'] },
    sort: [{ column: 'position', descending: false }],
    start: 0,
    end: 500,
  });
  await createReport(outline(rows));
}

async function removeReport(report: Pick<ReportRecord, 'id' | 'title'>): Promise<void> {
  const yes = await confirm({
    title: 'Delete this report?',
    text: `“${report.title}” goes; undo brings it back.`,
    confirm: 'Delete',
    danger: true,
  });
  if (yes && (await run('report.remove', { id: report.id }))) open({ view: 'report' });
}

function NoReport() {
  return (
    <EmptyState
      icon="report"
      title="Write the note"
      actions={
        <>
          <Button look="primary" onClick={() => start(createFromFigures())}>
            Start from the figures
          </Button>
          <Button onClick={() => start(createReport(EMPTY_BODY))}>Blank note</Button>
        </>
      }
    >
      A note written here carries live figures and citations: what changes in the grid changes in the text and in the
      PDF, each figure with the letter of whoever vouches for it.
    </EmptyState>
  );
}

function OpenReport({ report }: { readonly report: string }) {
  const { data, error } = useQuery('report.read', { id: report });
  if (error) return <ErrorState error={error} />;
  return data ? <ReportEditor key={report} report={data} /> : <Loading />;
}

function ReportMenu({
  reports,
  current,
}: {
  readonly reports: readonly Pick<ReportRecord, 'id' | 'title'>[];
  readonly current: Pick<ReportRecord, 'id' | 'title'>;
}) {
  return (
    <Bar title="Report">
      <select
        className="input report-choice"
        aria-label="Report on show"
        value={current.id}
        onChange={(event) => open({ view: 'report', report: event.target.value })}
      >
        {reports.map(({ id, title }) => (
          <option key={id} value={id}>
            {title || 'Untitled note'}
          </option>
        ))}
      </select>
      <IconButton icon="plus" label="New report" onClick={() => start(createReport(EMPTY_BODY))} />
      <IconButton icon="trash" label="Delete this report" onClick={() => start(removeReport(current))} />
    </Bar>
  );
}

export default function ReportView() {
  const { place } = usePlace('report');
  const { data: reports, error } = useQuery('report.list', {});
  const [width, setWidth] = usePref('report.preview-width', 520, isNumber);
  const current = reports?.find(({ id }) => id === place?.report) ?? reports?.[0];
  const currentId = current?.id;
  useEffect(() => {
    if (currentId) settle({ view: 'report', report: currentId });
  }, [currentId]);
  useCommands([
    { id: 'report.new', label: 'New report', group: 'Report', run: () => createReport(EMPTY_BODY) },
    { id: 'report.fromFigures', label: 'New report from the figures', group: 'Report', run: createFromFigures },
  ]);
  return (
    <ViewRoot view="report" label="Report" ready={reports !== undefined || error !== null}>
      {error && <ErrorState error={error} />}
      {reports && !current && <NoReport />}
      {reports && current && (
        <div className="report-desk" style={{ gridTemplateColumns: `minmax(360px, 1fr) auto ${width}px` }}>
          <section className="report-editor" aria-label="Editor">
            <ReportMenu reports={reports} current={current} />
            <OpenReport report={current.id} />
          </section>
          <Splitter label="Width of the preview" size={width} min={320} max={900} pane="after" onResize={setWidth} />
          <Preview report={current.id} />
        </div>
      )}
    </ViewRoot>
  );
}
