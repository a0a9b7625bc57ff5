/** Versions of a report: kept under a name, compared with what stands there now, brought back, printed as changes. */
import { type FormEvent, useState } from 'react';
import type { ReportRecord, ReportVersion } from '../../../../../contract/records';
import { run, start } from '../../../app/calls/run';
import { useQuery } from '../../../app/calls/use-query';
import { Dialog } from '../../../app/dialogs/dialogs';
import { exportTo } from '../../../app/transfer/exports';
import { showToast } from '../../../app/state/toasts';
import { Button, IconButton } from '../../../kit/Button';
import { moment, plural } from '../../../kit/format';
import { Comparison } from './Comparison';
import './versions.css';

interface Props {
  readonly report: Pick<ReportRecord, 'id' | 'title'>;
  readonly onClose: () => void;
}

async function restore(report: string, { id, name }: ReportVersion): Promise<void> {
  if (await run('report.restore', { id: report, version: id })) {
    showToast({ kind: 'done', text: `“${name}” stands in the report again. Undo takes it back.` });
  }
}

export function VersionsDialog({ report, onClose }: Props) {
  const { data: versions } = useQuery('report.versions', { id: report.id });
  const [compared, setCompared] = useState<string | null>(null);
  const on = versions?.find(({ id }) => id === compared);
  return (
    <Dialog
      title={`Versions of “${report.title || 'Untitled note'}”`}
      width={860}
      className="versions"
      onClose={onClose}
    >
      <Keep report={report.id} count={versions?.length ?? 0} />
      {versions?.length === 0 && (
        <p className="dim">
          A version keeps the words and how each figure reads today, so that a later state can be held against it.
        </p>
      )}
      <ul className="version-list">
        {versions?.map((version) => (
          <li key={version.id} data-on={version.id === on?.id}>
            <b className="truncate">{version.name}</b>
            <span className="dim">
              {moment(version.at)} · {plural(version.words, 'word')}
            </span>
            <span className="grow" />
            <Button onClick={() => setCompared(version.id === compared ? null : version.id)}>
              {version.id === compared ? 'Hide changes' : 'Changes since'}
            </Button>
            <Button
              onClick={() =>
                start(exportTo({ what: { report: report.id, since: version.id }, format: 'pdf', appendix: false }))
              }
            >
              Changes as PDF…
            </Button>
            <Button
              onClick={() => {
                onClose();
                start(restore(report.id, version));
              }}
            >
              Restore
            </Button>
            <IconButton
              icon="trash"
              label={`Remove version “${version.name}”`}
              onClick={() => start(run('report.forget', { version: version.id }))}
            />
          </li>
        ))}
      </ul>
      {on && <Comparison report={report.id} version={on} />}
    </Dialog>
  );
}

function Keep({ report, count }: { readonly report: string; readonly count: number }) {
  const [typed, setTyped] = useState('');
  const usual = `Version ${count + 1}`;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    start(run('report.keep', { id: report, name: typed.trim() || usual }).then(() => setTyped('')));
  };
  return (
    <form className="version-keep" onSubmit={keep}>
      <input
        className="input grow"
        aria-label="Name of the version"
        placeholder={usual}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button look="primary" type="submit">
        Keep this version
      </Button>
    </form>
  );
}
