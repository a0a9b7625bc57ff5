/** What every use case is given: the records, the clock, ids, and the one way to change anything. */
import type { z } from 'zod';
import type { ChangedEvent, NotebookMessage, NotebookMessages, NotebookResponse } from '../../../contract/notebook';
import type { ReadableDb } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';
import type { Auditing } from '../audit/auditing';
import type { DocumentSums } from '../audit/document-sums';
import type { Backups } from '../backups/backups';
import type { Sources } from '../records/source';
import type { Documents } from '../stored/document-cache';
import type { FigureOrder } from '../figures/figure-order';
import type { History } from './history';
import type { Patience } from '../../storage/patience';
import type { PendingImports } from '../imports/pending';
import type { NotebookLog } from '../backups/notebook-log';
import type { ChangeKind } from '../../../contract/records';

export type WireTable = ChangedEvent['tables'][number];

export interface CommandOptions {
  readonly kind?: ChangeKind;
  /** The undo step this command continues, for saves that belong together. */
  readonly step?: number | null;
  /** Log the command even when it leaves every record as it was: an undo must be seen to have happened. */
  readonly always?: boolean;
}

export interface Context {
  readonly db: ReadableDb;
  readonly path: string;
  readonly readOnly: boolean;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** A new id, unique in the file and never used again: `f_…`. */
  readonly newId: (prefix: string) => string;
  /** Runs `work` as one transaction and one named undo step; nothing is logged where nothing changed. */
  readonly command: <T>(label: string, work: (tx: Recorder) => T, options?: CommandOptions) => Done<T>;
  readonly revision: () => number;
  readonly history: History;
  readonly auditing: Auditing;
  /** What the audit comes to, document by document. */
  readonly sums: DocumentSums;
  readonly documents: Documents;
  readonly sources: Sources;
  readonly order: FigureOrder;
  readonly imports: PendingImports;
  readonly backups: Backups;
  readonly log: NotebookLog;
  readonly patience: Patience;
}

export interface Done<T> {
  readonly value: T;
  /** The notebook's revision afterwards. */
  readonly revision: number;
}

/** A request after the contract has checked it. */
export type Parsed<M extends NotebookMessage> = z.output<NotebookMessages[M]['request']>;

export type Handler<M extends NotebookMessage> = (context: Context, request: Parsed<M>) => NotebookResponse<M>;

/** One handler a message: a missing one does not compile. */
export type NotebookHandlers = { readonly [M in NotebookMessage]: Handler<M> };
