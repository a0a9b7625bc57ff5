/** The command line's front door: picks the command, turns every failure into one line and an exit code. */
import { TieoutError } from '../../contract/errors';
import { auditCommand } from './commands/audit';
import { batchCommand } from './commands/batch';
import { exportCommand } from './commands/export';
import { backupCommand, checkCommand, restoreCommand } from './commands/files';
import { importCommand } from './commands/import';
import { inspectCommand } from './commands/inspect';
import { print, tell } from './output';
import { HELP, UsageError } from './usage';

type Command = (argv: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  inspect: inspectCommand,
  audit: (argv) => (argv.includes('--batch') ? batchCommand('audit', argv) : auditCommand(argv)),
  export: exportCommand,
  check: checkCommand,
  backup: backupCommand,
  restore: restoreCommand,
  figures: (argv) => batchCommand('figures', argv),
  classify: (argv) => batchCommand('classify', argv),
  verify: (argv) => batchCommand('verify', argv),
};

const AT_FAULT = 1;
const WRONG_USAGE = 2;

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
    await print(HELP);
    return 0;
  }
  if (name === undefined) throw new UsageError('name a command');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`there is no command ${name}`);
  return command(rest);
}

function fail(error: unknown): number {
  if (error instanceof UsageError) {
    tell(`tieout: ${error.message} (tieout --help says what there is)`);
    return WRONG_USAGE;
  }
  const words = error instanceof TieoutError ? error.message : `unexpected: ${String(error)}`;
  tell(`tieout: ${words.replaceAll('\n', ' ')}`);
  if (!(error instanceof TieoutError) && error instanceof Error && process.env['TIEOUT_DEBUG']) tell(error.stack ?? '');
  return AT_FAULT;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await run(process.argv.slice(2)).catch(fail);
