// Starting other programs: quietly, with the last lines of their output shown when they fail.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Problem } from './log.mjs';

/**
 * Runs a program to its end and collects its output.
 * @returns {Promise<{code: number, stdout: string, output: string}>} code is -1 when it was ended by a signal or never began
 */
export function collect(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => done({ code: -1, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? -1, stdout, output }));
  });
}

/** As `collect`, but a failure is a Problem carrying the remedy and the telling part of the output: by default its end. */
export async function must(program, args, { remedy, what, telling = lastLines, ...options }) {
  const result = await collect(program, args, options);
  if (result.code !== 0) throw new Problem(what, remedy, telling(result.output));
  return result;
}

/** Runs a program on this terminal and answers its exit code. */
export function attach(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    child.on('error', fail);
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

export function lastLines(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** npm says what is wrong first and how it is used last. */
export function npmErrors(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error') && line.trim() !== 'npm error');
  return lines.slice(0, 12).join('\n') || lastLines(output);
}

/** The full path of a program on PATH, or null. */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder && existsSync(file)) return file;
    }
  }
  return null;
}

/** How to call npm: the one that started us, else the one on PATH; always as a Node script, so no shell is needed. */
export function npm(...args) {
  const cli = npmCli();
  return cli ? [process.execPath, [cli, ...args]] : ['npm', args];
}

/** The node-gyp that npm carries, or null. */
export function nodeGyp() {
  const cli = npmCli();
  if (!cli) return null;
  const file = join(dirname(dirname(cli)), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  return existsSync(file) ? file : null;
}

function npmCli() {
  const started = process.env.npm_execpath;
  if (started?.endsWith('npm-cli.js') && existsSync(started)) return started;
  const beside = [
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ].find((file) => existsSync(file));
  if (beside) return beside;
  const onPath = which('npm');
  const real = onPath ? realpathSync(onPath) : '';
  return real.endsWith('npm-cli.js') ? real : null;
}
