/** CLS03: scenarios and own targets without an assumption. */
import { findingAt } from '../model/finding';
import type { AuditDocument, Finding, Rule } from '../model/model';

/** Words by which a case says what it rests on, wherever the reading put them. */
const RESTS =
  /\b(?:assum\w+|if|unless|provided|because|driven|as|when|while|rests? on|based on|hinges?|given|with|through|reflect\w*|until|after)\b|[;:].*[;,]|假设|如果|若/i;

const check = (document: AuditDocument): readonly Finding[] =>
  document.structure.flatMap((item) => {
    const quote = document.layout.text.slice(item.start, item.end);
    if (item.type !== 'scenario' || item.figures.length === 0 || item.fields['assumption'] || RESTS.test(quote))
      return [];
    return [
      findingAt(
        'CLS03',
        'warning',
        document,
        [item],
        `The case “${item.label}” gives figures but no assumption. Say what it rests on.`,
      ),
    ];
  });

export const CLS03: Rule = {
  id: 'CLS03',
  severity: 'warning',
  title: 'Forecast without assumptions',
  about: 'A scenario or a target of the author’s own says nothing of what it assumes.',
  examples: [
    {
      text: 'Scenarios\n\n- Base case: $500 million\n- Bear case: $400 million\n',
      emptied: 'assumption',
      says: 'warning',
    },
    {
      text: 'Scenarios\n\n- Base case: revenue of $500 million\n- Bear case: revenue of $400 million\n',
      says: 'nothing',
    },
  ],
  check,
};
