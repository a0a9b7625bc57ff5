/** Contexts and units of a filing: when, of whom and in what a tagged fact is. */
import type { Unit } from '../../../core/base/unit';
import { wordsOf, localConcept } from '../../../core/figure/placing/tagged';
import { type DomDocument, type DomElement, isElement } from '../html/dom';

export interface FactContext {
  readonly start: string | null;
  /** The last day, or the day itself. */
  readonly end: string;
  /** Members of the dimensions, for a person; null for the whole company. */
  readonly dimension: string | null;
}

export interface FactUnit {
  readonly unit: Unit;
  readonly currency: string | null;
}

/** Members that stand for the whole. */
const WHOLE = /^(?:ConsolidatedEntities|OperatingSegments|ReportableSegment)(?:Member)?$/;
const DATE = /^\d{4}-\d\d-\d\d/;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Filings are read as pages, which keep the case of attributes' names but not of elements'. */
export function attributeOf(element: DomElement, name: string): string | null {
  const own = element.getAttribute(name) ?? element.getAttribute(name.toLowerCase());
  return own === null ? null : own.trim();
}

/** Contexts and units are a handful of elements deep; what lies deeper is none of theirs and may have no end. */
const DEEPEST = 16;

function* within(element: DomElement, depth = 0): Generator<DomElement> {
  if (depth >= DEEPEST) return;
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* within(child, depth + 1);
  }
}

const textOf = (element: DomElement): string => (element.textContent ?? '').trim();

export function readContexts(document: DomDocument): ReadonlyMap<string, FactContext> {
  const contexts = new Map<string, FactContext>();
  for (const element of document.querySelectorAll('*')) {
    const id = local(element.localName) === 'context' ? attributeOf(element, 'id') : null;
    const context = id === null ? null : readContext(element);
    if (id !== null && context) contexts.set(id, context);
  }
  return contexts;
}

function readContext(element: DomElement): FactContext | null {
  let [start, end]: (string | null)[] = [null, null];
  const members: string[] = [];
  for (const inner of within(element)) {
    const name = local(inner.localName);
    const date = DATE.exec(textOf(inner))?.[0] ?? null;
    if (name === 'startdate') start = date;
    else if (name === 'enddate' || name === 'instant') end = date;
    else if (name === 'explicitmember') members.push(local(textOf(inner)));
    else if (name === 'typedmember') members.push(textOf(inner).slice(0, 80));
  }
  const own = members.filter((member) => !WHOLE.test(member)).map((member) => wordsOf(member.replace(/Member$/, '')));
  return end === null || end === undefined
    ? null
    : { start: start ?? null, end, dimension: own.length > 0 ? own.join(', ') : null };
}

export function readUnits(document: DomDocument): ReadonlyMap<string, FactUnit> {
  const units = new Map<string, FactUnit>();
  for (const element of document.querySelectorAll('*')) {
    const id = local(element.localName) === 'unit' ? attributeOf(element, 'id') : null;
    if (id !== null) units.set(id, readUnit(element));
  }
  return units;
}

function readUnit(element: DomElement): FactUnit {
  const parts: { readonly measure: string; readonly isBelow: boolean }[] = [];
  for (const inner of within(element)) {
    const isBelow =
      local(inner.parentNode && isElement(inner.parentNode) ? inner.parentNode.localName : '') === 'unitdenominator';
    if (local(inner.localName) === 'measure') parts.push({ measure: textOf(inner), isBelow });
  }
  return unitOf(
    parts.find(({ isBelow }) => !isBelow)?.measure ?? '',
    parts.find(({ isBelow }) => isBelow)?.measure ?? null,
  );
}

/** `iso4217:USD`, `xbrli:shares`, `xbrli:pure`, and what stands below the line. */
export function unitOf(measure: string, below: string | null): FactUnit {
  const name = localConcept(measure);
  const currency = /^[A-Z]{3}$/.test(name) ? name : null;
  if (below !== null)
    return { unit: currency !== null && /^shares?$/i.test(localConcept(below)) ? 'per_share' : 'other', currency };
  if (currency !== null) return { unit: 'money', currency };
  if (/^pure$/i.test(name)) return { unit: 'other', currency: null };
  return { unit: 'count', currency: null };
}
