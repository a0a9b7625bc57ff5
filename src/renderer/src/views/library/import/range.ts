/** Whether what was pasted is a range of cells, and what of it is handed on as one. Pure. */

/** Tabs in most of its lines: so spreadsheets, and tables of pages, put cells on the clipboard. */
export function isRange(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const tabbed = lines.filter((line) => line.includes('\t')).length;
  return lines.length >= 2 && tabbed * 4 >= lines.length * 3 && /\d/.test(text);
}

/** The text where it has the cells apart, else the formatted piece with its table. */
export function rangeOf(text: string, html: string | null): string {
  if (html === null || isRange(text)) return text;
  return /<table[\s>]/i.test(html) ? html : text;
}
