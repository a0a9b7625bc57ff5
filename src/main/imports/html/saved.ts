/** Where a saved page was taken from: browsers write it into a comment, or name it as the base of the page's links. */
import { safeHref } from '../links';
import type { DomDocument } from './dom';

export interface SavedFrom {
  readonly url: string | null;
  /** What the page's relative links are relative to. */
  readonly base: string | null;
}

/** A browser that saves a page whole: the length of the address in brackets, then the address. */
const SAVED_FROM = /<!--\s*saved from url=\(\d{1,6}\)([^\s>]{1,4000})\s*-->/i;
/** Extensions that put a page into one file list what they saved, line by line. */
const ONE_FILE = /<!--\s*Page saved with [^\n]{1,200}\n\s*url:\s*(\S{1,4000})/i;
/** Such a comment stands above the page's head. */
const REACH = 20_000;

/** `known` is where the page comes from by the file around it, null where there is none. */
export function readSaved(document: DomDocument, html: string, known: string | null): SavedFrom {
  const top = html.slice(0, REACH);
  const comment = SAVED_FROM.exec(top)?.[1] ?? ONE_FILE.exec(top)?.[1] ?? null;
  const url = onTheWeb(known) ?? onTheWeb(comment);
  const [base] = [...document.querySelectorAll('base[href]')];
  const own = onTheWeb(base?.getAttribute('href') ?? null, url);
  return { url: url ?? own, base: own ?? url };
}

/** A page saved from a disk or a blank window has no address that anybody else could look up. */
function onTheWeb(href: string | null, base: string | null = null): string | null {
  const safe = href === null ? null : safeHref(href, base);
  return safe !== null && /^https?:/.test(safe) ? safe : null;
}
