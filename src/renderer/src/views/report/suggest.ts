/** `@` cites a source, `#` inserts a live figure: what the list under the caret offers while one types on. */
import { type Editor, Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';
import { CITE, LIVE_FIGURE } from '../../../../core/report/body';
import type { FigureRecord, SourceRecord } from '../../../../contract/records';
import { splitLocator } from '../../../../core/report/locator';
import { call } from '../../app/calls/client';
import { createStore } from '../../app/state/store';

export type Offer =
  | { readonly kind: 'figure'; readonly figure: FigureRecord }
  | {
      readonly kind: 'source';
      readonly source: SourceRecord;
      /** Where in it, as the words end that were typed: `p. 12`. */
      readonly locator: string | null;
    };

export interface OfferList {
  readonly kind: Offer['kind'];
  readonly query: string;
  readonly offers: readonly Offer[];
  /** True until the offers for the query have come. */
  readonly loading: boolean;
  /** Enter came before the offers: the first is taken once they are there. */
  readonly entered: boolean;
  readonly selected: number;
  /** Where the caret's trigger stands, in the window. */
  readonly rect: DOMRect | null;
  /** `more`: the list opens again behind what was taken, for the next source of the same citation. */
  readonly take: (offer: Offer, more?: boolean) => void;
}

interface Taken {
  readonly offer: Offer;
  readonly more: boolean;
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
  const sources = await call('source.list', {});
  const place = splitLocator(query);
  // A source may itself be called `Table 3`.
  const whole = place.locator === null ? [] : matchSources(sources, query);
  const [found, locator] = whole.length > 0 ? [whole, null] : [matchSources(sources, place.query), place.locator];
  return found.map((source) => ({ kind: 'source', source, locator }));
}

/** Draws what the list offers now; what Enter asked for while it was loading is taken. */
function show(
  kind: Offer['kind'],
  { query, items, loading, clientRect, command }: SuggestionProps<Offer, Taken>,
): void {
  const before = offerList.get();
  const same = before?.query === query;
  const [first] = items;
  if (same && before.entered && !loading && first) return command({ offer: first, more: false });
  offerList.set({
    kind,
    query,
    offers: items,
    loading,
    entered: same && before.entered && loading,
    selected: same ? Math.min(before.selected, Math.max(0, items.length - 1)) : 0,
    rect: clientRect?.() ?? null,
    take: (offer, more = false) => command({ offer, more }),
  });
}

function onKeyDown({ event }: SuggestionKeyDownProps): boolean {
  const list = offerList.get();
  if (!list) return false;
  const { offers, selected, loading } = list;
  if (event.key === 'Escape') {
    offerList.set(null);
    return true;
  }
  const takes = event.key === 'Enter' || event.key === 'Tab';
  if (takes && loading) {
    offerList.set({ ...list, entered: true });
    return true;
  }
  const offer = offers[selected];
  if (!offer) return false;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 1 : -1;
    offerList.set({ ...list, selected: (selected + by + offers.length) % offers.length });
    return true;
  }
  if (takes) list.take(offer, event.key === 'Enter' && event.shiftKey && offer.kind === 'source');
  return takes;
}

const content = (offer: Offer) =>
  offer.kind === 'figure'
    ? { type: LIVE_FIGURE, attrs: { figure: offer.figure.id } }
    : { type: CITE, attrs: { source: offer.source.id, locator: offer.locator } };

function suggestion(editor: Editor, kind: Offer['kind'], char: string) {
  return Suggestion<Offer, Taken>({
    editor,
    char,
    pluginKey: new PluginKey(`suggest-${kind}`),
    allowSpaces: kind === 'source',
    allowedPrefixes: null,
    items: ({ query }) => (kind === 'figure' ? figuresFor(query.replaceAll('_', ' ')) : sourcesFor(query)),
    command: ({ editor: target, range, props: { offer, more } }) => {
      target
        .chain()
        .focus()
        .insertContentAt(range, [content(offer), { type: 'text', text: more ? char : ' ' }])
        .run();
    },
    render: () => ({
      onStart: (props) => show(kind, props),
      onUpdate: (props) => show(kind, props),
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
