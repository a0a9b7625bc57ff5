// What package.json and its lock promise: exact versions, and a lock that `npm ci` accepts on every platform.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const versions = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: versions, devDependencies: versions });
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optionalDependencies: versions.optional(),
    }),
  ),
});

const read = (name: string): unknown => JSON.parse(readFileSync(resolve(root, name), 'utf8'));
const { dependencies, devDependencies } = manifest.parse(read('package.json'));
const { packages } = lock.parse(read('package-lock.json'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every direct dependency is named in its exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, v]) => !/^\d+\.\d+\.\d+$/.test(v));
  expect(loose).toEqual([]);
});

test('every locked package carries its integrity and no address of a registry', () => {
  expect(locked.filter(([, entry]) => !entry.version || !entry.integrity).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
});

test('the lock has the packages of other platforms too, without which npm ci refuses it', () => {
  const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

/** Node's own look-up: beside the package that asks, then in each folder above. */
function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[at ? `${at}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!at) return false;
  }
}
