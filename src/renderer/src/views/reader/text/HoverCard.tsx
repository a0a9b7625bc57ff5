/** What the words under the pointer are, without a click: a figure's reading and reasons, a citation's source, a comment. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { FigureRecord, ReaderDocument } from '../../../../../contract/records';
import { figureName } from '../../../../../core/figure/display/names';
import { valueText } from '../../../../../core/figure/display/text';
import { REVIEW_LABEL } from '../../../../../core/figure/labels';
import { useQuery } from '../../../app/calls/use-query';
import { plural } from '../../../kit/format';
import { nameOrMarker } from '../../shared/CiteDialog';
import { ProvenanceTag } from '../../shared/ProvenanceTag';
import type { Hovered } from './use-hover';

interface Props {
  readonly document: ReaderDocument;
  readonly hovered: Hovered;
}

/** Between the words and the card, and between the card and the edges of the page. */
const GAP = 6;

export function HoverCard({ document, hovered }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const { rect } = hovered;
  useLayoutEffect(() => {
    const box = card.current;
    // The text's own element, in whose coordinates the card stands.
    const text = box?.closest('article');
    const scroller = text?.parentElement;
    if (!box || !text || !scroller) return;
    const page = text.getBoundingClientRect();
    const seen = scroller.getBoundingClientRect();
    // Above the words where there is no room below them.
    const fits = rect.bottom + GAP + box.offsetHeight <= seen.bottom;
    const top = fits ? rect.bottom + GAP : Math.max(seen.top + GAP, rect.top - GAP - box.offsetHeight);
    const left = Math.max(GAP, Math.min(rect.left - page.left, page.width - box.offsetWidth - GAP));
    box.style.top = `${top - page.top}px`;
    box.style.left = `${left}px`;
    // After every drawing, because a source's words may come in later.
  });
  const content = contentOf(document, hovered);
  if (content === null) return null;
  return (
    <div ref={card} className="hover-card" data-hover-card="" role="tooltip">
      {content}
    </div>
  );
}

function contentOf(document: ReaderDocument, { kind, id }: Hovered): ReactNode {
  const byId = (one: { readonly id: string }) => one.id === id;
  if (kind === 'figure') {
    const figure = document.figures.find(byId);
    return figure ? <FigureFacts figure={figure} /> : null;
  }
  if (kind === 'citation') {
    const citation = document.citations.find(byId);
    return citation ? <CitedSource citation={citation} /> : null;
  }
  const annotation = document.annotations.find(byId);
  if (!annotation || (annotation.body === '' && annotation.tags.length === 0)) return null;
  return (
    <>
      {annotation.body !== '' && <p className="hover-body">{annotation.body}</p>}
      {annotation.tags.length > 0 && <p className="dim">{annotation.tags.map((tag) => `#${tag}`).join(' ')}</p>}
    </>
  );
}

function FigureFacts({ figure }: { readonly figure: FigureRecord }) {
  const { findings, review } = figure;
  const open = findings.error + findings.warning + findings.info;
  const states = [
    review === 'unreviewed' ? '' : REVIEW_LABEL[review],
    open > 0 ? plural(open, 'open finding') : '',
  ].filter(Boolean);
  return (
    <>
      <header>
        <strong>{valueText(figure)}</strong>
        <ProvenanceTag provenance={figure.provenance} inherited={figure.inheritedClass} />
      </header>
      <p>{figureName(figure)}</p>
      <p className="muted">{figure.cue.reason}</p>
      <p className="muted">{figure.tieOutReason}</p>
      {states.length > 0 && <p className={findings.error > 0 ? 'bad' : 'dim'}>{states.join(' · ')}</p>}
    </>
  );
}

function CitedSource({ citation }: { readonly citation: ReaderDocument['citations'][number] }) {
  const { data: sources } = useQuery('source.list', {});
  const source = sources?.find((one) => one.id === citation.source);
  if (citation.source === null) return <p className="muted">No source is named by “{citation.marker}” yet.</p>;
  if (!source) return null;
  return (
    <>
      <p>{source.formatted || nameOrMarker(source)}</p>
      {citation.locator && <p className="dim">{citation.locator}</p>}
    </>
  );
}
