/**
 * What a company has tagged in its filings, held against what others write of it. A figure is compared only where it is
 * plainly the whole company's reported value of a metric in a period that the filing tags too.
 */
import { groupBy } from '../../base/group';
import { formatOf } from '../../document/formats';
import { conceptOf } from '../../figure/placing/tagged';
import { contains, printedInterval } from '../arithmetic/interval';
import type { AuditDocument, AuditFigure, AuditModel } from '../model/model';
import { isNamed } from './same-fact';
import { LEGAL_FORM } from '../../base/legal-forms';

export interface TaggedMatch {
  /** The tagged value that agrees, else the nearest that does not. */
  readonly fact: AuditFigure;
  readonly document: AuditDocument;
  readonly agrees: boolean;
  /** `10-Q 2026-05-01`; null where the document does not say it beside the value. */
  readonly filing: string | null;
}

interface Tagged {
  /** The registrant, without the form of its company: `halden grid`. */
  readonly name: string;
  readonly byFact: ReadonlyMap<string, readonly AuditFigure[]>;
}

const gathered = new WeakMap<AuditDocument, Tagged | null>();

function taggedOf(document: AuditDocument): Tagged | null {
  const known = gathered.get(document);
  if (known !== undefined) return known;
  const tagged = document.figures.filter(({ rule }) => conceptOf(rule) !== null);
  const company = document.entity ?? tagged[0]?.entity ?? null;
  const own = tagged.filter(({ entity }) => entity === company);
  const byFact = groupBy(own, ({ metric, period }) => `${metric}|${period}`);
  const name = plainName(tagged[0]?.entity ?? company ?? '');
  const found = tagged.length === 0 || name.length < SHORTEST_NAME ? null : { name, byFact };
  gathered.set(document, found);
  return found;
}

const SHORTEST_NAME = 3;
const FORM = new RegExp(String.raw`\b(?:${LEGAL_FORM.toLowerCase()}|holding|group|the)\b\.?`, 'g');
const plainName = (name: string): string =>
  name.toLowerCase().replace(/[.,]/g, ' ').replace(FORM, ' ').replace(/\s+/g, ' ').trim();

const texts = new WeakMap<AuditDocument, string>();
function mentions(document: AuditDocument, name: string): boolean {
  const text = texts.get(document) ?? ` ${document.layout.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  texts.set(document, text);
  return text.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
}

const COMPARED = new Set(['disclosed', 'management', 'third_party']);
const KINDS = new Set(['level', 'count', 'ratio']);

const isComparable = (document: AuditDocument, figure: AuditFigure): boolean =>
  conceptOf(figure.rule) === null &&
  COMPARED.has(figure.provenance) &&
  figure.assertion === 'reported' &&
  KINDS.has(figure.kind) &&
  figure.metric !== null &&
  figure.period !== null &&
  figure.low !== null &&
  figure.low === figure.high &&
  (figure.basis === null || figure.basis === 'GAAP') &&
  isNamed(document, figure);

/** Of the whole company: without a name, of the note's subject, or of the registrant by name. */
function isOfCompany({ entity }: AuditFigure, document: AuditDocument, name: string): boolean {
  if (entity === null || entity === document.entity) return true;
  const plain = plainName(entity);
  return plain === name || (plain.length >= SHORTEST_NAME && name.startsWith(`${plain} `));
}

/** The tagged value rounds to the printed one; or the printed one, where it has more digits, to the tagged. */
function isSame(figure: AuditFigure, fact: AuditFigure): boolean {
  const [said, tagged] = [printedInterval(figure), printedInterval(fact)];
  const isFiner = figure.lowExponent < fact.lowExponent;
  return (
    (tagged.point !== null && contains(said, tagged.point)) ||
    (isFiner && said.point !== null && contains(tagged, said.point))
  );
}

const tagging = new WeakMap<AuditModel, readonly AuditDocument[]>();

/** The documents that have tagged facts; looked for once a run. */
function taggingIn(model: AuditModel): readonly AuditDocument[] {
  const known = tagging.get(model);
  if (known) return known;
  const found = model.documents.filter((document) => taggedOf(document) !== null);
  tagging.set(model, found);
  return found;
}

/** Whether another document has tagged facts at all. */
export const hasTaggedBeside = (document: AuditDocument, model: AuditModel): boolean =>
  taggingIn(model).some((other) => other !== document);

/** Null where no other document tags the same metric and period of the company, or where it is not plain that it does. */
export function taggedMatch(document: AuditDocument, figure: AuditFigure, model: AuditModel): TaggedMatch | null {
  if (!isComparable(document, figure)) return null;
  let conflict: TaggedMatch | null = null;
  for (const other of taggingIn(model)) {
    const tagged = other === document ? null : taggedOf(other);
    if (!tagged || !mentions(document, tagged.name) || !isOfCompany(figure, document, tagged.name)) continue;
    const facts = (tagged.byFact.get(`${figure.metric}|${figure.period}`) ?? []).filter(
      (fact) => fact.unit === figure.unit && (fact.currency === figure.currency || figure.currency === null),
    );
    const same = facts.find((fact) => isSame(figure, fact));
    const [first] = facts;
    if (same) return { fact: same, document: other, agrees: true, filing: filingOf(other, same) };
    if (first) conflict ??= { fact: first, document: other, agrees: false, filing: filingOf(other, first) };
  }
  return conflict;
}

/** The filing that a row of tagged values names at its end. */
function filingOf({ layout }: AuditDocument, { cell }: AuditFigure): string | null {
  if (!formatOf(layout.format).taggedRows || cell === null) return null;
  return layout.tables[cell.table]?.rows[cell.row]?.cells.at(-1)?.text.trim() || null;
}
