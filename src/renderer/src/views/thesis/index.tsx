/** Thesis: the argument of the notebook as cards, every item standing on its quote and figures, every item editable in place. */
import { useEffect, useMemo, useRef } from 'react';
import type { StructureType } from '../../../../core/structure/model';
import { open, usePlace } from '../../app/navigation';
import { isString, usePref } from '../../app/prefs';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
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
import { type ByType, byType, chosenDocument, EVERY, ofDocument, TYPE_LABEL } from './model';
import { type ThesisActions, useThesisActions } from './use-thesis';
import '../shared/cards.css';
import './thesis.css';

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
  const [chosen, setChosen] = usePref('thesis.document', '', isString);
  const listed = useQuery('document.list', {});
  // A newer version stands for the older ones.
  const documents = useMemo(
    () => ({ ...listed, data: listed.data?.filter(({ supersededBy }) => supersededBy === null) }),
    [listed],
  );
  const list = useQuery('structure.list', {});
  const document = chosenDocument(chosen, documents.data ?? [], list.data ?? []);
  const shown = useMemo(() => ofDocument(list.data ?? [], document), [list.data, document]);
  const items = useMemo(() => byType(shown), [shown]);
  const read = useQuery('watch.list', {}).data;
  const ids = useMemo(
    () => [
      ...new Set([
        ...(list.data ?? []).flatMap(({ figures }) => figures),
        ...(read ?? []).flatMap(({ readings }) => readings.map(({ figure }) => figure)),
      ]),
    ],
    [list.data, read],
  );
  const figures = useQuery(
    'figure.page',
    ids.length === 0 ? null : { filter: { ids }, sort: [], start: 0, end: ids.length },
  );
  const actions = useThesisActions(figures.data?.rows, document === EVERY ? null : document, read);
  const root = useRef<HTMLDivElement>(null);
  useShowItem(root, place?.item, serial, list.data !== undefined);

  if (list.error) {
    return (
      <ViewRoot view="thesis" label="Thesis" ready>
        <ErrorState error={list.error} />
      </ViewRoot>
    );
  }
  if (!list.data || !documents.data) {
    return (
      <ViewRoot view="thesis" label="Thesis" ready={false}>
        <Loading />
      </ViewRoot>
    );
  }
  return (
    <ViewRoot view="thesis" label="Thesis" ready>
      {documents.data.length > 1 && (
        <Bar title="Thesis">
          <select
            className="input thesis-document"
            aria-label="Document"
            value={document}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value={EVERY}>Every document</option>
            {documents.data.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Bar>
      )}
      <div className="thesis-scroll" ref={root}>
        {shown.length === 0 ? <NoThesis actions={actions} /> : <Cards items={items} actions={actions} />}
      </div>
    </ViewRoot>
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
      Import a note: its thesis, scenarios, watch list, risks, targets and the rest are found by their headings and
      wording and stand here, each on its quote. Or build the argument by hand.
    </EmptyState>
  );
}

/** Brings the item that another place asked for into view and puts the focus on it, once a visit. */
function useShowItem(
  root: React.RefObject<HTMLElement | null>,
  item: string | undefined,
  serial: number,
  ready: boolean,
): void {
  const shownFor = useRef<number | null>(null);
  useEffect(() => {
    if (item === undefined || !ready || shownFor.current === serial) return;
    const element = root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`);
    if (!element) return;
    shownFor.current = serial;
    element.scrollIntoView({ block: 'center' });
    element.querySelector<HTMLElement>('.edit-text')?.focus();
  }, [root, item, serial, ready]);
}
