/** What crosses the port between the window and the notebook process, as types: the process parses every request itself. */
import type { Reply } from './errors';
import type { ChangedEvent } from './notebook';

export interface PortRequest {
  readonly id: number;
  readonly message: string;
  readonly request: unknown;
}

export type PortAnswer = { readonly id: number; readonly reply: Reply<unknown> } | { readonly changed: ChangedEvent };
