/** Every rule of the audit, what it finds, and whether it is asked in this notebook; one is switched off only with a reason. */
import { useState } from 'react';
import type { RuleRecord } from '../../../../contract/records';
import { Dialog } from '../../app/dialogs/dialogs';
import { run, start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { Button } from '../../kit/Button';
import { when } from '../../kit/format';
import { SEVERITY_LABEL } from '../shared/labels';
import { ErrorState, Loading } from '../../kit/States';
import { ReasonDialog } from './ReasonDialog';

export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: rules, error } = useQuery('rule.list', {});
  const [asking, setAsking] = useState<RuleRecord | null>(null);
  return (
    <>
      <Dialog
        title="Rules of the audit"
        width={820}
        onClose={onClose}
        footer={<Button onClick={onClose}>Close</Button>}
      >
        <p className="muted rules-about">
          A rule that is switched off makes no findings in this notebook. The reason is printed in the appendix of every
          export.
        </p>
        {error && <ErrorState error={error} />}
        {!error && !rules && <Loading lines={8} />}
        {rules && (
          <table className="table rules-table">
            <thead>
              <tr>
                <th>Rule</th>
                <th>What it finds</th>
                <th className="number">Findings</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <Rule key={rule.id} rule={rule} onSwitchOff={() => setAsking(rule)} />
              ))}
            </tbody>
          </table>
        )}
      </Dialog>
      {asking && <SwitchOff rule={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Rule({ rule, onSwitchOff }: { readonly rule: RuleRecord; readonly onSwitchOff: () => void }) {
  const { id, severity, title, about, findings, off } = rule;
  return (
    <tr className={off ? 'rule-off' : undefined} data-rule={id}>
      <td>
        <span className={`severity severity-${severity}`} title={SEVERITY_LABEL[severity]} /> <b>{id}</b>
      </td>
      <td>
        {title}
        <span className="dim rule-about">{about}</span>
        {off && (
          <span className="rule-reason">
            Off since {when(off.at)}: {off.reason}
          </span>
        )}
      </td>
      <td className="number">{off ? '–' : findings.toLocaleString('en-US')}</td>
      <td>
        {off ? (
          <Button onClick={() => start(run('rule.set', { rule: id, off: null }))} aria-label={`Switch ${id} on`}>
            Switch on
          </Button>
        ) : (
          <Button look="quiet" onClick={onSwitchOff} aria-label={`Switch ${id} off`}>
            Switch off…
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Also asked from a finding of the rule. */
export function SwitchOff({
  rule,
  onClose,
}: {
  readonly rule: Pick<RuleRecord, 'id' | 'title'>;
  readonly onClose: () => void;
}) {
  return (
    <ReasonDialog
      title={`Switch ${rule.id} off`}
      confirm="Switch off"
      about={`${rule.title}. Its findings go from this notebook until it is switched on again.`}
      onClose={onClose}
      onConfirm={(reason) => {
        start(run('rule.set', { rule: rule.id, off: reason }));
        onClose();
      }}
    />
  );
}
