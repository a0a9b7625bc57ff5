/** What a plan that was made anew says otherwise than the one a person may have looked at. Pure. */
import type { DocumentPlan, ImportPlan, SourcesPlan, TablePlan } from '../../../contract/records';

/** A sentence for each difference that matters to the decision; of plans of different kinds, none. */
export function renewed(before: ImportPlan, after: ImportPlan): string[] {
  if (before.kind === 'document' && after.kind === 'document') return ofDocument(before, after);
  if (before.kind === 'sources' && after.kind === 'sources') return ofSources(before, after);
  if (before.kind === 'table' && after.kind === 'table') return ofTable(before, after);
  return [];
}

function ofDocument(before: DocumentPlan, after: DocumentPlan): string[] {
  const said: string[] = [];
  const { duplicate } = after;
  if (duplicate?.document !== before.duplicate?.document || duplicate?.kind !== before.duplicate?.kind) {
    if (duplicate === null) said.push(`“${before.duplicate?.title ?? ''}”, which it resembled, is no longer here.`);
    else if (duplicate.kind === 'near') said.push(`“${duplicate.title}”, with nearly the same words, is here now.`);
    else said.push(`“${duplicate.title}” is here now with the same ${duplicate.kind === 'bytes' ? 'bytes' : 'text'}.`);
  }
  const [was, is] = [before, after].map(({ versions }) => versions.find(({ proposed }) => proposed) ?? null);
  if (is?.document !== was?.document) {
    said.push(
      is ? `It is now proposed as a newer version of “${is.title}”.` : `It is no longer proposed as a newer version.`,
    );
  }
  if (after.found.newSources !== before.found.newSources) {
    said.push(`${after.found.newSources} of its sources are new now, where ${before.found.newSources} were.`);
  }
  return said;
}

const COUNTED = ['new', 'changed', 'same'] as const;
const SAID = { new: 'new', changed: 'changed', same: 'here already' } as const;

function ofSources(before: SourcesPlan, after: SourcesPlan): string[] {
  return counts('entries', before.found, after.found);
}

function ofTable(before: TablePlan, after: TablePlan): string[] {
  return counts('figures', before.found, after.found);
}

type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

function counts(what: string, before: Counts, after: Counts): string[] {
  if (COUNTED.every((name) => before[name] === after[name])) return [];
  const now = COUNTED.map((name) => `${after[name]} ${SAID[name]}`).join(', ');
  const then = COUNTED.map((name) => before[name]).join(', ');
  return [`Of its ${what} ${now} now; before: ${then}.`];
}
