/** The type of `window.tieout`: one function a message, nothing else. `DroppedFile` is the DOM's File, which this layer does not know. */
import type { AppEvents, AppMessage, AppRequest, AppResponse, Granted } from './app';
import type { Reply } from './errors';
import type { ChangedEvent, NotebookMessage, NotebookRequest, NotebookResponse } from './notebook';

export type TieoutApi<DroppedFile = unknown> = {
  readonly [M in NotebookMessage]: (request: NotebookRequest<M>) => Promise<Reply<NotebookResponse<M>>>;
} & {
  readonly [M in AppMessage]: (request: AppRequest<M>) => Promise<Reply<AppResponse<M>>>;
} & {
  /** A dropped File becomes a grant; the path is taken in the preload and goes to main only. */
  readonly 'import.grantDropped': (files: readonly DroppedFile[]) => Promise<Reply<Granted>>;
  readonly onChanged: (listener: (event: ChangedEvent) => void) => () => void;
  readonly on: <E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void) => () => void;
};
