/** The notebook's own log: what was slow and what failed, to be read or passed on. */
import { useEffect, useState } from 'react';
import type { TieoutError } from '../../../../contract/errors';
import { Button } from '../../kit/Button';
import { ErrorState, Loading } from '../../kit/States';
import { asTieoutError, call } from '../../app/calls/client';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';

export function LogDialog() {
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<TieoutError | null>(null);
  useEffect(() => {
    call('log.read', {})
      .then((log) => setLines(log.lines))
      .catch((reason: unknown) => setError(asTieoutError(reason)));
  }, []);
  const text = (lines ?? []).join('\n');
  return (
    <Dialog
      title="Log of this notebook"
      width={760}
      onClose={closeOverlay}
      footer={
        <Button look="primary" onClick={closeOverlay}>
          Close
        </Button>
      }
    >
      <p className="muted">
        Operations that took longer than a tenth of a second, and failures, by name and time. The log holds no text of a
        note.
      </p>
      {error && <ErrorState error={error} />}
      {!error && lines === null && <Loading lines={3} />}
      {lines !== null && (
        <pre className="log-lines" data-selectable="" tabIndex={0} aria-label="Log">
          {text === '' ? 'Nothing was slow and nothing failed.' : text}
        </pre>
      )}
    </Dialog>
  );
}
