/** Who speaks in a document as a whole: a note's author, the company itself (filing, release), or a call. */
import type { Layout } from '../document/model';
import { VOICE_CUES } from './cues';
import { tokenise } from './tokens';

export type Voice = 'author' | 'issuer' | 'call';

/** How much of a document is read for its voice; filings and transcripts show themselves early. */
const READ_LIMIT = 40_000;
/** Cues of another voice needed before a document counts as something else than a note. */
const MINIMUM = 2;

export function voiceOf(layout: Layout): Voice {
  const counts = new Map<string, Set<string>>();
  for (const hit of VOICE_CUES.find(tokenise(layout.text.slice(0, READ_LIMIT)))) {
    const words = layout.text.slice(hit.start, hit.end).toLowerCase();
    counts.set(hit.group.id, (counts.get(hit.group.id) ?? new Set()).add(words));
  }
  const count = (voice: string): number => counts.get(voice)?.size ?? 0;
  if (count('call') >= MINIMUM && count('call') >= count('author')) return 'call';
  if (count('issuer') >= MINIMUM && count('issuer') > count('author')) return 'issuer';
  return 'author';
}
