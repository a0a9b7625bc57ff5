/** The few members of a page that reading the engine's own HTML needs; linkedom's types ask for a browser's. */
import { DOMParser } from 'linkedom';

export interface PageNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode, Page {
  /** Lower case. */
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly remove: () => void;
}

export interface Page {
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

const isPage = (page: unknown): page is Page => typeof page === 'object' && page !== null && 'querySelectorAll' in page;

/** `html` is a whole page. */
export function parsePage(html: string): Page {
  const page: unknown = new DOMParser().parseFromString(html, 'text/html');
  if (!isPage(page)) throw new Error('linkedom gave no page');
  return page;
}
