/** The sources that are cited for the figure, with links to add and to take back. */
import type { FigureRecord } from '../../../../../contract/records';
import { open } from '../../../app/state/navigation';
import { run, start } from '../../../app/calls/run';
import { IconButton } from '../../../kit/Button';
import { CitationChip } from '../../../kit/Chip';
import { nameOrMarker } from '../CiteDialog';
import type { Detail } from './detail';
import { Row } from './Row';

const VIA: Readonly<Record<FigureRecord['citations'][number]['via'], string>> = {
  clause: 'attached to this clause',
  'lead-in': 'from the lead-in of its list or table',
  analyst: 'linked by you',
};

export function Citations({ detail, onCite }: { readonly detail: Detail; readonly onCite: () => void }) {
  const { figure, sources } = detail;
  return (
    <Row name="Citations">
      {figure.citations.length === 0 && <span className="dim">None of its own. </span>}
      {figure.citations.map((citation) => {
        const source = sources.find((one) => one.id === citation.source);
        return (
          <div key={citation.id} className="inspector-line">
            <CitationChip
              marker={citation.marker || (source ? nameOrMarker(source) : 'Source')}
              {...(source
                ? {
                    title: source.formatted || nameOrMarker(source),
                    onOpen: () => open({ view: 'sources', source: source.id }),
                  }
                : {})}
            />
            <span className="dim">{[citation.locator, VIA[citation.via]].filter(Boolean).join(' · ')}</span>
            {citation.via === 'analyst' && citation.source && (
              <IconButton
                icon="close"
                label="Remove this link"
                onClick={() =>
                  citation.source && start(run('link.remove', { figure: figure.id, source: citation.source }))
                }
              />
            )}
          </div>
        );
      })}
      <button type="button" className="link" onClick={onCite}>
        Cite a source…
      </button>
    </Row>
  );
}
