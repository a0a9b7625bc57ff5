/** Reads a command's arguments strictly: what is not known is wrong usage, never ignored. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './usage';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | null;
  readonly flag: (name: string) => boolean;
}

type Kind = 'string' | 'boolean';

/** `options` names those the command knows and whether they take a value. */
export function readArguments(args: readonly string[], options: Readonly<Record<string, Kind>>): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
      allowPositionals: true,
      strict: true,
    });
    return {
      positionals,
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : null;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** The only positional there may be. */
export function onlyOne(args: Arguments, what: string): string {
  const [first, second] = args.positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (second !== undefined) throw new UsageError(`name one ${what} only: ${second} is one too many`);
  return pathFrom(first);
}

export function requiredOption(args: Arguments, name: string): string {
  const value = args.text(name);
  if (value === null || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

/** Paths are meant from where the person stands; npm itself runs in the checkout. */
export const pathFrom = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
