/** How much a text looks like HTML: a page says so at its top, a fragment by elements that are closed again. */

const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
const CLOSED = /<\/(?:p|div|table|tr|td|h[1-6]|ul|ol|li|article|section|span|a|strong|em|blockquote)\s*>/gi;

export function htmlScore(text: string, fileName: string | null): number {
  if (PAGE.test(text.slice(0, 20_000))) return 0.9;
  const sample = text.slice(0, 200_000);
  const closed = sample.match(CLOSED)?.length ?? 0;
  if (closed === 0) return 0;
  const named = /\.x?html?$/i.test(fileName ?? '');
  // Markdown and prose about HTML hold a few elements; a fragment starts with one and has many.
  const fragment = /^\s*<[a-z][a-z0-9]*[\s>]/i.test(sample) && closed >= 2;
  if (fragment) return 0.8;
  return named ? 0.8 : 0;
}
