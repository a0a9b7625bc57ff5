/** Footnotes of a page: raised links to another place in it, and the places they lead to. */
import { type DomElement, isElement } from './dom';

export interface Footnotes {
  /** The note's label, where `link` refers to one. */
  readonly referenceOf: (link: DomElement) => string | null;
  /** The note's label, where `element` is one. */
  readonly noteOf: (element: DomElement) => string | null;
  /** Where a link that refers to no note leads in the page: the place's name. */
  readonly jumpOf: (link: DomElement) => string | null;
  /** The name of a place, where such links lead to `element`. */
  readonly placeOf: (element: DomElement) => string | null;
}

const LABEL = /^[[(]?\s*(\d{1,3}|[a-z]|[*†‡§¶]{1,3})\s*[\])]?$/i;
const REFERENCE = /(^|[\s-_])(footnote|noteref|fnref|fn-ref|footnote-ref|reference)($|[\s-_])/i;

const IN_TABLE = new Set(['table', 'tr', 'td', 'th']);

/** Said by the page itself, also of numbers that look like marks of notes. */
const isCitation = (link: DomElement): boolean =>
  link.getAttribute('role') === 'doc-biblioref' ||
  /(?:^|\s)biblioref(?:$|\s)/.test(link.getAttribute('epub:type') ?? '');

export function findFootnotes(root: DomElement): Footnotes {
  const targets = new Map<string, DomElement>();
  for (const element of root.querySelectorAll('[id]')) targets.set(element.getAttribute('id') ?? '', element);
  const notes = new Map<DomElement, string>();
  const references = new Map<DomElement, string>();
  const jumps = new Map<DomElement, string>();
  const places = new Map<DomElement, string>();
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const label = referenceLabel(link);
    const name = (link.getAttribute('href') ?? '').slice(1);
    const target = targets.get(name);
    if (!target || contains(target, link)) continue;
    // A cell of a table is no line to which a citation could lead.
    if ((label === null || isCitation(link)) && !IN_TABLE.has(target.localName)) {
      jumps.set(link, name);
      places.set(target, name);
    }
    if (label === null || jumps.has(link)) continue;
    references.set(link, label);
    if (!notes.has(target)) notes.set(target, label);
  }
  return {
    referenceOf: (link) => references.get(link) ?? null,
    noteOf: (element) => notes.get(element) ?? null,
    jumpOf: (link) => jumps.get(link) ?? null,
    placeOf: (element) => places.get(element) ?? null,
  };
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
