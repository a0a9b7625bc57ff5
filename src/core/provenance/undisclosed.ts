/**
 * The undisclosed register beside the figures: items that say the same are one, and each has the figures of its metric
 * that its own words, or the words around them, tie to the same business.
 */
import type { UndisclosedItem } from '../figure/provenance';
import { tokenise } from './cues/tokens';

/** What of a figure decides whether an item speaks of it; offsets of the document's text, null where it has none. */
export interface Registered {
  readonly metric: string | null;
  readonly entity: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** Words around a figure that still speak of it: its sentence, and no more than this to each side. */
const REACH = 200;
const STOP = /[.;!?。；！？](?:\s|$)|[。；！？\n]/gu;

/** `chips` and `chip`, `run-rates` and `run rate` are the same word. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/s$/u, '') : word);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    tokenise(text.replaceAll('_', ' '))
      .filter(({ kind }) => kind !== 'sign')
      .map(({ word }) => stem(word)),
  );

/** Words that narrow an item, one set an alternative: `Orbit / proprietary chips`. */
const narrowings = ({ entity }: UndisclosedItem): readonly ReadonlySet<string>[] =>
  (entity ?? '').split('/').map((part) => wordsOf(part));

const contains = (outer: ReadonlySet<string>, inner: ReadonlySet<string>): boolean =>
  [...inner].every((word) => outer.has(word));

function around(text: string, { start, end }: Registered): string {
  if (start === null || end === null) return '';
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const from = [...before.matchAll(STOP)].at(-1);
  const to = after.search(STOP);
  return `${from ? before.slice(from.index + from[0].length) : before} ${to < 0 ? after : after.slice(0, to)}`;
}

/** A change of what is not disclosed is not disclosed either. */
const base = (metric: string): string => metric.replace(/_(?:growth|change)$/u, '');

/** The figures that an item speaks of, in their order. `text` is the document's. */
export function figuresOf<F extends Registered>(item: UndisclosedItem, figures: readonly F[], text: string): F[] {
  const wanted = narrowings(item);
  return figures.filter((figure) => {
    if (figure.metric === null || !(item.metrics.includes(figure.metric) || item.metrics.includes(base(figure.metric))))
      return false;
    const own = wordsOf(`${figure.entity ?? ''} ${figure.metric}`);
    if (wanted.some((words) => contains(own, words))) return true;
    // A line of the statements belongs to the business it names; a run-rate or a special margin also to its sentence.
    if (base(figure.metric) === item.metrics[0]) return false;
    const said = wordsOf(around(text, figure));
    return wanted.some((words) => words.size > 0 && contains(said, words));
  });
}

const sameMetrics = (a: UndisclosedItem, b: UndisclosedItem): boolean =>
  a.metrics.length === b.metrics.length && a.metrics.every((metric) => b.metrics.includes(metric));

/** Whether one of two items adds nothing: same metrics, and its narrowing words are among the other's. */
function repeats(item: UndisclosedItem, other: UndisclosedItem): boolean {
  if (!sameMetrics(item, other) || (item.entity === null) !== (other.entity === null)) return false;
  const [own, others] = [wordsOf(item.entity ?? ''), wordsOf(other.entity ?? '')];
  return contains(own, others) || contains(others, own);
}

/** One item for each thing that is not disclosed; the one that says it most fully stays, in the place of the first. */
export function mergeUndisclosed<I extends UndisclosedItem>(items: readonly I[]): I[] {
  const merged: I[] = [];
  for (const item of items) {
    const at = merged.findIndex((known) => repeats(known, item));
    const known = merged[at];
    if (known === undefined) merged.push(item);
    else if ((item.entity ?? '').length > (known.entity ?? '').length) merged[at] = item;
  }
  return merged;
}
