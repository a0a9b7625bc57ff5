/** How alike two texts are, by MinHash over shingles, so that a text that is here already in other words is noticed. */

const HASHES = 64;
const SHINGLE = 5;
/** Above this share of common shingles a text counts as nearly the same. */
export const NEARLY_THE_SAME = 0.7;

/** 64 hashes as hex, 8 digits each: the smallest value of each hash function over all shingles of the text. */
export function minhash(text: string): string {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles(text)) {
    const base = fnv1a(shingle);
    for (let i = 0; i < HASHES; i += 1) {
      const value = mix(base, i);
      if (value < (least[i] ?? 0)) least[i] = value;
    }
  }
  return Array.from(least, (value) => value.toString(16).padStart(8, '0')).join('');
}

/** Estimated share of shingles two texts have in common, 0 to 1. */
export function similarity(a: string, b: string): number {
  let same = 0;
  for (let i = 0; i < HASHES; i += 1) if (a.slice(i * 8, i * 8 + 8) === b.slice(i * 8, i * 8 + 8)) same += 1;
  return same / HASHES;
}

/** Runs of five words; Chinese has no spaces, so each of its characters counts as a word. */
function* shingles(text: string): Generator<string> {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < SHINGLE) yield words.join(' ');
  for (let i = 0; i + SHINGLE <= words.length; i += 1) yield words.slice(i, i + SHINGLE).join(' ');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function mix(value: number, seed: number): number {
  let h = value ^ Math.imul(seed + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
