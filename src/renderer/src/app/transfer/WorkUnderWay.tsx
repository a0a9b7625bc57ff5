/** One line: what the notebook is busy with, how far it is, and Stop. Nothing where it is busy with nothing long. */
import { plural } from '../../kit/format';
import { stopWork, underWay } from '../calls/watched';
import { useStore } from '../state/store';

export function WorkUnderWay() {
  const now = useStore(underWay);
  if (now === null) return null;
  const { what, label, done, all, stopping } = now;
  return (
    <span className="import-job" role="status" data-work-under-way={what}>
      <span className="truncate">{stopping ? 'Stopping…' : label}</span>
      <progress aria-label={label} {...(all > 0 && { max: all, value: Math.min(done, all) })} />
      {all === 0 && done > 0 && <span className="dim">{plural(done, 'step')}</span>}
      <button type="button" className="link" disabled={stopping} onClick={() => stopWork(what)}>
        Stop
      </button>
    </span>
  );
}
