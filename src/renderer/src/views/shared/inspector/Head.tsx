/** The figure's name with its class and review, both to be set here. */
import type { FigureRecord } from '../../../../../contract/records';
import { REVIEW_LABEL } from '../../../../../core/figure/labels';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../../core/figure/provenance';
import { open } from '../../../app/state/navigation';
import { start } from '../../../app/calls/run';
import { Button, IconButton } from '../../../kit/Button';
import { setClass, showSeries, toggleReview } from '../figure-actions';
import { figureName } from '../../../../../core/figure/display/names';

export function Head({ figure }: { readonly figure: FigureRecord }) {
  const name = figureName(figure);
  return (
    <header>
      <h3>{name}</h3>
      <ClassSelect figure={figure} />
      <span className="grow" />
      <Button
        look="quiet"
        icon="check"
        aria-pressed={figure.review === 'ticked'}
        aria-keyshortcuts="T"
        title="I have checked this figure against its source (T)"
        onClick={() => start(toggleReview(figure, 'ticked'))}
      >
        {figure.review === 'ticked' ? REVIEW_LABEL.ticked : 'Tick'}
      </Button>
      <Button
        look="quiet"
        icon="flag"
        aria-pressed={figure.review === 'disputed'}
        aria-keyshortcuts="X"
        title="I do not trust this figure (X)"
        onClick={() => start(toggleReview(figure, 'disputed'))}
      >
        {figure.review === 'disputed' ? REVIEW_LABEL.disputed : 'Dispute'}
      </Button>
      <IconButton icon="series" label="Over time" onClick={() => showSeries(figure)} />
      <IconButton icon="figures" label="Show in Figures" onClick={() => open({ view: 'figures', figure: figure.id })} />
    </header>
  );
}

function ClassSelect({ figure }: { readonly figure: FigureRecord }) {
  return (
    <select
      className="class-select"
      data-class={figure.provenance}
      aria-label="Class"
      value={figure.provenance}
      onChange={(event) => {
        const chosen = PROVENANCES.find((one) => one === event.target.value);
        if (chosen) start(setClass(figure, chosen));
      }}
    >
      {PROVENANCES.map((one) => (
        <option key={one} value={one}>
          {PROVENANCE_LABEL[one]}
        </option>
      ))}
    </select>
  );
}
