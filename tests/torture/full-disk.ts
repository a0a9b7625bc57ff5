/** A disk that fills up: any operation on any level of free space ends in words, and what was acknowledged is there. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Case } from './case';
import { judge } from './judge';

const OPERATIONS = ['edit', 'open', 'create', 'backup', 'restore', 'copy', 'save-as', 'salvage', 'export'] as const;
const DISK = '6m';

/** Null where a small disk of memory can be made here, else what is missing. */
export function noSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-disk-'));
  try {
    return mount(folder) ? null : 'leave to mount a small disk';
  } finally {
    unmount(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

const mount = (at: string): boolean =>
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', at], { stdio: 'ignore' }).status === 0;
const unmount = (at: string): void => void spawnSync('umount', [at], { stdio: 'ignore' });

export const fullDisk: Case = ({ random, path, worker }) => {
  const operation = random.pick(OPERATIONS);
  const disk = `${dirname(path)}.disk`;
  mkdirSync(disk, { recursive: true });
  if (!mount(disk)) return { counts: {}, faults: ['no disk could be mounted'] };
  try {
    cpSync(dirname(path), disk, { recursive: true });
    const there = join(disk, basename(path));
    const { bavail, bsize } = statfsSync(disk);
    const left = random.below(200) * 4096;
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
    const { stdout, status } = spawnSync(process.execPath, [worker, operation, there, '2'], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    rmSync(join(disk, 'filler'));
    const { acknowledged, faults } = judge(there, stdout);
    const refused = stdout.split('\n').filter((line) => line.startsWith('refused ')).length;
    const told = [...faults, ...(status === 0 ? [] : [`the process ended with ${status}`])];
    return {
      counts: { acknowledged, refused },
      faults: told.map((one) => `${operation} with ${left} bytes free: ${one}`),
    };
  } finally {
    unmount(disk);
    rmSync(disk, { recursive: true, force: true });
  }
};
