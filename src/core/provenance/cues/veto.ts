/** Step 3 [P3]: what the document says is not disclosed cannot be classed as disclosed, wherever it is mentioned. */
import type { PlacedFigure } from '../../figure/model';
import type { UndisclosedItem } from '../../figure/provenance';
import { tokenise } from './tokens';

/** The undisclosed register, ready to be asked of each figure. */
export interface Register {
  /** The item that names the figure's metric, null where none does. */
  readonly denies: (figure: PlacedFigure) => UndisclosedItem | null;
}

interface Denial {
  readonly item: UndisclosedItem;
  /** Words that narrow the denial, one list an alternative: a figure must carry all words of one of them. */
  readonly narrowing: readonly (readonly string[])[];
}

const wordsOf = (text: string): readonly string[] =>
  tokenise(text.replaceAll('_', ' '))
    .filter(({ kind }) => kind !== 'sign')
    .map(({ word }) => word);

function byMetric(undisclosed: readonly UndisclosedItem[]): ReadonlyMap<string, readonly Denial[]> {
  const index = new Map<string, Map<string, Denial>>();
  for (const item of undisclosed) {
    const denial = { item, narrowing: (item.entity ?? '').split('/').map(wordsOf) };
    for (const metric of item.metrics) {
      const denials = index.get(metric) ?? new Map<string, Denial>();
      if (!denials.has(item.entity ?? '')) denials.set(item.entity ?? '', denial);
      index.set(metric, denials);
    }
  }
  return new Map([...index].map(([metric, denials]) => [metric, [...denials.values()]]));
}

/**
 * Answers for a figure which denial covers it: one of its metric whose narrowing words (segment, product) are all among
 * the figure's own; null where none does.
 */
export function registerOf(undisclosed: readonly UndisclosedItem[]): Register {
  const index = byMetric(undisclosed);
  return {
    denies: (figure) => {
      const denials = figure.metric === null ? undefined : index.get(figure.metric);
      if (!denials) return null;
      const own = new Set(wordsOf(`${figure.entity ?? ''} ${figure.metric ?? ''} ${figure.metricLabel ?? ''}`));
      const found = denials.find(({ narrowing }) => narrowing.some((words) => words.every((word) => own.has(word))));
      return found?.item ?? null;
    },
  };
}
