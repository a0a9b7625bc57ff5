/**
 * Which figures can be of a market, a place or a central bank: quoted levels and moves, not a company's sales or
 * margin.
 */
import type { Block } from '../../../document/model';
import type { EntityMention } from '../mentions/entity';
import { isCentralBank, isMarket } from '../mentions/markets';
import { metricById } from '../mentions/metric';
import { type OwnedMetric, type Owner, ownerOf } from './owner';
import type { BlockView } from '../scope/block-view';

const TRADED: ReadonlySet<string> = new Set([
  'support',
  'resistance',
  'entry_price',
  'stop_loss',
  'take_profit',
  'share_price',
  'share_price_change',
  'price',
  'index_level',
  'exchange_rate',
  'oil_price',
  'gold_price',
]);

/** A central bank sets rates; no level, price or move on the tape is its own. */
export const isTradedOfBank = ({ entity }: EntityMention, { metric }: OwnedMetric): boolean =>
  TRADED.has(metric ?? '') && isCentralBank(entity);

/** Measured over a period or at its end, as companies and economies are; what markets quote is of a day. */
function isStatementMetric(id: string): boolean {
  const time = metricById(id.replace(/_(?:growth|change)$/, ''))?.time;
  return time === 'flow' || time === 'balance';
}

/** A sentence on, levels and moves can still be of an index or a currency, sales or a margin cannot. */
export const mayOwn = ({ entity, kind }: EntityMention, { metric }: OwnedMetric): boolean =>
  kind === 'place' || metric === null || !isMarket(entity) || !isStatementMetric(metric);

const ARTICLE = /^(?:the|der|die|das|le|la|el|il|o)$/i;

/** What a block names first, where that is something markets quote: "**GOLD** The metal …", whose levels come at its end. */
export function marketOfBlock(text: string, block: Block, view: BlockView, owned: OwnedMetric): Owner | null {
  if (!TRADED.has(owned.metric ?? '')) return null;
  const first = view.entities[0];
  if (first === undefined || first.kind !== 'market' || isCentralBank(first.entity)) return null;
  const lead = text.slice(block.contentStart, first.start).replaceAll(/<[^<>]{0,80}>|[*_#\d.\s-]+/g, '');
  return lead === '' || ARTICLE.test(lead) ? ownerOf(text, first) : null;
}
