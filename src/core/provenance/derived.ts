/**
 * The weakest class [A3] among the inputs of what the author computed, so that disclosed ÷ inferred never reads as
 * disclosed.
 */
import type { PlacedFigure } from '../figure/model';
import type { Decision, DocumentReading } from './cues/decision';
import { STRENGTH, type Provenance } from '../figure/provenance';

const weaker = (a: Provenance, b: Provenance): Provenance => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a);

/** Inputs stand in the same row of a table or in the same sentence. */
const placeOf = ({ cell, sentence, block }: PlacedFigure): string =>
  cell ? `${cell.table}/${cell.row}` : `${block}:${sentence}`;

function weakestByPlace(reading: DocumentReading, decisions: readonly Decision[]): ReadonlyMap<string, Provenance> {
  const weakest = new Map<string, Provenance>();
  reading.figures.forEach((figure, index) => {
    const found = decisions[index]?.provenance;
    if (found === undefined || found === 'derived') return;
    const place = placeOf(figure);
    const known = weakest.get(place);
    weakest.set(place, known === undefined ? found : weaker(known, found));
  });
  return weakest;
}

/** One entry a figure: the inherited class of what is derived (`unclassified` where no input is near), null for the rest. */
export function inheritedClasses(
  reading: DocumentReading,
  decisions: readonly Decision[],
): readonly (Provenance | null)[] {
  const weakest = weakestByPlace(reading, decisions);
  return reading.figures.map((figure, index) =>
    decisions[index]?.provenance === 'derived' ? (weakest.get(placeOf(figure)) ?? 'unclassified') : null,
  );
}
