// The arrows between layers and the sizes of files and functions hold because a breach fails the build: each kind is
// planted in a small copy of the project and must be named by the compiler, the linter, or both.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What stands in the copy: one module a place, so that every import below names something real. */
const places = [
  'src/core/base/span.ts',
  'src/core/figure/model.ts',
  'src/core/figure/quantity/read.ts',
  'src/core/figure/period/read.ts',
  'src/core/figure/placing/read.ts',
  'src/contract/api.ts',
  'src/preload/bridge.ts',
  'src/renderer/src/shell.ts',
  'src/renderer/src/app/calls/client.ts',
  'src/renderer/src/kit/button.ts',
  'src/renderer/src/views/shared/inspector.ts',
  'src/renderer/src/shell/views.ts',
  'src/main/app/windows/windows.ts',
  'src/main/ipc/gate.ts',
  'src/main/cli/main.ts',
  'src/main/notebook/open.ts',
  'src/main/storage/open.ts',
  'src/main/imports/registry.ts',
  'src/main/exports/csv.ts',
  'src/main/exports/pdf/print.ts',
];

interface Breach {
  readonly file: string;
  readonly code: string;
  readonly by: readonly ('tsc' | 'oxlint')[];
}

const both = ['tsc', 'oxlint'] as const;
const linter = ['oxlint'] as const;
const compiler = ['tsc'] as const;
const naming = (path: string): string => `import { here } from '${path}';\nexport const used = here;\n`;

const circle = (other: string, here: string, there: string): string =>
  `import type { ${there} } from './circle-${other}';\nexport type ${here} = ${there} | null;\n`;

/** A module of so many lines. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => `export const line${at} = ${at};\n`).join('');
}

/** A function of so many lines, from its head to its last brace: blank lines and comments count. */
function functionOf(count: number): string {
  return `export function long(): number {\n${'  // why\n'.repeat(count - 4)}\n  return 1;\n}\n`;
}

function callbackOf(count: number): string {
  return `export const long = [1].map((one) => {\n${'\n'.repeat(count - 3)}  return one;\n});\n`;
}

const breaches: readonly Breach[] = [
  { file: 'src/core/figure/contract.ts', code: naming('../../contract/api'), by: both },
  { file: 'src/core/figure/main.ts', code: naming('../../main/storage/open'), by: both },
  { file: 'src/core/figure/quantity/period.ts', code: naming('../period/read'), by: linter },
  { file: 'src/core/figure/quantity/placing.ts', code: naming('../placing/read'), by: linter },
  { file: 'src/core/figure/quantity/contract.ts', code: naming('../../../contract/api'), by: linter },
  { file: 'src/core/figure/period/placing.ts', code: naming('../placing/read'), by: linter },
  { file: 'src/core/figure/period/far.ts', code: naming('../../figure/placing/read'), by: linter },
  { file: 'src/core/figure/period/zod.ts', code: `export { z } from 'zod';\n`, by: linter },
  { file: 'src/core/node.ts', code: `export { readFileSync } from 'node:fs';\n`, by: both },
  { file: 'src/core/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/core/zod.ts', code: `export { z } from 'zod';\n`, by: linter },
  { file: 'src/core/dynamic.ts', code: `export const load = () => import('zod');\n`, by: linter },
  { file: 'src/core/dom.ts', code: 'export const title = document.title;\n', by: compiler },
  { file: 'src/core/timer.ts', code: 'export const now = process.hrtime();\n', by: compiler },
  { file: 'src/contract/main.ts', code: naming('../main/notebook/open'), by: both },
  { file: 'src/contract/react.ts', code: `export { createElement } from 'react';\n`, by: linter },
  { file: 'src/preload/main.ts', code: naming('../main/app/windows'), by: both },
  { file: 'src/preload/renderer.ts', code: naming('../renderer/src/shell'), by: both },
  { file: 'src/preload/zod.ts', code: `export { z } from 'zod';\n`, by: linter },
  { file: 'src/renderer/src/main-side.ts', code: naming('../../main/notebook/open'), by: both },
  { file: 'src/renderer/src/bridge.ts', code: naming('../../preload/bridge'), by: both },
  { file: 'src/renderer/src/node.ts', code: `export { readFileSync } from 'node:fs';\n`, by: both },
  { file: 'src/renderer/src/electron.ts', code: `export { ipcRenderer } from 'electron';\n`, by: linter },
  { file: 'src/renderer/src/kit/app.ts', code: naming('../app/calls/client'), by: linter },
  { file: 'src/renderer/src/kit/grid/app.ts', code: naming('../../app/calls/client'), by: linter },
  { file: 'src/renderer/src/kit/view.ts', code: naming('../views/shared/inspector'), by: linter },
  { file: 'src/renderer/src/kit/contract.ts', code: naming('../../../contract/api'), by: linter },
  { file: 'src/renderer/src/kit/grid/figure.ts', code: naming('../../../../core/figure/model'), by: linter },
  { file: 'src/renderer/src/kit/shell.ts', code: naming('../shell/views'), by: linter },
  { file: 'src/renderer/src/kit/node.ts', code: `export { readFileSync } from 'node:fs';\n`, by: both },
  { file: 'src/renderer/src/app/view.ts', code: naming('../views/shared/inspector'), by: linter },
  { file: 'src/renderer/src/app/state/shell.ts', code: naming('../../shell/views'), by: linter },
  { file: 'src/renderer/src/views/audit/shell.ts', code: naming('../../shell/views'), by: linter },
  { file: 'src/renderer/src/views/electron.ts', code: `export { ipcRenderer } from 'electron';\n`, by: linter },
  { file: 'src/main/window.ts', code: naming('../renderer/src/shell'), by: both },
  { file: 'src/main/dom.ts', code: 'export const title = document.title;\n', by: compiler },
  { file: 'src/main/utility-process.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/main/storage/notebook.ts', code: naming('../notebook/open'), by: linter },
  { file: 'src/main/storage/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/main/imports/storage.ts', code: naming('../storage/open'), by: linter },
  { file: 'src/main/exports/storage.ts', code: naming('../storage/open'), by: linter },
  { file: 'src/main/exports/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/main/notebook/ipc.ts', code: naming('../ipc/gate'), by: linter },
  { file: 'src/main/notebook/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/main/ipc/app.ts', code: naming('../app/windows/windows'), by: linter },
  { file: 'src/main/ipc/storage.ts', code: naming('../storage/open'), by: linter },
  { file: 'src/main/cli/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/main/cli/app.ts', code: naming('../app/windows'), by: linter },
  { file: 'src/main/exports/pdf/storage.ts', code: naming('../../storage/open'), by: linter },
  { file: 'src/main/exports/pdf/electron.ts', code: `export { app } from 'electron';\n`, by: linter },
  { file: 'src/core/long-file.ts', code: lines(401), by: linter },
  { file: 'src/main/long-function.ts', code: functionOf(61), by: linter },
  { file: 'src/renderer/src/long-callback.ts', code: callbackOf(61), by: linter },
  // A circle is one also where both arrows carry only types.
  { file: 'src/core/circle-there.ts', code: circle('back', 'There', 'Back'), by: linter },
  { file: 'src/core/circle-back.ts', code: circle('there', 'Back', 'There'), by: linter },
];

/** The arrows and sizes as they should be: neither tool may complain of these. */
const allowed: Readonly<Record<string, string>> = {
  'src/core/allowed-file.ts': lines(400),
  'src/main/allowed-function.ts': functionOf(60),
  'src/renderer/src/allowed-callback.ts': callbackOf(60),
  'src/core/figure/period/allowed.ts': `export { here } from '../quantity/read';\n`,
  'src/core/figure/placing/allowed.ts': `export { here } from '../quantity/read';\nexport { here as period } from '../period/read';\n`,
  'src/core/exact.ts': `export { default } from 'big.js';\n`,
  'src/contract/schemas.ts': `export { z } from 'zod';\nexport { here } from '../core/figure/model';\n`,
  'src/preload/allowed.ts': `export { contextBridge } from 'electron';\nexport { here } from '../contract/api';\n`,
  'src/renderer/src/allowed.ts': `export { here } from '../../contract/api';\n`,
  'src/renderer/src/kit/allowed.ts': `export { here } from '../../../core/base/span';\n`,
  'src/renderer/src/views/shared/allowed.ts': `export { here } from '../../kit/button';\nexport { here as client } from '../../app/calls/client';\n`,
  'src/renderer/src/shell/allowed.ts': `export { here } from '../views/shared/inspector';\nexport { here as client } from '../app/calls/client';\n`,
  'src/main/ipc/allowed.ts': `export { ipcMain } from 'electron';\nexport { here } from '../notebook/open';\n`,
  'src/main/app/allowed.ts': `export { app } from 'electron';\nexport { here } from '../ipc/gate';\n`,
  'src/main/notebook/allowed.ts': `export { here } from '../storage/open';\nexport { here as csv } from '../exports/csv';\n`,
  'src/main/cli/allowed.ts': `export { here } from '../notebook/open';\nexport { readFileSync } from 'node:fs';\n`,
};

let copy = '';
const said = { tsc: '', oxlint: '' };

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tieout-layers-'));
  for (const name of readdirSync(root).filter((file) => /^(tsconfig.*|\.oxlintrc|package)\.json$/.test(file))) {
    cpSync(join(root, name), join(copy, name));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const place of places) write(place, 'export const here = 1;\n');
  for (const [file, code] of Object.entries(allowed)) write(file, code);
  write('tests/nothing.ts', 'export {};\n');
  // Only the compiler's own first: importing Electron's types, say, would lend Node's globals to the whole layer.
  plant('tsc');
  said.tsc = run('typescript/bin/tsc', '-b', '--pretty', 'false');
  plant('oxlint');
  said.oxlint = run('oxlint/bin/oxlint', '--format', 'unix', 'src');
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(tool: keyof typeof said): void {
  for (const { file, code, by } of breaches) if (by.includes(tool)) write(file, code);
}

function write(file: string, code: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), code);
}

function run(bin: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(status, `${bin} should fail on the breaches`).not.toBe(0);
  return stdout + stderr;
}

/** The lines a tool printed about a file. */
const about = (tool: keyof typeof said, file: string): string[] =>
  said[tool].split('\n').filter((line) => line.startsWith(file));

describe('an import against the arrows fails the build', () => {
  test.each(breaches.flatMap((breach) => breach.by.map((tool) => ({ ...breach, tool }))))(
    '$tool names $file',
    ({ file, tool }) => {
      expect(about(tool, file)).not.toEqual([]);
    },
  );
});

describe('an import along the arrows passes', () => {
  test.each(Object.keys(allowed))('%s', (file) => {
    expect([...about('tsc', file), ...about('oxlint', file)]).toEqual([]);
  });
});
