/** How an import, a merge or a person adds a source to the notebook and changes its item. */
import { tierByWords } from '../../../core/citation/tier';
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
  /** Names of the company that the citing document is about. */
  readonly issuers?: readonly (string | null)[];
}

/** Writes a new source with the tier that its words give, and returns its id, which also becomes the item's. */
export function insertSource(
  tx: Recorder,
  tools: Tools,
  csl: Readonly<Record<string, unknown>>,
  { byHand, issuers }: Origin = {},
): string {
  const id = tools.newId('s');
  const text = JSON.stringify(tidyCsl({ ...csl, id }));
  tx.insert('source', {
    id,
    csl: text,
    tier: tierByWords(parseCsl({ id, csl: text }), issuers),
    document: null,
    edited: byHand === true ? 1 : 0,
    created_at: tools.now(),
  });
  return id;
}

/**
 * The columns of a source whose item becomes `csl`. A tier that only repeats the source's words follows them; one that a
 * person set stays.
 */
export function withCsl(row: SourceRow, csl: Readonly<Record<string, unknown>>): Pick<SourceRow, 'csl' | 'tier'> {
  const text = JSON.stringify(tidyCsl({ ...csl, id: row.id }));
  const follows = row.tier === tierByWords(parseCsl(row));
  return { csl: text, tier: follows ? tierByWords(parseCsl({ id: row.id, csl: text })) : row.tier };
}
