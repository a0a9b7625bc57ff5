/** Texts of the thesis that could not be stored: kept, and sent again from the list of drafts. */
import { asTieoutError, call } from '../../../app/calls/client';
import { type Draft, dropDrafts, keepDrafts, registerDraftPlace, stateAfter } from '../../../app/drafts';
import { open } from '../../../app/state/navigation';
import { tracked } from '../../../app/state/save-state';
import { showError } from '../../../app/state/toasts';

const LABEL = 'label';

interface Edit {
  readonly id: string;
  /** `label`, or the name of a field. */
  readonly field: string;
  readonly text: string;
  readonly what: string;
}

/** Stores one text of an item; true once it is stored. What cannot be stored is said, and held. */
export async function saveText({ id, field, text, what }: Edit): Promise<boolean> {
  const set = field === LABEL ? { label: text } : { fields: { [field]: text === '' ? null : text } };
  const key = { place: 'thesis', id, field };
  try {
    await tracked(call('structure.update', { id, set }), true);
    dropDrafts([key]);
    return true;
  } catch (reason) {
    const error = asTieoutError(reason);
    showError(error);
    keepDrafts([{ ...key, text, what, problem: error.message, state: stateAfter(error.code) }]);
    return false;
  }
}

const again = ({ id, field, text, what }: Draft): Promise<boolean> => saveText({ id, field, text, what });

registerDraftPlace('thesis', {
  label: 'Thesis',
  show: ({ id }) => open({ view: 'thesis', item: id }),
  send: async (drafts) => {
    // One after the other: each is a step of its own.
    // oxlint-disable-next-line no-await-in-loop
    for (const draft of drafts) await again(draft);
  },
});
