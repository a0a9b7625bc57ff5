/**
 * Files that the person picked or dropped, as tokens: the window names a token, main knows the path. A folder is the files
 * in it, found when it was picked.
 */
import { randomUUID } from 'node:crypto';
import type { Grant, Granted } from '../../../contract/app';
import { TieoutError } from '../../../contract/errors';
import { expand, type FoundFile } from '../../imports/expand';

interface Taken {
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
}

export interface Grants {
  readonly give: (paths: readonly string[]) => Promise<Granted>;
  /** A token for a file that was granted before, for one more try. */
  readonly again: (path: string, name: string) => string;
  /** Uses the token up. */
  readonly take: (token: string) => Taken;
}

/** Tokens that were never used do not pile up. */
const MOST = 5000;

/** The grants of one window. `take` throws `E_NOT_FOUND` for a token that is used up, unknown or older than 5,000 others. */
export function makeGrants(): Grants {
  const granted = new Map<string, Taken>();
  const grant = ({ path, name, bytes }: FoundFile): Grant => {
    const token = randomUUID();
    granted.set(token, { path, name });
    const [oldest] = granted.keys();
    if (granted.size > MOST && oldest !== undefined) granted.delete(oldest);
    return { token, name, bytes };
  };
  return {
    give: async (paths) => {
      const { files, left } = await expand(paths);
      return { grants: files.map(grant), left: left.map((one) => ({ ...one })) };
    },
    again: (path, name) => grant({ path, name, bytes: 0 }).token,
    take: (token) => {
      const taken = granted.get(token);
      granted.delete(token);
      if (taken === undefined)
        throw new TieoutError('E_NOT_FOUND', 'Choose or drop the file again: it can be used only once.');
      return taken;
    },
  };
}
