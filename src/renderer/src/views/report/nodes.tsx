/** The editor's own nodes: live figures, citations, footnotes and tables of figures. They hold ids; the notebook holds the rest. */
import { type Editor, mergeAttributes, Node } from '@tiptap/core';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { CITE, FIGURE_TABLE, FOOTNOTE, LIVE_FIGURE } from '../../../../core/report/body';
import { asForm, formedText } from '../../../../core/report/figure-form';
import { figureText } from '../../../../core/figure/display/text';
import { figureName, metricName } from '../../../../core/figure/display/names';
import type { FigureRecord } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { periodLabel } from '../../app/format';
import { ProvenanceMark, provenanceName } from '../shared/ProvenanceTag';
import { useLiveData } from './live/live-figures';
import { OWN } from './paste';
import { sourceLabel } from './live/words-shown';

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Opens the quote of a figure in the Reader, or the figure in the grid where it has none. */
function openFigure(figure: FigureRecord): void {
  const { place, id } = figure;
  open(
    place
      ? { view: 'reader', document: place.document, start: place.start, end: place.end, figure: id }
      : { view: 'figures', figure: id },
  );
}

/** The words of its paragraph that lead to a node; empty where another node stands between. */
function wordsBefore(editor: Editor, getPos: NodeViewProps['getPos']): string {
  const at = getPos();
  if (at === undefined) return '';
  const before: string[] = [];
  const place = editor.state.doc.resolve(at);
  for (let index = place.index() - 1; index >= 0; index -= 1) {
    const words = place.parent.child(index).text;
    if (words === undefined) break;
    before.unshift(words);
  }
  return before.join('');
}

function LiveFigureView({ node, selected, editor, getPos }: NodeViewProps) {
  const { figures, ready } = useLiveData();
  const figure = figures.get(word(node.attrs['figure']));
  if (!figure) {
    return (
      <NodeViewWrapper as="span" className={ready ? 'live-figure gone' : 'live-figure'} data-selected={selected}>
        {ready ? 'figure missing' : '…'}
      </NodeViewWrapper>
    );
  }
  const title = `${figureName(figure)}\n${provenanceName(figure.provenance, figure.inheritedClass)}. Double-click opens its quote.`;
  return (
    <NodeViewWrapper
      as="span"
      className="live-figure"
      data-class={figure.provenance}
      data-selected={selected}
      data-figure={figure.id}
      title={title}
      onDoubleClick={() => openFigure(figure)}
    >
      <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
      {formedText(figure, asForm(node.attrs['form']), wordsBefore(editor, getPos))}
    </NodeViewWrapper>
  );
}

function CiteView({ node, selected }: NodeViewProps) {
  const { sources, ready } = useLiveData();
  const id = word(node.attrs['source']);
  const source = sources.get(id);
  const locator = word(node.attrs['locator']);
  return (
    <NodeViewWrapper
      as="span"
      className={source || !ready ? 'cite' : 'cite gone'}
      data-selected={selected}
      title={source?.formatted}
      onDoubleClick={() => open({ view: 'sources', source: id })}
    >
      {ready ? sourceLabel(source) : '…'}
      {locator && `, ${locator}`}
    </NodeViewWrapper>
  );
}

function FootnoteView({ node, selected, updateAttributes }: NodeViewProps) {
  const text = word(node.attrs['text']);
  return (
    <NodeViewWrapper as="span" className="footnote" data-selected={selected} contentEditable={false}>
      <input
        aria-label="Footnote"
        value={text}
        placeholder="Footnote"
        size={Math.max(10, Math.min(60, text.length))}
        onChange={(event) => updateAttributes({ text: event.target.value })}
      />
    </NodeViewWrapper>
  );
}

const ids = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

function FigureTableView({ node, selected, updateAttributes }: NodeViewProps) {
  const { figures, ready } = useLiveData();
  return (
    <NodeViewWrapper className="figure-table" data-selected={selected} contentEditable={false}>
      <input
        aria-label="Table caption"
        value={word(node.attrs['caption'])}
        placeholder="Caption"
        onChange={(event) => updateAttributes({ caption: event.target.value })}
      />
      <table>
        <thead>
          <tr>
            <th>Metric</th>
            <th>Entity</th>
            <th>Period</th>
            <th className="number">Value</th>
          </tr>
        </thead>
        <tbody>
          {ids(node.attrs['figures']).map((id) => {
            const figure = figures.get(id);
            if (!figure) {
              return (
                <tr key={id}>
                  <td colSpan={4} className="dim">
                    {ready ? 'figure missing' : '…'}
                  </td>
                </tr>
              );
            }
            return (
              <tr key={id} onDoubleClick={() => openFigure(figure)}>
                <td>{metricName(figure) ?? '–'}</td>
                <td>{figure.entity ?? '–'}</td>
                <td>{periodLabel(figure.period)}</td>
                <td className="number">
                  <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />{' '}
                  {figureText(figure)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </NodeViewWrapper>
  );
}

const text = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) =>
    typeof attributes[name] === 'string' ? { [`data-${name}`]: attributes[name] } : {},
});

export const LiveFigure = Node.create({
  name: LIVE_FIGURE,
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ figure: text('figure'), form: text('form') }),
  parseHTML: () => [{ tag: `span[data-figure][data-own="${OWN}"]` }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-own': OWN })],
  addNodeView: () => ReactNodeViewRenderer(LiveFigureView, { as: 'span' }),
});

export const Cite = Node.create({
  name: CITE,
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: text('source'), locator: text('locator') }),
  parseHTML: () => [{ tag: `span[data-source][data-own="${OWN}"]` }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-own': OWN })],
  addNodeView: () => ReactNodeViewRenderer(CiteView, { as: 'span' }),
});

export const Footnote = Node.create({
  name: FOOTNOTE,
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ text: text('text') }),
  parseHTML: () => [{ tag: `span[data-text][data-own="${OWN}"]` }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-own': OWN })],
  // Keys typed in the note's own field are not the editor's.
  addNodeView: () => ReactNodeViewRenderer(FootnoteView, { as: 'span', stopEvent: () => true }),
});

export const FigureTable = Node.create({
  name: FIGURE_TABLE,
  group: 'block',
  atom: true,
  addAttributes: () => ({ figures: { default: [], rendered: false }, caption: text('caption') }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView: () =>
    ReactNodeViewRenderer(FigureTableView, { stopEvent: ({ event }) => event.target instanceof HTMLInputElement }),
});
