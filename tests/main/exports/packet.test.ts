// The tie-out packet: what is in it, that the same note gives the same, and that a changed part is seen.
import { expect, it } from 'vitest';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { checkPacket, packetParts, sealPacket } from '../../../src/main/exports/packet';
import { type Ask, printable } from '../../../src/main/exports/gather';
import { runImport } from '../../../src/main/imports/run-import';
import { notebookAt } from '../notebook/support';

const NOTE = '# Acme in 2026\n\nRevenue was $20.1B in Q1 2026, up from $10.0B, a rise of 50% [Acme release].\n';
const PDF = strToU8('%PDF-1.7 of the note');

async function made(): Promise<{ readonly parts: Uint8Array; readonly again: Uint8Array }> {
  const notebook = notebookAt();
  const plan = notebook.stage(await runImport(strToU8(NOTE), 'acme.md'));
  const { id } = notebook.call('import.commit', { id: plan.id });
  notebook.settle();
  const ask: Ask = async (name, request) => notebook.call(name, request);
  const what = { document: id ?? '' };
  const partsOf = async () => packetParts(ask, what, (await printable(ask, what)).note);
  return { parts: await partsOf(), again: await partsOf() };
}

const read = (packet: Uint8Array, name: string): unknown =>
  JSON.parse(strFromU8(unzipSync(packet)[name] ?? strToU8('null')));

it('holds the PDF, the figures with quote and place, the hashes, the sources and the findings', async () => {
  const { parts, again } = await made();
  const packet = sealPacket(parts, PDF);
  expect(Object.keys(unzipSync(packet)).toSorted()).toEqual([
    'documents.json',
    'figures.csv',
    'figures.json',
    'findings.json',
    'manifest.json',
    'note.pdf',
    'sources.json',
  ]);
  expect(read(packet, 'figures.json')).toMatchObject([
    {
      quote: '$20.1B',
      low: '20100000000',
      period: '2026Q1',
      place: { document: expect.stringContaining('') as string },
    },
    { quote: '$10.0B' },
    { quote: '50%' },
  ]);
  expect(read(packet, 'documents.json')).toMatchObject([
    { fileName: 'acme.md', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ]);
  expect(read(packet, 'findings.json')).toContainEqual(expect.objectContaining({ status: 'open', severity: 'error' }));
  expect(sealPacket(again, PDF)).toEqual(packet);
  expect(checkPacket(unzipSync(packet))).toEqual([]);
});

it.each<[string, (parts: Record<string, Uint8Array>) => void, RegExp]>([
  ['changed', (parts) => (parts['figures.json'] = strToU8('[]')), /^figures\.json is not as it was/],
  ['missing', (parts) => delete parts['note.pdf'], /^note\.pdf is missing/],
  ['added', (parts) => (parts['more.txt'] = strToU8('x')), /^more\.txt was added/],
])('a part that was %s is seen', async (_, change, said) => {
  const parts = unzipSync(sealPacket((await made()).parts, PDF));
  change(parts);
  expect(checkPacket(parts)).toEqual([expect.stringMatching(said)]);
});

it('is refused where it is none', () => {
  expect(() => checkPacket({})).toThrow(/no manifest/);
  expect(() => checkPacket({ 'a.txt': strToU8('x') })).toThrow(/no manifest/);
  expect(() => checkPacket({ 'manifest.json': strToU8('{}') })).toThrow(/no manifest/);
});
