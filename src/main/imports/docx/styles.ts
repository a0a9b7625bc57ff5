/** What the paragraph styles of a Word document mean: headings, lists, captions, quotes. */
import { attribute, readXml } from '../archive/xml';
import type { ListPlace } from './model';

export interface ParagraphStyle {
  /** Heading level, from 1; null for body text. */
  readonly level: number | null;
  readonly list: ListPlace | null;
  readonly role: 'caption' | 'quote' | 'code' | 'contents' | null;
}

interface RawStyle {
  readonly name: string;
  parent: string | null;
  outline: number | null;
  list: string | null;
  depth: number | null;
}

const PLAIN: ParagraphStyle = { level: null, list: null, role: null };
/** Built-in names are kept in English by every word processor, whatever language it speaks. */
const HEADING = /^heading ([1-9])$/;
const ROLES: readonly (readonly [RegExp, NonNullable<ParagraphStyle['role']>])[] = [
  [/^caption$/, 'caption'],
  [/^(?:intense )?quote$|^block text$/, 'quote'],
  [/^(?:html preformatted|macro text|plain text|source code)$/, 'code'],
  [/^(?:toc (?:\d|heading)|table of (?:figures|authorities)|index (?:\d|heading))$/, 'contents'],
];
/** Body text in an outline is level ten. */
const DEEPEST = 8;

/** Character styles that raise what they are set on, by id. */
export function readRaised(bytes: Uint8Array | null): ReadonlySet<string> {
  const raised = new Set<string>();
  if (bytes === null) return raised;
  let id: string | null = null;
  readXml(bytes, {
    open: (tag, attributes) => {
      const value = attribute(attributes, 'val') ?? '';
      if (tag === 'style')
        id = attribute(attributes, 'type') === 'character' ? (attribute(attributes, 'styleId') ?? null) : null;
      else if (id !== null && (tag === 'vertAlign' ? value === 'superscript' : tag === 'basedOn' && raised.has(value)))
        raised.add(id);
    },
    close: (tag) => {
      if (tag === 'style') id = null;
    },
  });
  return raised;
}

export type StyleFinder = (id: string | null) => ParagraphStyle;

export function readStyles(bytes: Uint8Array | null): StyleFinder {
  const raw = bytes === null ? new Map<string, RawStyle>() : readRaw(bytes);
  const known = new Map<string, ParagraphStyle>();
  return (id) => {
    if (id === null) return PLAIN;
    const found = known.get(id) ?? resolve(raw, id);
    known.set(id, found);
    return found;
  };
}

function readRaw(bytes: Uint8Array): ReadonlyMap<string, RawStyle> {
  const styles = new Map<string, RawStyle>();
  let id: string | null = null;
  let name = '';
  let style: RawStyle | null = null;
  readXml(bytes, {
    open: (tag, attributes) => {
      const value = attribute(attributes, 'val') ?? '';
      if (tag === 'style') {
        id = attribute(attributes, 'type') === 'paragraph' ? (attribute(attributes, 'styleId') ?? null) : null;
        style = null;
      } else if (id === null) return;
      else if (tag === 'name') {
        name = value.toLowerCase();
        style = { name, parent: null, outline: null, list: null, depth: null };
        if (!styles.has(id)) styles.set(id, style);
      } else if (style === null) return;
      else if (tag === 'basedOn') style.parent = value;
      else if (tag === 'outlineLvl') style.outline = Number(value);
      else if (tag === 'numId') style.list = value;
      else if (tag === 'ilvl') style.depth = Number(value);
    },
    close: (tag) => {
      if (tag === 'style') id = null;
    },
  });
  return styles;
}

/** From the style itself and those it is based on, the nearest first. */
function resolve(styles: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  const chain: RawStyle[] = [];
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const style = styles.get(next);
    if (style) chain.push(style);
    next = style?.parent ?? null;
  }
  const list = chain.flatMap((style) => style.list ?? [])[0];
  const depth = chain.find((style) => style.depth !== null)?.depth ?? 0;
  return {
    level: levelOf(chain),
    list: list === undefined || list === '0' ? null : { list, depth },
    role: chain.flatMap(({ name }) => ROLES.find(([form]) => form.test(name))?.[1] ?? [])[0] ?? null,
  };
}

function levelOf(chain: readonly RawStyle[]): number | null {
  for (const { name, outline } of chain) {
    if (outline !== null) return outline <= DEEPEST ? outline + 1 : null;
    if (name === 'title') return 1;
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return null;
}
