/** How an import, a merge or a person adds a source to the notebook and changes its item, and the tier that is set for it. */
import { type Tier, type Tiered, tierByWords } from '../../../core/citation/tier';
import type { Recorder } from '../../storage/recorder';
import type { SourceRow } from '../../storage/db/rows';
import { parseCsl, tidyCsl } from './csl';

interface Tools {
  readonly newId: (prefix: string) => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

interface Origin {
  /** A person typed it: later imports leave it as it is. */
  readonly byHand?: boolean;
}

/** Writes a new source, for which nobody has set a tier yet, and returns its id, which also becomes the item's. */
export function insertSource(
  tx: Recorder,
  tools: Tools,
  csl: Readonly<Record<string, unknown>>,
  { byHand }: Origin = {},
): string {
  const id = tools.newId('s');
  const text = JSON.stringify(tidyCsl({ ...csl, id }));
  tx.insert('source', {
    id,
    csl: text,
    ...tierCells(null, text),
    document: null,
    edited: byHand === true ? 1 : 0,
    created_at: tools.now(),
  });
  return id;
}

/**
 * The tier that a person set; null where nobody did. A record from before it was marked says so by a tier that differs
 * from what its words give, and only an edited one can have been set.
 */
export function setTierOf(row: SourceRow): Tier | null {
  if (row.tier_set !== null) return row.tier_set === 1 ? row.tier : null;
  return row.edited === 1 && row.tier !== tierByWords(parseCsl(row)) ? row.tier : null;
}

/** The source as its judge wants it: its item with the tier that is set. */
export const tieredSource = (row: SourceRow): Tiered => ({ ...parseCsl(row), setTier: setTierOf(row) });

type TierCells = Pick<SourceRow, 'tier' | 'tier_set'>;

/** `tier` is never empty: where none is set it repeats the words of the item, and nobody asks for it. */
const tierCells = (set: Tier | null, csl: string): TierCells =>
  set === null ? { tier: tierByWords(parseCsl({ id: '', csl })), tier_set: 0 } : { tier: set, tier_set: 1 };

/** The columns of a source whose item becomes `csl` and for which `set` is the tier that a person set, null where none is. */
export function sourceCells(
  row: SourceRow,
  csl: Readonly<Record<string, unknown>>,
  set: Tier | null = setTierOf(row),
): TierCells & Pick<SourceRow, 'csl'> {
  const text = JSON.stringify(tidyCsl({ ...csl, id: row.id }));
  return { csl: text, ...tierCells(set, text) };
}
