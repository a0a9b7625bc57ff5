// Bundles a module of src for tests that need it in a plain Node process of its own, outside of vitest.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** The path of an ES module that holds `entry` (from the root of the checkout) and all it imports but packages. */
export async function bundle(entry: string): Promise<string> {
  const base = join(root, '.build/tests');
  mkdirSync(base, { recursive: true });
  const outDir = mkdtempSync(join(base, 'bundle-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return join(outDir, 'bundle.mjs');
}
