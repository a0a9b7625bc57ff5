/** What was read and why: the quote, the reading, the reason of the class, the tie-out, the rules that read it. */
import type { FigureRecord } from '../../../../../contract/records';
import { ASSERTION_LABEL } from '../../../../../core/figure/labels';
import { PROVENANCE_LABEL } from '../../../../../core/figure/provenance';
import { openFigure } from '../figure-actions';
import { valueText } from '../../../../../core/figure/display/text';
import type { Detail } from './detail';
import { Row } from './Row';

export function Quote({ detail }: { readonly detail: Detail }) {
  const { context, figure, documentTitle, page } = detail;
  if (!context)
    return (
      <Row name="Entered">
        {figure.quote || figure.value} <span className="dim">by hand</span>
      </Row>
    );
  return (
    <Row name="Quote">
      “{context.text.slice(0, context.start)}
      <mark data-class={figure.provenance}>{context.text.slice(context.start, context.end)}</mark>
      {context.text.slice(context.end)}”{' '}
      <button type="button" className="link" onClick={() => openFigure(figure)}>
        {[documentTitle ?? 'Open', page].filter(Boolean).join(', ')}
      </button>
    </Row>
  );
}

export function Reading({ figure }: { readonly figure: FigureRecord }) {
  const facts = [
    valueText(figure),
    figure.per && `per ${figure.per}`,
    figure.basis,
    figure.direction,
    ASSERTION_LABEL[figure.assertion].toLowerCase(),
  ].filter(Boolean);
  return <Row name="Read as">{facts.join(' · ')}</Row>;
}

export function Why({ figure }: { readonly figure: FigureRecord }) {
  const { cue, inheritedClass } = figure;
  return (
    <>
      {cue.reason}
      {cue.text && !cue.reason.includes(cue.text) && <span className="muted"> “{cue.text}”</span>}
      {figure.provenance === 'derived' && inheritedClass && (
        <> Rests on {PROVENANCE_LABEL[inheritedClass].toLowerCase()} inputs.</>
      )}{' '}
      <span className="dim">
        rule <code>{cue.rule}</code>
      </span>
    </>
  );
}

export function TieOut({ figure }: { readonly figure: FigureRecord }) {
  const [look, words] = figure.tiedOut
    ? ['tied', '✓ Tied out']
    : figure.counted
      ? ['untied', 'Not tied out']
      : ['muted', 'Not counted'];
  return (
    <>
      <span className={look}>{words}</span> <span className="muted">{figure.tieOutReason}</span>
    </>
  );
}

export function HowRead({ readBy }: { readonly readBy: Detail['readBy'] }) {
  if (readBy.length === 0) return null;
  return (
    <Row name="How it was read">
      {readBy.map((step) => (
        <div key={`${step.what} ${step.rule}`} className="muted">
          {step.what}: {step.words && <>“{step.words}” </>}
          <code className="dim">{step.rule}</code>
        </div>
      ))}
    </Row>
  );
}
