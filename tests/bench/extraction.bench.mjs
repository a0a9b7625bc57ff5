// The engine alone: how many megabytes of prose a second it reads, and that time grows with length.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../support/bundle.mjs';
import { quantile, timed } from './notebook.mjs';

const SAMPLES = ['amazon-q1-2026.md', 'northlight-half-year.txt'].map((name) =>
  join(import.meta.dirname, '../../resources/samples', name),
);
const SIZES = [250_000, 1_000_000, 4_000_000];
const TIMES = 3;

/** The samples one after another until the text has `length` characters. */
function prose(length) {
  const whole = SAMPLES.map((file) => readFileSync(file, 'utf8')).join('\n\n');
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
}

function speed(what, text, work) {
  const times = Array.from({ length: TIMES }, () => timed(() => work(text)));
  const seconds = quantile(times, 0.5) / 1000;
  return {
    what,
    value: Number((Buffer.byteLength(text) / 1e6 / seconds).toFixed(2)),
    unit: 'MB/s',
    note: `${(text.length / 1e6).toFixed(2)} M characters`,
  };
}

export async function run() {
  const programs = await bundle({
    analyse: 'src/core/analyse.ts',
    plain: 'src/core/document/plain.ts',
    quantity: 'src/core/figure/quantity.ts',
  });
  try {
    const load = (name) => import(pathToFileURL(join(programs, `${name}.js`)).href);
    const [{ analyse }, { plainDocument }, { readQuantities }] = [
      await load('analyse'),
      await load('plain'),
      await load('quantity'),
    ];
    analyse(plainDocument(prose(50_000)));
    return SIZES.flatMap((size) => {
      const text = prose(size);
      return [
        speed('quantities read', text, (given) => readQuantities(given)),
        speed('whole extraction', text, (given) => analyse(plainDocument(given))),
      ];
    });
  } finally {
    rmSync(programs, { recursive: true, force: true });
  }
}
