/** The weakest class among the inputs of what the author computed, so that disclosed ÷ inferred never reads as disclosed. */
import type { PlacedFigure } from '../figure/model';
import type { Decision, Scene } from './decision';
import { STRENGTH, type Provenance } from './model';

const weaker = (a: Provenance, b: Provenance): Provenance => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a);

/** Inputs stand in the same row of a table or in the same sentence. */
function inputsOf(figure: PlacedFigure, scene: Scene): readonly number[] {
  const same = (other: PlacedFigure): boolean =>
    figure.cell
      ? other.cell?.table === figure.cell.table && other.cell.row === figure.cell.row
      : other.sentence === figure.sentence;
  return scene.figures.flatMap((other, index) => (other !== figure && same(other) ? [index] : []));
}

/** One entry a figure: the inherited class of what is derived, null for the rest. */
export function inheritedClasses(scene: Scene, decisions: readonly Decision[]): readonly (Provenance | null)[] {
  return scene.figures.map((figure, index) => {
    if (decisions[index]?.provenance !== 'derived') return null;
    const classes = inputsOf(figure, scene)
      .map((input) => decisions[input]?.provenance)
      .filter((found): found is Provenance => found !== undefined && found !== 'derived');
    return (
      classes.reduce<Provenance | null>((weakest, found) => (weakest ? weaker(weakest, found) : found), null) ??
      'unclassified'
    );
  });
}
