/** One source: as it will be cited, its markers and locators, and the figures that rest on it. */
import type { FigureRecord, SourceRecord } from '../../../../contract/records';
import { TIER_LABEL } from '../../../../core/citation/tier';
import { open } from '../../app/state/navigation';
import { useQuery } from '../../app/calls/use-query';
import { run, start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import { CitationChip } from '../../kit/Chip';
import { openFigure } from '../shared/figure-actions';
import { plural } from '../../kit/format';
import { valueText } from '../../../../core/figure/display/text';
import { figureName } from '../../../../core/figure/display/names';
import { ProvenanceMark } from '../shared/ProvenanceTag';
import { EVERYTHING } from '../figures/scope/scope';
import { showFigures } from '../figures/scope/show';

/** More than a person reads here; the rest is one click away in the figures grid. */
const SHOWN = 200;

export function SourceDetail({ source }: { readonly source: SourceRecord }) {
  const { data } = useQuery('figure.page', { filter: { source: source.id }, sort: [], start: 0, end: SHOWN });
  const figures = data?.rows ?? [];
  const more = (data?.total ?? 0) - figures.length;
  return (
    <section className="source-detail" aria-label="Source">
      <p className="source-formatted" data-selectable="">
        {source.formatted}
      </p>
      <Facts source={source} locators={locatorsOf(figures, source.id)} />
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
      <Resting figures={figures} />
      {more > 0 && <p className="dim">and {plural(more, 'more figure')}</p>}
    </section>
  );
}

/** Where in the source the figures' citations point, each once. */
function locatorsOf(figures: readonly FigureRecord[], source: string): readonly string[] {
  const citations = figures.flatMap((figure) => figure.citations);
  return [...new Set(citations.flatMap((one) => (one.source === source && one.locator ? [one.locator] : [])))];
}

interface FactsProps {
  readonly source: SourceRecord;
  readonly locators: readonly string[];
}

function Facts({ source, locators }: FactsProps) {
  const { markers, document } = source;
  return (
    <dl>
      <dt>Tier</dt>
      <dd>
        <SourceTier source={source} />
      </dd>
      <dt>Markers</dt>
      <dd className="source-markers">
        {markers.length === 0 ? (
          <span className="dim">none</span>
        ) : (
          markers.map((marker) => <CitationChip key={marker} marker={marker} />)
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
  );
}

/** The tier with who says so, and what changes that: a tier that is set stays whatever the source's words become. */
function SourceTier({ source: { id, tier, tierSet } }: { readonly source: SourceRecord }) {
  const set = (to: typeof tier | null) => start(run('source.update', { edits: [{ id, csl: {}, tier: to }] }));
  return (
    <span className="source-tier">
      {TIER_LABEL[tier]}
      <span className="dim">{tierSet ? 'set by you' : 'by its words'}</span>
      <button type="button" className="link" onClick={() => set(tierSet ? null : tier)}>
        {tierSet ? 'Go by its words' : 'Set'}
      </button>
    </span>
  );
}

function Resting({ figures }: { readonly figures: readonly FigureRecord[] }) {
  return (
    <ul className="source-figures">
      {figures.map((figure) => (
        <li key={figure.id}>
          <button type="button" onClick={() => openFigure(figure)} title={`“${figure.quote}”: open in the Reader`}>
            <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
            <span className="truncate grow">{figureName(figure)}</span>
            <b>{valueText(figure)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
