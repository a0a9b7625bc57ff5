/**
 * The tie-out packet: a note's PDF with all that it rests on, for whoever checks it. A zip of the PDF, the figures with their
 * quotes and places, the documents by their hashes, the sources and the findings with their status, and a manifest that gives
 * the hash of each part, so that a changed part is seen.
 */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { TieoutError } from '../../contract/errors';
import type { DocumentSummary, FigureRecord, FindingRecord } from '../../contract/records';
import { csv } from './csv';
import type { Ask, What } from './gather';
import type { Note } from './note/note';
import { FIGURE_HEAD, figureRows } from './tables';
import { zipped } from './zip/zipped';

const MANIFEST = 'manifest.json';
const PACKET_PDF = 'note.pdf';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

const manifest = z.object({
  packet: z.literal('tieout'),
  version: z.literal(1),
  parts: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

const figureOf = (figure: FigureRecord) => ({
  id: figure.id,
  quote: figure.quote,
  low: figure.low,
  high: figure.high,
  unit: figure.unit,
  currency: figure.currency,
  qualifier: figure.qualifier,
  metric: figure.metric,
  label: figure.metricLabel,
  entity: figure.entity,
  period: figure.period,
  class: figure.provenance,
  inherited: figure.inheritedClass,
  why: figure.cue.reason,
  tiedOut: figure.tiedOut,
  tieOutReason: figure.tieOutReason,
  place: figure.place,
  sources: figure.citations.map(({ source, marker, locator }) => ({ source, marker, locator })),
});

const DOCUMENT = ['id', 'title', 'fileName', 'format', 'asOf', 'sha256', 'version'] as const;
const FINDING = ['rule', 'severity', 'message', 'status', 'reason', 'claimed', 'computed', 'gap'] as const;

const membersOf = <T extends object>(record: T, names: readonly (keyof T & string)[]) =>
  Object.fromEntries(names.map((name) => [name, record[name]]));

const documentOf = (document: DocumentSummary) => membersOf(document, DOCUMENT);

const findingOf = (finding: FindingRecord) => ({
  id: finding.key,
  ...membersOf(finding, FINDING),
  figures: finding.figures.map(({ figure }) => figure),
});

/** All of a note's packet but the PDF, as a zip; `note` is what is printed of `what`. `E_EMPTY` for the audit pack, which is no note. */
export async function packetParts(ask: Ask, what: What, note: Note): Promise<Uint8Array> {
  if ('audit' in what) throw new TieoutError('E_EMPTY', 'A tie-out packet is of a note: name a report or a document.');
  const [documents, findings] = await Promise.all([ask('document.list', {}), ask('finding.list', { includeOk: true })]);
  const ids = new Set(note.figures.map(({ id }) => id));
  const used = new Set(note.figures.flatMap(({ place }) => place?.document ?? []));
  if ('document' in what) used.add(what.document);
  const about = findings.filter(({ figures }) => figures.some(({ figure }) => ids.has(figure)));
  const rows = figureRows(note.figures, documents, note.sources);
  return zipped({
    'figures.csv': strToU8(csv(FIGURE_HEAD, rows)),
    'figures.json': json(note.figures.map(figureOf)),
    'documents.json': json(documents.filter(({ id }) => used.has(id)).map(documentOf)),
    'sources.json': json(note.sources.map(({ id, csl }) => ({ ...csl, id }))),
    'findings.json': json(about.map(findingOf)),
  });
}

/** The packet with its PDF and the manifest of both. */
export function sealPacket(parts: Uint8Array, pdf: Uint8Array): Uint8Array {
  const all = { [PACKET_PDF]: pdf, ...unzipSync(parts) };
  const listed = Object.entries(all).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const said = { packet: 'tieout', version: 1, parts: listed };
  return zipped({ [MANIFEST]: json(said), ...all });
}

/**
 * What is wrong with an unpacked packet, a sentence each; none where every part is as it was sealed. `parts` are by their
 * names. Throws `E_FORMAT` for what is no packet.
 */
export function checkPacket(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const said = manifestOf(parts[MANIFEST]);
  const names = new Set(said.parts.map(({ name }) => name));
  const changed = said.parts.flatMap(({ name, sha256: hash }) => {
    const bytes = parts[name];
    if (!bytes) return [`${name} is missing.`];
    return sha256(bytes) === hash ? [] : [`${name} is not as it was when the packet was made.`];
  });
  const added = Object.keys(parts).filter((name) => name !== MANIFEST && !names.has(name));
  return [...changed, ...added.map((name) => `${name} was added after the packet was made.`)];
}

function manifestOf(bytes: Uint8Array | undefined): z.infer<typeof manifest> {
  try {
    return manifest.parse(JSON.parse(strFromU8(bytes ?? new Uint8Array())));
  } catch (error) {
    throw new TieoutError('E_FORMAT', 'The file is no tie-out packet: it has no manifest.', undefined, error);
  }
}
