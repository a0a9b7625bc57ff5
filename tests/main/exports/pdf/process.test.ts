// The typesetting process as it ships: it answers, it can be cancelled, and its death is told and leaves nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { bundle } from '../../../support/bundle.mjs';
import { typesetWithNode } from '../../../../src/main/exports/pdf/with-node';
import type { TypesetJob, TypesetStage } from '../../../../src/main/exports/pdf/job';
import { folder } from '../../notebook/support';
import { note } from '../support';
import { p, pagesOf } from './print';

let programs = '';
beforeAll(async () => {
  programs = await bundle({
    'typeset-process': 'src/main/typeset-process.ts',
    'typeset-worker': 'src/main/typeset-worker.ts',
  });
}, 60_000);

const job = (paragraphs: number): TypesetJob => ({
  printable: { note: note(Array.from({ length: paragraphs }, () => p('Words.'))), appendix: [], completedAt: null },
  options: { paper: 'Letter', contents: false, appendix: true },
  format: 'pdf',
  style: 'names',
});

describe('the typesetting process', () => {
  it('answers with a PDF and says how far it is', async () => {
    const stages: TypesetStage[] = [];
    const done = await typesetWithNode(join(programs, 'typeset-process.js'), job(3), {
      onStage: (stage) => stages.push(stage),
    });
    expect(stages).toEqual(['fitting', 'setting', 'writing', 'reading back']);
    expect((await pagesOf(done.bytes))[0]).toMatchObject({ width: 612, height: 792 });
  });

  it('is ended when cancelled', async () => {
    const controller = new AbortController();
    const asked = typesetWithNode(join(programs, 'typeset-process.js'), job(4000), {
      signal: controller.signal,
      onStage: () => controller.abort(),
    });
    await expect(asked).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });

  it('tells its own death', async () => {
    const dead = join(folder(), 'dead.mjs');
    writeFileSync(dead, 'process.exit(9);\n');
    await expect(typesetWithNode(dead, job(1))).rejects.toMatchObject({ code: 'E_MEMORY' });
  });
});
