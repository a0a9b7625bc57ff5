/**
 * The few members of a DOM that reading a page needs. linkedom's own types need the DOM library, which the main side
 * does not see; this is the one place where its untyped document becomes ours.
 */
import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';

export interface DomNode {
  /** 1 element, 3 text, 4 CDATA, 8 comment, 9 document, 11 fragment. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  /** Lower case. */
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
  readonly remove: () => void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** A fragment gets a page around it, which linkedom needs to find its way. */
export function parseDocument(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const document: unknown = new DOMParser().parseFromString(whole, 'text/html');
  if (!isDocument(document)) throw new Error('linkedom gave no document');
  return document;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDocument = (value: unknown): value is DomDocument => isObject(value) && 'querySelectorAll' in value;

const isDomElement = (node: unknown): node is DomElement =>
  isObject(node) && 'nodeType' in node && node.nodeType === 1 && 'querySelectorAll' in node;

/** The page's body, or all of it where it has none; linkedom's own `body` makes an empty one up. */
export const bodyOf = (document: DomDocument): DomElement | null =>
  [...document.querySelectorAll('body')][0] ?? document.documentElement;

/** More elements than a readable page has: such a page is read whole. */
const MOST_ELEMENTS = 60_000;

type ReadablePage = ConstructorParameters<typeof Readability>[0];
const isReadable = (page: unknown): page is ReadablePage => isObject(page) && 'documentElement' in page;

/** The article's own element as Readability sees it, or null; takes the document apart, so give it one of its own. */
export function findArticle(document: DomDocument): DomElement | null {
  const page: unknown = document;
  if (!isReadable(page)) return null;
  try {
    const reader = new Readability<unknown>(page, {
      serializer: (node: unknown) => node,
      disableJSONLD: true,
      maxElemsToParse: MOST_ELEMENTS,
    });
    const article = reader.parse()?.content;
    return isDomElement(article) ? article : null;
  } catch {
    return null;
  }
}
