/** Who speaks in a document as a whole: an author, the company itself (filing, release), a call, or notes of a call. */
import type { Layout } from '../../document/model';
import { SPEAKER_CUES } from './cues';
import { tokenise } from './tokens';

export type Speaker = 'author' | 'issuer' | 'call' | 'summary';

/** How much of a document is read for its speaker; filings and transcripts show themselves early. */
const READ_LIMIT = 40_000;
/** Notes of a call say so in their title. */
const TITLE_LIMIT = 160;
/** Cues of another speaker needed before a document counts as something else than a note. */
const MINIMUM = 2;

/** A shorter text may be a passage of a filing, whatever it was taken for. */
const CLIPPING = 6000;

/** How many different cues each speaker has in a stretch of the text. */
function countCues(text: string): (speaker: string) => number {
  const words = new Map<string, Set<string>>();
  for (const hit of SPEAKER_CUES.find(tokenise(text))) {
    const known = words.get(hit.group.id) ?? new Set();
    words.set(hit.group.id, known.add(text.slice(hit.start, hit.end).toLowerCase()));
  }
  return (speaker) => words.get(speaker)?.size ?? 0;
}

/** `note`: the document is known to be an author's; a longer one that quotes a filing does not speak as its issuer. */
export function speakerOf({ text, title }: Layout, note: boolean): Speaker {
  const count = countCues(text.slice(0, READ_LIMIT));
  if (count('call') >= MINIMUM && count('call') >= count('author')) return 'call';
  if (!(note && text.length > CLIPPING) && count('issuer') >= MINIMUM && count('issuer') > count('author'))
    return 'issuer';
  return countCues(`${title ?? ''}\n${text.slice(0, TITLE_LIMIT)}`)('summary') > 0 ? 'summary' : 'author';
}
