/** Saves what is written shortly after the last key, never two saves at once, and at once when asked. Owns no editor. */

export interface Draft {
  readonly title: string;
  readonly body: unknown;
}

const PAUSE_MS = 400;

export class Autosave {
  #pending: Draft | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(
    readonly save: (draft: Draft) => Promise<boolean>,
    readonly onState: (state: 'unsaved' | 'saved' | 'failed') => void,
  ) {}

  /** True while something written has not been acknowledged. */
  get dirty(): boolean {
    return this.#pending !== null;
  }

  change(draft: Draft): void {
    this.#pending = draft;
    this.onState('unsaved');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
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
    const saved = await this.save(draft);
    // Only what was not overtaken by newer words counts as saved; a failed save stays pending and is tried again.
    if (saved && this.#pending === draft) this.#pending = null;
    this.onState(saved ? (this.#pending ? 'unsaved' : 'saved') : 'failed');
  }
}
