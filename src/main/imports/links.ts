/** Which link targets an imported document may keep: something to read, never something to run. */

const KEPT = new Set(['http:', 'https:', 'mailto:']);

/** The address in full, or null where it is relative to nothing, runs code, or names a local file. */
export function safeHref(href: string, base: string | null = null): string | null {
  const address = parseUrl(href.trim(), base);
  return address && KEPT.has(address.protocol) ? address.href : null;
}

function parseUrl(href: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(href) : new URL(href, base);
  } catch {
    return null;
  }
}

/** True for what a reader would have to be protected from, false for what is merely relative. */
export function runsCode(href: string): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers drop these before they read the scheme
  return /^(javascript|vbscript|data|blob|file):/i.test(href.replace(/[\u0000-\u0020]/g, ''));
}
