/** What the processes of the app hold, turn after turn, and what of it is a leak. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface Load {
  /** Resident memory. */
  readonly kb: number;
  readonly handles: number;
}
/** By process: `main`, and the ones that live as long as the window. */
export type Loads = ReadonlyMap<string, Load>;

const SHARE = 0.05;
/** What a process that has not come to rest yet may grow by a turn. */
const WARMING_KB = 300;
const WARM_TURNS = 200;
/** Pipes and sockets of a process that is just being started or ended. */
const HANDLES_OF_ONE = 6;

export function loadsOf(main: number, others: readonly number[]): Loads {
  const loads = new Map<string, Load>();
  for (const [pid, name] of [[main, 'main'] as const, ...others.map((one) => [one, kindOf(one)] as const)]) {
    const load = name === null ? null : loadOf(pid);
    // Those that live for one import or one PDF have higher numbers and are left out.
    if (name !== null && load !== null && !loads.has(name)) loads.set(name, load);
  }
  return loads;
}

function kindOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (line.includes('--type=renderer')) return 'window';
    return line.includes('node.mojom.NodeService') ? 'notebook' : null;
  } catch {
    return null;
  }
}

/** Handles of /dev/null are left out, which Electron before 36 leaves behind for each process. Null: it has ended. */
function loadOf(pid: number): Load | null {
  const folder = `/proc/${pid}/fd`;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const handles = readdirSync(folder).filter((name) => leadsTo(join(folder, name)) !== '/dev/null').length;
    return { kb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0), handles };
  } catch {
    return null;
  }
}

function leadsTo(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

interface Grown {
  readonly name: string;
  readonly early: Load;
  readonly late: Load;
}

/** The middle of what was held from a third to a half of all turns, and in their last sixth. */
function grownOf(turns: readonly Loads[]): readonly Grown[] {
  const between = (from: number, to: number): readonly Loads[] =>
    turns.slice(Math.floor(turns.length * from), Math.max(Math.ceil(turns.length * to), 1));
  return [...(turns.at(-1)?.keys() ?? [])].map((name) => ({
    name,
    early: middle(between(1 / 3, 1 / 2), name),
    late: middle(between(5 / 6, 1), name),
  }));
}

function middle(turns: readonly Loads[], name: string): Load {
  const of = (what: keyof Load): number => {
    const sorted = turns.map((loads) => loads.get(name)?.[what] ?? 0).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { kb: of('kb'), handles: of('handles') };
}

/** Percent of memory and number of handles by which each process grew. */
export const grownIn = (turns: readonly Loads[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    grownOf(turns).flatMap(({ name, early, late }) => [
      [`MB in ${name}`, Math.round(late.kb / 1024)],
      [`% grown in ${name}`, Math.round((late.kb / Math.max(early.kb, 1) - 1) * 1000) / 10],
      [`handles grown in ${name}`, late.handles - early.handles],
    ]),
  );

export const leaksIn = (turns: readonly Loads[]): readonly string[] =>
  grownOf(turns).flatMap(({ name, early, late }) => {
    const warming = turns.length < WARM_TURNS ? turns.length * WARMING_KB : 0;
    const [kb, handles] = [late.kb - early.kb, late.handles - early.handles];
    return [
      ...(handles > Math.max(early.handles * SHARE, HANDLES_OF_ONE) ? [`${name}: ${handles} handles more`] : []),
      ...(kb > Math.max(early.kb * SHARE, warming) ? [`${name}: ${kb} kB more, of ${early.kb} kB`] : []),
    ].map((what) => `${what} after ${turns.length} turns`);
  });
