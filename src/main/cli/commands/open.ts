/** How the command line opens notebooks that it only reads. */
import { TieoutError } from '../../../contract/errors';
import { Notebook } from '../../notebook/notebook';

/**
 * Opens for reading; where findings are behind the records, as after a crash, or the file is of an older version, it is
 * opened for writing once to bring it up to date, if that is allowed.
 */
export function openForReading(path: string): Notebook {
  const reader = tryReading(path);
  if (reader !== null && !reader.isBehind) return reader;
  reader?.close();
  try {
    return Notebook.open(path, { automaticBackups: false });
  } catch (error) {
    if (reader !== null && error instanceof TieoutError && error.code === 'E_READ_ONLY') {
      return Notebook.open(path, { readOnly: true });
    }
    throw error;
  }
}

/** Null for a notebook of an older version, which cannot be read before it is migrated. */
function tryReading(path: string): Notebook | null {
  try {
    return Notebook.open(path, { readOnly: true });
  } catch (error) {
    if (error instanceof TieoutError && error.code === 'E_READ_ONLY') return null;
    throw error;
  }
}
