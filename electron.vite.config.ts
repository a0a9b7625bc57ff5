// How the four bundles are made: main side (ES modules), preload (one CommonJS file), renderer (hashed files, CSP nonce).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

// The fallback runtime on closed networks is Chromium 130 with Node 20: nothing newer may be emitted.
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

const mainEntries = {
  index: 'src/main/index.ts',
  'notebook-process': 'src/main/notebook-process.ts',
  'notebook-writer': 'src/main/notebook-writer.ts',
  'backup-worker': 'src/main/backup-worker.ts',
  'import-process': 'src/main/import-process.ts',
  'import-worker': 'src/main/imports/worker.ts',
  'typeset-process': 'src/main/typeset-process.ts',
  'typeset-worker': 'src/main/typeset-worker.ts',
  cli: 'src/main/cli/main.ts',
};

/** What pdf.js looks for beside itself when a PDF leaves it out: fonts, Chinese encodings, and a decoder that needs no WebAssembly. */
const PDF_ASSETS = [
  { folder: 'cmaps', kind: /\.bcmap$/ },
  { folder: 'standard_fonts', kind: /\.(?:pfb|ttf)$/ },
  { folder: 'wasm', kind: /\.js$/ },
];

const pdfAssets: Plugin = {
  name: 'pdf-assets',
  generateBundle() {
    for (const { folder, kind } of PDF_ASSETS) {
      const from = resolve(root, 'node_modules/pdfjs-dist', folder);
      for (const name of readdirSync(from).filter((one) => kind.test(one))) {
        this.emitFile({
          type: 'asset',
          fileName: `pdfjs/${folder}/${name}`,
          source: readFileSync(resolve(from, name)),
        });
      }
    }
  },
};

export default defineConfig({
  main: {
    // Word lists as text: a process parses only those that it reads.
    json: { stringify: true, namedExports: false },
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
    plugins: [react(), pdfAssets],
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
