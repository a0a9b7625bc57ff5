/**
 * A notebook that is damaged only in what can be made anew (indexes, search, findings, free pages) is made anew whole when
 * it is opened. The damaged file is kept; where anything would be lost the person decides, and nothing is done.
 */
import { TieoutError } from '../../../contract/errors';
import { removeTemporary, syncFile, temporaryBeside } from '../../storage/whole-file';
import { swapIn } from './backups';
import { salvageInto } from './salvage';

/** Gives the name under which the damaged file is kept, or null where it could not be repaired without loss. */
export function repairWithoutLoss(path: string, now: string): string | null {
  const temporary = temporaryBeside(path);
  try {
    salvageInto(path, temporary, now, true);
    syncFile(temporary);
    return swapIn(temporary, path, now, 'damaged');
  } catch (error) {
    if (error instanceof TieoutError && error.code === 'E_LOCKED') throw error;
    return null;
  } finally {
    removeTemporary(temporary);
  }
}
