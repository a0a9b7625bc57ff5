/**
 * What a person typed and the notebook has not taken: refused texts, and edits that could not be stored. They outlive the
 * view they were typed in, the notebook process and the window, are listed in one place, and can be sent again.
 */
import { type ErrorCode, isFinal } from '../../../contract/errors';
import { getPref, setPrefNow } from './prefs';
import { createStore } from './state/store';

export interface DraftKey {
  /** The place it was typed in: `figures`, `sources`, `thesis`. */
  readonly place: string;
  /** The record it belongs to, and the field of it. */
  readonly id: string;
  readonly field: string;
}
export interface Draft extends DraftKey {
  readonly text: string;
  readonly problem: string;
  /** What a person calls the cell: "Value of Ad revenue". */
  readonly what: string;
  /** `refused`: the text has to change. `unsent`: it was fine and could not be stored. */
  readonly state: 'refused' | 'unsent';
}

/** Where drafts of one place are shown and how they are sent again. */
export interface DraftPlace {
  readonly label: string;
  readonly show: (draft: Draft) => void;
  /** Sends them again; what is refused again is held again. */
  readonly send: (drafts: readonly Draft[]) => Promise<void>;
}

export const drafts = createStore<ReadonlyMap<string, Draft>>(new Map());
const places = new Map<string, DraftPlace>();
let notebook: string | null = null;

const keyOf = ({ place, id, field }: DraftKey): string => `${place} ${field} ${id}`;
const prefOf = (path: string): string => `drafts ${path}`;

export function registerDraftPlace(name: string, place: DraftPlace): void {
  places.set(name, place);
}
export const draftPlace = (name: string): DraftPlace | undefined => places.get(name);

export const draftOf = (key: DraftKey): Draft | undefined => drafts.get().get(keyOf(key));

export function keepDrafts(held: readonly Draft[]): void {
  if (held.length === 0) return;
  keep(new Map([...drafts.get(), ...held.map((draft) => [keyOf(draft), draft] as const)]));
}

/** They were taken, or the person gave them up. */
export function dropDrafts(keys: readonly DraftKey[]): void {
  const known = drafts.get();
  const gone = new Set(keys.map(keyOf).filter((key) => known.has(key)));
  if (gone.size > 0) keep(new Map([...known].filter(([key]) => !gone.has(key))));
}

/** The window shows the notebook at `path`: its drafts of before stand again. */
export function openDrafts(path: string): void {
  if (path === notebook) return;
  notebook = path;
  const stored = getPref<readonly Draft[]>(prefOf(path), [], isDrafts);
  drafts.set(new Map(stored.map((draft) => [keyOf(draft), draft])));
}

function keep(next: ReadonlyMap<string, Draft>): void {
  drafts.set(next);
  if (notebook !== null) setPrefNow(prefOf(notebook), next.size === 0 ? undefined : [...next.values()]);
}

/** What the title bar says of them; null where there are none. */
export function draftsText(held: ReadonlyMap<string, Draft>): { readonly text: string; readonly bad: boolean } | null {
  if (held.size === 0) return null;
  const unsent = [...held.values()].filter(({ state }) => state === 'unsent').length;
  if (unsent > 0) return { text: `${unsent} ${unsent === 1 ? 'edit' : 'edits'} not saved`, bad: true };
  return { text: `${held.size} ${held.size === 1 ? 'text' : 'texts'} to correct`, bad: false };
}

export const stateAfter = (code: ErrorCode): Draft['state'] => (isFinal(code) ? 'refused' : 'unsent');

function isDrafts(value: unknown): value is readonly Draft[] {
  return Array.isArray(value) && value.every(isDraft);
}
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  ['place', 'id', 'field', 'text', 'problem', 'what', 'state'].every(
    (name) => name in value && typeof Reflect.get(value, name) === 'string',
  );
