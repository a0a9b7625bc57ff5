/** The plan of an import, looked over before anything is added: what was found, what is doubtful, what is here already. */
import './plan.css';
import { type KeyboardEvent, useState } from 'react';
import type { DocumentPlan, ImportPlan, TablePlan } from '../../../../contract/records';
import { asTieoutError, call, type ResponseOf } from '../../app/client';
import { Dialog } from '../../app/dialogs';
import { isInBatch } from '../../app/batch';
import { closePlan } from '../../app/imports';
import { open } from '../../app/navigation';
import { ask, run, start } from '../../app/run';
import { showError } from '../../app/toasts';
import { offerUndo } from '../../app/undo';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { Kbd } from '../../kit/Kbd';
import { ErrorState, Loading } from '../../kit/States';
import { EVERYTHING } from '../figures/scope';
import { showFigures } from '../figures/show';
import { DocumentPlanBody } from './DocumentPlanBody';
import { tellWatch } from './watch-notice';
import { type Choices, choicesOnWire } from './source-choices';
import { Renewed } from './PlanNotices';
import type { Replaces } from './VersionChoice';
import { SourcesPlanBody } from './SourcesPlanBody';
import { Remember } from './table/Remember';
import { TablePlanBody } from './table/TablePlanBody';

export function ImportPlanDialog({ id }: { readonly id: string }) {
  // What was read another way has a new plan in the place of the one that was asked for.
  const [remapped, setRemapped] = useState<DocumentPlan | TablePlan | null>(null);
  const [remember, setRemember] = useState<string | null>(null);
  const { data, error } = useQuery('import.plan', { id: remapped?.id ?? id });
  const plan = data ?? remapped ?? undefined;
  const [busy, setBusy] = useState(false);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [replaces, setReplaces] = useState<Replaces>(undefined);
  const inBatch = isInBatch(id);
  const discard = () => {
    closePlan(id, 'discarded');
    call('import.discard', { id: plan?.id ?? id }).catch((reason: unknown) => showError(asTieoutError(reason)));
  };
  const commit = async () => {
    if (!plan || busy || isEmptyTable(plan)) return;
    setBusy(true);
    const made = await run('import.commit', {
      id: plan.id,
      revision: plan.revision,
      ...(remember !== null && { remember }),
      ...(choices.size > 0 && { sources: choicesOnWire(choices) }),
      ...(isStillOffered(plan, replaces) && { replaces }),
    });
    setBusy(false);
    if (!made) return;
    closePlan(id, 'imported');
    if (!inBatch) showImported(plan, made);
    offerUndo(`Imported ${plan.title}`, made);
    tellWatch(made.watch);
  };
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
        title={plan ? `Look over “${plan.title}”` : 'Looking over the import'}
        width={plan?.kind === 'table' ? 1220 : 980}
        className="import-plan"
        onClose={inBatch ? () => closePlan(id, 'kept', plan?.id) : discard}
        footer={
          <>
            <span className="dim grow">Nothing has been added yet. Importing is one step that can be undone.</span>
            {plan?.kind === 'table' && <Remember plan={plan} name={remember} onChange={setRemember} />}
            <Button onClick={discard}>Discard {!inBatch && <Kbd chord="Escape" />}</Button>
            <Button
              look="primary"
              disabled={!plan || busy || isEmptyTable(plan)}
              data-commit-import=""
              // What is asked for in a plan may stay as it was proposed: Enter imports.
              data-initial-focus=""
              onClick={() => start(commit())}
            >
              {busy ? 'Importing…' : 'Import'} <Kbd chord="Enter" />
            </Button>
          </>
        }
      >
        {plan && (
          <PlanBody
            plan={plan}
            choices={choices}
            onChoose={setChoices}
            replaces={replaces}
            onReplace={setReplaces}
            onPlan={setRemapped}
          />
        )}
        {!plan && (error ? <ErrorState error={error} /> : <Loading lines={8} />)}
      </Dialog>
    </div>
  );
}

/** A table that adds and changes nothing cannot be imported, only read another way. */
const isEmptyTable = (plan: ImportPlan): boolean =>
  plan.kind === 'table' && plan.found.new === 0 && plan.found.changed === 0;

/** What was chosen holds as long as the plan, made anew after another import, still offers it. */
const isStillOffered = (plan: ImportPlan, replaces: Replaces): boolean =>
  replaces === null ||
  (replaces !== undefined && plan.kind === 'document' && plan.versions.some(({ document }) => document === replaces));

/** Goes to where what was imported is seen. */
function showImported(plan: ImportPlan, { id, figures }: ResponseOf<'import.commit'>): void {
  switch (plan.kind) {
    case 'document':
      return open({ view: 'reader', document: id });
    case 'sources':
      return open({ view: 'sources', source: id });
    case 'table': {
      // The figures themselves: they may rest on sources of their own.
      const ids = figures.length === 0 ? null : { label: `Imported from ${plan.title}`, list: figures };
      return showFigures({ ...EVERYTHING, ids });
    }
  }
}

interface BodyProps {
  readonly plan: ImportPlan;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly replaces: Replaces;
  readonly onReplace: (replaces: string | null) => void;
  readonly onPlan: (plan: DocumentPlan | TablePlan) => void;
}

function PlanBody({ plan, choices, onChoose, replaces, onReplace, onPlan }: BodyProps) {
  const [busy, setBusy] = useState(false);
  const readOtherwise = async (whole: boolean) => {
    setBusy(true);
    const made = await ask('import.whole', { id: plan.id, whole });
    setBusy(false);
    if (made !== null) onPlan(made);
  };
  const onWhole = busy ? null : (whole: boolean) => start(readOtherwise(whole));
  return (
    <>
      <Renewed plan={plan} />
      <div className="plan" data-import-plan={plan.id} data-plan-kind={plan.kind}>
        {plan.kind === 'document' && (
          <DocumentPlanBody plan={plan} replaces={replaces} onReplace={onReplace} onWhole={onWhole} />
        )}
        {plan.kind === 'sources' && <SourcesPlanBody plan={plan} choices={choices} onChoose={onChoose} />}
        {plan.kind === 'table' && <TablePlanBody plan={plan} onPlan={onPlan} />}
      </div>
    </>
  );
}
