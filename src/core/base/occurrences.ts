/** How often `words` stand in `text`, none over another; `most` is where counting stops. */
export function occurrences(text: string, words: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < most; at = text.indexOf(words, at + words.length)) count += 1;
  return count;
}
