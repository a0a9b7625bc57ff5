/** The words by which claims ask for computations, as patterns. */
import words from '../../../../resources/lexicon/derivations.json';

const escape = (entry: string): string => entry.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+');

const anyOf = (entries: readonly string[], flags = 'i'): RegExp =>
  new RegExp(
    `(?:${entries.map((entry) => (/^[a-z]/.test(entry) ? `\\b${escape(entry)}` : escape(entry))).join('|')})`,
    flags,
  );

export const derivationWords = {
  growth: anyOf(words.growth),
  compound: anyOf(words.compound),
  difference: anyOf(words.difference),
  share: anyOf(words.share),
  ratio: anyOf(words.ratio),
  each: anyOf(words.each),
  sum: anyOf(words.sum),
  average: anyOf(words.average),
  product: anyOf(words.product),
  up: anyOf(words.up),
  down: anyOf(words.down),
  /** For every place, not only whether. */
  allUp: anyOf(words.up, 'gi'),
  allDown: anyOf(words.down, 'gi'),
  change: anyOf(words.change),
  /** Verbs that join a number to its subject and distinguish no sentence from another. */
  stating: anyOf(words.stating),
  loss: anyOf(words.loss),
  profit: anyOf(words.profit),
} as const;
