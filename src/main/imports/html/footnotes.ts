/** Footnotes of a page: raised links to another place in it, and the places they lead to. */
import { type DomElement, isElement } from './dom';

export interface Footnotes {
  /** The note's label, where `link` refers to one. */
  readonly referenceOf: (link: DomElement) => string | null;
  /** The note's label, where `element` is one. */
  readonly noteOf: (element: DomElement) => string | null;
}

const LABEL = /^[[(]?\s*(\d{1,3}|[a-z]|[*†‡§¶]{1,3})\s*[\])]?$/i;
const REFERENCE = /(^|[\s-_])(footnote|noteref|fnref|fn-ref|footnote-ref|reference)($|[\s-_])/i;

export function findFootnotes(root: DomElement): Footnotes {
  const targets = new Map<string, DomElement>();
  for (const element of root.querySelectorAll('[id]')) targets.set(element.getAttribute('id') ?? '', element);
  const notes = new Map<DomElement, string>();
  const references = new Map<DomElement, string>();
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const label = referenceLabel(link);
    const target = targets.get((link.getAttribute('href') ?? '').slice(1));
    if (label === null || !target || contains(target, link)) continue;
    references.set(link, label);
    if (!notes.has(target)) notes.set(target, label);
  }
  return { referenceOf: (link) => references.get(link) ?? null, noteOf: (element) => notes.get(element) ?? null };
}

function referenceLabel(link: DomElement): string | null {
  const label = LABEL.exec((link.textContent ?? '').trim())?.[1] ?? null;
  return label !== null && (isRaised(link) || isNamedReference(link)) ? label : null;
}

function isRaised(link: DomElement): boolean {
  const parent = link.parentNode;
  if (parent && isElement(parent) && parent.localName === 'sup') return true;
  return [...link.querySelectorAll('sup')].length > 0;
}

const isNamedReference = (link: DomElement): boolean =>
  link.getAttribute('role') === 'doc-noteref' ||
  /(?:^|\s)noteref(?:$|\s)/.test(link.getAttribute('epub:type') ?? '') ||
  REFERENCE.test(link.getAttribute('class') ?? '');

function contains(element: DomElement, inner: DomElement): boolean {
  for (let node = inner.parentNode; node; node = node.parentNode) if (node === element) return true;
  return false;
}
