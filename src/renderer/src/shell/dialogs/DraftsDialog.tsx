/** Everything that was typed and not taken, in one list: to go to, to send again, or to give up. */
import { useState } from 'react';
import { groupBy } from '../../../../core/base/group';
import { Button, IconButton } from '../../kit/Button';
import { plural } from '../../kit/format';
import { Dialog } from '../../app/dialogs/dialogs';
import { type Draft, draftPlace, drafts, dropDrafts } from '../../app/drafts';
import { closeOverlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';
import { useStore } from '../../app/state/store';

export function DraftsDialog() {
  const held = [...useStore(drafts).values()];
  const [busy, setBusy] = useState(false);
  const send = async (some: readonly Draft[]) => {
    setBusy(true);
    try {
      for (const [place, of] of groupBy(some, (draft) => draft.place)) {
        // Place by place, so that each is told of its own.
        // oxlint-disable-next-line no-await-in-loop
        await draftPlace(place)?.send(of);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Unsaved text"
      width={720}
      onClose={closeOverlay}
      footer={
        <>
          <Button disabled={held.length === 0 || busy} onClick={() => dropDrafts(held)}>
            Discard all
          </Button>
          <Button onClick={closeOverlay}>Close</Button>
          <Button look="primary" disabled={held.length === 0 || busy} onClick={() => start(send(held))}>
            Send all again
          </Button>
        </>
      }
    >
      {held.length === 0 ? (
        <p className="muted">Everything you typed is saved in the notebook.</p>
      ) : (
        <>
          <p className="muted">
            {plural(held.length, 'text')} not saved. {held.length === 1 ? 'It is' : 'Each is'} kept with its cell, also
            when the window is closed.
          </p>
          <ul className="draft-list" aria-label="Unsaved texts">
            {held.map((draft) => (
              <DraftRow
                key={`${draft.place} ${draft.id} ${draft.field}`}
                draft={draft}
                busy={busy}
                onSend={() => start(send([draft]))}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

interface RowProps {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onSend: () => void;
}

function DraftRow({ draft, busy, onSend }: RowProps) {
  const place = draftPlace(draft.place);
  return (
    <li className="draft-row">
      <span className="draft-words">
        <span>
          <span className="muted">{draft.what}</span> <b data-selectable="">{draft.text || '(nothing)'}</b>
        </span>
        <small className={draft.state === 'unsent' ? 'draft-unsent' : 'muted'}>{draft.problem}</small>
      </span>
      <Button
        look="quiet"
        onClick={() => {
          closeOverlay();
          place?.show(draft);
        }}
      >
        Go to {place?.label ?? 'it'}
      </Button>
      <Button look="quiet" disabled={busy} onClick={onSend}>
        Send again
      </Button>
      <IconButton icon="close" label={`Discard ${draft.what}`} onClick={() => dropDrafts([draft])} />
    </li>
  );
}
