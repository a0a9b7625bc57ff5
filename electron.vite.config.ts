// How the four bundles are made: main side (ES modules), preload (one CommonJS file), renderer (hashed files, CSP nonce).
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

// The fallback runtime on closed networks is Chromium 130 with Node 20: nothing newer may be emitted.
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

const mainEntries = {
  index: 'src/main/index.ts',
  'notebook-process': 'src/main/notebook-process.ts',
  'notebook-writer': 'src/main/notebook-writer.ts',
  'import-process': 'src/main/import-process.ts',
  'import-worker': 'src/main/imports/worker.ts',
  cli: 'src/main/cli/main.ts',
};

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(mainEntries)
            .map(([name, file]) => [name, resolve(root, file)] as const)
            .filter(([, file]) => existsSync(file)),
        ),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      isolatedEntries: true,
      minify: false,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: CHROME_TARGET,
      cssTarget: CHROME_TARGET,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
});
