/** A figure as a statement of one thing: what it is of, and everything that says which one of its kind is meant. */
import type { DocumentIndex } from '../model/document-index';
import { type Labels, labelsOf, plain, plainLabel } from '../facts/labels';
import type { Scopes } from '../facts/fact-index';
import type { AuditFigure } from '../model/model';
import {
  FAR_MARKS,
  kindOf,
  marksIn,
  type Phrase,
  phraseBefore,
  phraseBehind,
  phraseOf,
  SENSITIVE,
  SILENT,
} from './phrases';

export interface Mention {
  readonly figure: AuditFigure;
  /** For a person. */
  readonly name: string;
  /** Concept or its cased family, currency, marks, year where it must be said. */
  readonly key: string;
  /** What it is of: words of the name, another's row or column. */
  readonly of: readonly string[];
  /** Where a word of another mention's name may stand unsaid in this one's. */
  readonly around: string;
  readonly year: string | null;
  /** The line that leads in to its list; empty where there is none. */
  readonly leadIn: string;
  /** A row's label or words before a colon; empty where words beside it name it. */
  readonly label: string;
}

const LABEL =
  /^[^\p{L}\d]{0,6}([\p{L}\d][^:：]{1,60}?(?:\s?[(（][^()（）]{0,70}[)）])?)\s*[:：][^\p{L}\d]{0,6}(?:approximately|roughly|about|around|约|至)?[\s~≈+*$£€¥₹-]*$/u;
const RESULT = /^[\s\d.,%()+*/×÷x−–$€£¥-]*[=≈→][\s~≈]*$/u;
const OPERAND = /^\s*[)%]?\s*(?:[×÷*/+→]|->|x\s|−|to\b|-\s)/u;
const IN_BRACKETS = /[(（][^()（）]{0,40}[)）]?/gu;
const IN_CASE = /^[\s)]*(?:of portfolio\s*)?(?:in|for|under) (?:the |a )?[\p{L}-]+(?: [\p{L}-]+)?/u;
const YEAR = /(?:^|[^\d.,$])(?:fy|cy)?\s?'?((?:19|20)\d\d)(?![\d,.])|(?:\bfy\s?'?|')(\d\d)(?!\d)/;
/** The whole of the weights stands in the row of the expected value. */
const WHOLE = '100';
const PART_OF_YEAR = /Q|H|M-/;

const yearIn = (text: string): string | null => {
  const match = YEAR.exec(text);
  return match ? (match[1] ?? `20${match[2]}`) : null;
};
const yearOf = ({ period }: AuditFigure): string | null => /^(?:FY)?((?:19|20)\d\d)$/.exec(period ?? '')?.[1] ?? null;

interface Named {
  readonly phrase: Phrase;
  readonly label: string;
  readonly isLabelled: boolean;
  /** Of a cell: the label of its other axis. */
  readonly other: string;
}

/** The label of a computed line: "Expected return: (a − b) / b = −10.8%". */
function computedLabel(index: DocumentIndex, figure: AuditFigure, lead: string): string {
  const block = index.document.layout.blocks[figure.block];
  if (!block || figure.cell || !RESULT.test(lead)) return '';
  const { text } = index.document.layout;
  const head = plain(text.slice(block.contentStart, Math.min(block.end, figure.start, block.contentStart + 90)));
  const colon = head.search(/[:：]/);
  return colon > 0 ? head.slice(0, colon) : '';
}

function inCell(figure: AuditFigure, { lead, tail, row, head }: Labels): Named | null {
  if (lead !== '') {
    const phrase = phraseBefore(lead, figure.unit) ?? phraseBehind(tail, figure.unit);
    return phrase && { phrase, label: lead, isLabelled: false, other: `${row} ${head}` };
  }
  const byRow = phraseOf(row, figure.unit);
  if (byRow) return { phrase: byRow, label: row, isLabelled: true, other: head };
  const byHead = phraseOf(head, figure.unit);
  // The first column of a grid is its axis.
  const isAxis = figure.cell?.column === 0 && byHead?.concept.labelled === true;
  return byHead && !isAxis ? { phrase: byHead, label: head, isLabelled: true, other: row } : null;
}

const hasCase = (words: string): boolean => marksIn(words).some((mark) => mark.startsWith('case:'));

/** "Base case: $127" under "Fair values by case": the label says the case, the line above what it is of. */
function ofCase(label: string, far: readonly string[], unit: string): Phrase | null {
  if (label.length > 60 || !hasCase(label)) return null;
  for (const words of far) {
    const phrase = phraseOf(words.replace(/[:：]\s*$/, ''), unit);
    if (phrase) return phrase;
  }
  return null;
}

function inText(
  index: DocumentIndex,
  figure: AuditFigure,
  { lead, tail }: Labels,
  far: readonly string[],
): Named | null {
  const label = LABEL.exec(lead)?.[1] ?? computedLabel(index, figure, lead);
  const whole = label === '' ? null : (phraseOf(label, figure.unit) ?? ofCase(label, far, figure.unit));
  if (whole) return { phrase: whole, label, isLabelled: true, other: '' };
  const before = isOthersTail(index, figure, lead) ? null : phraseBefore(lead, figure.unit);
  if (before) return { phrase: before, label: lead, isLabelled: opensItem(index, figure, lead, before), other: '' };
  const behind = phraseBehind(tail, figure.unit);
  return behind && { phrase: behind, label: '', isLabelled: false, other: '' };
}

/** "- WACC of 8.8%": the item of a list that opens with the name says it as a label does. */
function opensItem(index: DocumentIndex, { block }: AuditFigure, lead: string, { word }: Phrase): boolean {
  const isItem = index.document.layout.blocks[block]?.kind === 'list-item';
  const words = lead.replace(/^[-•\s*]+(?:a |an |the |our )?/, '');
  return isItem && words.startsWith(word) && /^\s*(?:of|is|at|rate of)?\s*[~≈]?$/.test(words.slice(word.length));
}

/** "60 units × €265M ASP = €15.9B": the words right behind a figure are that figure's. */
function isOthersTail(index: DocumentIndex, figure: AuditFigure, lead: string): boolean {
  const before = index.inSentence(figure.sentence).findLast(({ end }) => end <= figure.start);
  return before !== undefined && /[=→]\s*$/.test(lead) && figure.start - before.end < lead.length + 12;
}

/** Whose, where it is not the subject's: a row, a column or a name that the words beside it give. */
function owners(index: DocumentIndex, scopes: Scopes, figure: AuditFigure, { other }: Named, near: string): string[] {
  // "Return" over the row of the expected value names the same thing again.
  const isName = hasCase(other) || phraseOf(other, figure.unit) !== null;
  if (figure.cell && other !== '' && !isName && scopes.isForeign(other)) return [`:${other}`];
  const { entity } = figure;
  if (entity === null || entity === index.document.entity || scopes.isSubject(entity)) return [];
  return near.includes(plain(entity)) ? [plain(entity)] : [];
}

/** An assumption is the base case's where no case is said. */
const keyMarks = ({ own_is_base }: Phrase['concept'], marks: readonly string[]): string =>
  marks.filter((mark) => own_is_base !== true || mark !== 'case:base').join(',');

const QUARTER = 'basis:quarter';

/** The near words' case, method and time are nearer than those of lead-in and title. */
function allMarks({ concept }: Phrase, near: string, beside: string, far: string, lines: string): readonly string[] {
  const kinds = concept.far ?? FAR_MARKS;
  const isMeant = (mark: string): boolean => concept.profiled === true || kindOf(mark) !== 'profile';
  const own = [...marksIn(near), ...marksIn(beside).filter(isMeant)];
  const isOpen = (mark: string): boolean => !own.some((one) => kindOf(one) === kindOf(mark));
  const inherited = marksIn(far).filter((mark) => kinds.includes(kindOf(mark)) && isOpen(mark) && isMeant(mark));
  const table = yearIn(near) === null ? marksIn(lines).filter((mark) => mark === QUARTER) : [];
  const all = [...new Set([...own, ...inherited, ...table])].toSorted();
  return concept.dated ? all : all.filter((mark) => mark !== QUARTER);
}

/** Other cells of the row that say the case: "20% (Bear case)". */
function rowWords(index: DocumentIndex, { cell }: AuditFigure): string {
  const cells = cell ? (index.document.layout.tables[cell.table]?.rows[cell.row]?.cells ?? []) : [];
  return cells
    .filter(({ text, column }) => column !== cell?.column && text.length < 60 && /\bcase\b|scenario|情景/i.test(text))
    .map(({ text }) => plainLabel(text))
    .join(' ');
}

const tailMarks = (tail: string): string =>
  [...tail.matchAll(IN_BRACKETS)].map(([words]) => words).join(' ') + (IN_CASE.exec(tail)?.[0] ?? '');

function leadInOf(index: DocumentIndex, figure: AuditFigure): string {
  const { blocks, text } = index.document.layout;
  const leadIn = blocks[blocks[figure.block]?.leadIn ?? -1];
  return leadIn ? plainLabel(text.slice(leadIn.contentStart, Math.min(leadIn.end, leadIn.contentStart + 120))) : '';
}

const tableLines = (index: DocumentIndex, { cell }: AuditFigure): string =>
  (cell ? (index.document.layout.tables[cell.table]?.lines ?? []) : [])
    .map(({ start, end }) => plainLabel(index.document.layout.text.slice(start, Math.min(end, start + 120))))
    .join(' ');

const isHypothetical = (figure: AuditFigure, { lead, tail, title }: Labels, { isLabelled, phrase }: Named): boolean =>
  OPERAND.test(tail) ||
  (!isLabelled && (phrase.concept.labelled === true || SILENT.test(lead.slice(-60)))) ||
  (phrase.concept.labelled === true && SENSITIVE.test(title)) ||
  figure.kind === 'delta' ||
  (figure.unit === 'percent' && (figure.low === WHOLE || isFactor(figure)));

/** "0.911" in a column of rates is a discount factor. */
const isFactor = ({ quote, low }: AuditFigure): boolean =>
  /^\D*0\.\d+\D*$/.test(quote) && !/[%％]/.test(quote) && Number(low) < 1;

/**
 * What a figure states, with the key by which statements of one thing meet. Null where no words name a thing that has
 * one value in a document, where the words are a supposition, or where more than one case is named.
 */
export function mentionOf(index: DocumentIndex, scopes: Scopes, figure: AuditFigure): Mention | null {
  if (figure.low === null && figure.high === null) return null;
  const labels = labelsOf(index, figure);
  const leadIn = leadInOf(index, figure);
  const titles = labels.title.split(' / ');
  const named = figure.cell ? inCell(figure, labels) : inText(index, figure, labels, [leadIn, ...titles]);
  if (!named || isHypothetical(figure, labels, named)) return null;
  const { concept, word, of } = named.phrase;
  const near = `${named.label} ${named.other} ${rowWords(index, figure)}`;
  const beside = tailMarks(labels.tail);
  const marks = allMarks(named.phrase, near, beside, `${labels.title} ${leadIn}`, tableLines(index, figure));
  const cases = marks.filter((mark) => mark.startsWith('case:'));
  if (cases.length > 1 || (cases.length === 0 && concept.only_cased?.includes(word))) return null;
  const whole = [...of, ...owners(index, scopes, figure, named, `${near} ${beside} ${labels.lead}`)];
  if (concept.needs_words && whole.length === 0) return null;
  const year = yearIn(`${named.label} ${named.other} ${labels.tail.slice(0, 30)}`) ?? yearOf(figure);
  if (concept.dated && (year === null || PART_OF_YEAR.test(figure.period ?? ''))) return null;
  const name = cases.length > 0 ? (concept.cased ?? concept.name) : concept.name;
  return {
    figure,
    name: [...of, ...cases.map((mark) => mark.replace('case:', '')), concept.name].join(' '),
    key: [name, figure.currency ?? '', keyMarks(concept, marks), concept.dated ? year : ''].join('|'),
    of: whole,
    around: `${named.label} ${named.other} ${labels.lead} ${labels.title} ${plain(figure.entity ?? '')}`,
    year,
    leadIn,
    label: named.isLabelled ? named.label : '',
  };
}
