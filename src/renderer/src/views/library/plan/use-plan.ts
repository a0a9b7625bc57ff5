/** One plan of an import as it is looked over: what was chosen in it, and importing or discarding it. */
import { useState } from 'react';
import type { TieoutError } from '../../../../../contract/errors';
import type { DocumentPlan, ImportPlan, TablePlan } from '../../../../../contract/records';
import { isInBatch } from '../../../app/transfer/batch';
import { asTieoutError, call, type RequestOf, type ResponseOf } from '../../../app/calls/client';
import { closePlan } from '../../../app/transfer/imports';
import { open } from '../../../app/state/navigation';
import { run } from '../../../app/calls/run';
import { stopWork, watched } from '../../../app/calls/watched';
import { showError } from '../../../app/state/toasts';
import { offerUndo } from '../../../app/calls/undo';
import { useQuery } from '../../../app/calls/use-query';
import { EVERYTHING } from '../../figures/scope/scope';
import { showFigures } from '../../figures/scope/show';
import { type Choices, choicesOnWire } from './source-choices';
import type { Replaces } from './VersionChoice';
import { showWatchChanges } from './watch-notice';

/** What a person chose for a plan. */
export interface Chosen {
  /** Which source of the notebook each source of the plan is. */
  readonly choices: Choices;
  /** Which document it is a newer version of; undefined where nothing was chosen. */
  readonly replaces: Replaces;
  /** The name under which the mapping of a table is remembered; null for not at all. */
  readonly remember: string | null;
}

export interface PlanState {
  /** Undefined until it has been read. */
  readonly plan: ImportPlan | undefined;
  readonly error: TieoutError | null;
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
  /** Puts a plan that was read another way in the place of the one that was asked for. */
  readonly setRemapped: (plan: DocumentPlan | TablePlan) => void;
  readonly inBatch: boolean;
  readonly busy: boolean;
  readonly canCommit: boolean;
  readonly commit: () => Promise<void>;
  readonly discard: () => void;
  /** Leaves the dialog: a plan of a batch stays to be looked over later, another is discarded; while it is imported, stops that. */
  readonly leave: () => void;
}

export function usePlan(id: string): PlanState {
  const [remapped, setRemapped] = useState<DocumentPlan | TablePlan | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ choices: new Map(), replaces: undefined, remember: null });
  const [busy, setBusy] = useState(false);
  const { data, error } = useQuery('import.plan', { id: remapped?.id ?? id });
  const plan = data ?? remapped ?? undefined;
  const inBatch = isInBatch(id);
  const canCommit = plan !== undefined && !busy && !isEmptyTable(plan);
  const discard = () => {
    closePlan(id, 'discarded');
    call('import.discard', { id: plan?.id ?? id }).catch((reason: unknown) => showError(asTieoutError(reason)));
  };
  const commit = async () => {
    if (!canCommit) return;
    setBusy(true);
    const asked = run('import.commit', requestOf(plan, chosen));
    const made = await watched('import.commit', `Importing “${plan.title}”`, asked);
    setBusy(false);
    if (!made) return;
    closePlan(id, 'imported');
    if (!inBatch) showImported(plan, made);
    offerUndo(`Imported ${plan.title}`, made);
    showWatchChanges(made.watch);
  };
  return {
    plan,
    error,
    chosen,
    choose: (change) => setChosen((now) => ({ ...now, ...change })),
    setRemapped,
    inBatch,
    busy,
    canCommit,
    commit,
    discard,
    leave: leaving({ busy, inBatch, keep: () => closePlan(id, 'kept', plan?.id), discard }),
  };
}

interface Leaving {
  readonly busy: boolean;
  readonly inBatch: boolean;
  readonly keep: () => void;
  readonly discard: () => void;
}

function leaving({ busy, inBatch, keep, discard }: Leaving): () => void {
  if (busy) return () => stopWork('import.commit');
  return inBatch ? keep : discard;
}

function requestOf(plan: ImportPlan, { choices, replaces, remember }: Chosen): RequestOf<'import.commit'> {
  return {
    id: plan.id,
    revision: plan.revision,
    ...(remember !== null && { remember }),
    ...(choices.size > 0 && { sources: choicesOnWire(choices) }),
    ...(isStillOffered(plan, replaces) && { replaces }),
  };
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
