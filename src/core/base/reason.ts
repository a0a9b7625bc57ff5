/** What a parser says went wrong, in few words: for a message that names the place beside it. */

const LONGEST = 90;

/**
 * The reason of a failure: that of its cause where it has one, because the error around it is already said. One line of
 * at most 90 characters; what a JSON parser quotes of the text is left out, and its place is given as line and column
 * where `text` is the text that was parsed.
 */
export function reasonOf(error: unknown, text?: string): string {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const message = inner instanceof Error ? inner.message : String(inner);
  const at = /\bat position (\d+)/.exec(message)?.[1];
  const place = text === undefined || at === undefined ? '' : ` at ${lineAndColumn(text, Number(at))}`;
  return (
    message
      .replace(/(?:, (?:\.{3})?".*| in JSON at position \d+.*)$/s, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/\.$/, '')
      .slice(0, LONGEST) + place
  );
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
}
