/** Files that the person picked or dropped, as tokens: the window names a token, main knows the path. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Grant } from '../../contract/app';
import { TieoutError } from '../../contract/errors';

export interface Grants {
  readonly give: (paths: readonly string[]) => Promise<Grant[]>;
  /** A token for a file that was granted before, for one more try. */
  readonly again: (path: string) => Promise<string>;
  /** Uses the token up. */
  readonly take: (token: string) => { readonly path: string; readonly name: string };
}

/** Tokens that were never used do not pile up. */
const MOST = 1000;

export function makeGrants(): Grants {
  const granted = new Map<string, string>();
  const grant = async (path: string): Promise<Grant> => {
    const token = randomUUID();
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    granted.set(token, path);
    const [oldest] = granted.keys();
    if (granted.size > MOST && oldest !== undefined) granted.delete(oldest);
    return { token, name: basename(path), bytes: size };
  };
  return {
    give: (paths) => Promise.all(paths.map(grant)),
    again: async (path) => (await grant(path)).token,
    take: (token) => {
      const path = granted.get(token);
      granted.delete(token);
      if (path === undefined) throw new TieoutError('E_NOT_FOUND', 'Pick or drop the file again: this grant was used.');
      return { path, name: basename(path) };
    },
  };
}
