/**
 * Everything the person can ask for, as data. One list feeds the native menu's events, the palette, the shortcuts and
 * the help sheet, so a command is written once and found everywhere.
 */
import { useEffect, useRef } from 'react';
import { start } from './calls/run';
import { isTyped, matches, parseChord } from '../kit/shortcuts';
import { createStore } from './state/store';

export interface Command {
  /** `place.verb`, e.g. `reader.annotate`; the native menu sends the same id. */
  readonly id: string;
  readonly label: string;
  /** Heading on the help sheet and in the palette. */
  readonly group: string;
  readonly keys?: readonly string[];
  /** Also while a field or editor has the focus (only sensible for chords with Ctrl or Alt and function keys). */
  readonly whileTyping?: boolean;
  /** Left out of the palette (a key that only makes sense where one is). */
  readonly keyOnly?: boolean;
  readonly when?: () => boolean;
  readonly run: () => void | Promise<unknown>;
}

/** Later registrations come first, so a view's command wins over the shell's on the same key. */
export const registry = createStore<readonly Command[]>([]);

export function registerCommands(commands: readonly Command[]): () => void {
  registry.update((all) => [...commands, ...all]);
  return () => registry.update((all) => all.filter((command) => !commands.includes(command)));
}

/** Registers a view's commands while it is mounted; `commands` may be a new array at every drawing, the newest is used. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const ids = commands.map((command) => command.id).join(' ');
  useEffect(() => registerCommands(ids.split(' ').flatMap((id) => live(id, () => find(latest.current, id)))), [ids]);
}

function live(id: string, current: () => Command | undefined): readonly Command[] {
  const first = current();
  if (!first) return [];
  return [{ ...first, id, when: () => enabled(current()), run: () => current()?.run() }];
}

export function enabled(command: Command | undefined): command is Command {
  return command !== undefined && (command.when?.() ?? true);
}

/** Runs a command by id; false if there is none or it cannot run now. */
export function dispatch(id: string): boolean {
  const command = registry.get().find((one) => one.id === id && enabled(one));
  if (!command) return false;
  start(Promise.resolve(command.run()));
  return true;
}

/** The command a key event asks for, or undefined. `typing`: a field or editor has the focus. */
function commandFor(commands: readonly Command[], event: KeyboardEvent, typing: boolean): Command | undefined {
  return commands.find((command) =>
    (command.keys ?? []).some((text) => {
      const chord = parseChord(text);
      if (typing && (isTyped(chord) || !command.whileTyping)) return false;
      return matches(chord, event) && enabled(command);
    }),
  );
}

/** True where keys go into text: inputs, text areas, selects, editors and a grid cell being edited. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Listens for shortcuts on the window; returns the function that stops. A view's own handler may claim a key first. */
export function listenForShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A dialog is modal for keys too: only what is inside it may act.
    if (document.querySelector('dialog[open]')) return;
    const command = commandFor(registry.get(), event, isTyping(event.target));
    if (!command) return;
    event.preventDefault();
    start(Promise.resolve(command.run()));
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function find(commands: readonly Command[], id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}
