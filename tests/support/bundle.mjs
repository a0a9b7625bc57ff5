// Bundles modules of src for tests that need them in a plain Node process of their own, outside of vitest.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * A folder with one ES module per entry, `NAME.js`, holding what it imports but most packages. Paths are from the checkout.
 * @param {Readonly<Record<string, string>>} entries
 * @returns {Promise<string>}
 */
export async function bundle(entries) {
  const base = join(root, '.build/tests');
  mkdirSync(base, { recursive: true });
  const outDir = mkdtempSync(join(base, 'bundle-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // A process that is killed again and again starts in half the time with word lists as text and zod's files in one.
    json: { stringify: true, namedExports: false },
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20.18',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
