/**
 * What kind of statement a sentence makes: reported fact, guidance, forecast … A sum of weighted cue phrases decides
 * between backward- and forward-looking; the heaviest cue names the kind. Phrases and weights are data.
 */
import chinese from '../../../resources/cues/assertion.zh.json';
import english from '../../../resources/cues/assertion.en.json';
import { ASSERTIONS, type Assertion, type Cue } from '../figure/provenance';
import { compilePhrases, type Hit, type PhraseMatcher } from './cues/phrases';
import type { Token } from './cues/tokens';

interface AssertionGroup {
  readonly id: string;
  readonly assertion: Assertion;
  readonly weight: number;
}

interface AssertionLexicon {
  readonly bias: number;
  readonly matcher: PhraseMatcher<AssertionGroup>;
}

interface AssertionData {
  readonly bias: number;
  readonly groups: readonly {
    readonly id: string;
    readonly assertion: string;
    readonly weight: number;
    readonly phrases: readonly string[];
  }[];
}

const FORWARD = new Set<Assertion>(['guidance', 'commitment', 'forecast', 'target', 'scenario']);
/** Among statements that do not look forward, the most specific kind wins. */
const SPECIFIC: readonly Assertion[] = ['score', 'threshold', 'opinion'];

function assertionNamed(name: string): Assertion {
  const found = ASSERTIONS.find((assertion) => assertion === name);
  if (!found) throw new Error(`Cue data names an unknown assertion "${name}".`);
  return found;
}

function lexiconOf(data: AssertionData): AssertionLexicon {
  const matcher = compilePhrases(
    data.groups.map(({ id, assertion, weight, phrases }) => ({
      group: { id, assertion: assertionNamed(assertion), weight },
      patterns: phrases,
    })),
  );
  return { bias: data.bias, matcher };
}

const ENGLISH = lexiconOf(english);
const CHINESE = lexiconOf(chinese);
const HAN = /\p{Script=Han}/u;

/** An assertion and the hit that decided it, null where no cue spoke. */
export interface AssertionDecision {
  readonly assertion: Assertion;
  readonly hit: Hit<AssertionGroup> | null;
  /** Positive for forward-looking; its size says how clearly. */
  readonly score: number;
}

/** One hit a group, the first: repeating a word does not make a sentence more forward-looking. */
function firstOfEach(hits: readonly Hit<AssertionGroup>[]): readonly Hit<AssertionGroup>[] {
  const seen = new Set<string>();
  return hits.filter(({ group }) => !seen.has(group.id) && seen.add(group.id) !== undefined);
}

const heaviest = (hits: readonly Hit<AssertionGroup>[]): Hit<AssertionGroup> | null =>
  hits.reduce<Hit<AssertionGroup> | null>(
    (best, hit) => (best && Math.abs(best.group.weight) >= Math.abs(hit.group.weight) ? best : hit),
    null,
  );

/** Decides from the tokens of one sentence or clause. */
export function decideAssertion(tokens: readonly Token[], lexicon = ENGLISH): AssertionDecision {
  const hits = firstOfEach(lexicon.matcher.find(tokens));
  const score = hits.reduce((sum, hit) => sum + hit.group.weight, lexicon.bias);
  if (score > 0) {
    const hit = heaviest(hits.filter(({ group }) => group.weight > 0 && FORWARD.has(group.assertion)));
    return { assertion: hit?.group.assertion ?? 'forecast', hit, score };
  }
  for (const kind of SPECIFIC) {
    const hit = hits.find(({ group }) => group.assertion === kind);
    if (hit) return { assertion: kind, hit, score };
  }
  return { assertion: 'reported', hit: heaviest(hits.filter(({ group }) => group.weight < 0)), score };
}

/** Picks the cue lexicon by script, so that a quoted sentence in another language is still read. */
export const lexiconFor = (text: string): AssertionLexicon => (HAN.test(text) ? CHINESE : ENGLISH);

const REASON: Readonly<Record<Assertion, string>> = {
  reported: 'states something as having happened',
  guidance: "passes on the company's own guidance",
  commitment: 'announces a plan or commitment',
  forecast: 'looks ahead',
  target: 'states a target',
  scenario: 'describes what would happen under an assumption',
  threshold: 'sets a level to watch',
  score: 'gives a score',
  opinion: "gives the author's view",
};

/** The cue of an assertion for a person: rule `assertion.<kind>`, the words and where they stand. */
export function assertionCue(decision: AssertionDecision, text: string, base = 0): Cue {
  const { assertion, hit } = decision;
  const start = hit?.start ?? base;
  const end = hit?.end ?? base;
  const words = text.slice(start - base, end - base);
  const reason = words === '' ? 'No word looks ahead.' : `“${words}” ${REASON[assertion]}.`;
  return { rule: `assertion.${hit ? hit.group.id : 'none'}`, start, end, text: words, reason };
}
