/**
 * Step 2 [P2] for prices and moves of markets in Chinese: the market vouches for them, not the speaker of the sentence.
 */
import tapeData from '../../../../resources/lexicon/tape-han.json';
import type { Decide } from '../cues/decision';

const PRINTED: ReadonlySet<string> = new Set([
  ...Object.keys(tapeData.measures),
  'index_level',
  'index_change',
  'price_change',
  'yield_change',
  'exchange_rate_change',
  'share_price_change',
]);
/** The tape's words for the size of a move. */
const MOVE = /^[涨漲跌]幅$/;

/**
 * `third_party` for prices, levels and moves of markets in a Chinese document; null for other metrics and languages.
 */
export const byHanTape: Decide = (figure, { layout }) => {
  const { metric, metricLabel, start, end } = figure;
  if (layout.language !== 'zh' || metric === null || !PRINTED.has(metric)) return null;
  if (metric === 'share_price_change' && !MOVE.test(metricLabel ?? '')) return null;
  const span = { start: Math.max(layout.blocks[figure.block]?.start ?? start, start - LEAD), end };
  return { provenance: 'third_party', rule: 'market.tape', span, reason: 'the market prints it, not a company' };
};

const LEAD = 12;
