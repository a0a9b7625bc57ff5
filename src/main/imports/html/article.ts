/**
 * Which part of a page is the document. A page without menus and footers is taken whole; else its own `main` or `article`,
 * else what Readability finds, and only if that holds a fair share of the words.
 */
import type { ProblemCount } from '../problems';
import type { DomDocument, DomElement, DomNode } from './dom';
import { bodyOf, findArticle, isElement, isText, parseDocument } from './dom';
import { BOILERPLATE, PAGE_BOILERPLATE } from './tags';

const FAIR_SHARE = 0.4;
const FEW_WORDS = 400;

export interface Article {
  readonly root: DomElement;
  /** The page's main heading, where it stands outside `root`. */
  readonly heading: DomElement | null;
  /** Words of the page that stand outside it. */
  readonly around: readonly string[];
}

export function chooseArticle(document: DomDocument, html: string, problems: ProblemCount): Article | null {
  const around: string[] = [];
  const root = chooseRoot(document, html, around);
  if (!root) return null;
  problems.add('W_BOILERPLATE_REMOVED', around.length);
  const [heading, another] = [...document.querySelectorAll('h1')];
  const inside = [...root.querySelectorAll('h1,h2')].some((own) => wordsOf(own) === (heading ? wordsOf(heading) : ''));
  return { root, heading: heading && !another && !inside ? heading : null, around };
}

/** For what has nothing around it, as a letter has not. */
export function wholeBody(document: DomDocument): Article | null {
  const root = bodyOf(document);
  return root && { root, heading: null, around: [] };
}

const wordsOf = (element: DomElement): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Words of links and cells that stand beside each other without a space between them in the markup. */
function spacedWords(element: DomElement): string {
  const words: string[] = [];
  const open: DomNode[] = [element];
  while (open.length > 0) {
    const node = open.pop();
    if (node === undefined) break;
    if (isText(node)) words.push(node.textContent ?? '');
    else open.push(...[...node.childNodes].reverse());
  }
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}

function chooseRoot(document: DomDocument, html: string, around: string[]): DomElement | null {
  const body = bodyOf(document);
  if (!body || [...body.querySelectorAll(PAGE_BOILERPLATE)].length === 0) return body;
  for (const element of body.querySelectorAll(BOILERPLATE)) {
    const words = wordsOf(element);
    if (isAsideOfArticle(element, words)) continue;
    element.remove();
    if (words !== '') around.push(spacedWords(element));
  }
  const all = lengthOf(body);
  const own = onlyOne(body, 'main,[role=main]') ?? onlyOne(body, 'article');
  if (own && lengthOf(own) >= all * FAIR_SHARE && !losesContent(body, own, all)) return keeping(body, own, around);
  const found = all > FEW_WORDS ? findArticle(parseDocument(html)) : null;
  if (!found || lengthOf(found) < all * FAIR_SHARE || losesContent(body, found, all)) return body;
  return keeping(body, found, around);
}

/** Asides with figures in words or in a table are the article's; menus, searches and dialogs never are. */
function isAsideOfArticle(element: DomElement, words: string): boolean {
  if (/^(?:nav|footer)$/.test(element.localName) || NEVER_ARTICLE.has(element.getAttribute('role') ?? '')) return false;
  const figures = words.match(/\p{N}[\p{N}.,]*/gu)?.filter((number) => !/^(?:19|20)\d{2}$/.test(number)).length ?? 0;
  return figures > 0 && !isAround(element) && !isMostlyLinks(element, words);
}

const NEVER_ARTICLE: ReadonlySet<string> = new Set(['navigation', 'search', 'contentinfo', 'dialog']);

/** `root`, after what of the page stands outside it is noted. */
function keeping(body: DomElement, root: DomElement, around: string[]): DomElement {
  const kept = new Set([...root.querySelectorAll(CONTENT)].map((element) => plainOf(element)));
  let left = MOST_READ * lengthOf(body);
  for (const element of body.querySelectorAll(CONTENT)) {
    const words = wordsOf(element);
    left -= words.length;
    if (left < 0) break;
    if (words === '' || kept.has(plainOf(element)) || [...element.querySelectorAll(CONTENT)].length > 0) continue;
    around.push(spacedWords(element));
  }
  return root;
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
/** Whole words of a class or an id: `commentary`, `shareholders` and `footnotes` are content. */
const AROUND =
  /(?<![a-z])(?:foot|footer|cookies?|sidebar|related|newsletters?|subscri(?:be|ption)s?|promos?|advert(?:isement)?s?|share|sharing|social|comments?|breadcrumbs?|menu|nav|navbar|navigation)(?![a-z])/i;
const REACH = 12;

const plainOf = (element: DomElement): string => (element.textContent ?? '').replaceAll(/\s+/g, '');

/** Inside a part that its name calls a footer, a menu, or another part of the site. */
function isAround(element: DomElement): boolean {
  let at: DomNode | null = element;
  for (let steps = 0; at !== null && isElement(at) && at.localName !== 'body' && steps < REACH; steps += 1) {
    if (/^(?:footer|nav)$/.test(at.localName)) return true;
    const names = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (AROUND.test(names.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 '))) return true;
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
