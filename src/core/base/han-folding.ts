/** Traditional characters as the simplified ones that lexicons and searches know, one for one, so that offsets hold. */
import data from '../../../resources/lexicon/simplified.json';

const HAN_FROM = 0x3400;
const folded: ReadonlyMap<number, number> = new Map(
  Array.from({ length: data.pairs.length / 2 }, (_, at): [number, number] => [
    data.pairs.charCodeAt(2 * at),
    data.pairs.charCodeAt(2 * at + 1),
  ]),
);

/** The character that the lexicons have for `code`; itself where they have none other. */
export const foldedHan = (code: number): number => (code < HAN_FROM ? code : (folded.get(code) ?? code));

/** `text` with each such character folded; the same string where there is none. */
export function withFoldedHan(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = foldedHan(code);
    if (to === code) continue;
    out += text.slice(from, at) + String.fromCharCode(to);
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
