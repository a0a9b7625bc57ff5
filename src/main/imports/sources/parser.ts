/** What the parsers of bibliographies share: a limit on entries, and an error where none could be read. */
import { TieoutError } from '../../../contract/errors';
import { IMPORT_LIMITS } from '../limits';
import type { ReadSources } from '../bibliography';

/** Throws `E_TOO_LARGE` past the limit: called with the count so far, so that a flood is stopped early. */
export function refuseTooMany(entries: number): void {
  if (entries <= IMPORT_LIMITS.sources) return;
  throw new TieoutError(
    'E_TOO_LARGE',
    `The bibliography has more than ${IMPORT_LIMITS.sources.toLocaleString('en-US')} entries. Export the part you need.`,
  );
}

/** Throws `E_DAMAGED` where entries stand in the file and not one could be read. */
export function needItems(read: ReadSources): ReadSources {
  if (read.items.length > 0) return read;
  const why = read.problems[0]?.message;
  throw new TieoutError(
    'E_DAMAGED',
    why === undefined
      ? 'The bibliography holds no entries. Export it again from your reference manager.'
      : `No entry of the bibliography could be read. ${why}`,
  );
}
