/** The body of a plain message: its own words laid out like any plain text, what it answers to as quotes. */
import { plainMarks } from '../../../core/document/layout/plain-marks';
import { joinPieces, type Piece, quoted } from '../join';

/** `> `, `>> ` and `> > ` before what is quoted; the signs are left out, because a figure behind one would read as “more than”. */
const QUOTED = /^(?: ?>)+ ?/;

export function readPlain(text: string): Piece {
  const runs: { readonly quote: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quote = QUOTED.test(line);
    const last = runs.at(-1);
    const own = quote ? line.replace(QUOTED, '') : line;
    if (last?.quote === quote) last.lines.push(own);
    else runs.push({ quote, lines: [own] });
  }
  return joinPieces(
    runs.map(({ quote, lines }) => {
      const run = unwrap(lines).join('\n');
      const piece = { text: run, marks: plainMarks(run) };
      return quote ? quoted(piece) : piece;
    }),
  );
}

/** Mail programs break lines so that none is longer than this; people break theirs earlier. */
const LONGEST = 80;
const FULL = 66;
/** An item, a cell, a rule: such a line begins something of its own. Chinese is broken by people only. */
const OPENS = /^(?:\s|[\u3000-\u9fff\uff00-\uffef]|[-*•·–—>#|]|\(?\d{1,3}[.)]\s|$)|\t|\S {3,}\S/;

/** Lines that a program broke, joined again: the next line's first word would not have fitted. */
function unwrap(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  let before = '';
  for (const line of lines) {
    const first = /^\S*/.exec(line)?.[0].length ?? 0;
    const full = before.length <= LONGEST && before.trimEnd().length + 1 + first > FULL;
    if (full && before !== '' && !OPENS.test(line) && !/\t|\S {3,}\S/.test(before)) {
      out[out.length - 1] = `${out.at(-1) ?? ''} ${line.trimEnd()}`;
    } else out.push(line.trimEnd());
    before = line;
  }
  return out;
}
