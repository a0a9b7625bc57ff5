/** Whose a figure is, and what of its metric decides that. */
import type { MetricChoice } from '../metric/choose-metric';
import type { EntityMention } from '../mentions/entity';

export type OwnedMetric = Pick<MetricChoice, 'companyWide' | 'at' | 'metric'>;

/** Whose a figure is, with the words that say so; null where no words do and it is the document's subject. */
export interface Owner {
  readonly entity: string;
  readonly label: string | null;
  readonly kind: EntityMention['kind'] | null;
}

/** A mention as the owner of a figure, with its name as the text writes it; null where there is no mention. */
export const ownerOf = (text: string, mention: EntityMention | null | undefined): Owner | null =>
  mention ? { entity: mention.entity, label: text.slice(mention.start, mention.end), kind: mention.kind } : null;

/** Markets quote it, or it is a place. */
export const quoted = ({ kind }: EntityMention): boolean => kind === 'market' || kind === 'place';
