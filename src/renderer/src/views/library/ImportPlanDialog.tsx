/** The plan of an import, looked over before anything is added: what was found, what is doubtful, what is here already. */
import './plan.css';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ImportPlan } from '../../../../contract/records';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../core/provenance/model';
import { asTieoutError, call } from '../../app/client';
import { undo } from '../../app/commands';
import { Dialog } from '../../app/dialogs';
import { closePlan } from '../../app/imports';
import { open } from '../../app/navigation';
import { run, start } from '../../app/run';
import { showError, showToast } from '../../app/toasts';
import { useQuery } from '../../app/use-query';
import { Button } from '../../parts/Button';
import { bytes, periodLabel, plural } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { Kbd } from '../../parts/Kbd';
import { ProvenanceTag } from '../../parts/ProvenanceTag';
import { ErrorState, Loading } from '../../parts/States';

export function ImportPlanDialog({ id }: { readonly id: string }) {
  const { data: plan, error } = useQuery('import.plan', { id });
  const [busy, setBusy] = useState(false);
  const discard = () => {
    closePlan(id);
    call('import.discard', { id }).catch((reason: unknown) => showError(asTieoutError(reason)));
  };
  const commit = async () => {
    if (!plan || busy) return;
    setBusy(true);
    const made = await run('import.commit', { id });
    setBusy(false);
    if (!made) return;
    closePlan(id);
    open({ view: 'reader', document: made.id });
    showToast({
      kind: 'done',
      undoes: true,
      text: `Imported ${plan.title}`,
      action: { label: 'Undo', run: () => start(undo()) },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter on a button is that button's.
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    start(commit());
  };
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <Dialog
        title={plan ? `Look over “${plan.title}”` : 'Looking over the import'}
        width={980}
        className="import-plan"
        onClose={discard}
        footer={
          <>
            <span className="dim grow">Nothing has been added yet. Importing is one step that can be undone.</span>
            <Button onClick={discard}>
              Discard <Kbd chord="Escape" />
            </Button>
            <Button look="primary" disabled={!plan || busy} data-commit-import="" onClick={() => start(commit())}>
              {busy ? 'Importing…' : 'Import'} <Kbd chord="Enter" />
            </Button>
          </>
        }
      >
        {plan && <PlanBody plan={plan} />}
        {!plan && (error ? <ErrorState error={error} /> : <Loading lines={8} />)}
      </Dialog>
    </div>
  );
}

function PlanBody({ plan }: { readonly plan: ImportPlan }) {
  return (
    <div className="plan" data-import-plan={plan.id}>
      <aside className="plan-facts">
        <Notices plan={plan} />
        <Found plan={plan} />
        <ByClass plan={plan} />
        <Facts plan={plan} />
      </aside>
      <PlanLists plan={plan} />
    </div>
  );
}

function Notices({ plan }: { readonly plan: ImportPlan }) {
  const { duplicate, problems } = plan;
  return (
    <>
      {duplicate && <Notice tone="bad">{duplicateText(duplicate)}</Notice>}
      {problems.map((problem) => (
        <Notice key={`${problem.code} ${problem.message}`} tone="warn">
          {problem.message}
          {problem.count !== undefined && problem.count > 1 && ` (${problem.count} times)`}{' '}
          <code className="dim">{problem.code}</code>
        </Notice>
      ))}
    </>
  );
}

export function duplicateText(duplicate: NonNullable<ImportPlan['duplicate']>): string {
  if (duplicate.kind === 'bytes') return `This very file is here already, as “${duplicate.title}”.`;
  if (duplicate.kind === 'text') return `The same text is here already, as “${duplicate.title}”.`;
  return `${Math.floor(duplicate.similarity * 100)}% of its words stand in “${duplicate.title}”: a newer version of it?`;
}

function Notice({ tone, children }: { readonly tone: 'bad' | 'warn'; readonly children: ReactNode }) {
  return (
    <p className={`notice notice-${tone}`}>
      <Icon name={tone === 'bad' ? 'warning' : 'info'} size={16} />
      <span>{children}</span>
    </p>
  );
}

function Found({ plan }: { readonly plan: ImportPlan }) {
  const { found } = plan;
  const counts: readonly (readonly [number, string])[] = [
    [found.figures, 'figures'],
    [found.citations, 'citations'],
    [found.sources, found.newSources === found.sources ? 'sources' : `sources, ${found.newSources} new`],
    [found.sections, 'sections'],
    [found.tables, 'tables'],
    [found.structure, 'thesis items'],
    [found.undisclosed, 'undisclosed'],
  ];
  return (
    <div className="plan-found">
      {counts.map(([count, label]) => (
        <div key={label}>
          <b>{count.toLocaleString('en-US')}</b>
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
}

function ByClass({ plan }: { readonly plan: ImportPlan }) {
  const present = PROVENANCES.filter((one) => (plan.byProvenance[one] ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <div className="plan-classes">
      <div className="class-stack" aria-hidden="true">
        {present.map((one) => (
          <i key={one} data-class={one} style={{ flexGrow: plan.byProvenance[one] }} />
        ))}
      </div>
      <ul>
        {present.map((one) => (
          <li key={one}>
            <ProvenanceTag provenance={one} />
            <span className="dim">{plan.byProvenance[one]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ plan }: { readonly plan: ImportPlan }) {
  const facts: readonly (readonly [string, string])[] = [
    ['File', plan.fileName ?? 'Pasted text'],
    ['Read as', `${FORMAT_LABEL[plan.format]}, ${plan.encoding}, ${bytes(plan.bytes)}`],
    ['Language', plan.language],
    ['As of', plan.asOf ?? 'not found'],
    ['About', plan.entity ?? 'not found'],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="truncate" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const FORMAT_LABEL = { text: 'Text', markdown: 'Markdown', html: 'Web page' } as const;

function PlanLists({ plan }: { readonly plan: ImportPlan }) {
  const [tab, setTab] = useState<'doubts' | 'figures'>(plan.doubts.length > 0 ? 'doubts' : 'figures');
  return (
    <section className="plan-lists" aria-label="What was found">
      <div className="bar" role="tablist" aria-label="What was found">
        <button
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab === 'doubts'}
          onClick={() => setTab('doubts')}
        >
          To look at · {plan.doubts.length}
        </button>
        <button
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab === 'figures'}
          onClick={() => setTab('figures')}
        >
          {plan.figures.length < plan.found.figures
            ? `First ${plural(plan.figures.length, 'figure')}`
            : `Figures · ${plan.figures.length}`}
        </button>
      </div>
      {/* Scrolled by keyboard, so it must take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="plan-list" tabIndex={0} role="group" aria-label={tab === 'doubts' ? 'To look at' : 'Figures'}>
        {tab === 'doubts' ? <Doubts plan={plan} /> : <Sample plan={plan} />}
      </div>
    </section>
  );
}

function Doubts({ plan }: { readonly plan: ImportPlan }) {
  if (plan.doubts.length === 0) return <p className="none dim">Nothing doubtful was found.</p>;
  return (
    <ul className="doubts">
      {plan.doubts.map((doubt) => (
        <li key={`${doubt.start} ${doubt.reason}`}>
          <p>
            <InContext {...doubt} />
          </p>
          <p className="dim">{doubt.reason}</p>
        </li>
      ))}
    </ul>
  );
}

/** The context with the quote marked, where the quote stands in it. */
function InContext({ context, quote }: { readonly context: string; readonly quote: string }) {
  const at = context.indexOf(quote);
  if (at < 0) return <mark>{quote}</mark>;
  return (
    <>
      {context.slice(0, at)}
      <mark>{quote}</mark>
      {context.slice(at + quote.length)}
    </>
  );
}

function Sample({ plan }: { readonly plan: ImportPlan }) {
  if (plan.figures.length === 0)
    return <p className="none dim">No figures were found. The text itself is still imported.</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Quote</th>
          <th>Metric</th>
          <th>Entity</th>
          <th>Period</th>
          <th>Provenance</th>
        </tr>
      </thead>
      <tbody>
        {plan.figures.map((figure) => (
          <tr key={figure.start}>
            <td>{figure.quote}</td>
            <td>{figure.metric ?? '–'}</td>
            <td>{figure.entity ?? '–'}</td>
            <td>{periodLabel(figure.period)}</td>
            <td title={PROVENANCE_LABEL[figure.provenance]}>
              <ProvenanceTag provenance={figure.provenance} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
