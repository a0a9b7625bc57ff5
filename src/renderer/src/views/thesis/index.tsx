/** Thesis: the argument of the notebook as cards, each item with its quote and figures, and editable in place. */
import { type RefObject, useRef } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import type { StructureType } from '../../../../core/structure/model';
import { open, usePlace } from '../../app/state/navigation';
import { Button } from '../../kit/Button';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { useVisitTarget } from '../shared/use-visit-target';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { CapitalLoop } from './cards/CapitalLoop';
import { PricedIn, Risks } from './cards/Columns';
import { Headline } from './cards/Headline';
import { PlainList } from './cards/PlainList';
import { Scenarios } from './cards/Scenarios';
import { Scorecard } from './cards/Scorecard';
import { Targets } from './cards/Targets';
import { Timeline } from './cards/Timeline';
import { WatchList } from './cards/WatchList';
import { type ByType, EVERY, TYPE_LABEL } from './items/model';
import type { ThesisActions } from './items/thesis-actions';
import { useThesis } from './use-thesis';
import '../shared/cards.css';
import './thesis.css';
import './cards/cards.css';

/** Kinds that have no card until they have an item; offered together at the foot. */
const OFFERED: readonly StructureType[] = [
  'score',
  'driver',
  'indicator',
  'scenario',
  'target',
  'risk',
  'priced_in',
  'flow',
  'event',
  'catalyst',
  'undisclosed',
  'disclaimer',
];

export default function ThesisView() {
  const { place, serial } = usePlace('thesis');
  const { documents, document, choose, items, actions, ready, error } = useThesis();
  const root = useRef<HTMLDivElement>(null);
  useShowItem(root, place?.item, serial);
  if (error) {
    return (
      <ViewRoot view="thesis" label="Thesis" ready>
        <ErrorState error={error} />
      </ViewRoot>
    );
  }
  if (!ready) {
    return (
      <ViewRoot view="thesis" label="Thesis" ready={false}>
        <Loading />
      </ViewRoot>
    );
  }
  return (
    <ViewRoot view="thesis" label="Thesis" ready>
      {documents.length > 1 && <DocumentChoice documents={documents} chosen={document} onChoose={choose} />}
      <div className="thesis-scroll" ref={root}>
        {items.size === 0 ? <NoThesis actions={actions} /> : <Cards items={items} actions={actions} />}
      </div>
    </ViewRoot>
  );
}

interface ChoiceProps {
  readonly documents: readonly DocumentSummary[];
  readonly chosen: string;
  readonly onChoose: (document: string) => void;
}

/** Whose thesis is shown. */
function DocumentChoice({ documents, chosen, onChoose }: ChoiceProps) {
  return (
    <Bar title="Thesis">
      <select
        className="input thesis-document"
        aria-label="Document"
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value={EVERY}>Every document</option>
        {documents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Bar>
  );
}

function Cards({ items, actions }: { readonly items: ByType; readonly actions: ThesisActions }) {
  const has = (...types: readonly StructureType[]) => types.some((type) => items.has(type));
  const missing = OFFERED.filter((type) => !items.has(type));
  const props = { items, actions };
  return (
    <div className="thesis-cards">
      <Headline {...props} />
      <div className="thesis-column">
        {has('indicator') && <WatchList {...props} />}
        {has('target') && <Targets {...props} />}
        {has('risk') && <Risks {...props} />}
        {has('driver') && <PlainList {...props} type="driver" title="Drivers" addLabel="Add a driver" />}
        {has('event') && <Timeline {...props} />}
        {has('disclaimer') && <PlainList {...props} type="disclaimer" title="Disclaimer" addLabel="Add a disclaimer" />}
      </div>
      <div className="thesis-column">
        {has('scenario') && <Scenarios {...props} />}
        {has('score') && <Scorecard {...props} />}
        {has('priced_in', 'not_priced_in') && <PricedIn {...props} />}
        {has('party', 'flow') && <CapitalLoop {...props} />}
        {has('catalyst') && (
          <PlainList {...props} type="catalyst" title="Catalysts" addLabel="Add a catalyst" field="horizon" />
        )}
        {has('undisclosed') && (
          <PlainList
            {...props}
            type="undisclosed"
            title="Not disclosed by the company"
            addLabel="Add an undisclosed item"
            field="entity"
          />
        )}
      </div>
      {missing.length > 0 && (
        <section className="thesis-missing thesis-wide" aria-label="Not in the thesis yet">
          <span className="dim">Not in the thesis yet:</span>
          {missing.map((type) => (
            <button key={type} type="button" className="thesis-add" onClick={() => actions.add(type, '', {})}>
              + {TYPE_LABEL[type]}
            </button>
          ))}
        </section>
      )}
    </div>
  );
}

function NoThesis({ actions }: { readonly actions: ThesisActions }) {
  return (
    <EmptyState
      icon="thesis"
      title="No thesis yet"
      actions={
        <>
          <Button look="primary" onClick={() => actions.add('thesis', '', {})}>
            Write the thesis in one line
          </Button>
          <Button onClick={() => open({ view: 'library' })}>Go to the library</Button>
        </>
      }
    >
      Import a note. Its thesis, scenarios, watch list, risks, targets and the rest are found by their headings and
      wording, and are listed here with their quotes. You can also build the argument by hand.
    </EmptyState>
  );
}

/** Brings the item that another place asked for into view and puts the focus on it, once a visit. */
function useShowItem(root: RefObject<HTMLElement | null>, item: string | undefined, serial: number): void {
  const find = (id: string) => root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? undefined;
  useVisitTarget(item, serial, find, (element) => {
    element.scrollIntoView({ block: 'center' });
    element.querySelector<HTMLElement>('.edit-text')?.focus();
  });
}
