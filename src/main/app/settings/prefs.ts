/** What this person on this machine set: theme, window, recent notebooks, layouts. One small file, written whole. */
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { THEMES } from '../../../contract/app';

const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

const recent = z.object({ path: z.string(), openedAt: z.string() });

const stored = z.object({
  theme: z.enum(THEMES).catch('system'),
  window: windowState.nullable().catch(null),
  recent: z.array(recent).catch([]),
  sampleMade: z.boolean().catch(false),
  values: z.record(z.string(), z.unknown()).catch({}),
});
export type Stored = z.infer<typeof stored>;

export interface Prefs {
  readonly get: () => Stored;
  readonly set: (change: Partial<Stored>) => void;
  /** Resolves once everything set so far is on disk. */
  readonly settled: () => Promise<void>;
}

/** A file that cannot be read gives the defaults: preferences are never worth not starting for. */
export function openPrefs(file: string): Prefs {
  let current = readPrefs(file);
  let writing: Promise<void> = Promise.resolve();
  let due = false;
  const write = async (): Promise<void> => {
    due = false;
    const text = JSON.stringify(current, null, 1);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, text);
    await rename(`${file}.part`, file);
  };
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change };
      if (due) return;
      due = true;
      writing = writing.then(write).catch((reason: unknown) => {
        process.stderr.write(`tieout: preferences could not be saved: ${String(reason)}\n`);
      });
    },
    settled: () => writing,
  };
}

function readPrefs(file: string): Stored {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return stored.parse({});
  }
}
