/** Asks for the backups of the notebook, open or not, and puts one in its place. */
import { useEffect, useState } from 'react';
import type { CopyOfNotebook } from '../../../../contract/app';
import type { TieoutError } from '../../../../contract/errors';
import { moment } from '../../kit/format';
import { asTieoutError, call } from '../../app/calls/client';
import { confirm } from '../../app/dialogs/dialogs';
import { ask } from '../../app/calls/run';
import { showToast } from '../../app/state/toasts';

interface Copies {
  readonly copies: readonly CopyOfNotebook[] | null;
  readonly error: TieoutError | null;
}

/** Asked once, when what shows them comes up. */
export function useCopies(): Copies {
  const [found, setFound] = useState<Copies>({ copies: null, error: null });
  useEffect(() => {
    let gone = false;
    const show = (next: Copies): void => {
      if (!gone) setFound(next);
    };
    call('notebook.copies', {}).then(
      ({ copies }) => show({ copies, error: null }),
      (reason: unknown) => show({ copies: null, error: asTieoutError(reason) }),
    );
    return () => {
      gone = true;
    };
  }, []);
  return found;
}

/** Asks first; `text` says what becomes of what stands there now. */
export async function restoreCopy(copy: CopyOfNotebook, text: string): Promise<void> {
  const sure = await confirm({ title: 'Restore this backup?', text, confirm: 'Restore' });
  const done = sure ? await ask('notebook.restoreBackup', { name: copy.name }) : null;
  if (done?.restored) showToast({ kind: 'done', text: `Restored the backup of ${moment(copy.at)}` });
}
