// The engine alone: how many megabytes of prose a second it reads, that time grows with length, and the same text read
// by Microsoft's Recognizers-Text in the same run.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import recognizers from '@microsoft/recognizers-text-suite';
import { bundle } from '../support/bundle.mjs';
import { quantile, timed } from './notebook.mjs';

const SAMPLES = ['amazon-q1-2026.md', 'northlight-half-year.txt'].map((name) =>
  join(import.meta.dirname, '../../resources/samples', name),
);
const SIZES = [250_000, 1_000_000, 4_000_000];
const TIMES = 3;
/** Characters that Recognizers-Text is given: enough to measure, few enough to wait for. */
const COMPARED = 12_000;
/** Our reading of so short a text is over before a clock can tell, so it is read many times. */
const ROUNDS = 100;

/** The samples one after another until the text has `length` characters. */
function prose(length) {
  const whole = SAMPLES.map((file) => readFileSync(file, 'utf8')).join('\n\n');
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
}

/** Megabytes a second, the median of some runs. */
function rate(text, work) {
  const times = Array.from({ length: TIMES }, () => timed(() => work(text)));
  return Buffer.byteLength(text) / 1e6 / (quantile(times, 0.5) / 1000);
}

function speed(what, text, work) {
  return {
    what,
    value: Number(rate(text, work).toFixed(2)),
    unit: 'MB/s',
    note: `${(text.length / 1e6).toFixed(2)} M characters`,
  };
}

/** Numbers, percentages and money, a paragraph at a time: given a whole text its time grows with the square of it. */
function recognise(paragraphs) {
  for (const paragraph of paragraphs) {
    recognizers.recognizeNumber(paragraph, 'en-us');
    recognizers.recognizePercentage(paragraph, 'en-us');
    recognizers.recognizeCurrency(paragraph, 'en-us');
  }
}

function repeat(work, text) {
  for (let round = 0; round < ROUNDS; round += 1) work(text);
}

function compared(readQuantities, extract) {
  const text = prose(COMPARED);
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  recognise(paragraphs.slice(0, 3));
  const theirs = rate(text, () => recognise(paragraphs));
  const often = (work) => rate(text, () => repeat(work, text)) * ROUNDS;
  const times = (what, ours) => ({
    what,
    value: Math.round(ours / theirs),
    unit: '×',
    note: `${ours.toFixed(2)} MB/s, the same ${text.length} characters`,
  });
  return [
    {
      what: 'Recognizers-Text: numbers, percentages, money',
      value: Number((theirs * 1000).toFixed(2)),
      unit: 'kB/s',
      note: `${paragraphs.length} paragraphs one by one`,
    },
    times('quantities read, times Recognizers-Text', often(readQuantities)),
    times('whole extraction, times Recognizers-Text', often(extract)),
  ];
}

export async function run() {
  const programs = await bundle({
    analyse: 'src/core/analyse.ts',
    plain: 'src/core/document/plain.ts',
    quantity: 'src/core/figure/quantity/quantity.ts',
  });
  try {
    const load = (name) => import(pathToFileURL(join(programs, `${name}.js`)).href);
    const [{ analyse }, { plainDocument }, { readQuantities }] = [
      await load('analyse'),
      await load('plain'),
      await load('quantity'),
    ];
    const extract = (text) => analyse(plainDocument(text));
    extract(prose(50_000));
    return [
      ...SIZES.flatMap((size) => [
        speed('quantities read', prose(size), (text) => readQuantities(text)),
        speed('whole extraction', prose(size), extract),
      ]),
      ...compared((text) => readQuantities(text), extract),
    ];
  } finally {
    rmSync(programs, { recursive: true, force: true });
  }
}
