/** The files of a batch: how far they are, what became of each, and what can be imported without looking. */
import './batch.css';
import {
  batch,
  batchBusy,
  type BatchFile,
  type BatchState,
  batchShown,
  cancelBatch,
  closeBatch,
  counts,
  importPlanned,
  isUnderWay,
  isWaiting,
} from '../../../app/transfer/batch';
import { Dialog } from '../../../app/dialogs/dialogs';
import { addLocked, addPlan } from '../../../app/transfer/imports';
import { WorkUnderWay } from '../../../app/transfer/WorkUnderWay';
import { start } from '../../../app/calls/run';
import { useStore } from '../../../app/state/store';
import { Button } from '../../../kit/Button';
import { plural } from '../../../kit/format';

const WORDS: Readonly<Record<BatchState, string>> = {
  waiting: 'Waiting',
  reading: 'Reading…',
  planned: 'To look over',
  here: 'Duplicate',
  imported: 'Imported',
  discarded: 'Discarded',
  refused: 'Refused',
  password: 'Needs a password',
  cancelled: 'Cancelled',
  left: 'Left out',
};

export function BatchDialog() {
  const files = useStore(batch) ?? [];
  const busy = useStore(batchBusy);
  const { done, all } = counts(files);
  const runs = files.some(isUnderWay);
  return (
    <Dialog
      title={runs ? `Reading ${plural(all, 'file')}` : plural(all, 'file')}
      width={980}
      className="batch"
      onClose={() => batchShown.set(false)}
      footer={<Footer files={files} busy={busy} runs={runs} />}
    >
      <Summary files={files} done={done} all={all} />
      <div className="batch-list">
        <table className="table">
          <thead>
            <tr>
              <th>File</th>
              <th className="col-state">Result</th>
              <th>What it holds</th>
              <th className="col-actions">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <Row key={file.key} file={file} busy={busy} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

interface FooterProps {
  readonly files: readonly BatchFile[];
  /** Plans are being imported. */
  readonly busy: boolean;
  /** Files are being read. */
  readonly runs: boolean;
}

function Footer({ files, busy, runs }: FooterProps) {
  const clean = files.filter((file) => file.clean).length;
  const planned = files.filter(({ state }) => state === 'planned').length;
  return (
    <>
      <span className="dim grow">The list stays until you close it. Each file is one step that can be undone.</span>
      {busy && <WorkUnderWay />}
      {runs ? (
        <Button onClick={cancelBatch}>Cancel the rest</Button>
      ) : (
        <Button disabled={busy} onClick={closeBatch}>
          Close list
        </Button>
      )}
      {planned > clean && !runs && (
        <Button
          disabled={busy}
          onClick={() => start(importPlanned('all'))}
          title="As proposed; duplicates are left out"
        >
          Import all {planned}
        </Button>
      )}
      <Button
        look="primary"
        data-initial-focus=""
        disabled={clean === 0 || runs || busy}
        onClick={() => start(importPlanned('clean'))}
      >
        {busy ? 'Importing…' : clean === 0 ? 'Nothing without doubts' : `Import ${clean} without doubts`}
      </Button>
    </>
  );
}

interface SummaryProps {
  readonly files: readonly BatchFile[];
  readonly done: number;
  readonly all: number;
}

function Summary({ files, done, all }: SummaryProps) {
  const present = ORDER.map((state) => [state, files.filter((file) => file.state === state).length] as const);
  return (
    <div className="batch-summary" role="status">
      <progress max={Math.max(all, 1)} value={done} aria-label="Files read" />
      <span>
        {done} of {all} read
      </span>
      <span className="grow" />
      {present
        .filter(([, count]) => count > 0)
        .map(([state, count]) => (
          <span key={state} className="muted">
            {WORDS[state]} <b>{count}</b>
          </span>
        ))}
    </div>
  );
}

const ORDER: readonly BatchState[] = [
  'planned',
  'here',
  'imported',
  'refused',
  'password',
  'cancelled',
  'discarded',
  'left',
];

function Row({ file, busy }: { readonly file: BatchFile; readonly busy: boolean }) {
  const { name, state, plan, says, clean, again } = file;
  return (
    <tr data-batch-file={name} data-state={state}>
      <td>
        <span className="truncate batch-name" title={name}>
          {name}
        </span>
      </td>
      <td>
        <span className="batch-state" data-state={clean ? 'clean' : state}>
          {clean ? 'Without doubts' : WORDS[state]}
        </span>
      </td>
      <td className="muted">{says}</td>
      <td className="batch-actions">
        {plan !== null && isWaiting(state) && (
          <Button look="quiet" disabled={busy} onClick={() => addPlan(plan)}>
            Review…
          </Button>
        )}
        {again !== null && (
          <Button look="quiet" disabled={busy} onClick={() => addLocked(again, name, says)}>
            Password…
          </Button>
        )}
      </td>
    </tr>
  );
}
