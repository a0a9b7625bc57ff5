/** `tieout import FILE… --notebook NB`: each file read in a thread of its own, planned, committed as one undo step. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TieoutError } from '../../../contract/errors';
import type { DocumentPlan, ImportPlan, SourcesPlan, TablePlan } from '../../../contract/records';
import type { MappingFile } from '../../../contract/mapping-file';
import { runInWorker } from '../../imports/run-in-worker';
import { parseMappingFile, withOverrides } from '../../notebook/imports/table/overrides';
import { Notebook } from '../../notebook/notebook';
import { need, pathFrom, readArguments } from '../arguments';
import { printJson, printLine, tell } from '../output';
import { UsageError } from '../usage';

interface Imported {
  readonly file: string;
  /** Of a document or the source of a table; null where a table brought nothing new. */
  readonly document: string | null;
  readonly plan: ImportPlan;
}

/** `programs` is the folder of the built programs, where the worker that parses is. */
export async function importCommand(argv: readonly string[], programs: string): Promise<number> {
  const args = readArguments(argv, {
    notebook: 'string',
    json: 'boolean',
    mapping: 'string',
    'password-file': 'string',
  });
  if (args.positionals.length === 0) throw new UsageError('name at least one file to import');
  const path = pathFrom(need(args, 'notebook'));
  refuseMissing(args.positionals.map(pathFrom), path);
  const named = args.text('mapping');
  const mapping = named === null ? null : readMapping(pathFrom(named));
  const locked = args.text('password-file');
  const password = locked === null ? undefined : readPassword(pathFrom(locked));
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  try {
    const imported: Imported[] = [];
    for (const file of args.positionals) {
      imported.push(await importFile(notebook, pathFrom(file), programs, { mapping, password }));
    }
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

function readMapping(path: string): MappingFile {
  if (!existsSync(path)) throw new TieoutError('E_NOT_FOUND', `There is no file ${path}: check the name.`);
  return parseMappingFile(readFileSync(path, 'utf8'));
}

/** From a file, because what stands on a command line can be read by every other program. */
function readPassword(path: string): string {
  if (!existsSync(path)) throw new TieoutError('E_NOT_FOUND', `There is no file ${path}: check the name.`);
  return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? '';
}

interface Given {
  readonly mapping: MappingFile | null;
  readonly password: string | undefined;
}

async function importFile(
  notebook: Notebook,
  file: string,
  programs: string,
  { mapping, password }: Given,
): Promise<Imported> {
  tell(`reading ${file}`);
  const result = await runInWorker({ file, password }, { entry: join(programs, 'import-worker.js') }).catch(
    (error: unknown) => {
      if (!(error instanceof TieoutError)) throw error;
      const how = error.code === 'E_PASSWORD' ? ' Write it into a file and name that with --password-file.' : '';
      throw new TieoutError(error.code, `${file}: ${error.message}${how}`, error.details);
    },
  );
  const staged = notebook.stage(result);
  const plan = staged.kind === 'table' && mapping !== null ? remap(notebook, staged, mapping) : staged;
  if (plan.kind === 'table' && plan.found.new + plan.found.changed === 0) {
    notebook.call('import.discard', { id: plan.id });
    return { file, document: null, plan };
  }
  const { id } = notebook.call('import.commit', { id: plan.id });
  return { file, document: id, plan };
}

/** Another sheet or head is proposed for anew; the rest of the file is laid over what is proposed then. */
function remap(notebook: Notebook, plan: TablePlan, file: MappingFile): TablePlan {
  const { mapping } = plan;
  const head = { row: file.head?.row ?? mapping.head.row, rows: file.head?.rows ?? mapping.head.rows };
  const sheet = file.sheet ?? mapping.sheet;
  const isElsewhere = file.sheet !== undefined || file.head !== undefined;
  const use = { sheet, ...(file.head === undefined ? {} : { head }) };
  const proposed = isElsewhere ? notebook.call('import.remap', { id: plan.id, use }) : plan;
  return notebook.call('import.remap', { id: proposed.id, use: { mapping: withOverrides(proposed, file) } });
}

function report(notebook: Notebook, imported: readonly Imported[]): unknown {
  const { score, figures, tied } = notebook.call('audit.summary', {});
  return {
    notebook: notebook.path,
    documents: imported.flatMap(({ file, document, plan }) =>
      plan.kind === 'document' ? [documentReport(file, document, plan)] : [],
    ),
    bibliographies: imported.flatMap(({ file, plan }) => (plan.kind === 'sources' ? [sourcesReport(file, plan)] : [])),
    tables: imported.flatMap(({ file, document, plan }) =>
      plan.kind === 'table' ? [tableReport(file, document, plan)] : [],
    ),
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

const documentReport = (file: string, document: string | null, plan: DocumentPlan): unknown => ({
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
    else if (plan.kind === 'table') await printTable(plan);
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
