/**
 * Parts and their total where no table holds them: the lines of a list under each other ("- Water: $420M … - Total:
 * $900M", with or without their shares), and a bracket behind the total ("$200M ($120M debt, $60M equity and $20M grants)").
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { combine, type Ends, isRange, miss, signedEnds, sumEnds } from '../../arithmetic/ends';
import { isNoPart, isTotal } from '../labelled/words';
import { isOneKind } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { type TextLine, textLines } from './text-lines';

const ADDABLE = new Set(['money', 'count', 'other', 'power_gw', 'energy', 'mass']);
const FEWEST = 2;
const MOST = 15;
const FAR = 0.3;
const LABEL = /^[\s\-*•·–\d.)]*([\p{L}][^:：]{0,50})[:：]/u;

interface Item {
  readonly label: string;
  readonly figure: AuditFigure;
  readonly ends: Ends;
  readonly line: TextLine;
}

function itemOf(line: TextLine): Item | null {
  const figure = line.figures.toSorted((a, b) => a.start - b.start)[0];
  const label = LABEL.exec(line.text.replace(/[*_`]/g, ''))?.[1]?.toLowerCase().trim();
  const ends = figure && signedEnds(figure);
  if (!figure || !label || !ends || !ADDABLE.has(figure.unit) || figure.kind === 'growth') return null;
  const lead = line.text.slice(0, figure.start - line.start);
  return /[:：][\s*~≈约]*[$€£¥₹]?[\s*]*$/.test(lead) ? { label, figure, ends, line } : null;
}

function sumOf(claim: AuditFigure, parts: readonly Item[]): Relation | null {
  const sum = sumEnds(parts.map(({ ends }) => ends));
  const figures = parts.map(({ figure }) => figure);
  const claimed = signedEnds(claim);
  const relation = sum && relateEnds('sum', claim, figures, sum, figures.map(digits).join(' + '));
  if (!relation || !claimed || !sum) return null;
  return relation.verdict === 'conflict' && miss(sum, claimed) > FAR ? null : relation;
}

/** Lines right above a total, each with a label and an amount of its kind. */
function partsAbove(items: readonly Item[], at: number): readonly Item[] {
  const total = items[at];
  const parts: Item[] = [];
  if (!total) return parts;
  for (let i = at - 1; i >= 0; i -= 1) {
    const [item, below] = [items[i], items[i + 1]];
    if (!item || !below || below.line.number - item.line.number !== 1 || isTotal(item.label)) break;
    if (item.figure.section !== total.figure.section || !isOneKind(item.figure, total.figure)) break;
    parts.unshift(item);
  }
  return parts;
}

function totals(items: readonly Item[]): readonly Relation[] {
  return items.flatMap((total, at): readonly Relation[] => {
    const parts = isTotal(total.label) ? partsAbove(items, at) : [];
    const isPlain = parts.every(({ label, ends }) => !isNoPart(label) && !isRange(ends));
    if (parts.length < FEWEST || parts.length > MOST || !isPlain || isRange(total.ends)) return [];
    return [sumOf(total.figure, parts) ?? []].flat();
  });
}

const OPENS_SHARE = /^[\s*]*[(（,，–—-][\s*~≈约]*$/;
const IS_SHARE = /^[\s*]*(?:of (?:total|revenue|sales|group|portfolio|the)|share|占|[)）]\s*$)/;
const HUNDRED = 100;

function shareBehind(index: DocumentIndex, { figure, line }: Item): AuditFigure | null {
  const next = line.figures.find((one) => one.start >= figure.end);
  if (!next || next.unit !== 'percent' || next.low !== next.high || !OPENS_SHARE.test(index.between(figure, next)))
    return null;
  return IS_SHARE.test(index.after(next, 24)) && next.kind !== 'growth' && !/^\W*[-−+]/.test(next.quote) ? next : null;
}

/** Neighbouring lines with a share behind each amount: of the sum of them all, as all but one show. */
function shares(index: DocumentIndex, items: readonly Item[]): readonly Relation[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && item.line.number - last.line.number === 1 && isOneKind(item.figure, last.figure);
    if (goesOn) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run): readonly Relation[] => {
    const parts = run.filter(({ label }) => !isTotal(label));
    const sum = sumEnds(parts.map(({ ends }) => ends));
    if (parts.length < FEWEST + 1 || parts.length > MOST || !sum || sum.low.low <= 0) return [];
    const found = parts.flatMap((item) => {
      const share = shareBehind(index, item);
      const value = share && combine(item.ends, sum, (a, b) => (a / b) * HUNDRED);
      const words = `${digits(item.figure)} ÷ (${parts.map(({ figure }) => digits(figure)).join(' + ')})`;
      return (value && relateEnds('share', share, [item.figure], value, words)) ?? [];
    });
    const tied = found.filter(({ verdict }) => verdict !== 'conflict');
    return tied.length === found.length || (found.length - tied.length === 1 && tied.length >= FEWEST) ? found : tied;
  });
}

const BRACKET = /^(?:\s[\p{L}-]+){0,2}\s?[(（]([^()（）\n]{8,160})[)）]/u;
const JOINS = /\s*(?:,|;|、|\+|&|\band\b|和|及|以及)\s*/u;
const NO_LIST =
  /\b(?:from|vs|versus|up|down|prior|previous|includ\w+|of which|per|or|guid\w+|consensus|was|than|before|after|net|excl\w+|expected|target|high|low|through|until|since)\b|[%=→]|包括|其中|同比/iu;
const SHORT = 0.1;
const EXCEEDS = 1;

function itemsIn(index: DocumentIndex, claim: AuditFigure, from: number, words: string): readonly AuditFigure[] | null {
  const own = index
    .inSentence(claim.sentence)
    .filter((one) => one.start >= from && one.end <= from + words.length && isOneKind(one, claim));
  const items = words.split(JOINS).filter((item) => /\S/.test(item));
  const isWhole = items.length === own.length && items.every((item) => /\d/.test(item) && /\p{L}{2}/u.test(item));
  return isWhole && own.length >= FEWEST && own.length <= MOST ? own : null;
}

/** Parts that come to more than their total cannot be; that they come to less may be what is left out. */
function bracketed(index: DocumentIndex, claim: AuditFigure): Relation | null {
  const ends = signedEnds(claim);
  if (!ends || isRange(ends) || !ADDABLE.has(claim.unit) || claim.cell !== null) return null;
  const behind = index.document.layout.text.slice(claim.end, claim.end + 200);
  const match = BRACKET.exec(behind);
  const words = match?.[1];
  if (!match || words === undefined || NO_LIST.test(words)) return null;
  const figures = itemsIn(index, claim, claim.end + match[0].length - words.length - 1, words);
  const all = figures?.flatMap((figure) => signedEnds(figure) ?? []);
  const sum = all && sumEnds(all);
  const relation = figures && sum && relateEnds('sum', claim, figures, sum, figures.map(digits).join(' + '));
  if (!relation || !sum) return null;
  const ratio = sum.low.point / ends.low.point;
  return relation.verdict !== 'conflict' || (ratio > 1 - SHORT && ratio < EXCEEDS + FAR) ? relation : null;
}

/** Totals of lists, then shares of their parts, then totals with their parts in brackets. */
export function partsLists(index: DocumentIndex): readonly Relation[] {
  const items = textLines(index).flatMap((line) => itemOf(line) ?? []);
  const listed = [...totals(items), ...shares(index, items)];
  return [...listed, ...index.document.figures.flatMap((claim) => bracketed(index, claim) ?? [])];
}
