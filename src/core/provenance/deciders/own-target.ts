/**
 * Step 2 [P2], for a target and the upside to it in a note whose publisher sets one itself ("Rating: HOLD  Target
 * price: 485p", "Our target of …"): its own target is its opinion, where a target named of others is the sell side's.
 */
import type { Block } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';

/** Ratings stand in capitals in the line that heads a note. */
const RATING =
  /\b(?:BUY|HOLD|SELL|ADD|REDUCE|ACCUMULATE|NEUTRAL|OVERWEIGHT|UNDERWEIGHT|OUTPERFORM|UNDERPERFORM)\b|\b(?:Rating|Recommendation)\s?:/;
const TARGET = /\b(?:target price|price target|TP|PT|fair value)\b/i;
/** How many blocks may stand before the line that heads a note. */
const HEAD_BLOCKS = 8;
const OWN =
  /\b(?:our|my)\b[^.;]{0,40}\b(?:target|tp|pt|fair value|valuation|estimate)\b|\bwe (?:value|set|raise|cut|keep|lift|lower|maintain)\b|给予|我们|维持|上调|下调/iu;
const OTHERS = /\b(?:consensus|mean|median|average|analysts?|street|brokers?)\b|一致|平均|分析师/iu;

const OWN_METRICS: ReadonlySet<string> = new Set(['price_target', 'implied_upside']);

const isHead = (block: Block, text: string): boolean =>
  block.index < HEAD_BLOCKS &&
  RATING.test(text.slice(block.start, block.end)) &&
  TARGET.test(text.slice(block.start, block.end));

/** The words of the block that claim the target for the house, null where none do or it also names other people's. */
function claim(figure: PlacedFigure, { layout, passages }: DocumentReading): Decision['span'] | null {
  const block = layout.blocks[figure.block];
  if (!block) return null;
  const passage = passages.of(figure);
  if (OTHERS.test(layout.text.slice(passage.start, Math.min(passage.end, figure.end + 12)))) return null;
  const start = Math.max(block.start, figure.start - REACH);
  const before = layout.text.slice(start, Math.min(block.end, figure.end + 12));
  const match = isHead(block, layout.text) ? RATING.exec(layout.text.slice(block.start, block.end)) : null;
  if (match) return { start: block.start + match.index, end: block.start + match.index + match[0].length };
  const own = OWN.exec(before);
  return own ? { start: start + own.index, end: start + own.index + own[0].length } : null;
}

const REACH = 160;

/**
 * `inferred`, with the words that make the claim as its cue; null in tables, for other metrics, and where nothing says
 * that the target is the document's own.
 */
export const byOwnTarget: Decide = (figure, reading) => {
  if (figure.cell !== null || !OWN_METRICS.has(figure.metric ?? '')) return null;
  const span = claim(figure, reading);
  return span && { provenance: 'inferred', rule: 'stance.target', span, reason: 'the house sets this target itself' };
};
