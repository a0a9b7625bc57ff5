/** CALC09: a duration said two ways. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC09: Rule = {
  id: 'CALC09',
  severity: 'info',
  title: 'Duration said two ways',
  about: 'A duration is said two ways that may not agree.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).durations.map((relation) => say('CALC09', 'info', document, relation)),
    ),
};
