/**
 * Which part of a page is the document. A page without menus and footers is taken whole; else its own `main` or `article`,
 * else what Readability finds, and only if that holds a fair share of the words.
 */
import type { ProblemCount } from '../problems';
import type { DomDocument, DomElement, DomNode } from './dom';
import { bodyOf, findArticle, isElement, parseDocument } from './dom';
import { BOILERPLATE, PAGE_FURNITURE } from './tags';

const FAIR_SHARE = 0.4;
const FEW_WORDS = 400;

export interface Article {
  readonly root: DomElement;
  /** The page's main heading, where it stands outside `root`. */
  readonly heading: DomElement | null;
}

export function chooseArticle(document: DomDocument, html: string, problems: ProblemCount): Article | null {
  const root = chooseRoot(document, html, problems);
  if (!root) return null;
  const [heading, another] = [...document.querySelectorAll('h1')];
  const inside = [...root.querySelectorAll('h1,h2')].some((own) => wordsOf(own) === (heading ? wordsOf(heading) : ''));
  return { root, heading: heading && !another && !inside ? heading : null };
}

/** For what has nothing around it, as a letter has not. */
export function wholeBody(document: DomDocument): Article | null {
  const root = bodyOf(document);
  return root && { root, heading: null };
}

const wordsOf = (element: DomElement): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

function chooseRoot(document: DomDocument, html: string, problems: ProblemCount): DomElement | null {
  const body = bodyOf(document);
  if (!body || [...body.querySelectorAll(PAGE_FURNITURE)].length === 0) return body;
  for (const element of body.querySelectorAll(BOILERPLATE)) {
    element.remove();
    problems.add('W_BOILERPLATE_REMOVED');
  }
  const all = lengthOf(body);
  const own = onlyOne(body, 'main,[role=main]') ?? onlyOne(body, 'article');
  if (own && lengthOf(own) >= all * FAIR_SHARE) return own;
  const found = all > FEW_WORDS ? findArticle(parseDocument(html)) : null;
  if (!found || lengthOf(found) < all * FAIR_SHARE || losesContent(body, found, all)) return body;
  if (lengthOf(found) < all) problems.add('W_BOILERPLATE_REMOVED');
  return found;
}

/**
 * Readability keeps what has long sentences with commas: leads, highlights and tables of figures have none. Whatever is
 * left out must look like what stands around an article, mostly links or very little; else the whole page is taken.
 */
function losesContent(body: DomElement, found: DomElement, all: number): boolean {
  const kept = new Set([...found.querySelectorAll(CONTENT)].map((element) => plainOf(element)));
  let lost = 0;
  // Elements inside each other are read again and again: a page that has more of them than a text needs is taken whole.
  let left = MOST_READ * all;
  for (const element of body.querySelectorAll(CONTENT)) {
    const text = wordsOf(element);
    left -= text.length;
    if (left < 0) return true;
    if (text === '' || kept.has(plainOf(element)) || isAround(element) || isMostlyLinks(element, text)) continue;
    if (/\p{N}/u.test(text)) return true;
    lost += text.length;
  }
  return lost > all * MOST_LOST;
}

const CONTENT = 'p,li,tr,h1,h2,h3,h4,dd,blockquote,pre,figcaption';
const MOST_READ = 8;
const MOST_LOST = 0.1;
const AROUND =
  /foot|cookie|sidebar|related|newsletter|subscri|promo|advert|share|social|comment|breadcrumb|menu|\bnav/i;
const REACH = 12;

const plainOf = (element: DomElement): string => (element.textContent ?? '').replaceAll(/\s+/g, '');

/** Inside a part that its name calls a footer, a menu, or another part of the site. */
function isAround(element: DomElement): boolean {
  let at: DomNode | null = element;
  for (let steps = 0; at !== null && isElement(at) && at.localName !== 'body' && steps < REACH; steps += 1) {
    if (/^(?:footer|nav)$/.test(at.localName)) return true;
    if (AROUND.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`)) return true;
    at = at.parentNode;
  }
  return false;
}

function isMostlyLinks(element: DomElement, text: string): boolean {
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + wordsOf(link).length, 0);
  return linked > text.length / 2;
}

const lengthOf = (element: DomElement): number => wordsOf(element).length;

function onlyOne(body: DomElement, selector: string): DomElement | null {
  const [first, second] = [...body.querySelectorAll(selector)];
  return first && !second ? first : null;
}
