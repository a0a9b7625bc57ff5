/** What a parser that was tricked can still do in its thread: read the program, and nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../support/bundle.mjs';

let built = '';
let folder = '';
beforeAll(async () => {
  built = await bundle({ lockdown: 'src/main/imports/lockdown.ts' });
  folder = mkdtempSync(join(tmpdir(), 'tieout-lockdown-'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
}, 60_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** What `code` gives or throws once the thread is locked down; it was loaded before. */
function locked(code: string): string {
  const script = `
    import fs from 'node:fs'; import * as all from 'node:fs'; import promises from 'node:fs/promises';
    import { createRequire } from 'node:module'; import threads from 'node:worker_threads'; import net from 'node:net';
    const secret = ${JSON.stringify(join(folder, 'secret.txt'))}, own = ${JSON.stringify(join(built, 'lockdown.js'))};
    const out = ${JSON.stringify(join(folder, 'out.txt'))};
    const { lockDown } = await import(${JSON.stringify(pathToFileURL(join(built, 'lockdown.js')).href)});
    process.stdout.write(""); process.stderr.write("");
    lockDown();
    try { process.stdout.write('gave ' + String(await (async () => { ${code} })()).slice(0, 40)); }
    catch (error) { process.stdout.write('refused ' + error.message); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return stdout || stderr;
}

it.each([
  ['fs.readFileSync(secret)', 'return fs.readFileSync(secret, "utf8")'],
  ['a named import', 'return all.readFileSync(secret, "utf8")'],
  ['promises', 'return promises.readFile(secret, "utf8")'],
  ['a callback', 'return new Promise((y, n) => fs.readFile(secret, "utf8", (e, t) => (e ? n(e) : y(t))))'],
  ['an address', 'return fs.readFileSync(new URL("file://" + secret), "utf8")'],
  ['bytes for a path', 'return fs.readFileSync(Buffer.from(secret), "utf8")'],
  ['a way around', 'return fs.readFileSync(own + "/../../../../../../../../../../../../../.." + secret, "utf8")'],
  ['a stream', 'return fs.createReadStream(secret).read()'],
  ['a stream by its class', 'return new Promise((y, n) => new fs.ReadStream(secret).on("error", n).on("data", y))'],
  ['an open file', 'return fs.openSync(secret)'],
  ['a folder', `return fs.readdirSync(${JSON.stringify(tmpdir())})`],
  ['that it is there', 'return fs.statSync(secret).size'],
  ['its real path', 'return fs.realpathSync.native(secret)'],
  ['require', 'return createRequire(own)("node:fs").readFileSync(secret, "utf8")'],
  ['writing', 'fs.writeFileSync(out, "x")'],
  ['writing by its own folder', 'fs.writeFileSync(own + ".x", "x")'],
  ['opening its own to write', 'return fs.openSync(own, "r+")'],
  ['removing', 'fs.rmSync(secret)'],
  ['linking', 'fs.linkSync(own, out)'],
  ['another thread', 'new threads.Worker("1", { eval: true })'],
  ['a socket', 'net.connect(9)'],
  ['a native binding', 'return process.binding("fs")'],
  ['a native module from elsewhere', 'return process.dlopen({ exports: {} }, secret)'],
])('%s is refused', (_what, code) => {
  expect(locked(code)).toMatch(/^refused An import may/);
  expect(readdirSync(folder)).toEqual(['secret.txt']);
});

it('the program is still read, and loaded', () => {
  expect(locked('return fs.readFileSync(own, "utf8").length > 100')).toBe('gave true');
  expect(locked('return (await import("node:zlib")).deflateSync("x").length > 0')).toBe('gave true');
  expect(locked('return typeof createRequire(own)("big.js")')).toBe('gave function');
  expect(locked('return (await import(own + "?again")).lockDown.name')).toBe('gave lockDown');
});
