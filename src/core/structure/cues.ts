/** The words that structure is found by: cue data of every language, compiled once. */
import en from '../../../resources/cues/structure.en.json';
import zh from '../../../resources/cues/structure.zh.json';
import { STRUCTURE_TYPES, type StructureType } from './model';
import { ENGLISH_MONTH } from '../base/months';

const LANGUAGES = [en, zh];

const TOPICS = [
  'scenario',
  'not_priced_in',
  'priced_in',
  'indicator',
  'catalyst',
  'driver',
  'position',
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

/**
 * The patterns that `pick` takes of each language's data, case-insensitive, as one alternation for Latin script, one
 * for Chinese, and each alone.
 */
function compile(pick: Pick): Cues {
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
  thesisHeaded: compile((cues) => cues.thesis.headed),
  horizonLabel: compile((cues) => cues.horizonLabel),
  listedTarget: compile((cues) => cues.listedTarget),
  noTopic: compile((cues) => cues.noTopic),
  softCases: compile((cues) =>
    cues.softCases.map((source) => `^["“*_]*(${source})["”*_]*(?=\\s*(?:[:\\uff1a(\\uff08—–|,\\t-]|$))`),
  ),
  scenarioHeading: compile((cues) => cues.scenarioHeading),
  headingCases: compile((cues) => [cues.headingCases]),
  stanceStart: compile((cues) => cues.stanceWords.map((source) => `^[^A-Za-z0-9\\u4e00-\\u9fff]{0,6}(?:${source})`)),
  actions: compile((cues) => cues.actions),
  plainPair: compile((cues) => [cues.heads.plainPair]),
} as const;

/** What the head of a column has to say for its table to be of a kind. */
export const HEADS = {
  event: compile((cues) => [cues.heads.event]),
  date: compile((cues) => [cues.heads.date]),
  risk: compile((cues) => [cues.heads.risk]),
  indicator: compile((cues) => [cues.heads.indicator]),
  threshold: compile((cues) => [cues.heads.threshold]),
  stance: compile((cues) => [cues.heads.stance]),
  ticker: compile((cues) => [cues.heads.ticker]),
  tier: compile((cues) => [cues.heads.tier]),
  broker: compile((cues) => [cues.heads.broker]),
  driver: compile((cues) => [cues.heads.driver]),
  scenario: compile((cues) => [cues.heads.scenario]),
  score: compile((cues) => [cues.heads.score]),
} as const;

/** What a line with such a label and such a value is; type null is no item at all, whatever list it stands in. */
export interface LabelCue {
  readonly type: StructureType | null;
  readonly label: RegExp;
  readonly value: RegExp;
  /** Only in lists about it. */
  readonly topic: Topic | null;
}

interface LabelData {
  readonly type: string;
  readonly label: string;
  readonly value?: string;
  readonly topic?: string;
}

/** An amount that is no year, quarter or month. */
const AMOUNT = '^(?!.{0,8}(?:\\bQ[1-4]\\b|\\bH[12]\\b|\\bFY|\\b20[2-4]\\d\\b))[^\\d]{0,16}\\d';

export const LABELS: readonly LabelCue[] = LANGUAGES.flatMap((cues) => {
  const labels: readonly LabelData[] = cues.labels;
  const stance = `(?:${cues.stanceWords.join('|')})`;
  const action = `(?:${cues.actions.join('|')})`;
  return labels.map(({ type, label, value = '', topic }) => ({
    type: STRUCTURE_TYPES.find((each) => each === type) ?? null,
    label: new RegExp(`^(?:${label})$`, 'i'),
    value: new RegExp(value.replace('@STANCE@', stance).replace('@ACTION@', action).replace('@AMOUNT@', AMOUNT), 'i'),
    topic: TOPICS.find((each) => each === topic) ?? null,
  }));
});

export const FLOW_VERBS = LANGUAGES.flatMap((cues) => cues.flowVerbs).map(({ verb, to, what }) => ({
  verb: new RegExp(verb, 'i'),
  to: new RegExp(to, 'i'),
  what,
}));

export const MONTHS = LANGUAGES.map((cues) => cues.months.replace('@MONTH@', ENGLISH_MONTH)).join('|');

/** Whether any cue stands in the text. The Chinese ones are tried only where the text has a Chinese character. */
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
