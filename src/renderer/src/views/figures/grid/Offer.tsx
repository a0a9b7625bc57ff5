/** "n like figures: apply?" after metric, entity, period or class was set on one: offered, shown on request, never silent. */
import type { FigureRecord } from '../../../../../contract/records';
import { PROVENANCE_LABEL } from '../../../../../core/figure/provenance';
import { Button, IconButton } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import type { FigureEdit } from '../../../../../contract/records';
import { type OfferedField, fieldOf } from '../../../../../core/figure/fields';

export interface OfferState {
  readonly field: OfferedField;
  readonly set: FigureEdit;
  readonly like: readonly FigureRecord[];
}

interface Props {
  readonly offer: OfferState;
  readonly onApply: () => void;
  readonly onShow: () => void;
  readonly onDismiss: () => void;
}

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
        Set {fieldOf(offer.field).step ?? offer.field} to <b>{offeredValue(offer)}</b> on {plural(count, 'like figure')}{' '}
        too?
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
