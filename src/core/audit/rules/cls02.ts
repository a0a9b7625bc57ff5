/** CLS02: figures for which no party that vouches for them was found. */
import { fold, isEvidence, type Wording } from '../evidence/needs-source';
import type { Rule } from '../model/model';

const WORDING: Wording = {
  rule: 'CLS02',
  severity: 'warning',
  one: ({ quote }) => `No words say who vouches for “${quote.trim()}”. Set its class or cite a source.`,
  many: (count, place) =>
    `No words say who vouches for ${count} figures of ${place}. Class all at once, or open them one by one.`,
};

export const CLS02: Rule = {
  id: 'CLS02',
  severity: 'warning',
  title: 'Unclassified',
  about: 'Figures stay unclassified; reported once per table and section.',
  examples: [
    {
      text: 'The bridge is 40 km long, 12% of it in tunnels.',
      set: [{ quote: '12%', provenance: 'unclassified' }],
      says: 'warning',
    },
    { text: 'The bridge is 40 km long, 12% of it in tunnels.', says: 'nothing' },
  ],
  check: (document) =>
    fold(
      document,
      document.figures.filter((figure) => figure.provenance === 'unclassified' && !figure.ticked && isEvidence(figure)),
      false,
      WORDING,
    ),
};
