/** The words that structure is found by: cue data of every language, compiled once. */
import en from '../../../resources/cues/structure.en.json';
import zh from '../../../resources/cues/structure.zh.json';

const LANGUAGES = [en, zh];

export const TOPICS = [
  'scenario',
  'not_priced_in',
  'priced_in',
  'indicator',
  'catalyst',
  'driver',
  'target',
  'event',
  'risk',
] as const;
export type Topic = (typeof TOPICS)[number];

type Pick = (cues: (typeof LANGUAGES)[number]) => readonly string[];

/** One expression a cue, case ignored. */
export function compile(pick: Pick): readonly RegExp[] {
  return LANGUAGES.flatMap((cues) => pick(cues).map((source) => new RegExp(source, 'iu')));
}

export const TOPIC_CUES: readonly { topic: Topic; cues: readonly RegExp[] }[] = TOPICS.map((topic) => ({
  topic,
  cues: compile((cues) => cues.topics[topic]),
}));

export const CUES = {
  horizon: compile((cues) => cues.horizon),
  thesisLabel: compile((cues) => cues.thesis.label),
  thesisSentence: compile((cues) => cues.thesis.sentence),
  thesisHeading: compile((cues) => cues.thesis.heading),
  stance: compile((cues) => cues.stance.sentence),
  consensusHolder: compile((cues) => [cues.consensusHolder]),
  horizonStatement: compile((cues) => cues.horizonStatement),
  cases: LANGUAGES.flatMap((cues) => cues.cases).map(
    (source) => new RegExp(`^["“*_]*(${source})["”*_]*(?=\\s*(?:[:\\uff1a(\\uff08—–|,\\t-]|$))`, 'iu'),
  ),
  pricedIn: compile((cues) => cues.pricedIn),
  notPricedIn: compile((cues) => cues.notPricedIn),
  movers: compile((cues) => cues.movers),
  ellipsis: compile((cues) => cues.ellipsis),
  sideStrongDown: compile((cues) => cues.side.strongDown),
  sideDown: compile((cues) => cues.side.down),
  sideUp: compile((cues) => cues.side.up),
  targetSentence: compile((cues) => cues.targetSentence),
  targetItem: compile((cues) => cues.targetItem),
  consensusRating: compile((cues) => cues.consensusRating),
  eventVerbs: compile((cues) => [cues.eventVerbs]),
  agreementVerbs: compile((cues) => [cues.agreementVerbs]),
  disclaimer: compile((cues) => cues.disclaimer),
  disclaimerNot: compile((cues) => cues.disclaimerNot),
  loop: compile((cues) => cues.loop),
  condition: compile((cues) => cues.condition),
} as const;

export const FLOW_VERBS = LANGUAGES.flatMap((cues) => cues.flowVerbs).map(({ verb, to, what }) => ({
  verb: new RegExp(verb, 'i'),
  to: new RegExp(to, 'i'),
  what,
}));

export const MONTHS = LANGUAGES.map((cues) => cues.months).join('|');

export function matches(cues: readonly RegExp[], text: string): boolean {
  return cues.some((cue) => cue.test(text));
}

/** Every match of every cue, in the order they stand. */
export function allMatches(cues: readonly RegExp[], text: string): { start: number; end: number; text: string }[] {
  return cues
    .flatMap((cue) => [...text.matchAll(new RegExp(cue, `${cue.flags}g`))])
    .map((found) => ({ start: found.index, end: found.index + found[0].length, text: found[0] }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The first match of any cue, in the order the cues are listed. */
export function firstMatch(cues: readonly RegExp[], text: string): { start: number; end: number; text: string } | null {
  for (const cue of cues) {
    const found = cue.exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length, text: found[0] };
  }
  return null;
}
