/** TIM03: dates of one document that do not fit each other. */
import { evidenceOf } from '../evidence/evidence';
import { findingAt } from '../model/finding';
import type { Rule } from '../model/model';

export const TIM03: Rule = {
  id: 'TIM03',
  severity: 'warning',
  title: 'Dates do not fit',
  about:
    'Prices are dated after the document, a weekday is not the one of its date, a time told as ahead is over, or an event lies beyond the horizon of its heading.',
  examples: [
    {
      text: 'Acorn Inc. (ACN)\nDate: May 3, 2026\nPrices as of: June 12, 2026\n\nThe shares are fair.',
      says: 'warning',
    },
    { text: 'Acorn Inc. (ACN)\nDate: May 3, 2026\nPrices as of: May 1, 2026\n\nThe shares are fair.', says: 'nothing' },
    { text: '橡果股份（300001.SZ）\n日期：2026年5月3日\n股价日期：2026年6月12日\n\n维持买入。', says: 'warning' },
    { text: 'The board meets on Monday, May 5, 2026 to decide.', says: 'warning' },
    { text: 'The board meets on Tuesday, May 5, 2026 to decide.', says: 'nothing' },
    {
      text: 'Acorn Inc. (ACN)\nDate: May 3, 2026\n\nWe expect a launch in the second quarter of 2025.',
      says: 'info',
      asOf: '2026-05-03',
    },
    { text: 'The board meets on Monday; May 5, 2026 is the record date.', says: 'nothing' },
  ],
  check: (document) =>
    evidenceOf(document).dateClashes.map(({ spans, message, severity }) =>
      findingAt('TIM03', severity, document, spans, message),
    ),
};
