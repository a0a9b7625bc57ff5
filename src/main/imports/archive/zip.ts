/**
 * Looks into a packed file without ever writing one: entries are asked for by name and unpacked in memory, never more of
 * them than the limit. What an entry says of its own size bounds what is unpacked of it.
 */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { TieoutError } from '../../../contract/errors';
import { describeBytes, IMPORT_LIMITS } from '../limits';
import { startsWith, ZIP } from '../signatures';

export interface Zip {
  /** With forward slashes, as the file lists them. */
  readonly names: readonly string[];
  /** The entry unpacked, or null where there is none. Throws `E_TOO_LARGE` once too much is unpacked, `E_DAMAGED` if it is broken. */
  readonly read: (name: string) => Uint8Array | null;
}

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP);

/** Throws `E_DAMAGED` for what is no zip or cut off, `E_TOO_LARGE` for one with too many entries. */
export function openZip(bytes: Uint8Array): Zip {
  const entries = listEntries(bytes);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      unpacked += entry.originalSize;
      if (unpacked > IMPORT_LIMITS.zipBytes) throw tooLarge();
      return unpackEntry(bytes, entry);
    },
  };
}

/** The entries of a packed file; none where it cannot be looked into. */
export function namesOf(bytes: Uint8Array): readonly string[] {
  try {
    return openZip(bytes).names;
  } catch {
    return [];
  }
}

/** The first of each name: a second one of the same name is a trick. */
function listEntries(bytes: Uint8Array): ReadonlyMap<string, UnzipFileInfo> {
  const entries = new Map<string, UnzipFileInfo>();
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (entries.size >= IMPORT_LIMITS.zipEntries) throw tooMany();
        const name = entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
        if (!entries.has(name)) entries.set(name, entry);
        return false;
      },
    });
  } catch (error) {
    throw error instanceof TieoutError ? error : damaged(error);
  }
  return entries;
}

function unpackEntry(bytes: Uint8Array, { name, size }: UnzipFileInfo): Uint8Array {
  let found = false;
  try {
    const files = unzipSync(bytes, {
      filter: (entry) => {
        if (found || entry.name !== name || entry.size !== size) return false;
        found = true;
        return true;
      },
    });
    const [content] = Object.values(files);
    if (content === undefined) throw damaged();
    return content;
  } catch (error) {
    throw error instanceof TieoutError ? error : damaged(error);
  }
}

const damaged = (cause?: unknown): TieoutError =>
  new TieoutError(
    'E_DAMAGED',
    'The file is damaged or cut off: open it in the program it comes from and save it again.',
    undefined,
    cause,
  );

const tooLarge = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The file unpacks to more than ${describeBytes(IMPORT_LIMITS.zipBytes)}, the limit. Save the part you need as a file of its own.`,
  );

const tooMany = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The file holds more than ${IMPORT_LIMITS.zipEntries.toLocaleString('en-US')} parts, the limit. Save it again from the program it comes from.`,
  );
