/**
 * `tieout import FILE… --notebook NB`: each file, or each of a folder, read in a thread of its own, planned, committed as
 * one undo step. A file that is refused does not keep the others out; the exit code tells of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TieoutError } from '../../../contract/errors';
import type { ImportPlan, TablePlan } from '../../../contract/records';
import type { MappingFile } from '../../../contract/mapping-file';
import { expand } from '../../imports/expand';
import { runInWorker } from '../../imports/run-in-worker';
import { parseMappingFile, withOverrides } from '../../notebook/imports/table/overrides';
import { Notebook } from '../../notebook/notebook';
import { type Arguments, pathFrom, requiredOption, readArguments } from '../terminal/arguments';
import { printJson, tell } from '../terminal/output';
import { UsageError } from '../terminal/usage';
import { type Imported, type Outcome, printReport, report } from './import-report';

interface Settings {
  readonly programs: string;
  readonly mapping: MappingFile | null;
  readonly password: string | undefined;
  /** As `import.commit` takes it: undefined for what the plan proposes. */
  readonly replaces: string | null | undefined;
  /** With what stands around an article. */
  readonly whole: boolean;
}

const REFUSED = 1;

/** `programs` is the folder of the built programs, where the worker that parses is. */
export async function importCommand(argv: readonly string[], programs: string): Promise<number> {
  const args = readArguments(argv, {
    notebook: 'string',
    json: 'boolean',
    mapping: 'string',
    'password-file': 'string',
    'as-new': 'boolean',
    replaces: 'string',
    whole: 'boolean',
  });
  if (args.positionals.length === 0) throw new UsageError('name at least one file to import');
  const path = pathFrom(requiredOption(args, 'notebook'));
  const named = args.positionals.map(pathFrom);
  refuseMissing(named, path);
  const mapping = args.text('mapping');
  const { files, left } = await expand(named);
  if (files.length === 0) {
    const why = left.map(({ name, reason }) => ` ${name}: ${reason}`).join('');
    throw new TieoutError('E_EMPTY', `Nothing there can be imported: name another file or folder.${why}`);
  }
  const locked = args.text('password-file');
  const settings: Settings = {
    password: locked === null ? undefined : readPassword(pathFrom(locked)),
    programs,
    mapping: mapping === null ? null : readMapping(pathFrom(mapping)),
    replaces: versionAsked(args, files.length),
    whole: args.flag('whole'),
  };
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  try {
    const outcomes: Outcome[] = [];
    for (const file of files) outcomes.push(await importOrRefuse(notebook, file.path, settings));
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined && 'error' in only) throw only.error;
    notebook.settle();
    const batch = { outcomes, left };
    if (args.flag('json')) await printJson(report(notebook, batch));
    else await printReport(notebook, batch);
    return outcomes.some((outcome) => 'error' in outcome) ? REFUSED : 0;
  } finally {
    notebook.close();
  }
}

function versionAsked(args: Arguments, files: number): string | null | undefined {
  const replaces = args.text('replaces');
  if (replaces !== null && args.flag('as-new')) throw new UsageError('--as-new and --replaces contradict each other');
  if (replaces !== null && files !== 1) throw new UsageError('--replaces takes one file only');
  return args.flag('as-new') ? null : (replaces ?? undefined);
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

async function importOrRefuse(notebook: Notebook, file: string, settings: Settings): Promise<Outcome> {
  try {
    return await importFile(notebook, file, settings);
  } catch (error) {
    if (!(error instanceof TieoutError)) throw error;
    const how = error.code === 'E_PASSWORD' ? ' Write it into a file and name that with --password-file.' : '';
    return { file, error: new TieoutError(error.code, `${file}: ${error.message}${how}`, error.details) };
  }
}

async function importFile(notebook: Notebook, file: string, settings: Settings): Promise<Imported> {
  tell(`reading ${file}`);
  const result = await runInWorker(
    { file, password: settings.password },
    { entry: join(settings.programs, 'import-worker.js') },
  );
  const staged = notebook.stage(result);
  const { replaces } = settings;
  const plan = asAsked(notebook, staged, settings);
  if (plan.kind === 'table' && plan.found.new + plan.found.changed === 0) {
    notebook.call('import.discard', { id: plan.id });
    return { file, document: null, replaces: null, plan };
  }
  const { id } = notebook.call('import.commit', { id: plan.id, replaces });
  const proposed = plan.kind === 'document' ? plan.versions.find((version) => version.proposed)?.document : null;
  return { file, document: id, replaces: (replaces === undefined ? proposed : replaces) ?? null, plan };
}

function asAsked(notebook: Notebook, plan: ImportPlan, { mapping, whole }: Settings): ImportPlan {
  if (plan.kind === 'table') return mapping === null ? plan : remap(notebook, plan, mapping);
  if (plan.kind !== 'document' || !whole || plan.whole !== false) return plan;
  return notebook.call('import.whole', { id: plan.id, whole });
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
