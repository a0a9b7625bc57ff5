/** A rate in a row of totals is the average of the rates above it, weighted by the amounts that the same row sums up. */
import type { Cell, Ends } from '../../arithmetic/ends';
import { compareEnds, exact, isRange, mapEnds, pairwise, sumEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import type { Lattice, Line } from './lattice';
import { isAveragedRate, isNoPart, isTotal, timeOf } from './words';

const QUARTERS = 4;
const AMOUNTS = new Set(['money', 'count', 'other']);
const isPoint = ({ ends }: Cell): boolean => !isRange(ends);

/** The four quarters of the year a row is named for, or the rows above a total up to the total before. */
function partsOf(lattice: Lattice, at: number): readonly Line[] {
  const line = lattice.lines[at];
  const own = line && timeOf(line.label);
  if (line && own && !own.isQuarter) {
    const quarters = lattice.lines.filter((one) => {
      const time = timeOf(one.label);
      return time?.isQuarter === true && Math.floor(time.at / QUARTERS) === own.at;
    });
    return quarters.length === QUARTERS ? quarters : [];
  }
  if (!line || !isTotal(line.label)) return [];
  const from = lattice.lines.slice(0, at).findLastIndex(({ label, cells }) => cells.size === 0 || isTotal(label)) + 1;
  const parts = lattice.lines.slice(from, at);
  return parts.some(({ label }) => isNoPart(label)) ? [] : parts;
}

/** A column that the total row sums up: its amounts weigh. */
function weights(total: Line, parts: readonly Line[], place: number): readonly number[] | null {
  const [claim, cells] = [total.cells.get(place), parts.map((part) => part.cells.get(place))];
  if (!claim || !AMOUNTS.has(claim.figure.unit) || !isPoint(claim)) return null;
  const values = cells.flatMap((cell) =>
    cell && isPoint(cell) && cell.figure.unit === claim.figure.unit ? [cell] : [],
  );
  if (values.length !== parts.length || values.some(({ ends }) => ends.low.low <= 0)) return null;
  const sum = sumEnds(
    values.map(({ ends }) => ends),
    pairwise,
  );
  return sum && compareEnds(sum, claim.ends) !== 'conflict' ? values.map(({ ends }) => ends.low.point) : null;
}

function averageAt(total: Line, parts: readonly Line[], place: number, by: readonly number[]): Relation | null {
  const [claim, cells] = [total.cells.get(place), parts.flatMap((part) => part.cells.get(place) ?? [])];
  const isRate = (cell: Cell): boolean => cell.figure.unit === 'percent' && isPoint(cell);
  if (!claim || !isRate(claim) || cells.length !== parts.length || !cells.every(isRate)) return null;
  const whole = by.reduce((sum, weight) => sum + weight, 0);
  const value = cells.reduce<Ends | null>((sum, { ends }, i) => {
    const part = mapEnds(ends, (rate) => (rate * (by[i] ?? 0)) / whole);
    return sum && pairwise(sum, part, (a, b) => a + b);
  }, exact(0));
  const figures = cells.map(({ figure }) => figure);
  const words = `average of ${figures.map(digits).join(', ')} by their amounts`;
  return value && relateEnds('column', claim.figure, figures, value, words);
}

/** Weights are whole only where they are of the revenue that the rates are of: the first amounts that sum up. */
export const averageLines = (lattice: Lattice): readonly Relation[] =>
  lattice.lines.flatMap((total, at): readonly Relation[] => {
    const parts = partsOf(lattice, at);
    if (parts.length < 2) return [];
    const places = [...lattice.heads.keys()];
    const all = places.flatMap((place) => {
      const by = weights(total, parts, place);
      return by ? [by] : [];
    });
    return places
      .filter((place) => isAveragedRate(lattice.heads.get(place) ?? ''))
      .flatMap((place): readonly Relation[] => {
        const ways = all.flatMap((by) => averageAt(total, parts, place, by) ?? []);
        const tied = ways.find(({ verdict }) => verdict !== 'conflict');
        return tied ? [tied] : ways.slice(0, 1);
      });
  });
