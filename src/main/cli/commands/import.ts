/** `tieout import FILE… --notebook NB`: each file read in a thread of its own, planned, committed as one undo step. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TieoutError } from '../../../contract/errors';
import type { DocumentPlan, ImportPlan, SourcesPlan } from '../../../contract/records';
import { runInWorker } from '../../imports/run-in-worker';
import { Notebook } from '../../notebook/notebook';
import { need, pathFrom, readArguments } from '../arguments';
import { printJson, printLine, tell } from '../output';
import { UsageError } from '../usage';

interface Imported {
  readonly file: string;
  readonly document: string;
  readonly plan: ImportPlan;
}

/** `programs` is the folder of the built programs, where the worker that parses is. */
export async function importCommand(argv: readonly string[], programs: string): Promise<number> {
  const args = readArguments(argv, { notebook: 'string', json: 'boolean' });
  if (args.positionals.length === 0) throw new UsageError('name at least one file to import');
  const path = pathFrom(need(args, 'notebook'));
  refuseMissing(args.positionals.map(pathFrom), path);
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  try {
    const imported: Imported[] = [];
    for (const file of args.positionals) imported.push(await importFile(notebook, pathFrom(file), programs));
    notebook.settle();
    if (args.flag('json')) await printJson(report(notebook, imported));
    else await printReport(notebook, imported);
  } finally {
    notebook.close();
  }
  return 0;
}

/** Before the notebook is made: a name typed wrong must not leave an empty one behind. */
function refuseMissing(files: readonly string[], notebook: string): void {
  const file = files.find((one) => !existsSync(one));
  if (file !== undefined) throw new TieoutError('E_NOT_FOUND', `There is no file ${file}: check the name.`);
  const folder = dirname(notebook);
  if (!existsSync(folder)) throw new TieoutError('E_NOT_FOUND', `There is no folder ${folder}: make it first.`);
}

async function importFile(notebook: Notebook, file: string, programs: string): Promise<Imported> {
  tell(`reading ${file}`);
  const result = await runInWorker({ file }, { entry: join(programs, 'import-worker.js') }).catch((error: unknown) => {
    throw error instanceof TieoutError
      ? new TieoutError(error.code, `${file}: ${error.message}`, error.details)
      : error;
  });
  const plan = notebook.stage(result);
  const { id } = notebook.call('import.commit', { id: plan.id });
  return { file, document: id, plan };
}

function report(notebook: Notebook, imported: readonly Imported[]): unknown {
  const { score, figures, tied } = notebook.call('audit.summary', {});
  return {
    notebook: notebook.path,
    documents: imported.flatMap(({ file, document, plan }) =>
      plan.kind === 'document' ? [documentReport(file, document, plan)] : [],
    ),
    bibliographies: imported.flatMap(({ file, plan }) => (plan.kind === 'sources' ? [sourcesReport(file, plan)] : [])),
    audit: { score, figures, tied },
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

const documentReport = (file: string, document: string, plan: DocumentPlan): unknown => ({
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
  replaces: plan.versions.find(({ proposed }) => proposed)?.document ?? null,
  doubts: plan.doubts.length,
  problems: plan.problems,
});

async function printReport(notebook: Notebook, imported: readonly Imported[]): Promise<void> {
  for (const { plan } of imported) {
    if (plan.kind === 'sources') await printSources(plan);
    else await printDocument(plan);
    for (const problem of plan.problems) await printLine(`  ${problem.message}`);
  }
  const { score, figures, tied } = notebook.call('audit.summary', {});
  await printLine(`tie-out ${score ?? 0}% (${tied} of ${figures} figures)`);
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

async function printDocument(plan: DocumentPlan): Promise<void> {
  const { figures, citations, sources, sections, tables, structure } = plan.found;
  await printLine(plan.title);
  await printLine(
    `  ${figures} figures, ${citations} citations of ${sources} sources, ${sections} sections, ${tables} tables, ${structure} items of the argument`,
  );
  const version = plan.versions.find(({ proposed }) => proposed);
  if (version) {
    const { exact, moved, ambiguous, lost } = version.counts;
    await printLine(`  version ${version.version + 1} of “${version.title}”`);
    await printLine(
      `  of your work on it ${exact} found, ${moved} moved; ${ambiguous} ambiguous and ${lost} lost stay on version ${version.version}`,
    );
  } else if (plan.duplicate !== null && plan.duplicate.kind !== 'near') {
    await printLine(`  this text was here already: it was read again, nothing was doubled`);
  }
}
