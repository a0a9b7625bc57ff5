/** CALC10: percent where points are meant, and ranges whose low end exceeds their high end. */
import Big from 'big.js';
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import { absolute, compare, growth, printedInterval, subtract } from '../arithmetic/interval';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';
import type { Mixture } from '../relations/changes/beside';
import { digits } from '../arithmetic/relation';

/** A dash with room on both sides between amounts is a minus; what is computed stands before a sign of equality. */
const SUBTRACTS = /\d[^\d]{0,12}\s[-−–—]\s/;
const isFormula = ({ layout: { text } }: AuditDocument, figure: AuditFigure): boolean =>
  SUBTRACTS.test(figure.quote) ||
  /^[\s)\]*]{0,6}[=≈÷×/*]/.test(text.slice(figure.end, figure.end + 8)) ||
  /[÷×/*+=−]\s?[([]?$/.test(text.slice(Math.max(0, figure.start - 4), figure.start));
/** "Q3'25 ~$17.7B": a year's two digits and an amount are no range. */
const isOneKind = (figure: AuditFigure): boolean => !/['’]\d\d\b/.test(figure.quote);

const isReversed = (figure: AuditFigure): boolean =>
  figure.low !== null && figure.high !== null && new Big(figure.high).gte(0) && new Big(figure.low).gt(figure.high);

/** "Support at $142–$138": levels that a price comes down to stand in the order in which it meets them. */
const isZone = ({ unit }: AuditFigure): boolean => unit === 'per_share' || unit === 'money';

/** "30% to 25%" as one range; what falls "from 30% to 25%" is two figures and none of this. */
const reversed = (document: AuditDocument): readonly Finding[] =>
  document.figures
    .filter((figure) => isReversed(figure) && isOneKind(figure) && !isFormula(document, figure))
    .map((figure) =>
      finding('CALC10', isZone(figure) ? 'info' : 'error', document, [figure], {
        message: `“${figure.quote.trim()}” runs from high to low. Turn the ends around, or say what falls.`,
      }),
    );

/** The rate is the difference of two percentages, and not their relative change: points are meant. */
function mixed(document: AuditDocument, { claim, pair }: Mixture): readonly Finding[] {
  const [value, base] = [printedInterval(pair.value), printedInterval(pair.base)];
  const claimed = printedInterval(claim);
  const relative = growth(value, base);
  const points = absolute(subtract(value, base));
  const isPoints = compare(points, claimed) === 'tied';
  if (!isPoints || !relative || compare(absolute(relative), claimed) !== 'conflict') return [];
  const expression = `${digits(pair.value)} − ${digits(pair.base)}`;
  return [
    finding('CALC10', 'error', document, [claim, pair.value, pair.base], {
      message: `“${claim.quote.trim()}” is the difference ${expression}: that is percentage points, not percent.`,
      claimed: claim.quote.trim(),
      computed: `${points.point?.toFixed() ?? ''} pp`,
      expression,
      verdict: 'conflict',
    }),
  ];
}

const check = (document: AuditDocument): readonly Finding[] => [
  ...reversed(document),
  ...evidenceOf(document).mixtures.flatMap((mixture) => mixed(document, mixture)),
];

export const CALC10: Rule = {
  id: 'CALC10',
  severity: 'error',
  title: 'Units mixed up',
  about: 'Percent, percentage points and basis points are mixed up, or a range runs from high to low.',
  examples: [
    { text: 'The operating margin rose 2% to 12% from 10%.', says: 'error' },
    { text: 'The operating margin rose 2 percentage points to 12% from 10%.', says: 'nothing' },
    { text: 'The operating margin rose 20% to 12% from 10%.', says: 'nothing' },
    { text: 'We expect growth of 30%–25% this year.', says: 'error' },
    { text: 'Equity value is $90 million - $15 million = $75 million.', says: 'nothing' },
  ],
  check,
};
