/** The filters and the grouping of the list of findings, and the keys that move through it. */
import type { AuditSummary, FindingRecord } from '../../../../contract/records';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import { SEVERITY_LABEL } from '../shared/labels';
import { type FindingFilter, GROUPING_LABEL, GROUPINGS, isGrouping, matchesStatus } from './findings';
import type { AuditState } from './use-audit';
import { SEVERITIES } from '../../../../core/audit/model/model';

interface FilterProps {
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}

export function FilterBar({ state, summary }: { readonly state: AuditState; readonly summary: AuditSummary }) {
  const { findings, filter, setFilter, overview, setOverview, setRules } = state;
  const props = { filter, onFilter: setFilter };
  return (
    <div className="bar">
      <h2>Findings</h2>
      <StatusTabs {...props} findings={findings} />
      <SeverityToggles {...props} counts={summary.bySeverity} />
      <RulePicker {...props} findings={findings} />
      <GroupingPicker state={state} />
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
  );
}

function GroupingPicker({ state: { grouping, setGrouping } }: { readonly state: AuditState }) {
  return (
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
  );
}

function StatusTabs({ filter, findings, onFilter }: FilterProps & { readonly findings: readonly FindingRecord[] }) {
  const count = (status: 'open' | 'resolved') => findings.filter((finding) => matchesStatus(finding, status)).length;
  const tabs = [
    { status: 'open', label: `Open ${count('open')}` },
    { status: 'resolved', label: `Resolved ${count('resolved')}` },
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
