/** Parts as a packed file: the same parts give the same bytes, whenever they are packed. */
import { zipSync } from 'fflate';

const LONG_AGO = new Date('1980-01-01T00:00:00');

export const zipped = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...parts }, { mtime: LONG_AGO });
