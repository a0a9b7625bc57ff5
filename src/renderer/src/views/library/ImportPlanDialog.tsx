/** The plan of an import, looked over before anything is added: what was found, what is doubtful, what is here already. */
import './plan.css';
import { type KeyboardEvent, useState } from 'react';
import type { ImportPlan } from '../../../../contract/records';
import { asTieoutError, call } from '../../app/client';
import { undo } from '../../app/commands';
import { Dialog } from '../../app/dialogs';
import { closePlan } from '../../app/imports';
import { open } from '../../app/navigation';
import { run, start } from '../../app/run';
import { showError, showToast } from '../../app/toasts';
import { useQuery } from '../../app/use-query';
import { Button } from '../../parts/Button';
import { Kbd } from '../../parts/Kbd';
import { ErrorState, Loading } from '../../parts/States';
import { DocumentPlanBody } from './DocumentPlanBody';

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
    <div className="plan" data-import-plan={plan.id} data-plan-kind={plan.kind}>
      {plan.kind === 'document' && <DocumentPlanBody plan={plan} />}
    </div>
  );
}
