/** Finds the argument of a note: each kind of item by heading, list form and wording, in whatever order they stand. */
import type { Figure } from '../figure/model';
import { findEvents, findLoop } from './events';
import { type Found, figuresIn, found, passagesOf, shorten, type StructureInput } from './passages';
import { findCatalysts, findDisclaimers, findDrivers, findIndicators, findRisks, findScores } from './lists';
import { findLabelled, findPositions, findRows } from './labelled';
import { findPriced } from './market';
import type { StructureItem } from './model';
import { findScenarios } from './scenarios';
import { findTargets } from './targets';
import { findView } from './view';

const FINDERS = [
  findLabelled,
  findRows,
  findPositions,
  findView,
  findScores,
  findDrivers,
  findScenarios,
  findPriced,
  findTargets,
  findRisks,
  findCatalysts,
  findIndicators,
  findEvents,
  findLoop,
  findDisclaimers,
] as const;

/**
 * Items in reading order. What argues is a note: a release, a filing and a call have no thesis and no stance of their
 * own, only what they disclaim. No two items of one type stand on overlapping quotes.
 */
export function findStructure(input: StructureInput): StructureItem[] {
  const passages = passagesOf(input.layout);
  const source = input.context.document.role === 'source';
  const items = source
    ? findDisclaimers(input, passages)
    : [...FINDERS.flatMap((find) => find(input, passages)), ...undisclosedItems(input)];
  const indexes = new Map<Figure, number>(input.figures.map((figure, index) => [figure, index]));
  return withoutRepeats(items)
    .sort((a, b) => a.start - b.start || a.end - b.end || a.type.localeCompare(b.type))
    .map((item) => ({
      ...item,
      figures: figuresIn(input.figures, item).flatMap((figure) => indexes.get(figure) ?? []),
    }));
}

function undisclosedItems({ layout, undisclosed }: StructureInput): Found[] {
  return undisclosed.map((item) =>
    found(layout, 'undisclosed', item, 'undisclosed.denial', {
      label: shorten(item.label),
      fields: { entity: item.entity },
    }),
  );
}

/** Of two items of one type on the same words the one found first stays: finders list their surest rule first. */
function withoutRepeats(items: readonly Found[]): Found[] {
  const ordered = items
    .map((item, rank) => ({ item, rank }))
    .filter(({ item }) => item.end > item.start)
    .sort((a, b) => a.item.type.localeCompare(b.item.type) || a.item.start - b.item.start || a.rank - b.rank);
  const kept: { item: Found; rank: number }[] = [];
  for (const next of ordered) {
    const last = kept.at(-1);
    if (
      !last ||
      last.item.type !== next.item.type ||
      last.item.end <= next.item.start ||
      isDistinct(last.item, next.item)
    )
      kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ item }) => item);
}

/** Flows and undisclosed items may share their words with others of their kind. */
function isDistinct(a: Found, b: Found): boolean {
  return (a.type === 'flow' || a.type === 'undisclosed') && (a.start !== b.start || a.label !== b.label);
}
