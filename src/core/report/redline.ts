/**
 * What changed between two states of a report, as lines of words added and removed. Figures and citations are words here, as
 * each state showed them: so a figure whose reading changed is a change though the text holds the same figure.
 */
import { type Difference, differencesOf } from '../base/differences';
import { attribute, FIGURE_TABLE, nodesOf, type ReportNode, tableFigures } from './body';

export const CHANGES = ['same', 'removed', 'added'] as const;
export type Change = (typeof CHANGES)[number];
export const LINE_KINDS = ['heading', 'paragraph', 'item', 'row', 'code'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface RedlineRun {
  readonly text: string;
  readonly change: Change;
}
export interface RedlineLine {
  readonly kind: LineKind;
  /** Of a heading; 0 of all else. */
  readonly level: number;
  readonly runs: readonly RedlineRun[];
}

/** A line of one state, its words apart; what an atom shows is one word. */
export interface PlainLine {
  readonly kind: LineKind;
  readonly level: number;
  readonly words: readonly string[];
}

/** Words, numbers with their signs, each Chinese character, spaces, and any other sign by itself. */
const WORDS = /\p{Script=Han}|\p{Sc}?[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*%?|\s+|./gsu;

/** `shown` gives what an atom of the text shows. */
export function linesOf(body: ReportNode, shown: (node: ReportNode) => string): readonly PlainLine[] {
  const wordsIn = (node: ReportNode): string[] =>
    (node.content ?? []).flatMap((child) => {
      if (child.text !== undefined) return child.text.match(WORDS) ?? [];
      if (child.content) return wordsIn(child);
      const words = shown(child);
      return words === '' ? [] : [words];
    });
  const line = (kind: LineKind, words: readonly string[], level = 0): PlainLine[] =>
    words.length === 0 ? [] : [{ kind, level, words }];
  const blocks = (nodes: readonly ReportNode[], kind: LineKind): PlainLine[] =>
    nodes.flatMap((node): PlainLine[] => {
      const content = node.content ?? [];
      switch (node.type) {
        case 'heading': {
          const level = node.attrs?.['level'];
          return line('heading', wordsIn(node), typeof level === 'number' ? level : 2);
        }
        case 'paragraph':
          return line(kind, wordsIn(node));
        case 'codeBlock':
          return line('code', wordsIn(node));
        case 'bulletList':
        case 'orderedList':
          return blocks(content, 'item');
        case 'tableRow':
          return line(
            'row',
            content.flatMap((cell, at) => [
              ...(at > 0 ? [' | '] : []),
              ...[...nodesOf(cell)].flatMap((one) => (isLeafBlock(one) ? wordsIn(one) : [])),
            ]),
          );
        case FIGURE_TABLE: {
          const rows = tableFigures(node).flatMap((figure) =>
            line('row', shown({ type: 'row', attrs: { figure } }).match(WORDS) ?? []),
          );
          return [...line('paragraph', attribute(node, 'caption')?.match(WORDS) ?? []), ...rows];
        }
        default:
          return blocks(content, kind);
      }
    });
  return blocks(body.content ?? [], 'paragraph');
}

const isLeafBlock = ({ type }: ReportNode): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'codeBlock';

/** Lines of one kind that share this part of their words are one line that was changed. */
const ALIKE = 0.4;

const isSpace = (word: string): boolean => /^\s+$/.test(word);

function likeness(a: PlainLine, b: PlainLine): number {
  const words = a.words.filter((word) => !isSpace(word));
  const other = b.words.filter((word) => !isSpace(word));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(word, left - 1);
    }
  }
  return shared / Math.max(1, words.length, other.length);
}

/** Neighbours of one change as one run. */
function joined(runs: readonly RedlineRun[]): RedlineRun[] {
  const out: RedlineRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.text === '') continue;
    if (last?.change === run.change) out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

/** Differences with nothing but a space between them are one: a changed phrase reads as a phrase. */
function widened(found: readonly Difference[], before: readonly string[]): Difference[] {
  const out: Difference[] = [];
  for (const one of found) {
    const last = out.at(-1);
    const between = last ? before.slice(last.beforeEnd, one.beforeStart) : [];
    if (last && between.length <= 1 && between.every(isSpace)) {
      out[out.length - 1] = { ...last, beforeEnd: one.beforeEnd, afterEnd: one.afterEnd };
    } else out.push(one);
  }
  return out;
}

function changedLine(before: PlainLine, after: PlainLine): RedlineLine {
  const runs: RedlineRun[] = [];
  let at = 0;
  const add = (words: readonly string[], change: Change) => runs.push({ text: words.join(''), change });
  for (const one of widened(differencesOf(before.words, after.words), before.words)) {
    add(before.words.slice(at, one.beforeStart), 'same');
    add(before.words.slice(one.beforeStart, one.beforeEnd), 'removed');
    add(after.words.slice(one.afterStart, one.afterEnd), 'added');
    at = one.beforeEnd;
  }
  add(before.words.slice(at), 'same');
  return { kind: after.kind, level: after.level, runs: joined(runs) };
}

const whole = ({ kind, level, words }: PlainLine, change: Change): RedlineLine => ({
  kind,
  level,
  runs: [{ text: words.join(''), change }],
});

/** Lines that stand where others stood: each new one is held against the first old one like it, in order. */
function replacedLines(before: readonly PlainLine[], after: readonly PlainLine[]): RedlineLine[] {
  const out: RedlineLine[] = [];
  let at = 0;
  let fresh: PlainLine[] = [];
  /** What went away stands before what came in its place. */
  const close = (upTo: number): void => {
    out.push(...before.slice(at, upTo).map((one) => whole(one, 'removed')), ...fresh.map((one) => whole(one, 'added')));
    fresh = [];
  };
  for (const line of after) {
    const found = before.findIndex(
      (old, place) => place >= at && old.kind === line.kind && likeness(old, line) >= ALIKE,
    );
    const old = before[found];
    if (old) {
      close(found);
      out.push(changedLine(old, line));
      at = found + 1;
    } else fresh.push(line);
  }
  close(before.length);
  return out;
}

const keyOf = ({ kind, level, words }: PlainLine): string => `${kind}${level} ${words.join('')}`;

/** Every line of the later state with what was added and removed, and removed lines where they stood. */
export function redlineOf(before: readonly PlainLine[], after: readonly PlainLine[]): readonly RedlineLine[] {
  const out: RedlineLine[] = [];
  let at = 0;
  for (const one of differencesOf(before.map(keyOf), after.map(keyOf))) {
    out.push(...after.slice(at, one.afterStart).map((line) => whole(line, 'same')));
    out.push(...replacedLines(before.slice(one.beforeStart, one.beforeEnd), after.slice(one.afterStart, one.afterEnd)));
    at = one.afterEnd;
  }
  return [...out, ...after.slice(at).map((line) => whole(line, 'same'))];
}

/** How many words were added and removed. */
export function changedWords(lines: readonly RedlineLine[]): { readonly added: number; readonly removed: number } {
  const count = (change: Change): number =>
    lines
      .flatMap(({ runs }) => runs)
      .filter((run) => run.change === change)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+|\p{Script=Han}/gu)?.length ?? 0), 0);
  return { added: count('added'), removed: count('removed') };
}
