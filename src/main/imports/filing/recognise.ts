/** A page with inline XBRL: it declares the namespace and uses it for facts. */
const NAMESPACE = /xmlns:([\w.-]{1,40})\s*=\s*["']http:\/\/www\.xbrl\.org\/(?:2008|2013)\/inlineXBRL["']/i;
/** The declaration stands in the root element, which in filings may be long. */
const HEAD = 200_000;

/** The prefix the page gives to inline XBRL, in lower case; null for a page without any. */
export function prefixOf(html: string): string | null {
  const prefix = NAMESPACE.exec(html.slice(0, HEAD))?.[1];
  return prefix !== undefined && html.includes(`<${prefix}:non`) ? prefix.toLowerCase() : null;
}
