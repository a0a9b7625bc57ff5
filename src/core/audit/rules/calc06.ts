/** CALC06: an annualised figure against the period it was made from. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC06: Rule = {
  id: 'CALC06',
  severity: 'info',
  title: 'Run-rate against its period',
  about: 'An annualised or run-rate figure is set against the period it extrapolates.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).annualised.map((relation) => say('CALC06', 'info', document, relation)),
    ),
};
