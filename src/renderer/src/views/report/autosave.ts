/** Saves what is written shortly after the last key, never two saves at once, and at once when asked. Owns no editor. */

export interface Draft {
  readonly title: string;
  readonly body: unknown;
}

const PAUSE_MS = 400;
/** Who types without a pause is saved all the same: no more than this is ever at stake. */
const LONGEST_MS = 700;
/** What could not be saved (a full disk) is tried again by itself, less and less often. */
const RETRY_MS = 2000;
const RETRY_AT_MOST_MS = 30_000;

export class Autosave {
  /** Makes the draft when it is saved, not at each key: a long note takes longer to write out than a key may. */
  #pending: (() => Draft) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  /** When the oldest words that are not under way to be saved were typed. */
  #since: number | null = null;
  #retryMs = RETRY_MS;
  #ended = false;

  constructor(
    readonly save: (draft: Draft) => Promise<boolean>,
    readonly onState: (state: 'unsaved' | 'saved' | 'failed') => void,
  ) {}

  /** True while something written has not been acknowledged. */
  get dirty(): boolean {
    return this.#pending !== null;
  }

  change(draft: () => Draft): void {
    this.#pending = draft;
    this.onState('unsaved');
    this.#since ??= Date.now();
    this.#saveIn(Math.max(0, Math.min(PAUSE_MS, this.#since + LONGEST_MS - Date.now())));
  }

  /** Saves what is pending and does not retry: the editor is closed. */
  end(): Promise<void> {
    this.#ended = true;
    return this.flush();
  }

  #saveIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), ms);
  }

  /** Saves what is pending; resolves once everything changed so far was tried. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  async #saveNow(): Promise<void> {
    const draft = this.#pending;
    if (!draft) return;
    this.#since = null;
    const saved = await this.save(draft());
    // Only what was not overtaken by newer words counts as saved; a failed save stays pending and is tried again.
    if (saved && this.#pending === draft) this.#pending = null;
    if (saved) this.#retryMs = RETRY_MS;
    else this.#retry();
    this.onState(saved ? (this.#pending ? 'unsaved' : 'saved') : 'failed');
  }

  #retry(): void {
    if (this.#ended) return;
    this.#saveIn(this.#retryMs);
    this.#retryMs = Math.min(2 * this.#retryMs, RETRY_AT_MOST_MS);
  }
}
