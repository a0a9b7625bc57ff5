/** `tieout inspect NB --json`: the whole notebook as one JSON value. */
import { inspect } from '../../notebook/inspect';
import { onlyOne, readArguments } from '../terminal/arguments';
import { openForReading } from './open';
import { printJson } from '../terminal/output';
import { UsageError } from '../terminal/usage';

export async function inspectCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { json: 'boolean' });
  if (!args.flag('json')) throw new UsageError('inspect prints JSON only: add --json');
  const notebook = openForReading(onlyOne(args, 'notebook'));
  try {
    await printJson(inspect(notebook.context));
  } finally {
    notebook.close();
  }
  return 0;
}
