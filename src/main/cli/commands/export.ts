/** `tieout export NB --to FILE`: by the file's ending. Only PDF needs Electron, which is started for it alone. */
import { spawn } from 'node:child_process';
import { dirname, extname, join } from 'node:path';
import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { EXPORT_FORMATS } from '../../../contract/app';
import { TieoutError } from '../../../contract/errors';
import { exportBytes, type Ask, type ExportFormat, type What } from '../../exports/index';
import { inspect } from '../../notebook/inspect';
import { cannotWrite } from '../../storage/errors';
import { refuseOverNotebook } from '../../storage/target';
import { moveWhole, temporaryBeside, writeWhole } from '../../storage/whole-file';
import { need, onlyOne, pathFrom, readArguments, type Arguments } from '../arguments';
import { openForReading } from '../open';
import { printLine } from '../output';
import { UsageError } from '../usage';

/** `programs` is the folder of the built programs; the app they belong to is two folders up. */
export async function exportCommand(argv: readonly string[], programs: string): Promise<number> {
  const args = readArguments(argv, {
    to: 'string',
    report: 'string',
    document: 'string',
    audit: 'boolean',
    paper: 'string',
    'no-contents': 'boolean',
    'no-appendix': 'boolean',
  });
  const path = onlyOne(args, 'notebook');
  const target = pathFrom(need(args, 'to'));
  const format = formatOf(target);
  if (args.flag('audit') && format !== 'pdf' && format !== 'xlsx') {
    throw new UsageError('--audit takes --to a file that ends in .pdf or .xlsx');
  }
  refuseUnwritable(target);
  if (format === 'pdf') await printPdf(path, target, args, programs);
  else await writeExport(path, target, format, args);
  await printLine(target);
  return 0;
}

/** Before the work: what is wrong with the place is said of the place, not of the notebook. */
function refuseUnwritable(target: string): void {
  const folder = dirname(target);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    const what = existsSync(folder) ? 'cannot be written to' : 'does not exist';
    throw new TieoutError('E_IO', `The folder ${folder} ${what}: choose another place for the export.`);
  }
  if (existsSync(target) && statSync(target).isDirectory()) {
    throw new TieoutError('E_IO', `${target} is a folder: choose another name for the export.`);
  }
  refuseOverNotebook(target);
}

function formatOf(target: string): ExportFormat {
  const ending = extname(target).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((one) => one === ending);
  if (format === undefined) throw new UsageError(`--to takes a file that ends in .${EXPORT_FORMATS.join(' .')}`);
  return format;
}

function whatOf(args: Arguments): What | null {
  const [report, document] = [args.text('report'), args.text('document')];
  const audit = args.flag('audit');
  if ([report !== null, document !== null, audit].filter(Boolean).length > 1) {
    throw new UsageError('one of --report, --document and --audit, not several');
  }
  if (audit) return { audit };
  if (report !== null) return { report };
  return document === null ? null : { document };
}

function paperOf(args: Arguments): 'A4' | 'Letter' {
  const paper = args.text('paper') ?? 'A4';
  if (paper !== 'A4' && paper !== 'Letter') throw new UsageError('--paper takes A4 or Letter');
  return paper;
}

async function writeExport(
  path: string,
  target: string,
  format: Exclude<ExportFormat, 'pdf'>,
  args: Arguments,
): Promise<void> {
  const request = {
    format,
    what: whatOf(args),
    paper: paperOf(args),
    contents: !args.flag('no-contents'),
    appendix: !args.flag('no-appendix'),
  };
  const notebook = openForReading(path);
  try {
    const ask: Ask = (message, asked) => Promise.resolve(notebook.call(message, asked));
    writeExported(target, await exportBytes(ask, { ...request, inspect: () => inspect(notebook.context) }));
  } finally {
    notebook.close();
  }
}

function writeExported(target: string, bytes: Uint8Array): void {
  try {
    writeWhole(target, bytes);
  } catch (error) {
    throw cannotWrite(target, error);
  }
}

function flagsOf(what: What): readonly string[] {
  if ('audit' in what) return ['--audit'];
  return 'report' in what ? ['--report', what.report] : ['--document', what.document];
}

/** The app prints without showing a window; without a display it runs under a virtual one. */
async function printPdf(path: string, target: string, args: Arguments, programs: string): Promise<void> {
  openForReading(path).close();
  const electron = process.env['TIEOUT_ELECTRON'];
  if (electron === undefined || !existsSync(electron)) {
    throw new TieoutError('E_IO', 'Printing a PDF needs Electron, which was not found: run npm run bootstrap first.');
  }
  const what = whatOf(args);
  const chosen = what === null ? [] : flagsOf(what);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = join(programs, '../..');
  const without = ['no-contents', 'no-appendix'].filter((flag) => args.flag(flag)).map((flag) => `--${flag}`);
  const part = temporaryBeside(target);
  const looks = [...chosen, ...without, '--paper', paperOf(args)];
  try {
    const { code, said } = await runUnderDisplay([electron, ...asRoot, app, '--print-pdf', path, part, ...looks]);
    if (code !== 0 || !existsSync(part)) {
      throw new TieoutError('E_IO', said ?? `The PDF could not be printed: Electron ended with ${code}.`);
    }
    moveWhole(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}

/** What our own program says for people; Chromium says much more on the same stream. */
const OWN_WORDS = /^tieout: (.*)$/m;

function runUnderDisplay(command: readonly string[]): Promise<{ readonly code: number; readonly said: string | null }> {
  const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  const [program = '', ...rest] = headless ? ['xvfb-run', '-a', ...command] : command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text;
    });
    child.on('error', () =>
      reject(new TieoutError('E_IO', `${program} could not be started: install it and try again.`)),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, said: OWN_WORDS.exec(words)?.[1] ?? null }));
  });
}
