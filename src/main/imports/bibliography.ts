/** What a parser of bibliographies gives back: cleaned items, each with the text it was read from, and what could not be read. */
import type { CslItem } from '../../core/citation/model';
import type { SourceFormat } from '../../core/document/formats';
import type { ParseProblem } from '../../core/document/model';

export interface ReadSource {
  readonly csl: CslItem;
  /** The entry as it stands in the file, shortened where it is very long. */
  readonly raw: string;
  /** Line of the file on which the entry begins, counted from 1. */
  readonly line: number;
}

export interface ReadSources {
  readonly format: SourceFormat;
  readonly items: readonly ReadSource[];
  readonly problems: readonly ParseProblem[];
}

/** Characters kept of an entry's own text. */
const RAW = 4_000;
export const shortened = (raw: string): string => (raw.length <= RAW ? raw : `${raw.slice(0, RAW)}…`);
