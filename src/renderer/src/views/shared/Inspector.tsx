/**
 * Answers for one figure: its quote, why it has its class, who is cited, what was checked, where else it appears, how
 * it was read and what happened to it. The class, the review and the note can be set here.
 */
import './inspector.css';
import { type ReactNode, useState } from 'react';
import type { FindingRecord, FigureRecord } from '../../../../contract/records';
import { PROVENANCE_LABEL, PROVENANCES, type Provenance } from '../../../../core/provenance/model';
import type { ResponseOf } from '../../app/client';
import { open } from '../../app/navigation';
import { run, start } from '../../app/run';
import { useQuery } from '../../app/use-query';
import { Button, IconButton } from '../../kit/Button';
import { CitationChip } from '../../kit/Chip';
import { CiteDialog, sourceTitle } from './CiteDialog';
import { editFigure, openFigure, setClass, setPeriod, toggleReview } from './figure-actions';
import { periodLabel, when } from '../../kit/format';
import { ASSERTION_LABEL, REVIEW_LABEL, unitLabel } from '../../../../core/figure/labels';
import { ErrorState, Loading } from '../../kit/States';
import { Support } from './Support';

type Detail = ResponseOf<'figure.detail'>;

export function Inspector({ figure }: { readonly figure: string }) {
  const { data, error } = useQuery('figure.detail', { id: figure });
  const [citing, setCiting] = useState(false);
  if (!data) {
    return <div className="inspector">{error ? <ErrorState error={error} /> : <Loading lines={5} />}</div>;
  }
  return (
    <section className="inspector" aria-label="Inspector" data-inspector={figure}>
      <Head figure={data.figure} />
      <dl>
        <Quote detail={data} />
        <Reading figure={data.figure} />
        <Row name="Period">
          <PeriodField key={`${data.figure.id} ${data.figure.period ?? ''}`} figure={data.figure} />
        </Row>
        <Row name={`Why ${PROVENANCE_LABEL[data.figure.provenance].toLowerCase()}`}>
          <Why figure={data.figure} />
        </Row>
        <Row name="Tie-out">
          <TieOut figure={data.figure} />
        </Row>
        <Citations detail={data} onCite={() => setCiting(true)} />
        <Row name="Support">
          <Support figure={data.figure} />
        </Row>
        <Checks checks={data.checks} />
        <Mentions mentions={data.mentions} />
        <Row name="Note">
          <NoteField key={`${data.figure.id} ${data.figure.note}`} figure={data.figure} />
        </Row>
        <History detail={data} />
        <HowRead readBy={data.readBy} />
      </dl>
      {citing && <CiteDialog figures={[data.figure]} onClose={() => setCiting(false)} />}
    </section>
  );
}

function TieOut({ figure }: { readonly figure: FigureRecord }) {
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

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd data-selectable="">{children}</dd>
    </>
  );
}

function Head({ figure }: { readonly figure: FigureRecord }) {
  const name = figureName(figure);
  return (
    <header>
      <h3>{name}</h3>
      <ClassSelect figure={figure} />
      <span className="grow" />
      <Button
        look="quiet"
        icon="check"
        aria-pressed={figure.review === 'ticked'}
        aria-keyshortcuts="T"
        title="I have checked this figure against its source (T)"
        onClick={() => start(toggleReview(figure, 'ticked'))}
      >
        {figure.review === 'ticked' ? REVIEW_LABEL.ticked : 'Tick'}
      </Button>
      <Button
        look="quiet"
        icon="flag"
        aria-pressed={figure.review === 'disputed'}
        aria-keyshortcuts="X"
        title="I do not trust this figure (X)"
        onClick={() => start(toggleReview(figure, 'disputed'))}
      >
        {figure.review === 'disputed' ? REVIEW_LABEL.disputed : 'Dispute'}
      </Button>
      <IconButton icon="figures" label="Show in Figures" onClick={() => open({ view: 'figures', figure: figure.id })} />
    </header>
  );
}

/** `AWS · Revenue · 2026 Q1`; what is not known is left out, and the quote stands in for a name where nothing is. */
export function figureName(
  figure: Pick<FigureRecord, 'entity' | 'metricLabel' | 'metric' | 'period' | 'quote'>,
): string {
  const metric = figure.metricLabel ?? figure.metric;
  const parts = [figure.entity, metric, figure.period && periodLabel(figure.period)].filter(Boolean);
  return metric ? parts.join(' · ') : [figure.quote, ...parts].join(' · ');
}

function ClassSelect({ figure }: { readonly figure: FigureRecord }) {
  return (
    <select
      className="class-select"
      data-class={figure.provenance}
      aria-label="Class"
      value={figure.provenance}
      onChange={(event) => {
        const chosen = PROVENANCES.find((one) => one === event.target.value);
        if (chosen) start(setClass(figure, chosen));
      }}
    >
      {PROVENANCES.map((one: Provenance) => (
        <option key={one} value={one}>
          {PROVENANCE_LABEL[one]}
        </option>
      ))}
    </select>
  );
}

function Quote({ detail }: { readonly detail: Detail }) {
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

function Reading({ figure }: { readonly figure: FigureRecord }) {
  const facts = [
    `${figure.value} ${unitLabel(figure)}`.trim(),
    figure.per && `per ${figure.per}`,
    figure.basis,
    figure.direction,
    ASSERTION_LABEL[figure.assertion].toLowerCase(),
  ].filter(Boolean);
  return <Row name="Read as">{facts.join(' · ')}</Row>;
}

function Why({ figure }: { readonly figure: FigureRecord }) {
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

const VIA: Readonly<Record<FigureRecord['citations'][number]['via'], string>> = {
  clause: 'attached to this clause',
  'lead-in': 'from the lead-in of its list or table',
  analyst: 'linked by you',
};

function Citations({ detail, onCite }: { readonly detail: Detail; readonly onCite: () => void }) {
  const { figure, sources } = detail;
  return (
    <Row name="Citations">
      {figure.citations.length === 0 && <span className="dim">None of its own. </span>}
      {figure.citations.map((citation) => {
        const source = sources.find((one) => one.id === citation.source);
        return (
          <div key={citation.id} className="inspector-line">
            <CitationChip
              marker={citation.marker || (source ? sourceTitle(source) : 'Source')}
              {...(source
                ? {
                    title: source.formatted || sourceTitle(source),
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

function Checks({ checks }: { readonly checks: readonly FindingRecord[] }) {
  if (checks.length === 0)
    return (
      <Row name="Checks">
        <span className="dim">Nothing to recompute, nothing found.</span>
      </Row>
    );
  return (
    <Row name="Checks">
      {checks.map((check) => (
        <button
          key={check.key}
          type="button"
          className="check"
          onClick={() => open({ view: 'audit', finding: check.key })}
        >
          <i className={`severity severity-${check.severity}`} />
          <span>
            {check.message} <span className="dim">{check.rule}</span>
          </span>
        </button>
      ))}
    </Row>
  );
}

function Mentions({ mentions }: { readonly mentions: Detail['mentions'] }) {
  if (mentions.length === 0)
    return (
      <Row name="Seen again">
        <span className="dim">Nowhere else.</span>
      </Row>
    );
  const disagree = mentions.filter((mention) => !mention.agrees).length;
  return (
    <Row name="Seen again">
      {mentions.map((mention, index) => (
        <span key={mention.id}>
          {index > 0 && ' · '}
          <button
            type="button"
            className="link"
            title={mention.quote}
            onClick={() =>
              open({
                view: 'reader',
                document: mention.document,
                start: mention.start,
                end: mention.end,
                figure: mention.id,
              })
            }
          >
            {mention.section || 'Top'}
            {!mention.agrees && ` (${mention.value})`}
          </button>
        </span>
      ))}
      <span className={disagree > 0 ? 'untied' : 'muted'}>
        {disagree > 0 ? ` — ${disagree} differ` : ' — all agree'}
      </span>
    </Row>
  );
}

/** The period as read, to be typed over; an empty one is a gap that the text leaves, not a guess withheld. */
function PeriodField({ figure }: { readonly figure: FigureRecord }) {
  const [words, setWords] = useState(figure.period ?? '');
  const save = () => {
    const typed = words.trim();
    if (typed !== (figure.period ?? '')) start(typed === '' ? clearPeriod(figure) : setPeriod(figure, typed));
  };
  return (
    <input
      className="input inspector-period"
      aria-label="Period"
      value={words}
      placeholder="The text gives none"
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setWords(figure.period ?? '');
      }}
    />
  );
}

const clearPeriod = (figure: FigureRecord) =>
  editFigure(figure, { period: null }, `Clear the period of ${figure.quote}`);

function NoteField({ figure }: { readonly figure: FigureRecord }) {
  const [words, setWords] = useState(figure.note);
  const save = () => {
    if (words !== figure.note) start(editFigure(figure, { note: words }, `Note on ${figure.quote}`));
  };
  return (
    <textarea
      className="input inspector-note"
      aria-label="Note"
      rows={1}
      value={words}
      placeholder={figure.provenance === 'inferred' ? 'Assumption or rationale' : 'What you know about this figure'}
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.blur();
      }}
    />
  );
}

function History({ detail }: { readonly detail: Detail }) {
  if (detail.history.length === 0) return null;
  return (
    <Row name="History">
      {detail.history.map((entry) => (
        <div key={`${entry.at} ${entry.field} ${entry.after}`} className="muted">
          {entry.label}
          {entry.field && (
            <span className="dim">
              {' '}
              {entry.field}: {entry.before || '–'} → {entry.after || '–'}
            </span>
          )}{' '}
          <span className="dim">{when(entry.at)}</span>
        </div>
      ))}
    </Row>
  );
}

function HowRead({ readBy }: { readonly readBy: Detail['readBy'] }) {
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
