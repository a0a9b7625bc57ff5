/** "n like figures: apply?" after metric, entity, period or class was set on one: offered, shown on request, never silent. */
import type { FigureRecord } from '../../../../../contract/records';
import { PROVENANCE_LABEL } from '../../../../../core/figure/provenance';
import { Button, IconButton } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import type { FigureEdit } from '../../../../../contract/records';

export type OfferField = 'metric' | 'entity' | 'period' | 'provenance';
export interface OfferState {
  readonly field: OfferField;
  readonly set: FigureEdit;
  readonly like: readonly FigureRecord[];
}

interface Props {
  readonly offer: OfferState;
  readonly onApply: () => void;
  readonly onShow: () => void;
  readonly onDismiss: () => void;
}

const FIELD: Readonly<Record<OfferField, string>> = {
  metric: 'metric',
  entity: 'entity',
  period: 'period',
  provenance: 'class',
};

/** What the offer would write, in words. */
export function offeredValue({ field, set }: Pick<OfferState, 'field' | 'set'>): string {
  if (field === 'provenance') return set.provenance ? PROVENANCE_LABEL[set.provenance] : '';
  return set[field] ?? 'none';
}

export function Offer({ offer, onApply, onShow, onDismiss }: Props) {
  const count = offer.like.length;
  return (
    <div className="figure-offer" role="status">
      <span className="grow truncate">
        Set {FIELD[offer.field]} to <b>{offeredValue(offer)}</b> on {plural(count, 'like figure')} too?
      </span>
      <Button look="quiet" onClick={onShow}>
        Show {count === 1 ? 'it' : 'them'}
      </Button>
      <Button look="primary" onClick={onApply}>
        Apply to {count}
      </Button>
      <IconButton icon="close" label="Leave them as they are" onClick={onDismiss} />
    </div>
  );
}
