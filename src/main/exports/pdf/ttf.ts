/**
 * What a TrueType file says of its characters: which it can show and how wide each is. Enough to fit tables before they
 * are set and to name a character that no font has; everything else about fonts is the typesetter's.
 */
export interface Face {
  /** Glyph of a character; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** Advance of a character as a share of the font size; 0 where the font has none. */
  readonly widthOf: (codePoint: number) => number;
}

/** Offset of each table by its tag. */
function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly glyphOf: (codePoint: number) => number;
}

/** Groups of consecutive characters: a segmented coverage (12), which has all planes. */
function groupsOf(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    return { first, last: view.getUint32(group + 4), glyphOf: (codePoint) => glyph + codePoint - first };
  });
}

/** Segments of the first plane (4): a delta, or an index into the glyphs that follow. */
function segmentsOf(view: DataView, at: number): Range[] {
  const count = view.getUint16(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + 2 * count, at + 16 + 4 * count, at + 16 + 6 * count];
  return Array.from({ length: count }, (_, i) => {
    const first = view.getUint16(starts + 2 * i);
    const delta = view.getUint16(deltas + 2 * i);
    const offset = view.getUint16(offsets + 2 * i);
    const glyphOf = (codePoint: number): number => {
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const place = offsets + 2 * i + offset + 2 * (codePoint - first);
      const glyph = place + 2 <= view.byteLength ? view.getUint16(place) : 0;
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    };
    return { first, last: view.getUint16(ends + 2 * i), glyphOf };
  });
}

const READERS: Readonly<Record<number, (view: DataView, at: number) => Range[]>> = { 12: groupsOf, 4: segmentsOf };

function rangesOf(view: DataView, cmap: number): readonly Range[] {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i));
  for (const format of [12, 4]) {
    const at = subtables.find((subtable) => view.getUint16(subtable) === format);
    const read = READERS[format];
    if (at !== undefined && read) return read(view, at);
  }
  return [];
}

/** Ranges are in order of their characters: halved until one fits. */
function find(ranges: readonly Range[], codePoint: number): number {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return 0;
    if (codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return range.glyphOf(codePoint);
  }
  return 0;
}

export function readFace(bytes: Uint8Array): Face {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`The font has no table ${tag}.`);
    return at;
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const ranges = rangesOf(view, table('cmap'));
  const glyphOf = (codePoint: number): number => find(ranges, codePoint);
  const widthOf = (codePoint: number): number => {
    const glyph = glyphOf(codePoint);
    return glyph === 0 ? 0 : view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  };
  return { glyphOf, widthOf };
}
