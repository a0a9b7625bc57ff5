/** `tieout export NB --to FILE`: by the file's ending. A PDF is set in a process of its own. */
import { dirname, extname, join } from 'node:path';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportsOf,
  isNoteFormat,
  isPacket,
  isPaper,
  isTypeset,
  type NoteFormat,
  type Paper,
  PAPERS,
  type TypesetFormat,
  USUAL_PAPER,
} from '../../../core/report/exports';
import { CITATION_STYLES, LONGEST_CSL, styleNamed, USUAL_STYLE } from '../../../core/citation/styles';
import type { TypesetJob } from '../../exports/pdf/job';
import { TieoutError } from '../../../contract/errors';
import { exportBytes, leftOut, newest, printable, type Ask, type What } from '../../exports/index';
import { missingFigures } from '../../exports/note/note';
import { packetParts, sealPacket } from '../../exports/packet';
import { typesetWithNode } from '../../exports/pdf/with-node';
import { inspect } from '../../notebook/inspect';
import { cannotWrite } from '../../storage/errors';
import { refuseOverNotebook, throughLinks } from '../../storage/target';
import { writeWhole } from '../../storage/whole-file';
import { requiredOption, onlyOne, pathFrom, readArguments, type Arguments } from '../terminal/arguments';
import { openForReading } from './open';
import { printLine } from '../terminal/output';
import { UsageError } from '../terminal/usage';

const AUDIT_FORMATS = exportsOf('audit');

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
    style: 'string',
    anyway: 'boolean',
  });
  const path = onlyOne(args, 'notebook');
  const target = pathFrom(requiredOption(args, 'to'));
  const format = formatOf(target);
  if (args.flag('audit') && !AUDIT_FORMATS.includes(format)) {
    throw new UsageError(`--audit takes --to a file that ends in .${AUDIT_FORMATS.join(' or .')}`);
  }
  refuseUnwritable(target);
  refuseOverNotebook(target);
  const style = styleOf(args);
  if (isPacket(format)) await makePacket(path, target, { style, args, programs });
  else if (isNoteFormat(format) && (isTypeset(format) || style !== USUAL_STYLE)) {
    await makeApart(path, target, { format, style, args, programs });
  } else if (!isTypeset(format)) await writeExport(path, target, format, args);
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

function paperOf(args: Arguments): Paper {
  const paper = args.text('paper') ?? USUAL_PAPER;
  if (!isPaper(paper)) throw new UsageError(`--paper takes ${PAPERS.join(' or ')}`);
  return paper;
}

/** A note with figures that are gone goes out only where somebody says so. */
function refuseMissing(missing: number, args: Arguments): void {
  if (missing === 0 || args.flag('anyway')) return;
  const one = missing === 1;
  throw new TieoutError(
    'E_CONFLICT',
    `${missing} live ${one ? 'figure is' : 'figures are'} no longer in the notebook and would print as “figure missing”: undo what removed ${one ? 'it' : 'them'}, edit the report, or export with --anyway.`,
  );
}

async function writeExport(
  path: string,
  target: string,
  format: Exclude<ExportFormat, TypesetFormat>,
  args: Arguments,
): Promise<void> {
  const what = whatOf(args);
  const request = {
    format,
    what,
    paper: paperOf(args),
    contents: !args.flag('no-contents'),
    appendix: !args.flag('no-appendix'),
  };
  const notebook = openForReading(path);
  try {
    const ask: Ask = (message, asked) => Promise.resolve(notebook.call(message, asked));
    if (what !== null && 'report' in what) {
      refuseMissing((await ask('report.check', { id: what.report })).missing, args);
    }
    const left = await leftOut(format, () => ask('source.list', {}));
    for (const words of left) process.stderr.write(`tieout: ${words}\n`);
    writeExported(target, await exportBytes(ask, { ...request, inspect: () => inspect(notebook.context) }));
  } finally {
    notebook.close();
  }
}

function writeExported(target: string, bytes: Uint8Array): void {
  try {
    writeWhole(throughLinks(target), bytes);
  } catch (error) {
    throw cannotWrite(target, error);
  }
}

/** A style by its name, or the text of a .csl file. */
function styleOf(args: Arguments): TypesetJob['style'] {
  const asked = args.text('style');
  if (asked === null) return USUAL_STYLE;
  const named = styleNamed(asked);
  if (named !== null) return named;
  if (!/\.csl$/i.test(asked)) {
    throw new UsageError(`--style takes a file that ends in .csl, or one of ${CITATION_STYLES.join(', ')}`);
  }
  const path = pathFrom(asked);
  try {
    const csl = readFileSync(path, 'utf8');
    if (csl.length > LONGEST_CSL) throw new TieoutError('E_TOO_LARGE', `${path} is too long for a style.`);
    return { csl };
  } catch (reason) {
    if (reason instanceof TieoutError) throw reason;
    throw new TieoutError('E_IO', `The style ${path} could not be read: choose another file.`);
  }
}

interface Apart {
  readonly format: NoteFormat;
  readonly style: TypesetJob['style'];
  readonly args: Arguments;
  readonly programs: string;
}

/** The notebook is closed before the note is set: what is printed is what stood there when it was asked for. */
async function makeApart(path: string, target: string, { format, style, args, programs }: Apart): Promise<void> {
  const what = whatOf(args);
  const gathered = await gatheredFrom(path, async (ask) => printable(ask, what ?? (await newest(ask))));
  writeExported(target, await setApart(gathered, { format, style }, { args, programs }));
}

async function gatheredFrom<T>(path: string, gather: (ask: Ask) => Promise<T>): Promise<T> {
  const notebook = openForReading(path);
  const ask: Ask = (message, asked) => Promise.resolve(notebook.call(message, asked));
  return gather(ask).finally(() => notebook.close());
}

async function setApart(
  gathered: TypesetJob['printable'],
  how: Omit<TypesetJob, 'printable' | 'options'>,
  { args, programs }: Pick<Apart, 'args' | 'programs'>,
): Promise<Uint8Array> {
  refuseMissing(missingFigures(gathered.note), args);
  const { bytes, warnings } = await typesetWithNode(join(programs, 'typeset-process.js'), {
    printable: gathered,
    options: { paper: paperOf(args), contents: !args.flag('no-contents'), appendix: !args.flag('no-appendix') },
    ...how,
  });
  for (const warning of warnings) process.stderr.write(`tieout: ${warning}\n`);
  return bytes;
}

/** The PDF and the parts are of the same state of the notebook. */
async function makePacket(
  path: string,
  target: string,
  { style, args, programs }: Omit<Apart, 'format'>,
): Promise<void> {
  const asked = whatOf(args);
  const [gathered, parts] = await gatheredFrom(path, async (ask) => {
    const what = asked ?? (await newest(ask));
    const printed = await printable(ask, what);
    return [printed, await packetParts(ask, what, printed.note)] as const;
  });
  const pdf = await setApart(gathered, { format: 'pdf', style }, { args, programs });
  writeExported(target, sealPacket(parts, pdf));
}
