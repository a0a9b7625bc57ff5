/** Reads one granted file whole, once, and only if it is an ordinary file that does not change meanwhile. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { TieoutError } from '../../contract/errors';
import { refuseTooLarge } from './limits';

/** The part of an open file that reading needs. */
export interface ReadableFile {
  readonly stat: () => Promise<{
    readonly isFile: () => boolean;
    readonly isDirectory: () => boolean;
    readonly size: number;
    readonly mtimeMs: number;
  }>;
  readonly read: (
    into: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesRead: number }>;
}

/** Throws `E_NOT_FOUND`, `E_FORMAT` (folder, device, pipe), `E_TOO_LARGE`, `E_CONFLICT` (changed meanwhile) or `E_IO`. */
export async function readGrantedFile(path: string): Promise<Uint8Array> {
  const name = basename(path);
  // Without this flag, opening a pipe that nobody writes to would wait for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((reason: unknown) => {
    throw openError(name, reason);
  });
  try {
    return await readWhole(file, name);
  } finally {
    await file.close();
  }
}

/** Exported for tests: what happens when the file does not hold still. */
export async function readWhole(file: ReadableFile, name: string): Promise<Uint8Array> {
  const before = await file.stat();
  if (!before.isFile()) {
    const what = before.isDirectory() ? 'a folder' : 'a device or pipe';
    throw new TieoutError('E_FORMAT', `${name} is ${what}. Choose a file.`);
  }
  refuseTooLarge(before.size, name);
  const bytes = new Uint8Array(before.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const after = await file.stat();
  if (filled !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new TieoutError('E_CONFLICT', `${name} changed while it was being read. Import it again once it is saved.`);
  }
  return bytes;
}

function openError(name: string, reason: unknown): TieoutError {
  const code = reason instanceof Error && 'code' in reason ? reason.code : null;
  if (code === 'ENOENT') return new TieoutError('E_NOT_FOUND', `${name} is no longer there. Choose the file again.`);
  if (code === 'EISDIR') return new TieoutError('E_FORMAT', `${name} is a folder. Choose a file.`);
  if (code === 'EACCES' || code === 'EPERM') {
    return new TieoutError('E_IO', `${name} cannot be read with your permissions. Change them or copy the file.`);
  }
  return new TieoutError('E_IO', `${name} could not be opened (${String(code ?? reason)}).`);
}
