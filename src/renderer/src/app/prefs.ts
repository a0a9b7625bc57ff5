/** Pane widths, layouts and the like, stored on this machine for this person. They are read once, before the first drawing. */
import { useCallback, useSyncExternalStore } from 'react';
import { type CitationStyle, isCitationStyle, USUAL_STYLE } from '../../../core/citation/styles';
import { asTieoutError, call } from './calls/client';
import { createStore } from './state/store';

const KEY = 'window';
const SAVE_AFTER_MS = 300;

const prefs = createStore<Readonly<Record<string, unknown>>>({});
let timer: ReturnType<typeof setTimeout> | undefined;

/** Loads every preference; a failure leaves the defaults, because a layout is not worth an error screen. */
export async function loadPrefs(): Promise<void> {
  try {
    const stored = await call('prefs.get', { key: KEY });
    if (isRecord(stored)) prefs.set(stored);
  } catch (reason) {
    console.warn('Preferences could not be read:', asTieoutError(reason).message);
  }
}

/**
 * A remembered piece of layout, like `useState`. `key` names it (`reader.outline-width`); `accepts` guards against
 * what an older version stored.
 */
export function usePref<T>(key: string, fallback: T, accepts: (value: unknown) => value is T) {
  const stored = useSyncExternalStore(prefs.subscribe, () => prefs.get()[key]);
  const set = useCallback((value: T) => setPref(key, value), [key]);
  return [accepts(stored) ? stored : fallback, set] as const;
}

/** The style of a note's citations, in exports and in the preview. */
export const useCitationStyle = () => usePref<CitationStyle>('citations.style', USUAL_STYLE, isCitationStyle);

export function getPref<T>(key: string, fallback: T, accepts: (value: unknown) => value is T): T {
  const stored = prefs.get()[key];
  return accepts(stored) ? stored : fallback;
}

export function setPref(key: string, value: unknown): void {
  prefs.update((all) => ({ ...all, [key]: value }));
  clearTimeout(timer);
  timer = setTimeout(savePrefs, SAVE_AFTER_MS);
}

/** As `setPref`, written at once: for what a person typed. */
export function setPrefNow(key: string, value: unknown): void {
  setPref(key, value);
  clearTimeout(timer);
  savePrefs();
}

function savePrefs(): void {
  call('prefs.set', { key: KEY, value: prefs.get() }).catch((reason: unknown) => {
    console.warn('Preferences could not be saved:', asTieoutError(reason).message);
  });
}

export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isString = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
