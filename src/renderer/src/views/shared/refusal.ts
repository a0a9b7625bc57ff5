/** What an error of the notebook means for texts that were typed into a grid. */
import { isFinal, TieoutError } from '../../../../contract/errors';
import type { Refusal } from '../../kit/grid/write/writer';

/** A refusal is final where the text itself is wrong; its details name the text that could not be read. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TieoutError)) return { isFinal: false, text: null };
  const { code, details } = error;
  const names = typeof details === 'object' && details !== null && 'value' in details;
  return { isFinal: isFinal(code), text: names && typeof details.value === 'string' ? details.value : null };
}
