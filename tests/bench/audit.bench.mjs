// The audit alone: a note of some 300 figures, ten thousand figures in one notebook, and a run after one edit.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../support/bundle.mjs';
import { ms, quantile } from './notebook.mjs';

const SAMPLES = ['amazon-q1-2026.md', 'northlight-half-year.txt'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../resources/samples', name), 'utf8'),
);
const NOTE = Array.from({ length: 2 }, () => SAMPLES.join('\n\n')).join('\n\n');
const FIGURES = 10_000;
const TIMES = 7;
/** Edits come one after another: the first ones of a process are no measure of the others. */
const EDITS = 40;
const LIMITS = { note: 150, notebook: 3000, edit: 50 };

export async function run() {
  const folder = await bundle({
    analyse: 'src/core/analyse.ts',
    plain: 'src/core/document/plain.ts',
    audit: 'src/core/audit/audit.ts',
    auditor: 'src/core/audit/auditor.ts',
  });
  try {
    const load = (name) => import(pathToFileURL(join(folder, `${name}.js`)).href);
    const [{ analyse }, { plainDocument }] = [await load('analyse'), await load('plain')];
    const [{ audit }, { Auditor }] = [await load('audit'), await load('auditor')];
    const analysis = analyse(plainDocument(NOTE));
    const note = modelOf(analysis, 1);
    const copies = Math.ceil(FIGURES / analysis.figures.length);
    const notebook = modelOf(analysis, copies);
    const auditor = new Auditor();
    auditor.run(notebook);
    const rows = [
      row(
        'audit of a note',
        LIMITS.note,
        times(() => anew(note), audit),
        `${analysis.figures.length} figures`,
      ),
      row(
        'audit of a notebook',
        LIMITS.notebook,
        times(() => anew(notebook), audit),
        `${copies * analysis.figures.length} figures in ${copies} documents`,
      ),
      row(
        'audit after one edit of it',
        LIMITS.edit,
        times(
          (n) => edited(notebook, n),
          (model) => auditor.run(model),
          EDITS,
        ),
      ),
    ];
    return rows.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time, not the clock's: pure work, measured the same on a busy machine. */
function cpu(work) {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** What is worked on is made beforehand: only the audit counts. */
const times = (prepare, work, length = TIMES) =>
  Array.from({ length }, (_, n) => prepare(n)).map((prepared) => cpu(() => work(prepared)));

function row(what, limit, measured, note) {
  const median = quantile(measured, 0.5);
  return [
    { what: `${what}, median`, ...ms(median), note: note ?? 'processor time' },
    {
      what: `${what}, share of its limit`,
      value: Number((median / limit).toFixed(2)),
      unit: '×',
      note: `limit ${limit} ms`,
    },
  ];
}

function modelOf({ layout, context, figures, citations, sources, structure, undisclosed }, copies) {
  const documents = Array.from({ length: copies }, (_, copy) => ({
    id: `d${copy}`,
    layout,
    asOf: context.asOf,
    entity: `${context.entity} ${copy}`,
    figures: figures.map((figure, i) => ({
      ...figure,
      entity: figure.entity && `${figure.entity} ${copy}`,
      id: `d${copy}-${i}`,
      linkedSources: [],
      ticked: false,
      disputed: false,
      note: null,
    })),
    citations: citations.map((citation) => ({ ...citation, sourceId: sources[citation.source]?.id ?? '' })),
    structure,
    undisclosed,
  }));
  return { documents, sources };
}

/** As storage gives it: equal objects that are not the same, so that nothing is remembered by identity. */
const anew = (model) => ({ ...model, documents: model.documents.map((document) => ({ ...document })) });

/** As the notebook gives it after an edit: the touched document read anew, the others as they were. */
const edited = (model, n) => ({
  ...model,
  documents: model.documents.map((document, i) =>
    i === 0
      ? {
          ...document,
          figures: document.figures.map((figure, at) => (at === n ? { ...figure, note: `note ${n}` } : { ...figure })),
        }
      : document,
  ),
});
