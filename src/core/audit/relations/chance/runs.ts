/**
 * Three figures or more that follow each other and add to a claim beside them, or whose average it is: rows of a column,
 * items of a list, amounts of a sentence. Weighed against chance as pairs are.
 */
import data from '../../../../../resources/audit/comparisons.json';
import type { DocumentIndex } from '../../model/document-index';
import { compareEnds, type Ends, mapEnds, sumEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import type { Item } from './ways';

const AVERAGE = new RegExp(`(?:^|[^a-z])(?:${data.averages.join('|')})`);
const FEWEST = 3;
const MOST = 14;
const SPREAD = 3;
const MOST_EXPECTED = 0.1;
/** Figures between the claim and the run it sums up. */
const APART = 4;

const isSummable = ({ sort }: Item): boolean => sort !== 'multiple' && sort !== 'bps' && sort !== 'percentage_points';

const total = (run: readonly Item[]): Ends | null => sumEnds(run.map(({ ends }) => ends));

type Span = readonly [from: number, to: number];

/** Whether the plain sum misses the claim by more than any rounding: most runs do, and need no ends. */
function isFar(line: readonly Item[], [from, to]: Span, { ends, value }: Item, parts: number): boolean {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += line[i]?.ends.low.point ?? 0;
  return Math.abs(sum / parts - value) > 2 * (ends.low.high - ends.low.low) + 1e-6 * Math.abs(value);
}

/** The runs of a line that end right before the claim or begin right behind it. */
function beside(line: readonly Item[], claim: Item): readonly Span[] {
  const at = line.findIndex(({ figure }) => figure.start >= claim.figure.start);
  const before = at < 0 ? line.length : at;
  const after = line.findIndex(({ figure }, i) => i >= before && figure.start > claim.figure.start);
  const found: Span[] = [];
  for (let gap = 0; gap < APART; gap += 1)
    for (let size = FEWEST; size <= MOST; size += 1) {
      if (before - gap - size >= 0) found.push([before - gap - size, before - gap]);
      const from = after + gap;
      if (after >= 0 && from + size <= line.length) found.push([from, from + size]);
    }
  return found;
}

function isMeanOf(index: DocumentIndex, { figure }: Item): boolean {
  const { cell } = figure;
  const label = cell ? (index.document.layout.tables[cell.table]?.rows[cell.row]?.cells[0]?.text ?? '') : '';
  return AVERAGE.test(`${label} ${cell ? '' : index.before(figure, 60)}`.toLowerCase());
}

/** `line`: what stands in a row with the claim, in reading order, all of its sort. */
export function runFor(index: DocumentIndex, claim: Item, line: readonly Item[]): Relation | null {
  const isMean = isMeanOf(index, claim);
  // Rates that follow each other in a sentence are of different things.
  if (!isMean && (!isSummable(claim) || (claim.sort === 'percent' && claim.figure.cell === null))) return null;
  const width = claim.ends.low.high - claim.ends.low.low;
  const alike = line.filter(({ sort, value }) => sort === claim.sort && Math.abs(value) >= width);
  const runs = beside(alike, claim);
  if ((runs.length * width) / Math.abs(claim.value) / SPREAD > MOST_EXPECTED) return null;
  for (const span of runs) {
    if (isFar(alike, span, claim, isMean ? span[1] - span[0] : 1)) continue;
    const run = alike.slice(...span);
    const sum = total(run);
    const value = sum && isMean ? mapEnds(sum, (one) => one / run.length) : sum;
    if (!value || run.some(({ value: one }) => one === claim.value) || compareEnds(value, claim.ends) !== 'tied')
      continue;
    const list = run.map(({ figure }) => digits(figure)).join(' + ');
    const relation = relateEnds(
      'share',
      claim.figure,
      run.map(({ figure }) => figure),
      value,
      isMean ? `(${list}) ÷ ${run.length}` : list,
    );
    if (relation && relation.verdict !== 'conflict') return relation;
  }
  return null;
}
