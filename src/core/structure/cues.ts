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

/** Cues of one meaning: joined for asking whether any speaks, apart for asking which and where. */
export interface Cues {
  readonly latin: RegExp | null;
  readonly han: RegExp | null;
  readonly each: readonly RegExp[];
}

const HAN = /[\u4e00-\u9fff]/;

export function compile(pick: Pick): Cues {
  const sources = LANGUAGES.flatMap((cues) => pick(cues));
  const join = (own: readonly string[]) =>
    own.length === 0 ? null : new RegExp(own.map((source) => `(?:${source})`).join('|'), 'i');
  return {
    latin: join(sources.filter((source) => !HAN.test(source))),
    han: join(sources.filter((source) => HAN.test(source))),
    each: sources.map((source) => new RegExp(source, 'gi')),
  };
}

export const TOPIC_CUES: readonly { topic: Topic; cues: Cues }[] = TOPICS.map((topic) => ({
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
  cases: compile((cues) =>
    cues.cases.map((source) => `^["“*_]*(${source})["”*_]*(?=\\s*(?:[:\\uff1a(\\uff08—–|,\\t-]|$))`),
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

export function matches(cues: Cues, text: string): boolean {
  return (cues.latin?.test(text) ?? false) || (cues.han !== null && HAN.test(text) && cues.han.test(text));
}

/** Every match of every cue, in the order they stand. */
export function allMatches(cues: Cues, text: string): Match[] {
  if (!matches(cues, text)) return [];
  return cues.each
    .flatMap((cue) => [...text.matchAll(cue)])
    .map((found) => ({ start: found.index, end: found.index + found[0].length, text: found[0] }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first match of any cue, in the order the cues are listed. */
export function firstMatch(cues: Cues, text: string): Match | null {
  if (!matches(cues, text)) return null;
  for (const cue of cues.each) {
    const [found] = text.matchAll(cue);
    if (found) return { start: found.index, end: found.index + found[0].length, text: found[0] };
  }
  return null;
}
