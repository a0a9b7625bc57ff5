/** What a migration is. Its number is the `user_version` it leads to. */
import type { WritableDb } from '../db/db';

export interface Migration {
  readonly version: number;
  /** `NNNN-name`, as its file. */
  readonly name: string;
  readonly up: (db: WritableDb) => void;
}
