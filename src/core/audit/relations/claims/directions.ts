/**
 * A verb of direction against the two values it leads between: "declined to $1.07B from $0.82B", "margin expanded from 26%
 * to 24%", "由17.5%上升至16.1%". One verb, both values named by "from" and "to", in one clause.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { alike, anyOf, type Claimed, hasAny, order, quoted, WORDS } from './claimed';

const RISE = anyOf(WORDS.rise, 'giu');
const FALL = anyOf(WORDS.fall, 'giu');
const EITHER = hasAny([...WORDS.rise, ...WORDS.fall]);
const LEAD = 100;
/** Further apart one of them was printed in another scale. */
const APART = 20;
const WHEN = '(?:[^,;:.。；，]{0,40})';
/** Between result and base, and between base and result. */
const BACKWARDS = new RegExp(
  `^${WHEN}(?:[,，]?\\s*\\(?(?:from|compared (?:with|to)|versus|vs\\.?|against)|[（(]?(?:上年同期|去年同期)(?:为)?)\\s*[~≈]?$`,
  'iu',
);
const FORWARDS = new RegExp(`^${WHEN}(?:\\bto|至|到)${WHEN}$`, 'iu');
const TO = /\bto\s*(?:about |around |roughly )?[~≈]?$/i;
const FROM = /(?:\bfrom\s*(?:about |around )?[~≈]?|由[^,，。]{0,14}|从[^,，。]{0,14})$/iu;
const LOSS = /\bloss|deficit|gap|spread|discount|亏损|赤字|缺口/i;
const QUALIFIERS = /\b(?:would|could|if|may|might|should|not|except)\b|如果|若/i;

interface Verb {
  readonly text: string;
  readonly expects: 'more' | 'less';
}

/** The one verb of direction in the words; null where there are none or several. */
function verbIn(words: string): Verb | null {
  if (!EITHER.test(words)) return null;
  const rise = [...words.matchAll(RISE)].map((m): Verb => ({ text: m[0], expects: 'more' }));
  const fall = [...words.matchAll(FALL)].map((m): Verb => ({ text: m[0], expects: 'less' }));
  const all = [...rise, ...fall];
  return all.length === 1 ? (all[0] ?? null) : null;
}

function clauseBefore(index: DocumentIndex, figure: AuditFigure): string {
  return (
    index
      .before(figure, LEAD)
      .split(/[;:。；：]|\.\s|，(?=[^，]{0,4}(?:同比|环比)?$)/)
      .at(-1) ?? ''
  );
}

function claimOf(index: DocumentIndex, a: AuditFigure, b: AuditFigure): Claimed | null {
  if (!alike(a, b) || a.kind === 'delta') return null;
  const between = index.document.layout.text.slice(a.end, b.start);
  const lead = clauseBefore(index, a);
  const backwards = BACKWARDS.test(between) && TO.test(lead);
  const forwards = FORWARDS.test(between) && FROM.test(lead);
  if (backwards === forwards || QUALIFIERS.test(lead) || LOSS.test(lead)) return null;
  // "Grew 5% from 10%" counts from another amount; "growth slowed from 10% to 5%" is of two rates.
  if (
    a.kind === 'growth' &&
    !(forwards && b.kind === 'growth' && /^\s*(?:[(（][^()（）]*[)）])?\s*to\s*$/iu.test(between))
  )
    return null;
  const verb = verbIn(forwards ? `${lead} ${between}` : lead);
  if (a.kind === 'growth' && verb && !lead.replace(FROM, '').trimEnd().endsWith(verb.text)) return null;
  const [result, base] = backwards ? [a, b] : [b, a];
  const is = order(result, base);
  const ratio = Number(result.low) / Number(base.low);
  if (!(ratio > 1 / APART && ratio < APART)) return null;
  if (!verb || is === null || Number(result.low) < 0 || Number(base.low) < 0) return null;
  return {
    word: verb.text,
    says: `${quoted(result)} is ${is} than ${quoted(base)}`,
    figures: [result, base],
    spans: [],
    holds: is === verb.expects,
    severity: 'error',
  };
}

/** Values of one unit that stand next to each other when those of other units are set aside. */
export const directions = (index: DocumentIndex): readonly Claimed[] =>
  index.sentences().flatMap((figures) =>
    figures.flatMap((a, i) => {
      const b = figures.slice(i + 1).find((one) => one.unit === a.unit && alike(a, one) && one.kind !== 'delta');
      return (b && b.start - a.end < LEAD && claimOf(index, a, b)) || [];
    }),
  );
