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
  const left = new Set(removed.map(([start, end]) => `${start}-${end}`));
  const continues = read.map((figure): string | null | undefined => {
    const same = bySpan.get(`${figure.start}-${figure.end}`);
    if (same === undefined) return null;
    taken.add(same.id);
    return same.id;
  });
  const ordered = bySpans(existing.filter((figure) => !taken.has(figure.id)));
  read.forEach((figure, index) => {
    if (continues[index] !== null) return;
    const near = overlapping(ordered, figure).find((old) => !taken.has(old.id) && sameReading(old, figure));
    if (near !== undefined) {
      taken.add(near.id);
      continues[index] = near.id;
    } else if (left.has(`${figure.start}-${figure.end}`)) {
      continues[index] = undefined;
    }
  });
  const gone = existing.filter((figure) => !taken.has(figure.id) && !figure.touched).map((figure) => figure.id);
  return { continues, gone };
}

/** Figures by their start, each with the furthest end so far, so that those around a place are found without a scan. */
interface BySpans {
  readonly figures: readonly ExistingFigure[];
  readonly reach: readonly number[];
}

function bySpans(existing: readonly ExistingFigure[]): BySpans {
  const figures = existing.toSorted((a, b) => a.start - b.start);
  let furthest = Number.NEGATIVE_INFINITY;
  return { figures, reach: figures.map(({ end }) => (furthest = Math.max(furthest, end))) };
}

/** The figures that share text with a span, in order. */
function overlapping({ figures, reach }: BySpans, span: ReadFigure): readonly ExistingFigure[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const found: ExistingFigure[] = [];
  for (let at = low; at < figures.length; at += 1) {
    const figure = figures[at];
    if (figure === undefined || figure.start >= span.end) break;
    if (figure.end > span.start) found.push(figure);
  }
  return found;
}

const sameReading = (a: ReadFigure, b: ReadFigure): boolean =>
  a.low === b.low && a.high === b.high && a.unit === b.unit;
