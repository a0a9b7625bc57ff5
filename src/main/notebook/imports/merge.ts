/**
 * What becomes of the figures a document has when it is read again. A figure's identity is its span: the same span, then
 * an overlapping span with an equal reading. Whatever a person edited, ticked or linked is kept. Pure decisions.
 */

export interface ExistingFigure {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  /** Set, ticked, noted or linked by a person. */
  readonly touched: boolean;
}

export interface ReadFigure {
  readonly start: number;
  readonly end: number;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
}

export interface Merge {
  /** For each figure read, the id it continues, or null where it is new; `undefined` where it is to be left out. */
  readonly continues: readonly (string | null | undefined)[];
  /** Ids of figures that were not found again and that nobody has touched. */
  readonly gone: readonly string[];
}

/** `removed` are spans that the analyst took out: what is read there again is left out. */
export function mergeFigures(
  existing: readonly ExistingFigure[],
  read: readonly ReadFigure[],
  removed: readonly (readonly [start: number, end: number])[],
): Merge {
  const taken = new Set<string>();
  const bySpan = new Map(existing.map((figure) => [`${figure.start}-${figure.end}`, figure]));
  const continues = read.map((figure): string | null | undefined => {
    const same = bySpan.get(`${figure.start}-${figure.end}`);
    if (same === undefined) return null;
    taken.add(same.id);
    return same.id;
  });
  const ordered = existing.filter((figure) => !taken.has(figure.id)).sort((a, b) => a.start - b.start);
  read.forEach((figure, index) => {
    if (continues[index] !== null) return;
    const near = ordered.find((old) => !taken.has(old.id) && overlaps(old, figure) && sameReading(old, figure));
    if (near !== undefined) {
      taken.add(near.id);
      continues[index] = near.id;
    } else if (removed.some(([start, end]) => start === figure.start && end === figure.end)) {
      continues[index] = undefined;
    }
  });
  const gone = existing.filter((figure) => !taken.has(figure.id) && !figure.touched).map((figure) => figure.id);
  return { continues, gone };
}

const overlaps = (a: ReadFigure, b: ReadFigure): boolean => a.start < b.end && b.start < a.end;

const sameReading = (a: ReadFigure, b: ReadFigure): boolean =>
  a.low === b.low && a.high === b.high && a.unit === b.unit;
