/** How much a text looks like Markdown: kinds of markup that prose does not have by accident, counted once each. */

const KINDS: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t|:-]*$/m,
  /\[[^\]\n]{1,300}\]\((?:https?:|#|mailto:|\.{0,2}\/)[^)\s]*\)/,
  /^ {0,3}\[\^[^\]\n]{1,100}\]:[ \t]/m,
  /^ {0,3}(?:```|~~~)/m,
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
  /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+https?:\/\//m,
  /^ {0,3}> \S/m,
  /^\S.*\n(?:={3,}|-{3,})[ \t]*$/m,
];

/** Without a `.md` name two kinds are asked for: a `#` or a rule alone also stands in plain notes. */
export function markdownScore(text: string, fileName: string | null): number {
  const sample = text.slice(0, 500_000);
  const kinds = KINDS.filter((kind) => kind.test(sample)).length;
  const named = /\.(md|markdown|mdown|mkd)$/i.test(fileName ?? '');
  if (named) return kinds > 0 ? 0.7 : 0.3;
  return kinds >= 2 ? 0.5 : 0;
}
