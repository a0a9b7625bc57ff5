/**
 * The cue words of provenance, compiled once from the data files of every language into one automaton a purpose.
 * What a cue may reach and when it may speak is data too, so that a new wording never needs new code.
 */
import chinese from '../../../../resources/cues/provenance.zh.json';
import english from '../../../../resources/cues/provenance.en.json';
import european from '../../../../resources/cues/provenance.eu.json';
import { PROVENANCES, type Provenance } from '../../figure/provenance';
import { compilePhrases, type PhraseMatcher } from './phrases';

/**
 * Which figures a cue speaks for, by where it stands:
 * `forward` those after it up to a semicolon · `clause` those after it up to a comma that a conjunction follows · `next` those after it up to the next comma or bracket ·
 * `first` the first after it, without a comma or bracket between ·
 * `back` those before it, where the cue closes the clause · `prior` those before it up to the next comma or bracket ·
 * `touch` the one right before it · `sentence` all of the sentence.
 */
const CUE_SCOPES = ['forward', 'clause', 'next', 'first', 'back', 'prior', 'touch', 'sentence'] as const;
export type CueScope = (typeof CUE_SCOPES)[number];

/** The steps of deciding that a cue speaks in, the strongest first. */
export const CUE_STEPS = ['attribution', 'wording', 'inference'] as const;
const ONLY = ['any', 'change', 'target', 'range', 'price', 'multiple', 'metric'] as const;

export interface CueGroup {
  /** Rule id shown to a person, e.g. `attribution.management`. */
  readonly id: string;
  /** Null for words that only keep a shorter cue inside them from speaking. */
  readonly provenance: Provenance | null;
  readonly step: (typeof CUE_STEPS)[number];
  readonly reach: readonly CueScope[];
  readonly reason: string;
  /** Speaks of what is to come: never vouches for a period that has ended. */
  readonly forward: boolean;
  /** Speaks of what has happened: never vouches for a period that has not ended. */
  readonly closed: boolean;
  /** Which kinds of figure it speaks of. */
  readonly only: (typeof ONLY)[number];
  /** Class in a document where the company itself speaks ("we expect" in a filing). */
  readonly issuer: Provenance | null;
}

interface CueEntry {
  readonly id: string;
  readonly provenance?: string | null;
  readonly step?: string;
  readonly reach?: readonly string[];
  readonly reason?: string;
  readonly forward?: boolean;
  readonly closed?: boolean;
  readonly only?: string;
  readonly issuer?: string;
  readonly phrases: readonly string[];
}

interface CueFile {
  readonly language: string;
  readonly macros: Readonly<Record<string, string>>;
  readonly groups: readonly CueEntry[];
  readonly heads: readonly CueEntry[];
  readonly sources: readonly CueEntry[];
  readonly headings: readonly CueEntry[];
  readonly voices: readonly CueEntry[];
}

function oneOf<T extends string>(allowed: readonly T[], value: string, where: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`Cue data of "${where}" has the unknown value "${value}".`);
  return found;
}

function groupOf(entry: CueEntry): CueGroup {
  const { id } = entry;
  return {
    id,
    provenance: entry.provenance ? oneOf(PROVENANCES, entry.provenance, id) : null,
    step: oneOf(CUE_STEPS, entry.step ?? 'wording', id),
    reach: (entry.reach ?? []).map((reach) => oneOf(CUE_SCOPES, reach, id)),
    reason: entry.reason ?? '',
    forward: entry.forward ?? false,
    closed: entry.closed ?? false,
    only: oneOf(ONLY, entry.only ?? 'any', id),
    issuer: entry.issuer === undefined ? null : oneOf(PROVENANCES, entry.issuer, id),
  };
}

const FILES: readonly CueFile[] = [english, chinese, european];

/** `{say}` in a phrase stands for a list of words named once in the file. */
function expandMacros(phrase: string, macros: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = macros[name];
    if (words === undefined) throw new Error(`Cue data uses the unknown list "{${name}}".`);
    return words;
  });
}

function matcherOf(entriesOf: (file: CueFile) => readonly CueEntry[]): PhraseMatcher<CueGroup> {
  return compilePhrases(
    FILES.flatMap((file) =>
      entriesOf(file).map((entry) => ({
        group: groupOf(entry),
        patterns: entry.phrases.map((phrase) => expandMacros(phrase, file.macros)),
      })),
    ),
  );
}

/** Cues of running text. */
export const TEXT_CUES = matcherOf((file) => file.groups);
/** Cues of table heads and of the labels that open a table's rows. */
export const HEAD_CUES = matcherOf((file) => file.heads);
/** Cues in the name, title or genre of a cited source. */
export const SOURCE_CUES = matcherOf((file) => file.sources);
/** Cues in section headings. */
export const HEADING_CUES = matcherOf((file) => file.headings);
/** Words that tell who speaks in a document as a whole. */
export const SPEAKER_CUES = matcherOf((file) => file.voices);
