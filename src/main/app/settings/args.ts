/** Reads the program's arguments: ours are told apart from Chromium's by name, everything else is a notebook to open. */
import { resolve } from 'node:path';
import { THEMES } from '../../../contract/app';

export type ThemeChoice = (typeof THEMES)[number];

export interface AppArguments {
  readonly notebook: string | null;
  readonly theme: ThemeChoice | null;
  readonly userDataDir: string | null;
}

const TAKES_VALUE = new Set(['--theme', '--user-data-dir']);

/**
 * `argv` without the program itself; `skip` positionals before ours (1 in a checkout: the app's folder).
 * Relative paths resolve against `folder`.
 */
export function readArguments(argv: readonly string[], skip: number, folder: string): AppArguments {
  const flags = new Map<string, string>();
  const positionals: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (!argument.startsWith('-')) {
      positionals.push(argument);
      continue;
    }
    const [name = '', ...value] = argument.split('=');
    if (value.length > 0) flags.set(name, value.join('='));
    else if (TAKES_VALUE.has(name)) flags.set(name, argv[++index] ?? '');
    else flags.set(name, '');
  }
  const paths = positionals.slice(skip).map((path) => resolve(folder, path));
  const theme = flags.get('--theme') ?? '';
  const userData = flags.get('--user-data-dir');
  return {
    notebook: paths[0] ?? null,
    theme: isTheme(theme) ? theme : null,
    userDataDir: userData ? resolve(folder, userData) : null,
  };
}

const isTheme = (value: string): value is ThemeChoice => THEMES.some((one) => one === value);
