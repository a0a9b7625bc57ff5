/** What introduces a block: the words with a colon above its list or table, or the short item that it is nested in. */
import type { Block, Layout } from '../../../document/model';

/** The block that introduces `block`, the nearer of the two; undefined where nothing does. */
export function leadOf({ blocks }: Pick<Layout, 'blocks'>, { leadIn, holder }: Block): Block | undefined {
  const at = holder !== null && holder > (leadIn ?? -1) ? holder : leadIn;
  return at === null ? undefined : blocks[at];
}
