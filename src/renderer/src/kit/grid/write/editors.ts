/** The two cell editors: a text box that keeps Excel's habits, and a list picked from by letter, arrows or pointer. */
import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { Choice } from '../data/column';
import { element } from '../../dom';

const isPrintable = (key: string | null): key is string => key !== null && /^.$/su.test(key);
const ARROWS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

export interface EditorHooks {
  /** What the editor starts from; differs from the cell's text where a cell shows more than is typed. */
  readonly startText: (params: ICellEditorParams) => string;
  readonly label: (params: ICellEditorParams) => string;
  /** An arrow key ends an edit that was started by typing, and moves on. */
  readonly moveBy: (params: ICellEditorParams, key: string) => void;
  /** Ctrl+Enter: the text goes into every cell of the selection. */
  readonly typeIntoAll: (text: string) => void;
  readonly choices?: readonly Choice[];
}

/** Ctrl+Enter, taken from the library, which would only close the editor. */
function isBulkEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

type Params = ICellEditorParams & { readonly hooks: EditorHooks };

export class TextEditor implements ICellEditorComp {
  #input: HTMLInputElement | null = null;
  #selectAll = false;

  init(params: Params): void {
    const typed = isPrintable(params.eventKey) ? params.eventKey : params.eventKey === '' ? '' : null;
    const input = element('input', 'grid-editor', [], {
      type: 'text',
      'aria-label': params.hooks.label(params),
      spellcheck: 'false',
      autocomplete: 'off',
    });
    input.value = typed ?? params.hooks.startText(params);
    input.addEventListener('keydown', (event) => {
      if (isBulkEnter(event)) params.hooks.typeIntoAll(input.value);
      // As in a spreadsheet: what was started by typing is ended by an arrow; after F2 arrows move the caret.
      if (typed === null || !ARROWS.has(event.key) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      params.stopEditing(true);
      params.hooks.moveBy(params, event.key);
    });
    this.#selectAll = typed === null;
    this.#input = input;
  }

  getGui(): HTMLElement {
    return this.#input ?? element('span', '');
  }

  afterGuiAttached(): void {
    this.#input?.focus();
    if (this.#selectAll) this.#input?.select();
  }

  getValue(): string {
    return this.#input?.value ?? '';
  }
}

export class ChoiceEditor implements ICellEditorComp {
  #list: HTMLUListElement | null = null;
  #options: readonly HTMLLIElement[] = [];
  #choices: readonly Choice[] = [];
  #at = 0;
  #picked: string | null = null;
  #start = '';

  init(params: Params): void {
    this.#choices = params.hooks.choices ?? [];
    this.#start = params.hooks.startText(params);
    const name = params.hooks.label(params);
    this.#options = this.#choices.map((choice, index) => this.#option(choice, index, params));
    const list = element('ul', 'grid-choices', this.#options, { role: 'listbox', tabindex: '0', 'aria-label': name });
    list.addEventListener('keydown', (event) => {
      if (isBulkEnter(event)) params.hooks.typeIntoAll(this.getValue());
      else this.#onKey(event);
    });
    this.#list = list;
    const current = this.#choices.findIndex((choice) => choice.value === this.#start || choice.label === this.#start);
    this.#moveTo(Math.max(0, current));
    this.#pickByLetter(params.eventKey);
  }

  getGui(): HTMLElement {
    return this.#list ?? element('ul', '');
  }

  afterGuiAttached(): void {
    this.#list?.focus();
  }

  isPopup(): boolean {
    return true;
  }

  getPopupPosition(): 'under' {
    return 'under';
  }

  getValue(): string {
    return this.#picked ?? this.#choices[this.#at]?.label ?? this.#start;
  }

  #option(choice: Choice, index: number, params: Params): HTMLLIElement {
    const mark = choice.key ? element('i', 'grid-choice-key', [choice.key], { 'aria-hidden': 'true' }) : null;
    const option = element('li', 'grid-choice', [mark, choice.label], {
      role: 'option',
      id: `choice-${params.column.getColId()}-${index}`,
      ...(choice.tone ? { 'data-class': choice.tone } : {}),
    });
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => {
      this.#picked = choice.label;
      params.stopEditing(true);
    });
    option.addEventListener('mousemove', () => this.#moveTo(index));
    return option;
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#choices.length;
    if (event.key === 'ArrowDown') this.#moveTo((this.#at + 1) % count);
    else if (event.key === 'ArrowUp') this.#moveTo((this.#at + count - 1) % count);
    else if (event.key === 'Home') this.#moveTo(0);
    else if (event.key === 'End') this.#moveTo(count - 1);
    else if (!this.#pickByLetter(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pickByLetter(key: string | null): boolean {
    if (!isPrintable(key)) return false;
    const letter = key.toLowerCase();
    const byKey = this.#choices.findIndex((choice) => choice.key?.toLowerCase() === letter);
    const index = byKey >= 0 ? byKey : this.#choices.findIndex(({ label }) => label.toLowerCase().startsWith(letter));
    if (index < 0) return false;
    this.#moveTo(index);
    return true;
  }

  #moveTo(index: number): void {
    this.#at = index;
    this.#options.forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const active = this.#options[index];
    if (active) this.#list?.setAttribute('aria-activedescendant', active.id);
  }
}
