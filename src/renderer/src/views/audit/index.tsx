/** Audit: how much of the notebook ties out, who vouches for it, what the company does not say, and every finding to be walked by keyboard. */
import type { AuditSummary, FindingRecord } from '../../../../contract/records';
import { start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { EVERYTHING } from '../figures/scope/scope';
import { showFigures } from '../figures/scope/show';
import { valueText } from '../../../../core/figure/display/text';
import { ViewGrid } from '../shared/ViewGrid';
import { ViewRoot } from '../shared/ViewRoot';
import { useAuditCommands } from './audit-commands';
import { drawHead, FINDING_COLUMNS } from './columns';
import { Coverage } from './Coverage';
import { AuditDialogs } from './Dialogs';
import { FilterBar } from './FilterBar';
import { FindingDetail } from './FindingDetail';
import { type FindingRow, OPEN_FINDINGS, rowId } from './findings';
import { Kpis } from './Kpis';
import { NoFindings } from './NoFindings';
import { ScoreHistory } from './ScoreHistory';
import { Undisclosed } from './Undisclosed';
import { type AuditState, useAudit } from './use-audit';
import { openFinding, setStatus, tickClaim } from './use-findings';
import '../shared/cards.css';
import './audit.css';

export default function AuditView() {
  const summary = useQuery('audit.summary', {});
  const list = useQuery('finding.list', { includeOk: true });
  const state = useAudit(list.data);
  useAuditCommands(state);
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
  return (
    <ViewRoot view="audit" label="Audit" ready>
      <Summary summary={summary.data} state={state} />
      <div className="findings">
        <FilterBar state={state} summary={summary.data} />
        <div className="findings-body">
          <section className="pane findings-list" aria-label="List of findings">
            <FindingList state={state} figures={summary.data.figures} />
          </section>
          <aside className="pane findings-detail" aria-label="Finding">
            {state.current ? (
              <Detail finding={state.current} state={state} />
            ) : (
              <EmptyState title="No finding selected">
                Move through the list with J and K to see each recomputation, its operands and what can be done.
              </EmptyState>
            )}
          </aside>
        </div>
      </div>
      <AuditDialogs state={state} />
    </ViewRoot>
  );
}

interface SummaryProps {
  readonly summary: AuditSummary;
  readonly state: AuditState;
}

function Summary({ summary, state: { overview, setFilter } }: SummaryProps) {
  return (
    <>
      <Kpis
        summary={summary}
        onUntied={() => showFigures({ ...EVERYTHING, untied: true })}
        onUncited={() => showFigures({ ...EVERYTHING, withoutCitation: true })}
        onChecks={() => setFilter({ ...OPEN_FINDINGS, status: 'all', severities: ['ok'] })}
        onConflicts={() => setFilter({ ...OPEN_FINDINGS, rule: 'CON01' })}
      />
      {overview && (
        <div className="overview">
          <Coverage summary={summary} />
          <Undisclosed items={summary.undisclosed} />
          <ScoreHistory />
        </div>
      )}
    </>
  );
}

function FindingList({ state, figures }: { readonly state: AuditState; readonly figures: number }) {
  const { data: info } = useQuery('notebook.info', {});
  const { findings, grid, source, focusRow, setFilter } = state;
  return (
    <ViewGrid<FindingRow, Record<string, never>>
      ref={grid}
      label="Findings"
      columns={FINDING_COLUMNS}
      idOf={rowId}
      source={source}
      revision={`${info?.path ?? ''} ${revisionOf(findings)}`}
      layoutKey="findings"
      headOf={drawHead}
      onFocus={focusRow}
      onOpen={(row) => row.kind === 'finding' && openFinding(row.finding)}
      empty={
        <NoFindings
          any={findings.length > 0}
          figures={figures}
          onAll={() => setFilter({ ...OPEN_FINDINGS, status: 'all' })}
        />
      }
    />
  );
}

/** Changes whenever a finding's content or status does: the list is then read again in place. */
function revisionOf(findings: readonly FindingRecord[]): string {
  return findings.map(({ key, status, statusAt }) => `${key}${status}${statusAt ?? ''}`).join();
}

function Detail({ finding, state }: { readonly finding: FindingRecord; readonly state: AuditState }) {
  const { setAsking, setRules } = state;
  const findings = [finding];
  return (
    <FindingDetail
      finding={finding}
      onAccept={() => start(setStatus(findings, 'accepted', ''))}
      onDismiss={() => setAsking({ kind: 'dismissed', findings, start: finding.reason })}
      onExplain={() => setAsking({ kind: 'explained', findings, start: finding.reason })}
      onReopen={() => start(setStatus(findings, 'open', ''))}
      onTick={() => start(tickClaim(finding))}
      onSwitchOff={() => setRules(finding)}
      onChoose={(stands) => setAsking({ kind: 'chosen', findings, start: `${valueText(stands)} stands: `, stands })}
    />
  );
}
