/**
 * Which part of a page is the document. A page without menus and footers is taken whole; else its own `main` or `article`,
 * else what Readability finds, and only if that holds a fair share of the words.
 */
import type { ProblemCount } from '../problems';
import type { DomDocument, DomElement } from './dom';
import { bodyOf, findArticle, parseDocument } from './dom';
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
  if (!found || lengthOf(found) < all * FAIR_SHARE) return body;
  if (lengthOf(found) < all) problems.add('W_BOILERPLATE_REMOVED');
  return found;
}

const lengthOf = (element: DomElement): number => wordsOf(element).length;

function onlyOne(body: DomElement, selector: string): DomElement | null {
  const [first, second] = [...body.querySelectorAll(selector)];
  return first && !second ? first : null;
}
