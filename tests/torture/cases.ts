/** The cases of the campaign. Each does one round from one seed and says what it did and what came of it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeBackup } from '../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../src/main/notebook/check';
import { Notebook } from '../../src/main/notebook/notebook';
import { salvage } from '../../src/main/notebook/backups/salvage';
import { TieoutError } from '../../src/contract/errors';
import { ASKED } from './asked';
import type { Case, Result } from './case';
import { fault } from './fault';
import { fullDisk, noSmallDisk } from './full-disk';
import { hostile } from './hostile-notebook';
import { judge } from './judge';
import { contentsAt, recordsAt } from './notebooks';
import { power } from './power';
import { reading } from './reading';

const OPERATIONS = ['edit', 'open', 'create', 'backup', 'restore', 'copy', 'save-as', 'salvage', 'export'] as const;

/** `kill -9` at any moment of any operation, opening and closing among them. */
const kill: Case = async ({ random, path, worker }) => {
  const operation = random.below(3) === 0 ? random.pick(OPERATIONS) : 'edit';
  const child = spawn(process.execPath, [worker, operation, path], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  // Half of the kills of edits come after something was promised, however slow the machine; the others at any moment.
  const promised = operation === 'edit' && random.below(2) === 0;
  const waitsFor = promised ? 'ack ' : 'ready';
  while (!said.includes(waitsFor) && child.exitCode === null) {
    // oxlint-disable-next-line no-await-in-loop -- until it says so
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  setTimeout(() => child.kill('SIGKILL'), random.below(250));
  await ended;
  return outcome(judge(path, said));
};

/** A bit of a notebook at rest is flipped: what changed in any table must be seen on opening or by the check, and by a backup. */
const flip: Case = ({ random, path }) => {
  const before = contentsAt(path);
  const bytes = readFileSync(path);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  writeFileSync(path, bytes);
  let seen = '';
  let copied = true;
  try {
    const notebook = Notebook.open(path, { readOnly: true });
    try {
      seen = checkNotebook(notebook.context)
        .map(({ check }) => check)
        .join(' ');
      copied = makesCopy(notebook, path);
    } finally {
      notebook.close();
    }
  } catch (error) {
    if (!(error instanceof TieoutError)) return { counts: {}, faults: [`byte ${at}: a raw error: ${String(error)}`] };
    return { counts: { refused: 1 }, faults: [] };
  }
  const changed = differing(before, contentsAt(path));
  // Findings are made anew from the records when the copy is opened: a copy of them need not be refused.
  const mustRefuse = changed.some((table) => !DERIVED.has(table)) && seen !== 'search';
  return {
    counts: { changed: changed.length > 0 ? 1 : 0, seen: seen === '' ? 0 : 1 },
    faults: [
      ...(changed.length > 0 && seen === '' ? [`byte ${at}: ${changed.join(', ')} changed and nothing saw it`] : []),
      ...(mustRefuse && copied ? [`byte ${at}: ${changed.join(', ')} changed and a backup was made of it`] : []),
    ],
  };
};

const DERIVED = new Set(['finding', 'finding_figure', 'figure_audit', 'search_entry']);

function makesCopy(notebook: Notebook, path: string): boolean {
  try {
    makeBackup(notebook.context.db, path, 'automatic', new Date().toISOString());
    return true;
  } catch (error) {
    if (error instanceof TieoutError) return false;
    throw error;
  }
}

const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((table) => a.get(table) !== b.get(table));

/** Whole pages are ruined: opening repairs without loss or refuses, and the rescue brings every record that can be read. */
const damage: Case = ({ random, path }) => {
  const before = recordsAt(path);
  const bytes = readFileSync(path);
  const pages = bytes.length / 4096;
  const fill = random.pick([0, 0xff, 0x5a]);
  for (let n = 1 + random.below(4); n > 0; n -= 1) {
    const page = 1 + random.below(pages - 1);
    bytes.fill(fill, page * 4096, page * 4096 + random.pick([64, 512, 4096]));
  }
  writeFileSync(path, bytes);
  const readable = readableIds(path);
  const target = join(path, '..', 'rescued.tieout');
  try {
    const { lost } = salvage(path, target, new Date().toISOString());
    const after = recordsAt(target);
    const missing = readable.filter((key) => !after.has(key as `${string}/${string}`));
    const silent = lost.length === 0 && !isSame(before, after);
    return {
      counts: { rescued: 1, records: after.size, whole: lost.length === 0 ? 1 : 0 },
      faults: [
        ...missing
          .filter((key) => !lost.some((line) => line.includes(key.slice(key.indexOf('/') + 1))))
          .map((key) => `${key} could be read and was not rescued`),
        ...(silent ? ['the rescue says that nothing is lost, and something is'] : []),
        ...outcome(judge(target, '')).faults,
      ],
    };
  } catch (error) {
    const refused = error instanceof TieoutError && error.code !== 'E_BUG';
    return {
      counts: { refused: 1 },
      faults:
        refused && readable.length === 0
          ? []
          : refused
            ? [`${readable.length} records could be read, none was rescued`]
            : [String(error)],
    };
  }
};

/** What plain SQL gives of notes and figures, in the order of their tables, until it fails. */
function readableIds(path: string): readonly string[] {
  const found: string[] = [];
  for (const table of ['note', 'figure', 'report']) {
    try {
      const db = new Database(path, { readonly: true });
      try {
        for (const row of db.prepare(`SELECT * FROM ${table} NOT INDEXED`).iterate()) {
          const { id } = row as { id: unknown };
          if (typeof id === 'string') found.push(`${table}/${id}`);
        }
      } finally {
        db.close();
      }
    } catch {
      // As far as it goes.
    }
  }
  return found;
}

const GARBAGE = [
  '',
  'x',
  '[]',
  '{}',
  '{"a":1}',
  '[[1,[2]]]',
  '7',
  '-1',
  '9'.repeat(5000),
  '\u0000',
  '\ud800',
  '<script>',
  'null',
  '"',
];
const NUMBERS = [0, -1, 1, 2 ** 31, -(2 ** 31), 2 ** 52];
/** A cell holds what a stranger wrote into it: every view still answers, in words where it must refuse. */
const cells: Case = ({ random, path }) => {
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('ignore_check_constraints = ON');
  db.pragma('foreign_keys = OFF');
  const table = random.pick([
    'document',
    'section',
    'source',
    'citation',
    'figure',
    'structure_item',
    'note',
    'report',
  ]);
  const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table) as {
    name: string;
    type: string;
  }[];
  const { name, type } = random.pick(columns.filter((column) => column.name !== 'id'));
  const value = type === 'INTEGER' ? random.pick(NUMBERS) : random.pick(GARBAGE);
  try {
    db.prepare(`UPDATE ${table} SET ${name} = ?`).run(value);
  } catch {
    // Unique, or a type that STRICT does not take.
  }
  db.close();
  const what = `${table}.${name} = ${JSON.stringify(value).slice(0, 40)}`;
  try {
    const notebook = Notebook.open(path, { automaticBackups: false });
    try {
      const began = performance.now();
      const faults = ASKED.flatMap(([message, request]) => {
        const reply = notebook.handle(message, request);
        return !reply.ok && reply.error.code === 'E_BUG'
          ? [`${what}: ${message}: ${reply.error.message.slice(0, 120)}`]
          : [];
      });
      const slow = performance.now() - began > 20_000 ? [`${what}: over 20 s`] : [];
      return { counts: { asked: ASKED.length }, faults: [...faults, ...slow] };
    } finally {
      notebook.close();
    }
  } catch (error) {
    return { counts: { refused: 1 }, faults: error instanceof TieoutError ? [] : [`${what}: ${String(error)}`] };
  }
};

/** Their verdict rests on times, which a busy machine turns: for the command, not for `npm test`. */
export const TIMED: readonly string[] = ['reading'];

export const CASES: Readonly<Record<string, Case>> = {
  kill,
  fault,
  power,
  'full-disk': fullDisk,
  flip,
  damage,
  cells,
  hostile,
  reading,
};

/** Null where the machine has what the case needs, else what is missing. */
export function missingFor(name: string): string | null {
  if (name === 'full-disk') return noSmallDisk();
  const traced = name === 'fault' || name === 'power';
  return traced && spawnSync('strace', ['-V']).status !== 0
    ? 'strace, which makes calls fail and writes them down'
    : null;
}

const outcome = ({
  acknowledged,
  faults,
}: {
  readonly acknowledged: number;
  readonly faults: readonly string[];
}): Result => ({
  counts: { acknowledged },
  faults,
});

function isSame(a: ReadonlyMap<string, object>, b: ReadonlyMap<string, object>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, row] of a) if (JSON.stringify(row) !== JSON.stringify(b.get(key))) return false;
  return true;
}
