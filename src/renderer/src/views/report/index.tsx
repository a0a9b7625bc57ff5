/** Report: the editor for the note, with the real PDF beside it. The place says which report is shown. */
import { useEffect, useState } from 'react';
import type { ReportRecord } from '../../../../contract/records';
import { currentVisit, open, settle, trail, usePlace } from '../../app/state/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { Button, IconButton } from '../../kit/Button';
import { Splitter } from '../../kit/Splitter';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { Preview } from './Preview';
import { TEMPLATE_IDS, templateLabel } from '../../../../core/report/templates';
import {
  createFromFigures,
  createFromTemplate,
  createReport,
  removeReport,
  useReportCommands,
} from './report-commands';
import { ReportEditor } from './ReportEditor';
import { VersionsDialog } from './versions/VersionsDialog';
import './report.css';

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
          <Button onClick={() => start(createReport())}>Blank note</Button>
          <FromTemplate />
        </>
      }
    >
      A note written here holds live figures and citations. A figure changed in the grid changes in the text and in the
      PDF, and each shows the letter of who vouches for it.
    </EmptyState>
  );
}

/** Each choice makes a new report at once, so the list shows its name again. */
function FromTemplate() {
  return (
    <select
      className="input report-template"
      aria-label="New report from a template"
      value=""
      onChange={(event) => {
        const id = TEMPLATE_IDS.find((one) => one === event.target.value);
        if (id) start(createFromTemplate(id));
      }}
    >
      <option value="" disabled hidden>
        Template…
      </option>
      {TEMPLATE_IDS.map((id) => (
        <option key={id} value={id}>
          {templateLabel(id)}
        </option>
      ))}
    </select>
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
  const [versions, setVersions] = useState(false);
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
      <IconButton icon="plus" label="New report" onClick={() => start(createReport())} />
      <FromTemplate />
      <IconButton icon="clock" label="Versions of this report" onClick={() => setVersions(true)} />
      <IconButton icon="trash" label="Delete this report" onClick={() => start(removeReport(current))} />
      {versions && <VersionsDialog report={current} onClose={() => setVersions(false)} />}
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
    const { place: now } = currentVisit(trail.get());
    // A place in its text that somebody came for is kept.
    if (currentId && !(now.view === 'report' && now.report === currentId))
      settle({ view: 'report', report: currentId });
  }, [currentId]);
  useReportCommands();
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
