/** Writes the open notebook under another name: the way on when the file under its own name is no longer the open one. */
import type { ReadableDb } from '../../storage/db/db';
import { translate } from '../../storage/errors';
import { setAsideLogs } from '../../storage/open';
import { refuseOverNotebook } from '../../storage/target';
import { checkFile } from '../../storage/verify';
import { moveWhole, removeTemporary, syncFile, temporaryBeside } from '../../storage/whole-file';

/** Puts a verified copy of what `db` holds at `target`, where no notebook may stand. */
export function saveAs(db: ReadableDb, target: string): void {
  refuseOverNotebook(target);
  const temporary = temporaryBeside(target);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    checkFile(temporary);
    syncFile(temporary);
    setAsideLogs(target);
    moveWhole(temporary, target);
  } catch (error) {
    throw translate(error, target);
  } finally {
    removeTemporary(temporary);
  }
}
