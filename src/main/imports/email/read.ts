/** One message to text and marks: its letterhead, its body, and the messages it forwards as quotes with their own. */
import { HTML_PROBLEMS } from '../html/clean';
import { readPage } from '../html/read';
import { joinPieces, type Piece, quoted } from '../join';
import { BODY_PROBLEMS, bytesOf, textOf } from '../mime/body';
import { type Part, type PartBudget, readParts } from '../mime/parts';
import type { ProblemCount } from '../problems';
import { type Letterhead, letterheadPiece, readLetterhead } from './letterhead';
import { readPlain } from './plain';
import { selectParts } from './select';

export const EMAIL_PROBLEMS = {
  ...HTML_PROBLEMS,
  ...BODY_PROBLEMS,
  W_PARTS: 'The message does not say where its parts begin and end: it was read as plain text.',
} as const;

export interface ReadMessage extends Piece {
  readonly letterhead: Letterhead;
  /** Of this message and of those inside it. */
  readonly attached: readonly Part[];
}

/** Throws what `readParts` and `textOf` throw. */
export function readMessage(bytes: Uint8Array, budget: PartBudget, problems: ProblemCount): ReadMessage {
  const message = readParts(bytes, budget);
  const letterhead = readLetterhead(message.headers);
  const { read, attached } = selectParts(message);
  const files = [...attached];
  const bodies = read.map(({ kind, part }): Piece => {
    if (part.type.startsWith('multipart/')) problems.add('W_PARTS');
    if (kind === 'plain') return readPlain(textOf(part, problems));
    if (kind === 'html') return readPage(textOf(part, problems), { problems, whole: true });
    const inner = readMessage(bytesOf(part), budget.deeper(), problems);
    files.push(...inner.attached);
    return asSection(inner, inner.letterhead);
  });
  const head = letterheadPiece(letterhead, budget.depth === 0 ? 1 : 2);
  return { ...joinPieces([head, ...bodies]), letterhead, attached: files };
}

/** The subject stays a heading, so that what is forwarded can be found in the outline. */
function asSection(piece: Piece, { subject }: Letterhead): Piece {
  const [heading] = piece.marks;
  const { text, marks } = quoted(piece);
  const own = subject !== null && heading?.kind === 'heading' ? [heading] : [];
  return { text, marks: [...own, ...marks.slice(own.length)] };
}
