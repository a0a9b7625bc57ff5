/** Finds the argument of a note: each kind of item by heading, list form and wording, in whatever order they stand. */
import type { Figure } from '../figure/model';
import { findEvents, findLoop } from './events';
import { type Found, figuresIn, found, passagesOf, shorten, type StructureInput } from './ground';
import { findCatalysts, findDisclaimers, findDrivers, findIndicators, findRisks, findScores } from './lists';
import { findPriced, findScenarios, findTargets } from './market';
import type { StructureItem } from './model';
import { findView } from './view';

const FINDERS = [
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

/** Items in reading order, each standing on a quote, no two of one type on overlapping quotes. */
export function findStructure(input: StructureInput): StructureItem[] {
  const passages = passagesOf(input.layout);
  const items = [...FINDERS.flatMap((find) => find(input, passages)), ...undisclosedItems(input)];
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
  const kept: Found[] = [];
  const lastOfType = new Map<string, Found[]>();
  for (const item of items) {
    if (item.end <= item.start) continue;
    const same = lastOfType.get(item.type) ?? [];
    const distinct =
      item.type === 'flow' || item.type === 'undisclosed'
        ? same.every((other) => other.start !== item.start || other.label !== item.label)
        : !same.some((other) => other.start < item.end && item.start < other.end);
    if (!distinct) continue;
    same.push(item);
    lastOfType.set(item.type, same);
    kept.push(item);
  }
  return kept;
}
