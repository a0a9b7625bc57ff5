/** What the Audit asks: the reason of an answer, and which rules are on. */
import type { FindingRecord } from '../../../../contract/records';
import { run, start } from '../../app/calls/run';
import { ReasonDialog } from './ReasonDialog';
import { RulesDialog, SwitchOff } from './RulesDialog';
import type { Asking, AuditState } from './use-audit';
import { setStatus } from './use-findings';

export function AuditDialogs({ state }: { readonly state: AuditState }) {
  const { rules, setRules, asking, setAsking } = state;
  const closeRules = () => setRules(null);
  return (
    <>
      {rules === 'all' && <RulesDialog onClose={closeRules} />}
      {rules !== null && rules !== 'all' && (
        <SwitchOff rule={{ id: rules.rule, title: rules.title }} onClose={closeRules} />
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
    </>
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

function aboutOf(findings: readonly FindingRecord[]): string {
  const only = findings.length === 1 ? findings[0] : undefined;
  return only ? `${only.rule}: ${only.message}` : `${findings.length} findings at once, with the same reason.`;
}
