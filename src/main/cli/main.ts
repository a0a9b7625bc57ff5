/** Entry of the command line: picks the command, and turns every failure into one line and an exit code. */
import { TieoutError } from '../../contract/errors';
import { print, tell } from './terminal/output';
import { HELP, UsageError } from './terminal/usage';

type Command = (argv: readonly string[]) => Promise<number>;

/** The folder of the built programs; the commands themselves are bundled elsewhere in it. */
const HERE = import.meta.dirname;

/** Loaded when asked for: `check` need not wait for what writes spreadsheets. */
const COMMANDS: Readonly<Record<string, Command>> = {
  import: async (argv) => (await import('./commands/import')).importCommand(argv, HERE),
  inspect: async (argv) => (await import('./commands/inspect')).inspectCommand(argv),
  audit: async (argv) =>
    argv.includes('--batch') ? batch('audit', argv) : (await import('./commands/audit')).auditCommand(argv),
  export: async (argv) => (await import('./commands/export')).exportCommand(argv, HERE),
  check: async (argv) => (await import('./commands/files')).checkCommand(argv),
  backup: async (argv) => (await import('./commands/files')).backupCommand(argv),
  restore: async (argv) => (await import('./commands/files')).restoreCommand(argv),
  salvage: async (argv) => (await import('./commands/files')).salvageCommand(argv),
  figures: (argv) => batch('figures', argv),
  classify: (argv) => batch('classify', argv),
  verify: (argv) => batch('verify', argv),
};

async function batch(name: string, argv: readonly string[]): Promise<number> {
  return (await import('./commands/batch')).batchCommand(name, argv);
}

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
    tell(`tieout: ${error.message} (see tieout --help)`);
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
