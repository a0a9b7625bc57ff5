// Every fault of the campaign's fault case (`npm run torture -- --case fault --all`): how its points are counted.
import { expect, test } from 'vitest';
import { pointsOf } from '../torture/fault';

const F = '/tmp/t';

test('points are the calls that touch the folder between begin and end, numbered as the process makes them', () => {
  const log = [
    `openat(AT_FDCWD</>, "/lib/a.so", O_RDONLY) = 3</lib/a.so>`,
    `openat(AT_FDCWD</>, "${F}/nb.tieout", O_RDWR) = 4<${F}/nb.tieout>`,
    String.raw`write(1<pipe:[7]>, "begin\n", 6) = 6`,
    `openat(AT_FDCWD</>, "${F}/nb.tieout-wal", O_RDWR) = 5<${F}/nb.tieout-wal>`,
    `pwrite64(5<${F}/nb.tieout-wal>, "x", 1, 0) = 1`,
    `pwrite64(9</elsewhere>, "x", 1, 0) = 1`,
    `pwrite64(5<${F}/nb.tieout-wal>, "x", 1, 8) = 1`,
    `rename("${F}/a", "${F}/b") = 0`,
    String.raw`write(1<pipe:[7]>, "end\n", 4) = 4`,
    `fsync(5<${F}/nb.tieout-wal>) = 0`,
  ].join('\n');
  expect(pointsOf(log, F).map(({ call, nth }) => `${call} ${nth}`)).toEqual([
    'openat 3',
    'pwrite64 1',
    'pwrite64 3',
    'rename 1',
  ]);
});
