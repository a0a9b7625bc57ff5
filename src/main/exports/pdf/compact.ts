/**
 * Makes a PDF smaller without changing what it holds: the typesetter writes each piece of the tag tree as plain text,
 * which is most of a short note's file. They go into compressed object streams (PDF 1.5, ISO 32000-1, 7.5.7).
 */
import { deflateSync } from 'node:zlib';

interface Piece {
  readonly id: number;
  /** Between `obj` and `endobj`. */
  readonly body: Uint8Array;
}

/** A file that is not laid out as expected is left as it is: it is whole, only larger. */
export function compacted(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const table = readTable(file);
  if (!table) return pdf;
  const pieces = piecesOf(file, table.offsets, table.at);
  return pieces ? write(file, pieces, table) : pdf;
}

interface Table {
  readonly at: number;
  readonly size: number;
  /** Where each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>;
  /** What the trailer says besides the size. */
  readonly trailer: string;
}

function readTable(file: Buffer): Table | null {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', Math.max(0, file.length - 100)))?.[1]);
  if (!Number.isSafeInteger(at) || at >= file.length) return null;
  const words = file.toString('latin1', at);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(words);
  const trailer = /trailer\s*<<([\s\S]*)>>\s*startxref/.exec(words)?.[1];
  if (!head || trailer === undefined) return null;
  const size = Number(head[1]);
  const offsets = new Map<number, number>();
  for (let id = 1; id < size; id++) {
    // Every line is 20 bytes: ten of offset, five of generation, whether it is in use.
    const line = words.slice(head[0].length + 20 * id, head[0].length + 20 * (id + 1));
    const used = /^(\d{10}) 00000 n/.exec(line);
    if (used) offsets.set(id, Number(used[1]));
    else if (!/^\d{10} \d{5} f/.test(line)) return null;
  }
  return { at, size, offsets, trailer: trailer.replace(/\/Size\s+\d+/, '').trim() };
}

const BEGIN = /^\d+ 0 obj\s*/;

function piecesOf(file: Buffer, offsets: Table['offsets'], end: number): readonly Piece[] | null {
  const order = [...offsets].sort(([, a], [, b]) => a - b);
  const pieces: Piece[] = [];
  for (const [at, [id, offset]] of order.entries()) {
    const next = order[at + 1]?.[1] ?? end;
    const close = file.lastIndexOf('endobj', next - 1);
    const begin = BEGIN.exec(file.toString('latin1', offset, offset + 24))?.[0];
    if (begin === undefined || close <= offset) return null;
    pieces.push({ id, body: file.subarray(offset + begin.length, close) });
  }
  return pieces;
}

const STREAM_END = Buffer.from('endstream');
const isStream = ({ body }: Piece): boolean => Buffer.from(body).subarray(-20).includes(STREAM_END);

/** Objects a stream: enough to compress well, few enough to be found quickly. */
const TOGETHER = 200;

function write(file: Buffer, pieces: readonly Piece[], { size, trailer }: Table): Uint8Array {
  const header = file.subarray(0, file.indexOf('\n', file.indexOf('\n') + 1) + 1);
  const out: Uint8Array[] = [header];
  let at = header.length;
  const entries = Array.from({ length: size }, (): readonly [number, number, number] => [0, 0, 65_535]);
  const put = (bytes: Uint8Array): void => {
    out.push(bytes);
    at += bytes.length;
  };
  const putObject = (id: number, body: Uint8Array): void => {
    entries[id] = [1, at, 0];
    for (const part of [Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]) put(part);
  };
  for (const piece of pieces.filter(isStream)) putObject(piece.id, piece.body);
  const plain = pieces.filter((piece) => !isStream(piece));
  for (let from = 0; from < plain.length; from += TOGETHER) {
    const group = plain.slice(from, from + TOGETHER);
    const id = entries.length;
    group.forEach((piece, index) => {
      entries[piece.id] = [2, id, index];
    });
    putObject(id, objectStream(group));
  }
  const id = entries.length;
  entries.push([1, at, 0]);
  const start = at;
  put(Buffer.from(`${id} 0 obj\n`));
  put(crossReferences(entries, trailer));
  put(Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(out));
}

function stream(dictionary: string, bytes: Uint8Array): Uint8Array {
  const packed = deflateSync(bytes);
  const head = `<</Filter/FlateDecode/Length ${packed.length}${dictionary}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')]);
}

function objectStream(group: readonly Piece[]): Uint8Array {
  let at = 0;
  const places = group.map(({ id, body }) => {
    const place = `${id} ${at}`;
    at += body.length + 1;
    return place;
  });
  const first = Buffer.from(`${places.join(' ')}\n`);
  const bodies = group.flatMap(({ body }) => [body, Buffer.from('\n')]);
  return stream(`/Type/ObjStm/N ${group.length}/First ${first.length}`, Buffer.concat([first, ...bodies]));
}

function crossReferences(entries: readonly (readonly [number, number, number])[], trailer: string): Uint8Array {
  const rows = Buffer.alloc(7 * entries.length);
  entries.forEach(([kind, place, index], i) => {
    rows.writeUInt8(kind, 7 * i);
    rows.writeUInt32BE(place, 7 * i + 1);
    rows.writeUInt16BE(index, 7 * i + 5);
  });
  return stream(`/Type/XRef/Size ${entries.length}/W[1 4 2] ${trailer}`, rows);
}
