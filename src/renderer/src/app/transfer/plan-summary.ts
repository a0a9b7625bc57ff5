/** What the list of a batch says of a plan, and whether it can be imported without a person's eye. Pure. */
import type { DocumentPlan, ImportPlan, SourcesPlan, TablePlan } from '../../../../contract/records';
import { plural } from '../../kit/format';

export interface PlanSummary {
  readonly state: 'planned' | 'here';
  readonly clean: boolean;
  readonly says: string;
}

export function summaryOf(plan: ImportPlan): PlanSummary {
  switch (plan.kind) {
    case 'document':
      return ofDocument(plan);
    case 'sources':
      return ofSources(plan);
    case 'table':
      return ofTable(plan);
  }
}

function ofDocument({ duplicate, versions, doubts, problems, found }: DocumentPlan): PlanSummary {
  if (duplicate !== null && duplicate.kind !== 'near' && versions.length === 0) return here(`as “${duplicate.title}”`);
  const version = versions.find(({ proposed }) => proposed);
  return planned(plural(found.figures, 'figure'), [
    version && `a newer version of “${version.title}”`,
    !version && duplicate && `much like “${duplicate.title}”`,
    doubts.length > 0 && plural(doubts.length, 'doubt'),
    ...problems.map(({ message }) => message),
  ]);
}

function ofSources({ found, problems }: SourcesPlan): PlanSummary {
  if (found.new + found.changed === 0) return here('every entry');
  return planned(plural(found.new, 'new source'), [
    found.changed > 0 && `${found.changed} with other fields`,
    ...problems.map(({ message }) => message),
  ]);
}

function ofTable({ found, problems }: TablePlan): PlanSummary {
  if (found.figures > 0 && found.new + found.changed === 0) return here('every figure');
  return planned(plural(found.new, 'new figure'), [
    found.changed > 0 && `${plural(found.changed, 'figure')} changed`,
    found.doubtful > 0 && `${found.doubtful} doubtful`,
    ...problems.map(({ message }) => message),
  ]);
}

const here = (what: string): PlanSummary => ({ state: 'here', clean: false, says: `Here already, ${what}` });

function planned(what: string, doubts: readonly (string | false | null | undefined)[]): PlanSummary {
  const said = doubts.filter((doubt): doubt is string => typeof doubt === 'string');
  return { state: 'planned', clean: said.length === 0, says: [what, ...said].join(' · ') };
}
