/** What kind of statement each figure is part of, and the same for a sentence on its own. */
export { decideAssertions } from './assertion-of-figure';
export { classifySentence, type SentenceClass } from './sentence';
