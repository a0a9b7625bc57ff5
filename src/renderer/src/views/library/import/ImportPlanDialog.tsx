/** The plan of an import, looked over before anything is added: what was found, what is doubtful, what is here already. */
import '../plan/plan.css';
import { type KeyboardEvent, useState } from 'react';
import type { ImportPlan } from '../../../../../contract/records';
import { Dialog } from '../../../app/dialogs/dialogs';
import { ask, start } from '../../../app/calls/run';
import { WorkUnderWay } from '../../../app/transfer/WorkUnderWay';
import { Button } from '../../../kit/Button';
import { Kbd } from '../../../kit/Kbd';
import { ErrorState, Loading } from '../../../kit/States';
import { DocumentPlanBody } from '../plan/DocumentPlanBody';
import { Renewed } from '../plan/PlanNotices';
import { SourcesPlanBody } from '../plan/SourcesPlanBody';
import { Remember } from '../table/Remember';
import { TablePlanBody } from '../table/TablePlanBody';
import { type PlanState, usePlan } from '../plan/use-plan';

export function ImportPlanDialog({ id }: { readonly id: string }) {
  const state = usePlan(id);
  const { plan, error, commit, leave } = state;
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter on a button is that button's.
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    start(commit());
  };
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <Dialog
        title={plan ? `Review “${plan.title}”` : 'Review the import'}
        width={plan?.kind === 'table' ? 1220 : 980}
        className="import-plan"
        onClose={leave}
        footer={<Footer state={state} />}
      >
        {plan && <PlanBody plan={plan} state={state} />}
        {!plan && (error ? <ErrorState error={error} /> : <Loading lines={8} />)}
      </Dialog>
    </div>
  );
}

function Footer({ state }: { readonly state: PlanState }) {
  const { plan, chosen, choose, inBatch, busy, canCommit, commit, discard } = state;
  return (
    <>
      <span className="dim grow">Nothing has been added yet. Importing is one step that can be undone.</span>
      {busy && <WorkUnderWay />}
      {plan?.kind === 'table' && (
        <Remember plan={plan} name={chosen.remember} onChange={(remember) => choose({ remember })} />
      )}
      <Button disabled={busy} onClick={discard}>
        Discard {!inBatch && <Kbd chord="Escape" />}
      </Button>
      <Button
        look="primary"
        disabled={!canCommit}
        data-commit-import=""
        // What is asked for in a plan may stay as it was proposed: Enter imports.
        data-initial-focus=""
        onClick={() => start(commit())}
      >
        {busy ? 'Importing…' : 'Import'} <Kbd chord="Enter" />
      </Button>
    </>
  );
}

function PlanBody({ plan, state }: { readonly plan: ImportPlan; readonly state: PlanState }) {
  const { chosen, choose, setRemapped } = state;
  const [busy, setBusy] = useState(false);
  const readOtherwise = async (whole: boolean) => {
    setBusy(true);
    const made = await ask('import.whole', { id: plan.id, whole });
    setBusy(false);
    if (made !== null) setRemapped(made);
  };
  const onWhole = busy ? null : (whole: boolean) => start(readOtherwise(whole));
  return (
    <>
      <Renewed plan={plan} />
      <div className="plan" data-import-plan={plan.id} data-plan-kind={plan.kind}>
        {plan.kind === 'document' && (
          <DocumentPlanBody
            plan={plan}
            replaces={chosen.replaces}
            onReplace={(replaces) => choose({ replaces })}
            onWhole={onWhole}
          />
        )}
        {plan.kind === 'sources' && (
          <SourcesPlanBody plan={plan} choices={chosen.choices} onChoose={(choices) => choose({ choices })} />
        )}
        {plan.kind === 'table' && <TablePlanBody plan={plan} onPlan={setRemapped} />}
      </div>
    </>
  );
}
