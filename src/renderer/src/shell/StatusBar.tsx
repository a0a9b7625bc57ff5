/** The line at the foot: what the notebook holds, and imports under way with a way to stop them. */
import type { ImportProgress } from '../../../contract/app';
import { plural } from '../kit/format';
import { batch, batchShown, counts } from '../app/transfer/batch';
import { cancelImport, jobs } from '../app/transfer/imports';
import { WorkUnderWay } from '../app/transfer/WorkUnderWay';
import { start } from '../app/calls/run';
import { useStore } from '../app/state/store';
import { useQuery } from '../app/calls/use-query';

export function StatusBar() {
  const { data: info } = useQuery('notebook.info', {});
  const underWay = useStore(jobs);
  return (
    <footer className="status-bar" aria-label="Status">
      {info && (
        <>
          <span>{plural(info.documents, 'document')}</span>
          <span>{plural(info.figures, 'figure')}</span>
          <span>{plural(info.sources, 'source')}</span>
          <span>{plural(info.openFindings, 'open finding')}</span>
        </>
      )}
      <span className="grow" />
      <WorkUnderWay />
      <BatchProgress />
      {underWay.map((job) => (
        <ImportJob key={job.job} job={job} />
      ))}
    </footer>
  );
}

/** The way back to the list of files, wherever the person is. */
function BatchProgress() {
  const files = useStore(batch);
  if (files === null) return null;
  const { done, all } = counts(files);
  return (
    <span className="import-job">
      <button type="button" className="link" onClick={() => batchShown.set(true)}>
        Files: {done} of {all} read
      </button>
      {done < all && <progress max={all} value={done} aria-label="Reading files" />}
    </span>
  );
}

const STAGE: Readonly<Record<ImportProgress['stage'], string>> = {
  reading: 'Reading',
  parsing: 'Parsing',
  extracting: 'Finding figures in',
  planning: 'Checking',
  planned: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

function ImportJob({ job }: { readonly job: ImportProgress }) {
  const percent = Math.round(job.done * 100);
  return (
    <span className="import-job">
      <span className="truncate">
        {STAGE[job.stage]} {job.name}
      </span>
      <progress max={100} value={percent} aria-label={`Importing ${job.name}`} />
      <span>{percent}%</span>
      <button type="button" className="link" onClick={() => start(cancelImport(job.job))}>
        Cancel
      </button>
    </span>
  );
}
