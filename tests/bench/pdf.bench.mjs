// Text of a 300-page report out of PDF, against pdftotext on the same file in the same run; extraction apart.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { bundle } from '../support/bundle.mjs';
import { ms, quantile } from './notebook.mjs';

const PAGES = 300;
const TIMES = 3;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  const programs = await bundle({ pdf: 'src/main/imports/pdf/parser.ts', analyse: 'src/core/analyse.ts' });
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, await report());
    const pdftotext = timesOf(() => viaPdftotext(file, join(folder, 'report.txt')));
    // The extraction takes longest and is not what is compared: once is enough.
    const runs = Array.from({ length: TIMES }, (_, at) => viaTieout(programs, file, at === 0));
    const parsed = quantile(
      runs.map((one) => one.parse),
      0.5,
    );
    const note = pdftotext
      ? `${(parsed / pdftotext).toFixed(1)} times pdftotext (${pdftotext.toFixed(0)} ms); the goal is under 6`
      : 'pdftotext is not on this machine, so there is nothing to compare with';
    const last = runs[0];
    return [
      { what: `text of a ${PAGES}-page PDF, median`, ...ms(parsed), note },
      { what: 'extraction from that text', ...ms(last.analyse), note: `${last.figures} figures` },
      {
        what: 'memory while reading',
        value: Math.round(last.memory / 1024),
        unit: 'MB',
        note: 'the goal is under 600',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(programs, { recursive: true, force: true });
  }
}

/** A process of its own, so that its memory is that of this reading alone; it is noted before the extraction. */
function viaTieout(programs, file, extract) {
  const address = (name) => JSON.stringify(pathToFileURL(join(programs, `${name}.js`)).href);
  const script = `
    const { pdfParser } = await import(${address('pdf')});
    const { analyse } = await import(${address('analyse')});
    const bytes = new Uint8Array((await import('node:fs')).readFileSync(${JSON.stringify(file)}));
    const began = performance.now();
    const document = await pdfParser.parse({ bytes, fileName: null });
    const parse = performance.now() - began;
    const memory = process.resourceUsage().maxRSS;
    const then = performance.now();
    const figures = ${extract} ? analyse(document).figures : [];
    console.log(JSON.stringify({ parse, memory, analyse: performance.now() - then, figures: figures.length }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

function timesOf(work) {
  const times = Array.from({ length: TIMES }, work);
  return times.includes(null) ? null : quantile(times, 0.5);
}

function viaPdftotext(file, into) {
  const began = performance.now();
  const { error, status } = spawnSync('pdftotext', [file, into]);
  return error || status !== 0 ? null : performance.now() - began;
}

async function report() {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const strong = await pdf.embedFont(StandardFonts.HelveticaBold);
  for (let number = 1; number <= PAGES; number += 1) {
    const page = pdf.addPage([595, 842]);
    const put = (text, x, y, size = 9, font = plain) => page.drawText(text, { x, y, size, font });
    put('Harbour Parcels plc: annual report', 50, 810, 7);
    put(`Page ${number} of ${PAGES}`, 270, 25, 7);
    put(`${number}. Depots in region ${number}`, 50, 780, 15, strong);
    for (let line = 0; line < 36; line += 1) {
      const said =
        line % 6 === 0
          ? `Revenue rose ${line}.${number % 10}% to $${number}.${line} million and the`
          : 'more parcels went through the depots in the';
      put(said, 50, 750 - line * 12);
      put('people of the region said that this was as planned', 310, 750 - line * 12);
    }
    for (let row = 0; row < 18; row += 1) {
      ['Parcels carried', `${number},${100 + row}`, `${row}.5%`, `$${row * 3}.2m`].forEach((cell, at) =>
        put(cell, 50 + at * 120, 290 - row * 13),
      );
    }
  }
  return pdf.save();
}
