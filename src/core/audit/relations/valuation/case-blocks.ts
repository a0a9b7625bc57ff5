/**
 * Cases that follow each other, each with its weight in its head and its values in the lines below: "Base case (60%
 * probability): … Price target: $81", and the line that says what they come to together. The weights of one set make
 * 100%.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { exact } from '../../arithmetic/ends';
import { isOneKind, MONEY } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { CASE, EXPECTED, judged, labelBefore, TO_ANOTHER, type Weighted } from './scenarios';
import { type TextLine, textLines } from '../sums/text-lines';
import { weightIn } from './weighted-lists';

const FEWEST = 2;
const FEWEST_TO_ACCUSE = 3;
const MOST = 6;
const MOST_LINES = 16;
const WHOLE = 100;
const ROUNDING = 1.5;
/** How many lines below the last head the cases may be summed up. */
const REACH = 24;
/** A head names its case at once: "### 1. Bull case", "BEAR CASE", "Scenario 2: Base". */
const HEAD = /^[\s#*_>\-•\d.()]*(?:scenario\s*\d*\s*[:：–-]?\s*)?$/iu;
const VALUE =
  /target|fair value|intrinsic value|implied (?:price|value)|value per share|share price|stock price|price|目标价|目標價|合理价值|股价|股價/i;
const RETURN = /return|upside|downside|irr\b|收益|回报|空间|報酬/i;

interface Block {
  readonly name: string;
  readonly weight: AuditFigure;
  readonly head: TextLine;
  readonly lines: readonly TextLine[];
}

function headOf(index: DocumentIndex, line: TextLine): { readonly name: string; readonly weight: AuditFigure } | null {
  // A line that gives its value too is an item of a list, which has a rule of its own.
  if (line.figures.length !== 1) return null;
  const match = CASE.exec(line.text);
  const weight = match ? weightIn(index, line) : null;
  const isHead = match !== null && HEAD.test(line.text.slice(0, match.index));
  return match && weight && isHead
    ? { name: match[0].toLowerCase().replace(/[^\p{L}]|case|scenario/giu, ''), weight }
    : null;
}

/** Sets of cases in the order of the text; a case that comes again opens another set. */
function setsOf(index: DocumentIndex, lines: readonly TextLine[]): readonly (readonly Block[])[] {
  const sets: Block[][] = [];
  let open: { names: Set<string>; last: number; blocks: Block[] } | null = null;
  lines.forEach((line, at) => {
    const head = headOf(index, line);
    if (!head) return;
    if (!open || open.names.has(head.name) || line.number - open.last > 2 * MOST_LINES) {
      open = { names: new Set(), last: line.number, blocks: [] };
      sets.push(open.blocks);
    }
    open.names.add(head.name);
    open.last = line.number;
    const below: TextLine[] = [];
    for (const next of lines.slice(at + 1, at + 1 + MOST_LINES)) {
      if (next.number - line.number > MOST_LINES || headOf(index, next) || isSummed(index, next)) break;
      below.push(next);
    }
    open.blocks.push({ ...head, head: line, lines: below });
  });
  return sets.filter(({ length }) => length >= FEWEST && length <= MOST);
}

function isSummed(index: DocumentIndex, { figures }: TextLine): boolean {
  const [first] = figures;
  return first !== undefined && EXPECTED.test(labelBefore(index, first)) && !TO_ANOTHER.test(labelBefore(index, first));
}

/** The value of a case that is of the claim's kind: by its label, or the only one. */
function valueIn(index: DocumentIndex, { lines }: Block, claim: AuditFigure): AuditFigure | null {
  const named = MONEY.has(claim.unit) ? VALUE : RETURN;
  const all = lines.flatMap(({ figures }) => figures.filter((one) => isOneKind(one, claim)));
  const labelled = all.filter((one) => named.test(labelBefore(index, one)));
  return labelled[0] ?? (all.length === 1 ? (all[0] ?? null) : null);
}

const sumOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { weight }) => sum + Number(weight.low), 0);

function comesTo(index: DocumentIndex, lines: readonly TextLine[], blocks: readonly Block[]): readonly Relation[] {
  const last = blocks.at(-1);
  if (!last || Math.abs(sumOf(blocks) - WHOLE) > ROUNDING) return [];
  const below = lines.filter(({ number }) => number > last.head.number && number - last.head.number <= REACH);
  const line = below.find((one) => isSummed(index, one));
  const [claim] = line?.figures ?? [];
  if (!claim) return [];
  const parts = blocks.flatMap((block): readonly Weighted[] => {
    const figure = valueIn(index, block, claim);
    return figure ? [{ weight: Number(block.weight.low) / WHOLE, figure }] : [];
  });
  return parts.length === blocks.length ? [judged(claim, parts, true) ?? []].flat() : [];
}

function weights(blocks: readonly Block[]): readonly Relation[] {
  const sum = sumOf(blocks);
  const [first, ...others] = blocks.map(({ weight }) => weight);
  if (!first || blocks.length < FEWEST_TO_ACCUSE || sum < WHOLE / 2 || sum > 2 * WHOLE) return [];
  const expression = [first, ...others].map(digits).join(' + ');
  const relation = relateEnds('identity', first, others, exact(Number(sum.toFixed(4))), expression);
  return relation && Math.abs(sum - WHOLE) > ROUNDING && relation.verdict === 'conflict'
    ? [{ ...relation, says: `The cases' probabilities ${expression} make ${Number(sum.toFixed(2))}%, not 100%.` }]
    : [];
}

/**
 * For each set of cases the relation of its probability-weighted value, then that of the sum of its weights to 100%.
 */
export function caseBlocks(index: DocumentIndex): readonly Relation[] {
  const lines = textLines(index);
  return setsOf(index, lines).flatMap((blocks) => [...comesTo(index, lines, blocks), ...weights(blocks)]);
}
