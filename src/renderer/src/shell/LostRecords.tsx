/** After a rescue: what could not be brought over, line by line, so that the person knows what to look for elsewhere. */
import { Button } from '../kit/Button';
import { plural } from '../kit/format';
import { Dialog } from '../app/dialogs/dialogs';
import { createStore, useStore } from '../app/state/store';

export const lostRecords = createStore<readonly string[]>([]);

/** More lines than anybody reads; the number says how many there are. */
const SHOWN = 500;

export function LostRecords() {
  const lost = useStore(lostRecords);
  if (lost.length === 0) return null;
  const close = () => lostRecords.set([]);
  return (
    <Dialog
      title="What could not be rescued"
      width={600}
      onClose={close}
      footer={
        <Button look="primary" onClick={close}>
          Close
        </Button>
      }
    >
      <p>
        Everything else is in the new notebook. The damaged file stays as it is. {plural(lost.length, 'thing')} to look
        at:
      </p>
      <ul className="lost-list" data-selectable="">
        {lost.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lost.length > SHOWN && <p className="dim">and {lost.length - SHOWN} more</p>}
    </Dialog>
  );
}
