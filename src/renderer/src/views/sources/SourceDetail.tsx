/** One source: as it will be cited, its markers and locators, and the figures that rest on it. */
import type { SourceRecord } from '../../../../contract/records';
import { TIER_LABEL } from '../../../../core/citation/tier';
import { open } from '../../app/navigation';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { CitationChip } from '../../kit/Chip';
import { openFigure } from '../shared/figure-actions';
import { plural } from '../../kit/format';
import { figureName, valueText } from '../shared/figure-text';
import { ProvenanceMark } from '../../kit/ProvenanceTag';
import { EVERYTHING } from '../figures/scope';
import { showFigures } from '../figures/show';

/** More than a person reads here; the rest is one click away in the figures grid. */
const SHOWN = 200;

export function SourceDetail({ source }: { readonly source: SourceRecord }) {
  const { data } = useQuery('figure.page', { filter: { source: source.id }, sort: [], start: 0, end: SHOWN });
  const locators = [
    ...new Set(
      data?.rows.flatMap(({ citations }) =>
        citations.flatMap((citation) => (citation.source === source.id && citation.locator ? [citation.locator] : [])),
      ),
    ),
  ];
  const { document } = source;
  return (
    <section className="source-detail" aria-label="Source">
      <p className="source-formatted" data-selectable="">
        {source.formatted}
      </p>
      <dl>
        <dt>Tier</dt>
        <dd>{TIER_LABEL[source.tier]}</dd>
        <dt>Markers</dt>
        <dd className="source-markers">
          {source.markers.length === 0 ? (
            <span className="dim">none</span>
          ) : (
            source.markers.map((marker) => <CitationChip key={marker} marker={marker} />)
          )}
        </dd>
        <dt>Locators</dt>
        <dd>{locators.length === 0 ? <span className="dim">none given</span> : locators.join(' · ')}</dd>
        <dt>Text</dt>
        <dd>
          {document === null ? (
            <span className="dim">not in this notebook</span>
          ) : (
            <button type="button" className="link" onClick={() => open({ view: 'reader', document })}>
              Open in the Reader
            </button>
          )}
        </dd>
      </dl>
      <header>
        <h3>Figures that rest on it</h3>
        <span className="dim">{source.figures}</span>
        <span className="grow" />
        {source.figures > 0 && (
          <Button look="quiet" onClick={() => showFigures({ ...EVERYTHING, source: source.id })}>
            Show in Figures
          </Button>
        )}
      </header>
      {source.figures === 0 && (
        <p className="dim">No figure cites it yet. Cite it from a figure’s inspector or in the Reader.</p>
      )}
      <ul className="source-figures">
        {data?.rows.map((figure) => (
          <li key={figure.id}>
            <button type="button" onClick={() => openFigure(figure)} title={`“${figure.quote}”: open in the Reader`}>
              <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
              <span className="truncate grow">{figureName(figure)}</span>
              <b>{valueText(figure)}</b>
            </button>
          </li>
        ))}
      </ul>
      {data && data.total > data.rows.length && (
        <p className="dim">and {plural(data.total - data.rows.length, 'more figure')}</p>
      )}
    </section>
  );
}
