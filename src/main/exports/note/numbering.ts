/** Gives each source its number on first citation, so that marks and bibliography agree. */
import type { SourceRecord } from '../../../contract/records/index';
import { sourceChip } from '../../../core/citation/source-name';

export class SourceNumbers {
  readonly #known: ReadonlyMap<string, SourceRecord>;
  readonly #order: string[] = [];

  constructor(sources: readonly SourceRecord[]) {
    this.#known = new Map(sources.map((source) => [source.id, source]));
  }

  /** The source's number from 1, null where the notebook does not have it. */
  numberOf(id: string | null): number | null {
    if (id === null || !this.#known.has(id)) return null;
    const at = this.#order.indexOf(id);
    return at >= 0 ? at + 1 : this.#order.push(id);
  }

  /** Short words for a citation's chip. */
  labelOf(id: string | null): string {
    return (id !== null && sourceChip(this.#known.get(id)?.csl)) || 'source missing';
  }

  /** The bibliography: every source numbered so far. */
  list(): readonly SourceRecord[] {
    return this.#order.flatMap((id) => this.#known.get(id) ?? []);
  }
}

/** What an export carries of a source beside its formatted line, so that the file gives the same source again. */
export const carriedCsl = (source: SourceRecord | undefined): string | null => {
  if (!source) return null;
  const { id: _, ...csl } = source.csl;
  return JSON.stringify(csl);
};

/** Name of a source's line in the list of references, in every format that leads to it. */
export const referenceAnchor = (number: number): string => `reference-${number}`;
