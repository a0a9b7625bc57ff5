// Output of the scripts: one short line a step with its time, and one line with the remedy when something fails.

let stream = process.stdout;

/** Sends all step lines to `target`; the command line keeps standard output for its own answer. */
export function logTo(target) {
  stream = target;
}

/** A failure a person can do something about: what is wrong, and what to do. */
export class Problem extends Error {
  constructor(what, remedy, detail = '') {
    super(what);
    this.remedy = remedy;
    this.detail = detail;
  }
}

export function say(line) {
  stream.write(`${line}\n`);
}

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Runs one step: says what it does, then how long it took. */
export async function step(what, work) {
  const started = performance.now();
  stream.write(`• ${what} … `);
  try {
    const value = await work();
    stream.write(`${seconds(performance.now() - started)}\n`);
    return value;
  } catch (error) {
    stream.write(`failed after ${seconds(performance.now() - started)}\n`);
    throw error;
  }
}

/** Runs a script's main function; a problem becomes its lines on standard error and exit code 1. */
export async function main(work) {
  try {
    const code = await work();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    if (error instanceof Problem) {
      if (error.detail) process.stderr.write(`${error.detail.trimEnd()}\n`);
      process.stderr.write(`tieout: ${error.message}. ${error.remedy}\n`);
    } else {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
    process.exitCode = 1;
  }
}
