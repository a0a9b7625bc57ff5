/**
 * A multiple that says on which amount it rests, "12.4x (based on 2026E EBITDA of $165M)", "4.2x (on TTM revenue $1.89B)":
 * the other amount is the company's own market value, and the multiple is theirs or it is not.
 */
import data from '../../../../resources/audit/roles.json';
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { combine, compareEnds, type Ends, endsOf, isRange, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import type { Fact, FactIndex } from './fact-index';

const RESTS =
  /^[\s*]*[(（|,，][\s*|]*(?:[\p{L}]+ )?(?:based on|using|on|calculated on|基于|基於|按|以)\s?(?:[\p{L}\d./'’-]+\s?){0,5}(?:of )?[\s*~≈约$€£]*$/u;
const MARKET = new Set(['market_cap', 'price', 'ev']);
const SLACK = 0.12;
const FAR = 9;

interface Form {
  readonly claim: string;
  readonly form: string;
  readonly operands: readonly string[];
}
const FORMS: readonly Form[] = data.identities.filter(
  ({ form, operands: [first] }) => form === 'a/b' && first !== undefined && MARKET.has(first),
);

/** The amount that the words behind the multiple name, in its sentence or in its row. */
function restsOn(index: DocumentIndex, claim: AuditFigure): AuditFigure | null {
  const { text } = index.document.layout;
  const among = claim.cell
    ? index.inTable(claim.cell.table).filter(({ cell }) => cell?.row === claim.cell?.row)
    : index.inSentence(claim.sentence);
  const next = among.filter(({ start }) => start >= claim.end).toSorted((a, b) => a.start - b.start)[0];
  const isMoney = next?.unit === 'money' || next?.unit === 'per_share';
  return next && isMoney && RESTS.test(text.slice(claim.end, next.start).toLowerCase()) ? next : null;
}

const distinct = (facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((fact) => [fact.figure.low, fact])).values(),
];

function read(factIndex: FactIndex, claim: Fact, base: AuditFigure, baseEnds: Ends): Relation | null {
  const own = FORMS.filter((form) => form.claim === claim.part.role);
  const found = own.flatMap(({ operands: [market = '', role = ''] }) => {
    const isFlow = factIndex.facts(role).some(({ figure }) => figure.id === base.id);
    const values = isFlow ? distinct(factIndex.in(market, 'subject').filter(({ ends }) => !isRange(ends))) : [];
    return values.flatMap((fact) => {
      const isOneCurrency = fact.figure.currency === base.currency || !fact.figure.currency || !base.currency;
      const value = isOneCurrency && baseEnds.low.low > 0 ? combine(fact.ends, baseEnds, (a, b) => a / b) : null;
      return value ? [{ fact, value }] : [];
    });
  });
  const tied = found.find(({ value }) => compareEnds(value, claim.ends) !== 'conflict');
  const near = found.toSorted((a, b) => miss(a.value, claim.ends) - miss(b.value, claim.ends))[0];
  const chosen = tied ?? near;
  if (!chosen) return null;
  const ratio = chosen.value.low.point / claim.ends.low.point;
  if (!tied && (miss(chosen.value, claim.ends) <= SLACK || ratio > FAR || ratio < 1 / FAR)) return null;
  const words = `${digits(chosen.fact.figure)} ÷ ${digits(base)}`;
  return relateEnds('identity', claim.figure, [chosen.fact.figure, base], chosen.value, words);
}

/**
 * One relation for a multiple whose words name its base and whose other amount the document gives; nothing where either
 * is missing.
 */
export function basedOn(index: DocumentIndex, factIndex: FactIndex): readonly Relation[] {
  const roles = new Set(FORMS.map(({ claim }) => claim));
  return [...roles].flatMap((role) =>
    factIndex.facts(role).flatMap((claim): readonly Relation[] => {
      const base = isRange(claim.ends) ? null : restsOn(index, claim.figure);
      const ends = base && endsOf(base);
      return base && ends ? [read(factIndex, claim, base, ends) ?? []].flat() : [];
    }),
  );
}
