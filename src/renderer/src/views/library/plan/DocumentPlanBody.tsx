/** The plan of a document: what was found in its text, what is doubtful, what is here already. */
import { useState } from 'react';
import type { DocumentPlan } from '../../../../../contract/records';
import { formatOf } from '../../../../../core/document/formats';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../../core/figure/provenance';
import { kindText } from '../../shared/document-kind';
import { bytes, plural } from '../../../kit/format';
import { periodLabel } from '../../../app/format';
import { ProvenanceTag } from '../../shared/ProvenanceTag';
import { LeftOut } from './LeftOut';
import { Notice, Problems } from './PlanNotices';
import { Carried, chosenOffer, type Replaces, VersionChoice } from './VersionChoice';

interface Props {
  readonly plan: DocumentPlan;
  readonly replaces: Replaces;
  readonly onReplace: (replaces: string | null) => void;
  readonly onWhole: ((whole: boolean) => void) | null;
}

export function DocumentPlanBody({ plan, replaces, onReplace, onWhole }: Props) {
  return (
    <>
      <aside className="plan-facts" aria-label="What the file is" tabIndex={0}>
        <VersionChoice plan={plan} replaces={replaces} onChoose={onReplace} />
        {plan.duplicate && !isOffered(plan) && <Notice tone="bad">{duplicateText(plan.duplicate)}</Notice>}
        <Problems plan={plan} />
        <Found plan={plan} />
        <ByClass plan={plan} />
        <Facts plan={plan} />
      </aside>
      <PlanLists plan={plan} offer={chosenOffer(plan, replaces)} onWhole={onWhole} />
    </>
  );
}

/** The choice of versions says it already. */
const isOffered = ({ duplicate, versions }: DocumentPlan): boolean =>
  versions.some(({ document }) => document === duplicate?.document);

export function duplicateText(duplicate: NonNullable<DocumentPlan['duplicate']>): string {
  if (duplicate.kind === 'bytes') return `This file is already in the notebook, as “${duplicate.title}”.`;
  if (duplicate.kind === 'text') return `The same text is already in the notebook, as “${duplicate.title}”.`;
  return `${Math.floor(duplicate.similarity * 100)}% of its words are in “${duplicate.title}”: is this a newer version?`;
}

function Found({ plan }: { readonly plan: DocumentPlan }) {
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

function ByClass({ plan }: { readonly plan: DocumentPlan }) {
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

function Facts({ plan }: { readonly plan: DocumentPlan }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['File', plan.fileName ?? 'Pasted text'],
    ['Read as', [formatOf(plan.format).label, ...encodingOf(plan), bytes(plan.bytes)].join(', ')],
    ['Kind', `${kindText({ kind: plan.documentKind, role: plan.role })}: ${plan.kindReason}`],
    ['Author', plan.author],
    ['Dated', plan.published?.replace(/(\d)T(\d)/, '$1 $2') ?? null],
    ['Language', plan.language],
    ['As of', plan.asOf ?? 'not found'],
    ['About', plan.entity ?? 'not found'],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="truncate" title={value}>
              {value}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Of a text; packed and printed formats have none that says anything to a person. */
const encodingOf = ({ encoding }: DocumentPlan): readonly string[] => (encoding === 'binary' ? [] : [encoding]);

type Offer = DocumentPlan['versions'][number];
type Tab = 'doubts' | 'figures' | 'carried' | 'aside';
const TAB_LABEL: Readonly<Record<Tab, string>> = {
  doubts: 'To look at',
  figures: 'Figures',
  carried: 'Carried over',
  aside: 'Left out',
};

interface ListsProps extends Pick<Props, 'plan' | 'onWhole'> {
  readonly offer: Offer | undefined;
}

function PlanLists({ plan, offer, onWhole }: ListsProps) {
  const [picked, setTab] = useState<Tab>(plan.doubts.length > 0 ? 'doubts' : 'figures');
  const shown =
    plan.figures.length < plan.found.figures
      ? `First ${plural(plan.figures.length, 'figure')}`
      : `Figures · ${plan.figures.length}`;
  const tabs: readonly (readonly [Tab, string])[] = [
    ['doubts', `To look at · ${plan.doubts.length}`],
    ['figures', shown],
    ...(offer ? [['carried', `Carried over · ${offer.counts.exact + offer.counts.moved}`] as const] : []),
    ...(plan.setAside.length > 0 || plan.whole !== null
      ? [['aside', `Left out · ${plan.setAside.length}`] as const]
      : []),
  ];
  const tab = tabs.some(([one]) => one === picked) ? picked : 'figures';
  return (
    <section className="plan-lists" aria-label="What was found">
      <div className="bar" role="tablist" aria-label="What was found">
        {tabs.map(([one, label]) => (
          <button
            key={one}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === one}
            onClick={() => setTab(one)}
          >
            {label}
          </button>
        ))}
      </div>
      {/* Scrolled by keyboard, so it must take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="plan-list" tabIndex={0} role="group" aria-label={TAB_LABEL[tab]}>
        {tab === 'doubts' && <Doubts plan={plan} />}
        {tab === 'figures' && <Sample plan={plan} />}
        {tab === 'carried' && offer && <Carried offer={offer} />}
        {tab === 'aside' && <LeftOut plan={plan} onWhole={onWhole} />}
      </div>
    </section>
  );
}

function Doubts({ plan }: { readonly plan: DocumentPlan }) {
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

function Sample({ plan }: { readonly plan: DocumentPlan }) {
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
