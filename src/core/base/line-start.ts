/**
 * Where the line of a place begins. The figures of one line ask for it after each other, and a line may be a document
 * long, so that it is looked through once and not once for each.
 */
let asked = { text: '', start: 0, to: 0 };

/** First offset of the line that holds `at`; a line feed at `at` itself ends that line. */
export function lineStart(text: string, at: number): number {
  const known = asked.text === text && at >= asked.start ? asked : { start: 0, to: 0 };
  if (at <= known.to) return known.start;
  const newline = text.slice(known.to, at).lastIndexOf('\n');
  asked = { text, start: newline < 0 ? known.start : known.to + newline + 1, to: at };
  return asked.start;
}
