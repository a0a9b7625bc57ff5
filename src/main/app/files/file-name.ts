/** A file name to offer for a title: without what file systems refuse, and short enough for all of them. */

/** File systems take 255 bytes; a Chinese letter is three, and an ending and a number may be added. */
const LONGEST_BYTES = 200;
const LONGEST = 120;

/** At most 200 bytes of UTF-8, without ending; `Export` where nothing of the title is left. */
export function fileNameFrom(title: string): string {
  const name = title
    .replace(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(name).replace(/[. ]+$/, '') || 'Export';
}

/** Cut between letters, never inside one. */
function shortened(name: string): string {
  let short = '';
  let bytes = 0;
  for (const letter of Array.from(name).slice(0, LONGEST)) {
    bytes += Buffer.byteLength(letter);
    if (bytes > LONGEST_BYTES) break;
    short += letter;
  }
  return short;
}
