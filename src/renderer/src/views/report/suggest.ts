/** `@` cites a source, `#` inserts a live figure: what the list under the caret offers while one types on. */
import { type Editor, Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';
import { CITE, LIVE_FIGURE } from '../../../../core/report/body';
import type { FigureRecord, SourceRecord } from '../../../../contract/records';
import { call } from '../../app/calls/client';
import { createStore } from '../../app/state/store';

export type Offer =
  | { readonly kind: 'figure'; readonly figure: FigureRecord }
  | { readonly kind: 'source'; readonly source: SourceRecord };

export interface OfferList {
  readonly kind: Offer['kind'];
  readonly query: string;
  readonly offers: readonly Offer[];
  readonly selected: number;
  /** Where the caret's trigger stands, in the window. */
  readonly rect: DOMRect | null;
  readonly take: (offer: Offer) => void;
}

export const offerList = createStore<OfferList | null>(null);
const MOST = 8;

async function figuresFor(query: string): Promise<Offer[]> {
  const { rows } = await call('figure.page', { filter: { quick: query }, sort: [], start: 0, end: MOST });
  return rows.map((figure) => ({ kind: 'figure', figure }));
}

/** Sources whose formatted entry or marker has every word of the query. */
function matchSources(sources: readonly SourceRecord[], query: string): readonly SourceRecord[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (source: SourceRecord) => {
    const all = `${source.formatted} ${source.markers.join(' ')}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return sources.filter(has).slice(0, MOST);
}

async function sourcesFor(query: string): Promise<Offer[]> {
  return matchSources(await call('source.list', {}), query).map((source) => ({ kind: 'source', source }));
}

const show = (kind: Offer['kind'], props: SuggestionProps<Offer, Offer>, selected: number): void =>
  offerList.set({
    kind,
    query: props.query,
    offers: props.items,
    selected: Math.min(selected, Math.max(0, props.items.length - 1)),
    rect: props.clientRect?.() ?? null,
    take: props.command,
  });

function onKeyDown({ event }: SuggestionKeyDownProps): boolean {
  const list = offerList.get();
  if (!list) return false;
  const { offers, selected } = list;
  if (event.key === 'Escape') {
    offerList.set(null);
    return true;
  }
  if (offers.length === 0) return false;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 1 : -1;
    offerList.set({ ...list, selected: (selected + by + offers.length) % offers.length });
    return true;
  }
  const offer = offers[selected];
  if (!offer || (event.key !== 'Enter' && event.key !== 'Tab')) return false;
  list.take(offer);
  return true;
}

const content = (offer: Offer) =>
  offer.kind === 'figure'
    ? { type: LIVE_FIGURE, attrs: { figure: offer.figure.id } }
    : { type: CITE, attrs: { source: offer.source.id, locator: null } };

function suggestion(editor: Editor, kind: Offer['kind'], char: string) {
  return Suggestion<Offer, Offer>({
    editor,
    char,
    pluginKey: new PluginKey(`suggest-${kind}`),
    allowSpaces: kind === 'source',
    allowedPrefixes: null,
    items: ({ query }) => (kind === 'figure' ? figuresFor(query.replaceAll('_', ' ')) : sourcesFor(query)),
    command: ({ editor: target, range, props: offer }) => {
      target
        .chain()
        .focus()
        .insertContentAt(range, [content(offer), { type: 'text', text: ' ' }])
        .run();
    },
    render: () => ({
      onStart: (props) => show(kind, props, 0),
      onUpdate: (props) =>
        show(kind, props, offerList.get()?.query === props.query ? (offerList.get()?.selected ?? 0) : 0),
      onKeyDown,
      onExit: () => offerList.set(null),
    }),
  });
}

export const Suggestions = Extension.create({
  name: 'suggestions',
  addProseMirrorPlugins() {
    return [suggestion(this.editor, 'source', '@'), suggestion(this.editor, 'figure', '#')];
  },
});
