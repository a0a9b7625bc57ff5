/** Equations on one line: `733/690`, with brackets around a part of a fraction that is a sum itself. */
import type { Piece } from './model';

const COMPOUND = /\S\s*[+\-−–·×*/±=\s]\s*\S/;
const LONGEST = 1000;

/** Brackets around the pieces from `from` on, where they are more than one number or name. */
export function bracket(pieces: Piece[], from: number): void {
  const part = pieces.slice(from);
  const [first] = part;
  const last = part.at(-1);
  if (first === undefined || last === undefined) return;
  const text = part
    .map((piece) => piece.text)
    .join('')
    .slice(0, LONGEST);
  if (!COMPOUND.test(text.trim())) return;
  pieces[from] = { ...first, text: `(${first.text}` };
  const at = pieces.length - 1;
  const closing = pieces[at] ?? last;
  pieces[at] = { ...closing, text: `${closing.text})` };
}
