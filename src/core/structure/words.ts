/** Words of an item as a person reads them. */
const LONGEST_LABEL = 90;
const LONGEST_LEAD = 70;

/** The words before a colon or dash that name the item, null where it has none. */
export function leadWords(quote: string): string | null {
  const lead = /^([^:\uff1a.;!?。\n]{2,70}?)\s*(?:[:\uff1a]|\s[—–]\s|——)/u.exec(quote)?.[1];
  if (lead === undefined || lead.length > LONGEST_LEAD) return null;
  return lead.replace(/[*_"“”]+/g, '').trim() || null;
}

/** Words as a reader sees them: without the marks of Markdown. */
export function plainWords(words: string): string {
  return words
    .replace(/!?\[([^\]\n]{1,200})\]\([^)\s]{1,400}\)/g, '$1')
    .replace(/\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|`+|~~/gu, '')
    .trim();
}

/** The quote, shortened at a word to what a label can hold. */
export function shorten(quote: string, longest = LONGEST_LABEL): string {
  const line = plainWords(quote.replace(/\s+/g, ' ').replace(/\s?\[[^\]]{1,40}\](?!\()/g, ''));
  if (line.length <= longest) return line.replace(/[.。]$/, '');
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest / 2 ? space : longest).replace(/[,;:\s]+$/, '')}…`;
}
