// The sample report finds every figure and source it names in the sample note.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodesOf, readBody, summarise } from '../../../src/core/report/body';
import { type Lookup, sampleReport } from '../../../src/main/app/samples/sample-report';
import { runImport } from '../../../src/main/imports/run-import';
import { documentOf } from '../imports/kinds';

describe('the sample report', () => {
  let lookup: Lookup;
  beforeAll(async () => {
    const bytes = await readFile('resources/samples/amazon-q1-2026.md');
    const { figures, citations } = documentOf(await runImport(bytes, 'amazon-q1-2026.md')).analysis;
    lookup = {
      figures: figures.map((figure, i) => ({ id: `f${i}`, ...figure })),
      sources: [...new Set(citations.map((c) => c.marker))].map((marker) => ({ id: marker, markers: [marker] })),
    };
  });

  it('has a live figure for every quote and a source for every marker', async () => {
    const report = await sampleReport('resources/samples', lookup);
    const template = await readFile('resources/samples/report.json', 'utf8');
    const words = [...nodesOf(readBody(report?.body))].map((node) => node.text ?? '').join(' ');
    const quotes = new Set([...template.matchAll(/\{([^}"|]+)[^}"]*\}/g)].map((match) => match[1]));
    expect([...quotes].filter((quote) => words.includes(quote ?? ''))).toEqual([]);
    expect(words).not.toMatch(/\[[A-Z]/);
    expect(summarise(report?.body).figures.length).toBeGreaterThan(15);
  });

  it('is nothing where none is bundled', async () => {
    expect(await sampleReport('resources', lookup)).toBeNull();
  });
});
