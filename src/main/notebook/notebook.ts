/**
 * A notebook: one open file and the use cases over it. It knows nothing of processes or windows, so the notebook
 * process, the command line and the tests all use this class.
 */
import { demandBounded } from '../../contract/bounded';
import { type ErrorCode, TieoutError, type Reply, type WireError } from '../../contract/errors';
import {
  notebookMessages,
  type ChangedEvent,
  type NotebookMessage,
  type NotebookRequest,
  type NotebookResponse,
} from '../../contract/notebook';
import type { DocumentPlan, ImportPlan, SourcesPlan, TablePlan } from '../../contract/records';
import { boundedReply } from '../../contract/reply-bounds';
import { isEmpty, type Changeset } from '../../core/change/changeset';
import type { DocumentImport, ImportResult, SourcesImport, TableImport } from '../imports/result';
import { type Trace, wireError } from '../failures/failure';
import { readOnly as readOnlyError, translate } from '../storage/errors';
import { openBeside, openNotebook, type OpenFile } from '../storage/open';
import { appendChange, revision } from '../storage/queries/changes';
import { Recorder } from '../storage/recorder';
import { AUDITED, Auditing } from './audit/auditing';
import { DocumentSums } from './audit/document-sums';
import { AutomaticBackups, type Copying, copyHere } from './backups/automatic-backups';
import { Backups, makeBackup } from './backups/backups';
import type { CommandOptions, Context, Done, Handler, Parsed, WireTable } from './context/context';
import { Sources } from './records/source';
import { Documents } from './stored/document-cache';
import { FigureOrder } from './figures/figure-order';
import { handlers } from './handlers';
import { History } from './context/history';
import { touchedTables, WIRE_TABLES } from './context/touched-tables';
import { newId } from './context/ids';
import type { Effort } from '../../contract/work';
import { Patience } from '../storage/patience';
import { NotebookLog } from './backups/notebook-log';
import { type PendingImport, PendingImports, type PendingTable } from './imports/pending';
import { documentWithText, makePlan } from './imports/document/plan';
import { readAsSet } from './imports/document/reread';
import { renewed } from './imports/renewed';
import { makeSourcesPlan } from './imports/sources/plan';
import { planTable, remapTable } from './imports/table/plan';
import { demandAllCommits, forgetLastCommit } from './backups/last-commit';
import { repairWithoutLoss } from './backups/repair';
import { Watch } from './backups/watch';

export interface NotebookOptions {
  readonly readOnly?: boolean;
  /** Makes the file when there is none. */
  readonly create?: boolean;
  /** Lets a reader of this process in beside it, see `beside`. */
  readonly shared?: boolean;
  /** ISO 8601 in UTC; the clock of the machine where not given. */
  readonly now?: () => string;
  /** Automatic copies on opening and while there are changes; on where not said otherwise. */
  readonly automaticBackups?: boolean;
  /** How automatic copies are made of the notebook at a path; in this thread where not said otherwise. */
  readonly copying?: (path: string) => Copying;
  /** Opens a notebook from which changes are known to be missing as it is. */
  readonly acceptMissing?: boolean;
  /** How long work may take; a test brings a clock of its own. */
  readonly patience?: Patience;
}

type Listener = (event: ChangedEvent) => void;

/** Opens the file; one that is damaged only in what can be made anew is made anew first. */
function openOrRepair(
  path: string,
  options: NotebookOptions,
  now: () => string,
): { readonly file: OpenFile; readonly repaired: string | null } {
  const open = (): OpenFile =>
    openNotebook(path, {
      ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }),
      ...(options.create === undefined ? {} : { create: options.create }),
      ...(options.shared === undefined ? {} : { shared: options.shared }),
      backUpFirst: (db, at) => makeBackup(db, at, 'migration', now()),
    });
  try {
    return { file: open(), repaired: null };
  } catch (error) {
    if (options.readOnly === true || !(error instanceof TieoutError) || error.code !== 'E_DAMAGED') throw error;
    const repaired = repairWithoutLoss(path, now());
    if (repaired === null) throw error;
    return { file: open(), repaired };
  }
}

export class Notebook {
  readonly #file: OpenFile;
  readonly #context: Context;
  readonly #listeners = new Set<Listener>();
  readonly #automatic: AutomaticBackups | null;
  readonly #watch: Watch;
  readonly #patience: Patience;
  /** Where the damaged file is kept, if this one was made anew from it without loss when it was opened. */
  repaired: string | null = null;
  #onLost: (error: WireError) => void = () => undefined;

  private constructor(file: OpenFile, options: NotebookOptions, readOnly = file.readOnly) {
    this.#file = file;
    this.#patience = options.patience ?? new Patience();
    const now = options.now ?? (() => new Date().toISOString());
    const documents = new Documents(file.db);
    const log = new NotebookLog(file.path, !file.readOnly, now);
    this.#context = {
      db: file.db,
      path: file.path,
      readOnly,
      now,
      newId,
      command: (label, work, settings) => this.#command(label, work, settings),
      revision: () => revision(file.db),
      history: new History(file.db),
      documents,
      auditing: new Auditing(file.db, documents, file.readOnly, now, this.#patience, {
        rebuilt: () => this.#announce(['finding', 'figure', 'document']),
        failed: (reason) => log.failed('job', 'audit', reason),
      }),
      sums: new DocumentSums(file.db),
      sources: new Sources(file.db),
      order: new FigureOrder(file.db),
      imports: new PendingImports(
        () => revision(file.db),
        (old) => this.#replan(old),
      ),
      backups: new Backups(file.db, file.path, now),
      log,
      patience: this.#patience,
    };
    const automatic = options.automaticBackups !== false && !file.readOnly;
    this.#watch = new Watch(file, now, (error) => this.#onLost(error), automatic);
    const copying = options.copying?.(file.path) ?? copyHere(file.db, file.path, now);
    this.#automatic = automatic ? new AutomaticBackups(file.db, copying, (error) => this.#onLost(error)) : null;
  }

  /** Opens the notebook at `path`; errors as `openNotebook`. What is derived and behind is rebuilt at once. */
  static open(path: string, options: NotebookOptions = {}): Notebook {
    const now = options.now ?? (() => new Date().toISOString());
    const { file, repaired } = openOrRepair(path, options, now);
    try {
      if (options.acceptMissing === true) forgetLastCommit(file.path);
      else if (!file.readOnly) demandAllCommits(file.db, file.path);
      const notebook = new Notebook(file, options);
      notebook.repaired = repaired;
      notebook.#context.auditing.settleIfQuick();
      notebook.#context.auditing.runSoon();
      notebook.#automatic?.start();
      if (!file.readOnly) notebook.#watch.start();
      return notebook;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /**
   * Answers from the last commit of the notebook at `path`, which another thread of this process has open as shared, while
   * that thread is busy with the next; null where the disk does not allow it. It says what the writer would say.
   */
  static beside(path: string): Notebook | null {
    const file = openBeside(path);
    return file === null ? null : new Notebook(file, { automaticBackups: false }, false);
  }

  get path(): string {
    return this.#file.path;
  }

  /** Tells that the open file is no longer the one under its name (once), or that it was altered on the disk. */
  onLost(listener: (error: WireError) => void): void {
    this.#onLost = listener;
  }

  /** Looks now whether the file is still in its place, as is done every few seconds. */
  look(): void {
    this.#watch.look();
  }

  get readOnly(): boolean {
    return this.#file.readOnly;
  }

  /** True while findings and tie-out are older than the records; a reader cannot bring them up to date. */
  get isBehind(): boolean {
    return this.#context.auditing.isBehind;
  }

  /** What the use cases work on; for the command line and exports, which read more than the window may ask. */
  get context(): Context {
    return this.#context;
  }

  /** Answers one message of the contract. Throws TieoutError for expected failures. */
  call<M extends NotebookMessage>(message: M, request: NotebookRequest<M>): NotebookResponse<M> {
    return this.#answer(message, request);
  }

  #answer<M extends NotebookMessage>(message: M, request: unknown): NotebookResponse<M> {
    demandBounded(message, request);
    const checked = notebookMessages[message].request.safeParse(request);
    if (!checked.success) {
      throw new TieoutError(
        'E_INPUT',
        `${message} was refused: its request has the wrong form. Restart Tieout and try again.`,
        briefIssues(checked.error),
      );
    }
    const handler: Handler<M> = handlers[message];
    const began = performance.now();
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema that just passed is this message's own
      return handler(this.#context, checked.data as Parsed<M>);
    } catch (error) {
      throw translate(error, this.#file.path);
    } finally {
      this.#context.log.took(notebookMessages[message].kind, message, performance.now() - began);
    }
  }

  /**
   * Answers one message as it goes over a wire: never throws; what is not an expected failure is `E_BUG`. An answer
   * larger than a window takes is `E_TOO_LARGE`. Through `effort` another thread watches and stops the work.
   */
  handle(message: string, request: unknown, effort: Effort | null = null): Reply<unknown> {
    if (!isMessage(message)) {
      return { ok: false, error: { code: 'E_INPUT', message: `There is no message “${message.slice(0, 60)}”.` } };
    }
    return boundedReply(message, this.#reply(message, request, effort));
  }

  #reply(message: NotebookMessage, request: unknown, effort: Effort | null): Reply<unknown> {
    try {
      return { ok: true, value: this.#patience.heeding(effort, () => this.#answer(message, request)) };
    } catch (error) {
      return { ok: false, error: this.#failure(message, error) };
    }
  }

  /** A bug in a question leaves the records alone; a command that failed was rolled back. */
  #failure(message: NotebookMessage, error: unknown): WireError {
    const { kind } = notebookMessages[message];
    return wireError(message, error, {
      effect: kind === 'query' ? 'Nothing was changed.' : 'Your last change was not saved.',
      report: (what, reason, code) => this.#context.log.failed(kind, what, reason, code),
    });
  }

  /** `handle` over one state of a file that another connection writes. */
  handleBeside(message: string, request: unknown): Reply<unknown> {
    return this.#file.db
      .transaction(() => {
        this.#context.history.catchUp();
        return this.handle(message, request);
      })
      .deferred();
  }

  /** Keeps the cause of a job that failed outside of this process in the notebook's log. */
  noteFailure(job: string, cause: Trace, code: ErrorCode): void {
    this.#context.log.failed('job', job, cause, code);
  }

  /** The other connection has committed or rebuilt something. */
  noteChanged(): void {
    this.#context.auditing.noteRebuilt();
  }

  /** Takes in what an import process read and makes the plan to look over; through `effort` it is watched and stopped. */
  stage(read: DocumentImport, effort?: Effort): DocumentPlan;
  stage(read: SourcesImport, effort?: Effort): SourcesPlan;
  stage(read: TableImport, effort?: Effort): TablePlan;
  stage(read: ImportResult, effort?: Effort): ImportPlan;
  stage(read: ImportResult, effort: Effort | null = null): ImportPlan {
    const pending = this.#patience.heeding(effort, () =>
      this.#patience.within('plan', () => {
        const made = this.#plan(read);
        this.#patience.step();
        return made;
      }),
    );
    this.#context.imports.keep(pending);
    return pending.plan;
  }

  #plan(read: ImportResult, id = newId('i')): PendingImport {
    const { db } = this.#file;
    const pinned = { id, revision: this.#context.revision() };
    if (read.kind === 'sources') return { kind: read.kind, plan: makeSourcesPlan(db, read, pinned), result: read };
    if (read.kind === 'table') return planTable(db, read, pinned, this.#patience);
    const result = readAsSet(db, read, documentWithText(db, read.normalised.text));
    return { kind: read.kind, plan: makePlan(db, result, pinned, () => this.#patience.step()), result };
  }

  /** Under the same id; of a table with the mapping that was chosen. Says what is otherwise now. */
  #replan(old: PendingImport): PendingImport {
    const { id } = old.plan;
    const again = old.kind === 'table' ? this.#replanTable(old, id) : this.#plan(old.result, id);
    again.plan.renewed = [...old.plan.renewed, ...renewed(old.plan, again.plan)];
    return again;
  }

  #replanTable({ result, plan }: PendingTable, id: string): PendingTable {
    const pinned = { id, revision: this.#context.revision() };
    return remapTable(this.#file.db, result, { mapping: plan.mapping }, pinned);
  }

  /** Told after every commit and after every rebuild of what is derived; gives what ends the listening. */
  onChanged(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings findings and tie-out up to date now. */
  settle(): void {
    this.#context.auditing.settle();
  }

  /** Ends what other threads do with the file, which would keep it from being closed well. */
  async quieten(): Promise<void> {
    this.#automatic?.stop();
    await this.#automatic?.ended();
  }

  close(): void {
    this.#automatic?.stop();
    this.#watch.stop();
    if (!this.#file.readOnly && this.#file.db.open) this.#watch.look();
    if (this.#file.db.open) this.#context.auditing.settleIfQuick();
    this.#context.auditing.stop();
    this.#context.imports.close();
    this.#file.close();
  }

  #command<T>(label: string, work: (tx: Recorder) => T, options: CommandOptions = {}): Done<T> {
    return this.#watch.over(() => this.#patience.within('command', () => this.#run(label, work, options)));
  }

  #run<T>(label: string, work: (tx: Recorder) => T, options: CommandOptions): Done<T> {
    const { db } = this.#file;
    if (this.#file.readOnly) throw readOnlyError(this.#file.path);
    const kind = options.kind ?? 'edit';
    const done = db
      .transaction(() => {
        const recorder = new Recorder(db, () => this.#patience.step());
        const value = work(recorder);
        const changeset = recorder.changeset();
        if (isEmpty(changeset) && options.always !== true) return { value, changeset, id: null };
        recorder.indexTouched();
        this.#file.demandInPlace();
        const change = { label, kind, at: this.#context.now(), step: options.step ?? null };
        return { value, changeset, id: appendChange(db, change, changeset) };
      })
      .immediate();
    // It can be taken away in the middle of a commit as well: what went elsewhere is not acknowledged.
    if (done.id !== null) this.#file.demandInPlace();
    if (done.id !== null) this.#committed(done.id, kind, options.step ?? done.id, done.changeset);
    return { value: done.value, revision: this.#context.revision() };
  }

  #committed(id: number, kind: NonNullable<CommandOptions['kind']>, step: number, changeset: Changeset): void {
    this.#context.history.record({ id, kind, step });
    this.#automatic?.noteChange();
    this.#watch.noteChange();
    const tables = touchedTables(changeset);
    if (AUDITED.some((table) => tables.has(table))) this.#context.auditing.schedule();
    this.#announce([...new Set([...tables].flatMap((table) => WIRE_TABLES[table])), 'history']);
  }

  #announce(tables: readonly WireTable[]): void {
    const event: ChangedEvent = { tables: [...tables], revision: this.#context.revision() };
    for (const listener of this.#listeners) listener(event);
  }
}

/** The first issues, in few words: a complaint may be far longer than what it complains about. */
const briefIssues = (error: { readonly issues: readonly { path: readonly PropertyKey[]; message: string }[] }) =>
  error.issues.slice(0, 20).map(({ path, message }) => ({
    path: path.slice(0, 10).map((part) => String(part).slice(0, 100)),
    message: message.slice(0, 500),
  }));

const isMessage = (name: string): name is NotebookMessage => Object.hasOwn(notebookMessages, name);
