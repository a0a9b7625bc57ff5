/**
 * What a document is (release, filing, transcript, note …) and what it therefore does in a notebook: a *note* makes claims
 * that need sources, a *source* is evidence that others are held against. From its words and its form, with the reason.
 */
import data from '../../../../resources/cues/kinds.json';
import { formatOf } from '../formats';
import { DOCUMENT_KINDS, type DocumentKind, type KindOfDocument, roleOfKind } from '../kinds';
import type { Layout, NormalisedDocument } from '../model';
import { isOwnSpeech, isFirstPerson, speakersOf } from './speech';

/** What the file says of itself, where its format has such facts. */
export type Origin = Pick<NormalisedDocument, 'author' | 'publisher' | 'published' | 'url'>;

interface KindCue {
  readonly in: 'title' | 'head' | 'text';
  readonly weight: number;
  readonly pattern: RegExp;
  /** The same for small letters; null where capitals count. */
  readonly small: RegExp | null;
}

interface Evidence {
  readonly weight: number;
  readonly says: string;
}

const CUES = Object.entries(data.cues).map(([name, cues]) => ({
  kind: kindNamed(name),
  cues: cues.map((cue): KindCue => {
    if (cue.in !== 'title' && cue.in !== 'head' && cue.in !== 'text') throw new Error(`Cue data looks in "${cue.in}".`);
    const flags = 'caseless' in cue && !cue.caseless ? 'mu' : 'imu';
    // A pattern without capitals is tried on the text in small letters: many times faster than one that folds each letter.
    const small = flags === 'imu' && !/(?<!\\)\p{Lu}/u.test(cue.pattern) ? new RegExp(cue.pattern, 'mu') : null;
    return { in: cue.in, weight: cue.weight, pattern: new RegExp(cue.pattern, flags), small };
  }),
}));

function kindNamed(name: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`Cue data names an unknown kind "${name}".`);
  return kind;
}

/** The head holds title, dateline and first paragraph; of a long text its two ends tell enough. */
const HEAD = 1800;
const FIRST = 40_000;
const LAST = 12_000;

/** Kind, role and why; `origin` is what the file's own metadata says. */
export function kindOf(layout: Layout, origin?: Origin): KindOfDocument {
  const byFormat = formatOf(layout.format).is;
  if (byFormat) return withRole(byFormat.kind, byFormat.reason);
  const places = placesOf(layout);
  const found = CUES.map(({ kind, cues }) => ({ kind, evidence: evidenceOf(cues, places) }));
  for (const { kind, evidence } of found) {
    const own = kind === 'transcript' ? speechOf(layout) : kind === 'release' ? firstPersonEvidence(layout) : null;
    if (own) evidence.push(own);
  }
  const best = found
    .map(({ kind, evidence }) => ({ kind, evidence, weight: evidence.reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.weight - a.weight)[0];
  if (best && best.weight >= data.enough) return withRole(best.kind, saying(best.evidence));
  return withRole(...byPublication(layout, origin));
}

function withRole(kind: DocumentKind, reason: string): KindOfDocument {
  return { kind, role: roleOfKind(kind), reason };
}

/** What its format makes likely; where nothing does, the document is read as a note. */
function byPublication({ format }: Layout, origin?: Origin): [DocumentKind, string] {
  const { otherwise } = formatOf(format);
  if (!otherwise) return ['note', 'Nothing marks it as an issuer’s own text, so it is read as a note.'];
  const isPublished = origin !== undefined && (origin.author ?? origin.publisher ?? origin.published) !== null;
  const { kind, reason } = (isPublished && otherwise.published) || otherwise;
  return [kind, reason];
}

interface Place {
  readonly text: string;
  readonly lower: string;
}
type Places = Readonly<Record<KindCue['in'], Place>>;
const placeOf = (text: string): Place => ({ text, lower: text.toLowerCase() });

function placesOf(layout: Layout): Places {
  const { text } = layout;
  const far = text.length > FIRST + LAST ? `${text.slice(0, FIRST)}\n${text.slice(-LAST)}` : text;
  return { title: placeOf((layout.title ?? '').slice(0, 300)), head: placeOf(text.slice(0, HEAD)), text: placeOf(far) };
}

function evidenceOf(cues: readonly KindCue[], places: Places): Evidence[] {
  return cues.flatMap((cue) => {
    const found = firstIn(places[cue.in], cue);
    return found === undefined ? [] : [{ weight: cue.weight, says: `“${short(found)}”` }];
  });
}

function firstIn({ text, lower }: Place, { pattern, small }: KindCue): string | undefined {
  if (!small || lower.length !== text.length) return pattern.exec(text)?.[0];
  const found = small.exec(lower);
  return found === null ? undefined : text.slice(found.index, found.index + found[0].length);
}

const short = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
};

/** People taking turns, or one speaking for the company throughout. */
function speechOf(layout: Layout): Evidence | null {
  const speakers = speakersOf(layout.text);
  if (speakers >= 2) return { weight: 4, says: `${speakers} speakers who take turns` };
  return isOwnSpeech(layout.text) ? { weight: 4, says: 'a company speaking in the first person, aloud' } : null;
}

/** Who writes "our stores" throughout writes of itself. */
function firstPersonEvidence(layout: Layout): Evidence | null {
  return isFirstPerson(layout.text) ? { weight: 3, says: 'a company that writes of itself in the first person' } : null;
}

/** The heaviest two pieces of evidence, which is as much as a person reads. */
function saying(evidence: readonly Evidence[]): string {
  const words = [...evidence].sort((a, b) => b.weight - a.weight).slice(0, 2);
  return `It has ${words.map(({ says }) => says).join(' and ')}.`;
}
