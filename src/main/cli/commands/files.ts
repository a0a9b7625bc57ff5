/** `tieout check`, `backup`, `restore` and `salvage`: the notebook as a file. */
import { existsSync, readFileSync } from 'node:fs';
import { checkPacket } from '../../exports/packet';
import { openZip } from '../../imports/archive/zip';
import { TieoutError } from '../../../contract/errors';
import { copyVerified, restoreNotebook } from '../../notebook/backups/backups';
import { checkNotebook } from '../../notebook/check';
import { Notebook } from '../../notebook/notebook';
import { salvage } from '../../notebook/backups/salvage';
import { requiredOption, onlyOne, pathFrom, readArguments } from '../terminal/arguments';
import { printJson, printLine } from '../terminal/output';

export async function checkCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { json: 'boolean' });
  const path = onlyOne(args, 'notebook');
  if (/\.zip$/i.test(path)) return checkPacketAt(path, args.flag('json'));
  const notebook = Notebook.open(path, { readOnly: true });
  try {
    const problems = checkNotebook(notebook.context);
    if (args.flag('json')) await printJson({ ok: problems.length === 0, problems });
    else if (problems.length === 0) await printLine(`${notebook.path}: whole`);
    else for (const problem of problems) await printLine(`${problem.check}: ${problem.message}`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    notebook.close();
  }
}

/** A tie-out packet, part by part against its manifest. */
async function checkPacketAt(path: string, asJson: boolean): Promise<number> {
  const problems = checkPacket(partsOf(readPacket(path)));
  if (asJson) await printJson({ ok: problems.length === 0, problems });
  else if (problems.length === 0) await printLine(`${path}: whole`);
  else for (const problem of problems) await printLine(problem);
  return problems.length === 0 ? 0 : 1;
}

/** All of a zip that somebody sent, within the limits of one that is imported. */
function partsOf(packet: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const zip = openZip(packet);
  return Object.fromEntries(zip.names.map((name) => [name, zip.read(name) ?? new Uint8Array()]));
}

function readPacket(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new TieoutError('E_IO', `${path} could not be read: choose another file.`, undefined, error);
  }
}

export async function backupCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { to: 'string' });
  const target = pathFrom(requiredOption(args, 'to'));
  const notebook = Notebook.open(onlyOne(args, 'notebook'), { readOnly: true });
  try {
    if (target === notebook.path)
      throw new TieoutError('E_INPUT', 'The backup would overwrite the notebook: name another file.');
    if (existsSync(target))
      throw new TieoutError('E_INPUT', `${target} already exists: name a new file for the backup.`);
    copyVerified(notebook.context.db, target);
    await printLine(`${target}: verified copy`);
  } finally {
    notebook.close();
  }
  return 0;
}

export async function restoreCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { to: 'string' });
  const target = pathFrom(requiredOption(args, 'to'));
  const kept = restoreNotebook(onlyOne(args, 'backup file'), target, new Date().toISOString());
  await printLine(
    kept === null ? `${target}: restored` : `${target}: restored; the notebook that was there is now ${kept}`,
  );
  return 0;
}

export async function salvageCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { to: 'string' });
  const target = pathFrom(requiredOption(args, 'to'));
  if (existsSync(target)) throw new TieoutError('E_INPUT', `${target} already exists: name a new file for the rescue.`);
  const { lost } = salvage(onlyOne(args, 'notebook'), target, new Date().toISOString());
  for (const line of lost) await printLine(line);
  await printLine(lost.length === 0 ? `${target}: everything could be read` : `${target}: all that could be read`);
  return lost.length === 0 ? 0 : 1;
}
