/** The list under the caret: figures or sources that fit what was typed after `#` or `@`. */
import { useEffect, useRef } from 'react';
import { figureText } from '../../../../core/figure/display/text';
import { metricName } from '../../../../core/figure/display/names';
import { useStore } from '../../app/state/store';
import { periodLabel } from '../../app/format';
import { ProvenanceMark } from '../shared/ProvenanceTag';
import { type Offer, offerList } from './suggest';
import { sourceLabel } from './live/words-shown';
import './offers.css';

const WIDTH = 440;
const HEIGHT = 300;
const GAP = 6;

/** Below the caret, or above it where there is no room; never past the window's edge. */
function placeList(
  rect: { left: number; top: number; bottom: number },
  window: { innerWidth: number; innerHeight: number },
) {
  const left = Math.max(GAP, Math.min(rect.left, window.innerWidth - WIDTH - GAP));
  const below = rect.bottom + GAP + HEIGHT <= window.innerHeight || rect.top < HEIGHT;
  return below ? { left, top: rect.bottom + GAP } : { left, bottom: window.innerHeight - rect.top + GAP };
}

function OfferRow({ offer }: { readonly offer: Offer }) {
  if (offer.kind === 'source') {
    return (
      <>
        <b className="truncate">{sourceLabel(offer.source)}</b>
        {offer.locator && <span className="offer-place">{offer.locator}</span>}
        <span className="dim truncate">{offer.source.formatted}</span>
      </>
    );
  }
  const { figure } = offer;
  return (
    <>
      <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
      <b>{figureText(figure)}</b>
      <span className="truncate">{[figure.entity, metricName(figure)].filter(Boolean).join(' · ')}</span>
      <span className="dim offer-period">{periodLabel(figure.period)}</span>
    </>
  );
}

export function OfferPopup() {
  const list = useStore(offerList);
  const selectedRow = useRef<HTMLLIElement>(null);
  useEffect(() => selectedRow.current?.scrollIntoView({ block: 'nearest' }));
  if (!list?.rect) return null;
  const nothing = list.kind === 'figure' ? 'No figure has these words.' : 'No source has these words.';
  return (
    <ul
      className="offers"
      role="listbox"
      aria-label={list.kind === 'figure' ? 'Figures' : 'Sources'}
      style={{ width: WIDTH, maxHeight: HEIGHT, ...placeList(list.rect, window) }}
    >
      {list.offers.length === 0 && !list.loading && <li className="dim offers-none">{nothing}</li>}
      {list.offers.map((offer, i) => (
        <li
          key={offer.kind === 'figure' ? offer.figure.id : offer.source.id}
          ref={i === list.selected ? selectedRow : null}
          role="option"
          aria-selected={i === list.selected}
          // Before the click takes the focus from the editor.
          onMouseDown={(event) => {
            event.preventDefault();
            list.take(offer, event.shiftKey && offer.kind === 'source');
          }}
        >
          <OfferRow offer={offer} />
        </li>
      ))}
      {list.kind === 'source' && list.offers.length > 0 && (
        <li className="dim offers-hint" role="presentation">
          Shift+Enter cites one more. “p. 12”, “table 3” or “para 4” behind the words say where.
        </li>
      )}
    </ul>
  );
}
