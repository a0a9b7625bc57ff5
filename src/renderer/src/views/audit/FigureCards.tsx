/** The figures of a finding side by side, the claim first. */
import { useState } from 'react';
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { Button } from '../../kit/Button';
import { CitationChip } from '../../kit/Chip';
import { ProvenanceMark } from '../shared/ProvenanceTag';
import { openFigure } from '../shared/figure-actions';
import { valueText } from '../../../../core/figure/display/text';
import { figureName } from '../../../../core/figure/display/names';

interface CardsProps {
  readonly finding: FindingRecord;
  readonly figures: readonly FigureRecord[];
  readonly onChoose?: (figure: FigureRecord) => void;
}

/** How many figures a finding shows before the rest waits to be asked for. */
const FOLDED = 8;

/** The figures side by side, the claim first; for conflicts each can be chosen. */
export function FigureCards({ finding, figures, onChoose }: CardsProps) {
  const [unfolded, setUnfolded] = useState(false);
  if (figures.length === 0) return null;
  const claims = finding.expression !== null;
  const shown = unfolded || figures.length <= FOLDED ? figures : figures.slice(0, FOLDED - 1);
  return (
    <ul className="finding-figures" aria-label="Figures of this finding">
      {shown.map((figure, index) => (
        <li key={figure.id} data-class={figure.provenance}>
          <div className="finding-figure">
            <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
            <b>{valueText(figure)}</b>
            {claims && <span className="dim">{index === 0 ? 'claim' : 'operand'}</span>}
            <span className="grow" />
            {onChoose && (
              <Button look="quiet" onClick={() => onChoose(figure)}>
                This one stands…
              </Button>
            )}
          </div>
          <button type="button" className="link finding-quote" onClick={() => openFigure(figure)}>
            “{figure.quote}” · {figureName(figure)}
          </button>
          {figure.citations.length > 0 && (
            <div className="finding-cites">
              {figure.citations.map(({ id, marker }) => (
                <CitationChip key={id} marker={marker} />
              ))}
            </div>
          )}
        </li>
      ))}
      {shown.length < figures.length && (
        <li className="finding-more">
          <Button look="quiet" onClick={() => setUnfolded(true)}>
            Show all {figures.length}
          </Button>
        </li>
      )}
    </ul>
  );
}
