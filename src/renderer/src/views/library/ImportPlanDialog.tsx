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
import { type Choices, choicesOnWire } from './source-choices';
import type { Replaces } from './VersionChoice';
import { SourcesPlanBody } from './SourcesPlanBody';

export function ImportPlanDialog({ id }: { readonly id: string }) {
  const { data: plan, error } = useQuery('import.plan', { id });
  const [busy, setBusy] = useState(false);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [replaces, setReplaces] = useState<Replaces>(undefined);
  const discard = () => {
    closePlan(id);
    call('import.discard', { id }).catch((reason: unknown) => showError(asTieoutError(reason)));
  };
  const commit = async () => {
    if (!plan || busy) return;
    setBusy(true);
    const made = await run('import.commit', {
      id,
      ...(choices.size > 0 && { sources: choicesOnWire(choices) }),
      ...(replaces !== undefined && { replaces }),
    });
    setBusy(false);
    if (!made) return;
    closePlan(id);
    open(plan.kind === 'sources' ? { view: 'sources', source: made.id } : { view: 'reader', document: made.id });
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
        {plan && (
          <PlanBody plan={plan} choices={choices} onChoose={setChoices} replaces={replaces} onReplace={setReplaces} />
        )}
        {!plan && (error ? <ErrorState error={error} /> : <Loading lines={8} />)}
      </Dialog>
    </div>
  );
}

interface BodyProps {
  readonly plan: ImportPlan;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly replaces: Replaces;
  readonly onReplace: (replaces: string | null) => void;
}

function PlanBody({ plan, choices, onChoose, replaces, onReplace }: BodyProps) {
  return (
    <div className="plan" data-import-plan={plan.id} data-plan-kind={plan.kind}>
      {plan.kind === 'document' && <DocumentPlanBody plan={plan} replaces={replaces} onReplace={onReplace} />}
      {plan.kind === 'sources' && <SourcesPlanBody plan={plan} choices={choices} onChoose={onChoose} />}
    </div>
  );
}
