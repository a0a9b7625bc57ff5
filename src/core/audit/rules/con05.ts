/** CON05: a label that its own parenthesis contradicts ("High target $370 (Acme: $319)"). */
import { evidenceOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import { printedInterval, touches } from '../arithmetic/interval';
import type { Span } from '../../document/model';
import type { AuditDocument, AuditFigure, Finding, Rule, Severity } from '../model/model';
import type { Claimed } from '../relations/claims/claimed';

const SUPERLATIVE =
  /\b(?:high|highest|low|lowest|top|bottom|peak|maximum|minimum|max|min|largest|smallest|record)\b|最高|最低/i;
/** What stands between the two figures: an opening bracket and a name, not a date, period or formula. */
const HOLDER = /^\s*[(（]\s*(?:from |by |at )?\p{Lu}[\p{L}&.'’ -]{1,40}?\s*[:：,]?\s*$/u;
const PERIOD = /\b(?:Q[1-4]|H[12]|FY|[12][09]\d\d|prior|previous|last|year|quarter|from|was|vs)\b/i;

function check(document: AuditDocument) {
  const { index } = evidenceOf(document);
  const { text } = document.layout;
  const contradicts = (labelled: AuditFigure, inside: AuditFigure | undefined): inside is AuditFigure => {
    if (!inside || inside.unit !== labelled.unit || inside.currency !== labelled.currency) return false;
    const between = text.slice(labelled.end, inside.start);
    return (
      HOLDER.test(between) &&
      !PERIOD.test(between) &&
      SUPERLATIVE.test(index.before(labelled, 60)) &&
      !touches(printedInterval(labelled), printedInterval(inside))
    );
  };
  return index.sentences().flatMap((figures) =>
    figures.flatMap((labelled, i) => {
      const inside = figures[i + 1];
      if (!contradicts(labelled, inside)) return [];
      const holder = text
        .slice(labelled.end, inside.start)
        .replace(/[\s(:：,（]+/g, ' ')
        .trim();
      const message = `The label gives “${labelled.quote.trim()}”, its parenthesis names ${holder} at “${inside.quote.trim()}”. Say whose the first value is.`;
      return [
        finding('CON05', 'error', document, [labelled, inside], {
          message,
          claimed: labelled.quote.trim(),
          computed: inside.quote.trim(),
          verdict: 'conflict',
        }),
      ];
    }),
  );
}

const told = (
  document: AuditDocument,
  { word, says, figures, holds }: Pick<Claimed, 'word' | 'says' | 'figures' | 'holds'>,
  severity: Severity,
  spans: readonly Span[],
): Finding => ({
  ...finding('CON05', holds ? 'ok' : severity, document, figures, {
    message: holds ? `“${word}” holds: ${says}.` : `“${word}” is said, but ${says}. Change the word or the number.`,
    claimed: figures[0]?.quote.trim() ?? null,
    verdict: holds ? 'tied' : 'conflict',
  }),
  spans: spans.map(({ start, end }) => ({ document: document.id, start, end })),
});

/** A word of comparison or of a middle that its own numbers contradict. */
const againstWords = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).worded.map((one) => told(document, one, 'info', one.place ? [one.place] : []));

/** What the words claim of values in reach. */
const againstClaims = (document: AuditDocument): readonly Finding[] =>
  evidenceOf(document).claims.map((one) => told(document, one, one.severity, one.spans));

export const CON05: Rule = {
  id: 'CON05',
  severity: 'error',
  title: 'Label against parenthesis',
  about: 'A label stands against its own parenthesis, or a word of comparison against the numbers it stands with.',
  examples: [
    { text: 'High target $370 (Northbank: $319).', says: 'error' },
    { text: 'High target $370 (Northbank: $370).', says: 'nothing' },
    { text: 'The shares are cheaper than peers on P/S (2.1x vs. 3.5x average).', says: 'ok' },
    { text: 'The shares are cheaper than peers on P/S (4.7x vs. 3.5x average).', says: 'info' },
    { text: 'The shares are not cheaper than peers on P/S (4.7x vs. 3.5x average).', says: 'nothing' },
    { text: 'High of $370 (Q1 2025: $319).', says: 'nothing' },
  ],
  check: (document) => [...check(document), ...againstWords(document), ...againstClaims(document)],
};
