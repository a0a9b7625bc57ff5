/** What a section is for, from the words of its heading; the words are cue data, one file a language. */
import de from '../../../../resources/cues/sections.de.json';
import en from '../../../../resources/cues/sections.en.json';
import zh from '../../../../resources/cues/sections.zh.json';
import type { SectionRole } from '../model';

/** The order decides where a heading speaks for two roles: the narrower reading comes first. */
const ORDER = [
  'references',
  'disclaimer',
  'sourcing',
  'promotion',
  'not_priced_in',
  'priced_in',
  'watch',
  'downside',
  'scenario',
  'scorecard',
  'risk',
  'driver',
  'summary',
  'view',
  'conclusion',
  'valuation',
  'results',
] as const satisfies readonly SectionRole[];

const PATTERNS = ORDER.map((role) => ({
  role,
  patterns: [en, zh, de].flatMap((cues) => cues.roles[role].map((source) => new RegExp(source, 'i'))),
}));

/** Headings over what is priced in and what is not at once: the argument about the price. */
const BOTH = [en, zh, de].flatMap((cues) => cues.both.map((source) => new RegExp(source, 'i')));

/** Headings are short; a longer line is cut so that no pattern can run away. */
const LONGEST = 240;

/**
 * The role that a heading gives its section; `body` where its words are no cue. What is priced in and what is not, in
 * one heading, is about valuation. Only the first characters of a heading count.
 */
export function roleOf(title: string): SectionRole {
  const words = title.slice(0, LONGEST).trim();
  if (BOTH.some((pattern) => pattern.test(words))) return 'valuation';
  return PATTERNS.find(({ patterns }) => patterns.some((pattern) => pattern.test(words)))?.role ?? 'body';
}
