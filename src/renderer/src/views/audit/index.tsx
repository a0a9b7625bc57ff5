/** Audit: how much of the notebook ties out, who vouches for it, what the company does not say, and every finding to be walked by keyboard. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AuditSummary, FigureRecord, FindingRecord } from '../../../../contract/records';
import { useCommands } from '../../app/commands';
import { undo } from '../../app/undo';
import { exportTo } from '../../app/exports';
import { settle, usePlace } from '../../app/navigation';
import { isBoolean, isString, usePref } from '../../app/prefs';
import { run, start } from '../../app/run';
import { createStore } from '../../app/store';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import type { GridHandle } from '../../kit/grid/DataGrid';
import { unitLabel } from '../../../../core/figure/labels';
import { SEVERITY_LABEL } from '../shared/labels';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { KeptGrid } from '../shared/KeptGrid';
import { ViewRoot } from '../shared/ViewRoot';
import { EVERYTHING } from '../figures/scope';
import { showFigures } from '../figures/show';
import { drawHead, FINDING_COLUMNS } from './columns';
import { Coverage } from './Coverage';
import { FindingDetail } from './FindingDetail';
import {
  type FindingFilter,
  type FindingNames,
  type FindingRow,
  findingRows,
  findingSource,
  GROUPING_LABEL,
  type Grouping,
  GROUPINGS,
  matchesStatus,
  nextFinding,
  OPEN_FINDINGS,
  rowId,
} from './findings';
import { Kpis } from './Kpis';
import { ReasonDialog } from './ReasonDialog';
import { RulesDialog, SwitchOff } from './RulesDialog';
import { ScoreHistory } from './ScoreHistory';
import { Undisclosed } from './Undisclosed';
import { openFinding, setStatus, tickClaim } from './use-findings';
import '../shared/cards.css';
import './audit.css';

const isGrouping = (value: unknown): value is Grouping => isString(value) && GROUPINGS.some((one) => one === value);
const SEVERITIES = ['error', 'warning', 'info', 'ok'] as const;
const NOTHING: readonly FindingRecord[] = [];

type Asking = {
  readonly kind: 'dismissed' | 'explained' | 'chosen';
  readonly findings: readonly FindingRecord[];
  readonly start: string;
  /** The value that stands, of several in conflict. */
  readonly stands?: FigureRecord;
};

export default function AuditView() {
  const { place, serial } = usePlace('audit');
  const summary = useQuery('audit.summary', {});
  const list = useQuery('finding.list', { includeOk: true });
  const documents = useQuery('document.list', {});
  const info = useQuery('notebook.info', {});
  const [filter, setFilter] = useState<FindingFilter>(OPEN_FINDINGS);
  const [grouping, setGrouping] = usePref<Grouping>('audit.grouping', 'none', isGrouping);
  const [overview, setOverview] = usePref('audit.overview', true, isBoolean);
  const [focused, setFocused] = useState<string | null>(place?.finding ?? null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [rules, setRules] = useState<'all' | FindingRecord | null>(null);
  const grid = useRef<GridHandle<FindingRow>>(null);
  const findings = list.data ?? NOTHING;
  const names = useFindingNames(findings, documents.data, grouping === 'entity');

  const shown = useMemo(() => findingRows(findings, filter, grouping, names), [findings, filter, grouping, names]);
  // Before the grid's own effects, which read the rows again when the findings have changed.
  const [live] = useState(() => createStore({ findings, names }));
  useLayoutEffect(() => live.set({ findings, names }), [live, findings, names]);
  // Another filter or grouping means other rows; other findings under the same filter are read again in place.
  const source = useMemo(
    () =>
      findingSource((sort) => {
        const now = live.get();
        return findingRows(now.findings, filter, grouping, now.names, sort);
      }),
    [live, filter, grouping],
  );
  const current = findings.find(({ key }) => key === focused) ?? null;

  useShowAsked(place?.finding, serial, findings, (finding) => {
    setFocused(finding.key);
    if (!matchesStatus(finding, filter.status)) setFilter({ ...OPEN_FINDINGS, status: 'all' });
    const at = shown.findIndex((row) => row.id === finding.key);
    if (at >= 0) grid.current?.focusIndex(at, 'message');
  });

  const selected = async (): Promise<readonly FindingRecord[]> => {
    const picked = (await grid.current?.selectedRows()) ?? [];
    const many = picked.flatMap((row) => (row.kind === 'finding' ? [row.finding] : []));
    return many.length > 1 ? many : current ? [current] : [];
  };
  const accept = async () => setStatus(await selected(), 'accepted', '');
  const ask = (kind: 'dismissed' | 'explained') => async () => {
    const picked = (await selected()).filter(({ status }) => status !== 'holds');
    const only = picked.length === 1 ? picked[0] : undefined;
    if (picked.length > 0) setAsking({ kind, findings: picked, start: only?.reason ?? '' });
  };
  const move = (by: 1 | -1) => {
    const next = nextFinding(shown, grid.current?.focusedIndex() ?? null, by);
    if (next !== null) grid.current?.focusIndex(next, 'message');
  };
  const has = () => current !== null;
  useCommands([
    { id: 'audit.next', label: 'Next finding', group: 'Audit', keys: ['J'], run: () => move(1) },
    { id: 'audit.previous', label: 'Previous finding', group: 'Audit', keys: ['K'], run: () => move(-1) },
    { id: 'audit.accept', label: 'Accept the finding', group: 'Audit', keys: ['A'], when: has, run: accept },
    {
      id: 'audit.dismiss',
      label: 'Dismiss the finding with a reason…',
      group: 'Audit',
      keys: ['D'],
      when: has,
      run: ask('dismissed'),
    },
    {
      id: 'audit.explain',
      label: 'Explain the finding…',
      group: 'Audit',
      keys: ['E'],
      when: has,
      run: ask('explained'),
    },
    {
      id: 'audit.tick',
      label: 'Tick the claimed figure',
      group: 'Audit',
      keys: ['T'],
      when: has,
      run: () => (current ? tickClaim(current) : undefined),
    },
    { id: 'audit.undo', label: 'Undo', group: 'Audit', keys: ['U'], keyOnly: true, run: undo },
    { id: 'audit.rules', label: 'Rules of the audit…', group: 'Audit', keys: ['R'], run: () => setRules('all') },
    {
      id: 'audit.pack',
      label: 'Export the audit pack as PDF…',
      group: 'Audit',
      run: () => exportTo({ what: { audit: true }, format: 'pdf' }),
    },
    {
      id: 'audit.workbook',
      label: 'Export the audit pack as Excel workbook…',
      group: 'Audit',
      run: () => exportTo({ what: { audit: true }, format: 'xlsx' }),
    },
    { id: 'audit.run', label: 'Run every rule again', group: 'Audit', run: () => run('audit.run', {}) },
    {
      id: 'audit.overview',
      label: overview ? 'Hide the overview' : 'Show the overview',
      group: 'Audit',
      keys: ['O'],
      run: () => setOverview(!overview),
    },
  ]);

  const error = summary.error ?? list.error;
  if (error) {
    return (
      <ViewRoot view="audit" label="Audit" ready>
        <ErrorState error={error} />
      </ViewRoot>
    );
  }
  if (!summary.data || !list.data) {
    return (
      <ViewRoot view="audit" label="Audit" ready={false}>
        <Loading />
      </ViewRoot>
    );
  }
  const focusRow = (row: FindingRow | null) => {
    if (row?.kind !== 'finding') return;
    setFocused(row.id);
    settle({ view: 'audit', finding: row.id });
  };
  const open = findings.filter((finding) => matchesStatus(finding, 'open')).length;
  const resolved = findings.filter((finding) => matchesStatus(finding, 'resolved')).length;
  return (
    <ViewRoot view="audit" label="Audit" ready>
      <Kpis
        summary={summary.data}
        onUntied={() => showFigures({ ...EVERYTHING, untied: true })}
        onUncited={() => showFigures({ ...EVERYTHING, withoutCitation: true })}
        onChecks={() => setFilter({ ...OPEN_FINDINGS, status: 'all', severities: ['ok'] })}
        onConflicts={() => setFilter({ ...OPEN_FINDINGS, rule: 'CON01' })}
      />
      {overview && <Overview summary={summary.data} />}
      <div className="findings">
        <div className="bar">
          <h2>Findings</h2>
          <StatusTabs filter={filter} open={open} resolved={resolved} onFilter={setFilter} />
          <SeverityToggles filter={filter} counts={summary.data.bySeverity} onFilter={setFilter} />
          <RulePicker filter={filter} findings={findings} onFilter={setFilter} />
          <select
            className="input findings-grouping"
            aria-label="Group findings"
            value={grouping}
            onChange={(event) => isGrouping(event.target.value) && setGrouping(event.target.value)}
          >
            {GROUPINGS.map((one) => (
              <option key={one} value={one}>
                {GROUPING_LABEL[one]}
              </option>
            ))}
          </select>
          <input
            className="input findings-words"
            type="search"
            placeholder="Filter by words"
            aria-label="Filter findings by words"
            value={filter.words}
            onChange={(event) => setFilter({ ...filter, words: event.target.value })}
          />
          <span className="grow" />
          <span className="dim findings-keys">
            <Kbd chord="J" /> <Kbd chord="K" /> move · <Kbd chord="Enter" /> open · <Kbd chord="A" /> accept ·{' '}
            <Kbd chord="D" /> dismiss
          </span>
          <Button look="quiet" onClick={() => setRules('all')}>
            Rules…
          </Button>
          <Button look="quiet" aria-pressed={overview} onClick={() => setOverview(!overview)}>
            Overview
          </Button>
        </div>
        <div className="findings-body">
          <section className="pane findings-list" aria-label="List of findings">
            <KeptGrid<FindingRow, Record<string, never>>
              ref={grid}
              label="Findings"
              columns={FINDING_COLUMNS}
              idOf={rowId}
              source={source}
              revision={`${info.data?.path ?? ''} ${revisionOf(findings)}`}
              layoutKey="findings"
              headOf={drawHead}
              onFocus={focusRow}
              onOpen={(row) => row.kind === 'finding' && openFinding(row.finding)}
              empty={
                <NoFindings
                  any={findings.length > 0}
                  figures={summary.data.figures}
                  onAll={() => setFilter({ ...OPEN_FINDINGS, status: 'all' })}
                />
              }
            />
          </section>
          <aside className="pane findings-detail" aria-label="Finding">
            {current ? (
              <FindingDetail
                finding={current}
                onAccept={() => start(setStatus([current], 'accepted', ''))}
                onDismiss={() => setAsking({ kind: 'dismissed', findings: [current], start: current.reason })}
                onExplain={() => setAsking({ kind: 'explained', findings: [current], start: current.reason })}
                onReopen={() => start(setStatus([current], 'open', ''))}
                onTick={() => start(tickClaim(current))}
                onSwitchOff={() => setRules(current)}
                onChoose={(figure) =>
                  setAsking({
                    kind: 'chosen',
                    findings: [current],
                    start: `${valueOf(figure)} stands: `,
                    stands: figure,
                  })
                }
              />
            ) : (
              <EmptyState title="No finding selected">
                Move through the list with J and K: the recomputation, its operands and what can be done stand here.
              </EmptyState>
            )}
          </aside>
        </div>
      </div>
      {rules === 'all' && <RulesDialog onClose={() => setRules(null)} />}
      {rules !== null && rules !== 'all' && (
        <SwitchOff rule={{ id: rules.rule, title: rules.title }} onClose={() => setRules(null)} />
      )}
      {asking && (
        <ReasonDialog
          {...ASKED[asking.kind]}
          about={aboutOf(asking.findings)}
          start={asking.start}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => {
            start(answer(asking, reason));
            setAsking(null);
          }}
        />
      )}
    </ViewRoot>
  );
}

const ASKED: Readonly<Record<Asking['kind'], { readonly title: string; readonly confirm: string }>> = {
  dismissed: { title: 'Dismiss', confirm: 'Dismiss' },
  explained: { title: 'Explain', confirm: 'Save the explanation' },
  chosen: { title: 'Choose this value', confirm: 'It stands' },
};

async function answer({ kind, findings, stands }: Asking, reason: string): Promise<void> {
  const [only] = findings;
  if (kind !== 'chosen') await setStatus(findings, kind, reason);
  else if (only && stands) await run('finding.choose', { key: only.key, figure: stands.id, reason });
}

const valueOf = (figure: FigureRecord) => [figure.value, unitLabel(figure)].filter(Boolean).join(' ');

function aboutOf(findings: readonly FindingRecord[]): string {
  const only = findings.length === 1 ? findings[0] : undefined;
  return only ? `${only.rule}: ${only.message}` : `${findings.length} findings at once, with the same reason.`;
}

/** Changes whenever a finding's content or status does: the list is then read again in place. */
function revisionOf(findings: readonly FindingRecord[]): string {
  return findings.map(({ key, status, statusAt }) => `${key}${status}${statusAt ?? ''}`).join();
}

function Overview({ summary }: { readonly summary: AuditSummary }) {
  return (
    <div className="overview">
      <Coverage summary={summary} />
      <Undisclosed items={summary.undisclosed} />
      <ScoreHistory />
    </div>
  );
}

interface FilterProps {
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}

function StatusTabs({
  filter,
  open,
  resolved,
  onFilter,
}: FilterProps & { readonly open: number; readonly resolved: number }) {
  const tabs = [
    { status: 'open', label: `Open ${open}` },
    { status: 'resolved', label: `Resolved ${resolved}` },
    { status: 'all', label: 'All' },
  ] as const;
  return (
    <div className="tabs" role="group" aria-label="Status">
      {tabs.map(({ status, label }) => (
        <button
          key={status}
          type="button"
          aria-pressed={filter.status === status}
          onClick={() => onFilter({ ...filter, status, severities: filter.severities.filter((one) => one !== 'ok') })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function SeverityToggles({ filter, counts, onFilter }: FilterProps & { readonly counts: AuditSummary['bySeverity'] }) {
  return (
    <div className="tabs" role="group" aria-label="Severity">
      {SEVERITIES.map((severity) => {
        const on = filter.severities.includes(severity);
        const severities = on ? filter.severities.filter((one) => one !== severity) : [...filter.severities, severity];
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={on}
            title={severity === 'ok' ? 'Checks that hold' : `${SEVERITY_LABEL[severity]}: ${counts[severity] ?? 0}`}
            onClick={() => onFilter({ ...filter, severities })}
          >
            <span className={`severity severity-${severity}`} aria-hidden="true" />
            {SEVERITY_LABEL[severity]}
          </button>
        );
      })}
    </div>
  );
}

function RulePicker({ filter, findings, onFilter }: FilterProps & { readonly findings: readonly FindingRecord[] }) {
  const rules = [...new Map(findings.map(({ rule, title }) => [rule, title]))].sort(([left], [right]) =>
    left.localeCompare(right),
  );
  return (
    <select
      className="input findings-rule"
      aria-label="Rule"
      value={filter.rule ?? ''}
      onChange={(event) => onFilter({ ...filter, rule: event.target.value === '' ? null : event.target.value })}
    >
      <option value="">Every rule</option>
      {rules.map(([rule, title]) => (
        <option key={rule} value={rule}>
          {rule} {title}
        </option>
      ))}
    </select>
  );
}

function NoFindings({
  any,
  figures,
  onAll,
}: {
  readonly any: boolean;
  readonly figures: number;
  readonly onAll: () => void;
}) {
  if (figures === 0) {
    return (
      <EmptyState icon="audit" title="Nothing to audit yet">
        Import a document: its figures are recomputed and compared, and what does not hold is listed here.
      </EmptyState>
    );
  }
  if (!any)
    return (
      <EmptyState icon="audit" title="Every rule is satisfied">
        No rule found anything to say about these figures.
      </EmptyState>
    );
  return (
    <EmptyState icon="audit" title="No finding fits" actions={<Button onClick={onAll}>Show every finding</Button>}>
      What is picked above leaves nothing to show.
    </EmptyState>
  );
}

/** Titles of documents and, only where findings are grouped by it, the entity of each claimed figure. */
function useFindingNames(
  findings: readonly FindingRecord[],
  documents: readonly { readonly id: string; readonly title: string }[] | undefined,
  withEntities: boolean,
): FindingNames {
  const claims = withEntities ? [...new Set(findings.flatMap(({ figures }) => figures[0]?.figure ?? []))] : [];
  const asked = claims.length === 0 ? null : { filter: { ids: claims }, sort: [], start: 0, end: claims.length };
  const { data } = useQuery('figure.page', asked);
  return useMemo(() => {
    const titles = new Map(documents?.map(({ id, title }) => [id, title]));
    const entities = new Map(data?.rows.map(({ id, entity }) => [id, entity]));
    return {
      document: (id) => titles.get(id) ?? 'A document',
      entity: ({ figures }) => entities.get(figures[0]?.figure ?? '') ?? '',
    };
  }, [documents, data]);
}

/** Shows the finding that another place asked for, once a visit, as soon as the findings are there. */
function useShowAsked(
  key: string | undefined,
  serial: number,
  findings: readonly FindingRecord[],
  show: (finding: FindingRecord) => void,
): void {
  const shownFor = useRef<number | null>(null);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (key === undefined || shownFor.current === serial) return;
    const finding = findings.find((one) => one.key === key);
    if (!finding) return;
    shownFor.current = serial;
    latest.current(finding);
  }, [key, serial, findings]);
}
