/** One sentence on its own, without a document: what kind of statement it is and who vouches for it. */
import { assertionCue, decideAssertion, lexiconFor } from './statement';
import { type CueGroup, CUE_STEPS } from './cues/cues';
import type { Assertion, Cue, Provenance } from '../figure/provenance';
import { type Passage, readPassage } from './cues/passage';
import type { Hit } from './cues/phrases';

export interface SentenceClass {
  readonly assertion: Assertion;
  readonly provenance: Provenance;
  /** The words that decided the provenance, or, where none did, those that decided the assertion. */
  readonly cue: Cue;
}

const LOOKS_AHEAD = new Set<Assertion>(['guidance', 'commitment', 'forecast', 'target', 'scenario']);

/** The first cue of the strongest step that may speak of a statement of this kind. */
function decidingHit(passage: Passage, assertion: Assertion): Hit<CueGroup> | null {
  const ahead = LOOKS_AHEAD.has(assertion);
  for (const step of CUE_STEPS) {
    const hit = passage.hits.find(
      ({ group }) => group.step === step && group.provenance !== null && (ahead ? !group.closed : !group.forward),
    );
    if (hit) return hit;
  }
  return null;
}

/** Classifies a sentence; offsets of the cue count from its start. */
export function classifySentence(text: string): SentenceClass {
  const passage = readPassage(text, { start: 0, end: text.length });
  const decision = decideAssertion(passage.tokens, lexiconFor(text));
  const hit = decidingHit(passage, decision.assertion);
  const provenance = hit?.group.provenance ?? null;
  if (!hit || provenance === null) {
    const cue = assertionCue(decision, text);
    return { assertion: decision.assertion, provenance: fallback(decision.assertion), cue };
  }
  const words = text.slice(hit.start, hit.end);
  const reason = `“${words}”: ${hit.group.reason}.`;
  return {
    assertion: decision.assertion,
    provenance,
    cue: { rule: hit.group.id, start: hit.start, end: hit.end, text: words, reason },
  };
}

/** Guidance and commitments are the company's by definition; a view or a scenario is its author's. */
function fallback(assertion: Assertion): Provenance {
  if (assertion === 'guidance' || assertion === 'commitment') return 'management';
  return assertion === 'opinion' || assertion === 'scenario' || assertion === 'threshold' ? 'inferred' : 'unclassified';
}
