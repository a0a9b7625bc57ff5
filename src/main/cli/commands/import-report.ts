/** What `tieout import` prints: a full report of a single file, a line for each of many, or everything as JSON. */
import type { TieoutError } from '../../../contract/errors';
import type { DocumentPlan, ImportPlan, SourcesPlan, TablePlan } from '../../../contract/records';
import type { LeftOut } from '../../imports/expand';
import type { Notebook } from '../../notebook/notebook';
import { printLine, scoreLine } from '../terminal/output';

export interface Imported {
  readonly file: string;
  /** Of a document or the source of a table; null where a table brought nothing new. */
  readonly document: string | null;
  /** The document that it is a newer version of. */
  readonly replaces: string | null;
  readonly plan: ImportPlan;
}

export interface Refused {
  readonly file: string;
  readonly error: TieoutError;
}

export type Outcome = Imported | Refused;

export interface Batch {
  readonly outcomes: readonly Outcome[];
  readonly left: readonly LeftOut[];
}

const isImported = (outcome: Outcome): outcome is Imported => 'plan' in outcome;

/** `duplicate`: the same text was here and was read again; `unchanged`: a table that says what is here already. */
function statusOf({ document, replaces, plan }: Imported): 'imported' | 'version' | 'duplicate' | 'unchanged' {
  if (document === null) return 'unchanged';
  if (replaces !== null) return 'version';
  const here = plan.kind === 'document' && plan.versions.length === 0 ? plan.duplicate : null;
  return here === null || here.kind === 'near' ? 'imported' : 'duplicate';
}

export function report(notebook: Notebook, { outcomes, left }: Batch): unknown {
  const imported = outcomes.filter(isImported);
  const { score, counted, tied } = notebook.call('audit.summary', {});
  return {
    notebook: notebook.path,
    documents: imported.flatMap(({ file, document, replaces, plan }) =>
      plan.kind === 'document' ? [documentReport(file, document, replaces, plan)] : [],
    ),
    bibliographies: imported.flatMap(({ file, plan }) => (plan.kind === 'sources' ? [sourcesReport(file, plan)] : [])),
    tables: imported.flatMap(({ file, document, plan }) =>
      plan.kind === 'table' ? [tableReport(file, document, plan)] : [],
    ),
    files: outcomes.map((outcome) =>
      isImported(outcome)
        ? { file: outcome.file, status: statusOf(outcome), id: outcome.document }
        : { file: outcome.file, status: 'refused', code: outcome.error.code, message: outcome.error.message },
    ),
    left,
    audit: { score, figures: counted, tied },
  };
}

const sourcesReport = (file: string, plan: SourcesPlan): unknown => ({
  file,
  format: plan.format,
  encoding: plan.encoding,
  sha256: plan.sha256,
  found: plan.found,
  problems: plan.problems,
});

const tableReport = (file: string, source: string | null, plan: TablePlan): unknown => ({
  source,
  file,
  title: plan.title,
  format: plan.format,
  encoding: plan.encoding,
  sha256: plan.sha256,
  sheet: plan.sheets[plan.mapping.sheet]?.name,
  mapping: plan.mapping,
  found: plan.found,
  byProvenance: plan.byProvenance,
  changes: plan.changes,
  doubts: plan.doubts,
  problems: plan.problems,
});

const documentReport = (
  file: string,
  document: string | null,
  replaces: string | null,
  plan: DocumentPlan,
): unknown => ({
  id: document,
  file,
  title: plan.title,
  format: plan.format,
  encoding: plan.encoding,
  sha256: plan.sha256,
  asOf: plan.asOf,
  entity: plan.entity,
  found: plan.found,
  byProvenance: plan.byProvenance,
  duplicate: plan.duplicate,
  replaces,
  doubts: plan.doubts.length,
  setAside: plan.setAside,
  whole: plan.whole,
  problems: plan.problems,
});

export async function printReport(notebook: Notebook, batch: Batch): Promise<void> {
  if (batch.outcomes.length === 1) await printWhole(batch.outcomes.filter(isImported));
  else for (const outcome of batch.outcomes) await printOutcome(outcome);
  for (const { name, reason } of batch.left) await printLine(`left out  ${name}: ${reason}`);
  await printLine(scoreLine(notebook.call('audit.summary', {})));
}

/** One line a file: a batch is looked over by what stands at the beginning of its lines. */
async function printOutcome(outcome: Outcome): Promise<void> {
  if (!isImported(outcome)) return printLine(`refused   ${outcome.file}: ${outcome.error.message}`);
  const { file, plan } = outcome;
  const what = plan.kind === 'sources' ? `${plan.found.items} entries` : `${plan.found.figures} figures`;
  await printLine(`${statusOf(outcome).padEnd(9)} ${file}: ${what}`);
}

async function printWhole(imported: readonly Imported[]): Promise<void> {
  for (const { plan, replaces } of imported) {
    if (plan.kind === 'sources') await printSources(plan);
    else if (plan.kind === 'table') await printTable(plan);
    else await printDocument(plan, replaces);
    for (const problem of plan.problems) await printLine(`  ${problem.message}`);
  }
}

async function printSources(plan: SourcesPlan): Promise<void> {
  const { items, merged, same, changed } = plan.found;
  await printLine(plan.title);
  await printLine(
    `  ${items === 1 ? '1 entry' : `${items} entries`}: ${plan.found.new} new, ${changed} with other fields, ${same} here already, ${merged} twice in the file`,
  );
  const conflicts = plan.items.flatMap(({ fields }) => fields.filter(({ take }) => !take)).length;
  if (conflicts > 0) await printLine(`  ${conflicts} fields differ; yours were kept`);
}

async function printDocument(plan: DocumentPlan, replaces: string | null): Promise<void> {
  const { figures, citations, sources, sections, tables, structure } = plan.found;
  await printLine(plan.title);
  await printLine(
    `  ${figures} figures, ${citations} citations of ${sources} sources, ${sections} sections, ${tables} tables, ${structure} items of the argument`,
  );
  const version = plan.versions.find(({ document }) => document === replaces);
  if (version) {
    const { exact, moved, ambiguous, lost } = version.counts;
    await printLine(`  version ${version.version + 1} of “${version.title}”`);
    await printLine(
      `  of your work on it ${exact} found, ${moved} moved; ${ambiguous} ambiguous and ${lost} lost stay on version ${version.version}`,
    );
  } else if (plan.duplicate !== null && plan.duplicate.kind !== 'near') {
    await printLine(`  this text was here already: it was read again and nothing was added twice`);
  }
  if (plan.whole === false) {
    const around = plan.setAside.filter(({ why }) => why === 'around').length;
    await printLine(`  ${around} passages around the article were left out; --whole imports them`);
  }
}

const LISTED = 10;

async function printTable(plan: TablePlan): Promise<void> {
  const { found } = plan;
  await printLine(plan.title);
  await printLine(
    `  ${found.rows} rows, ${found.figures} figures: ${found.new} added, ${found.changed} changed, ${found.same} here already, ${found.twice} twice in the table, ${found.doubtful} doubtful`,
  );
  for (const { metric, period, old, value } of plan.changes.slice(0, LISTED)) {
    await printLine(`  changed: ${[metric, period].filter(Boolean).join(', ')}: ${old ?? ''} → ${value}`);
  }
  for (const { row, column, raw, doubt } of plan.doubts.slice(0, LISTED)) {
    await printLine(`  doubtful: ${column}${row} “${raw}”: ${doubt ?? ''}`);
  }
}
