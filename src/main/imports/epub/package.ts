/** What an e-book says of itself: its files, their order, and title, author, publisher, date and language (OPF). */
import { TieoutError } from '../../../contract/errors';
import { attribute, readXml } from '../archive/xml';
import type { Zip } from '../archive/zip';

export interface BookPackage {
  /** Names of the chapters in the archive, in reading order, without cover and contents. */
  readonly chapters: readonly string[];
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

const CONTAINER = 'META-INF/container.xml';

/** Throws `E_DAMAGED` where the archive has no such description. */
export function readPackage(zip: Zip): BookPackage {
  let name: string | null = null;
  readPart(zip, CONTAINER, (tag, attributes) => {
    if (tag === 'rootfile') name ??= attribute(attributes, 'full-path') ?? null;
  });
  if (name === null) throw damaged();
  return readDescription(zip, name);
}

interface Item {
  readonly name: string;
  readonly type: string;
  /** `nav`, `cover-image` …, between spaces. */
  readonly properties: string;
}

/** Elements of Dublin Core that are kept, each with the words it holds. */
const KEPT = new Set(['title', 'creator', 'publisher', 'date', 'language']);
/** Of the guide of older books: pages that are not the text. */
const NOT_TEXT = /^(?:cover|toc|title-?page|other\.cover)$/i;

function readDescription(zip: Zip, name: string): BookPackage {
  const said = new Map<string, string[]>();
  const items = new Map<string, Item>();
  const order: string[] = [];
  const skipped = new Set<string>();
  let open: string | null = null;
  let words = '';
  const reader = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    const get = (key: string): string => attribute(attributes, key) ?? '';
    if (KEPT.has(tag)) {
      open = tag;
      words = '';
    } else if (tag === 'item') {
      items.set(get('id'), {
        name: resolve(name, get('href')),
        type: get('media-type'),
        properties: get('properties'),
      });
    } else if (tag === 'itemref') order.push(get('idref'));
    else if (tag === 'reference' && NOT_TEXT.test(get('type'))) skipped.add(resolve(name, get('href')));
  };
  readPart(zip, name, reader, {
    text: (text) => {
      if (open !== null) words += text;
    },
    close: (tag) => {
      if (tag !== open) return;
      said.set(tag, [...(said.get(tag) ?? []), words.replace(/\s+/g, ' ').trim().slice(0, 1000)]);
      open = null;
    },
  });
  const first = (tag: string): string | null => said.get(tag)?.find((value) => value !== '') ?? null;
  return {
    chapters: order.flatMap((id) => {
      const item = items.get(id);
      return item !== undefined && isText(item) && !skipped.has(item.name) ? [item.name] : [];
    }),
    title: first('title'),
    author: (said.get('creator') ?? []).filter(Boolean).slice(0, 20).join('; ') || null,
    publisher: first('publisher'),
    published: first('date'),
    language: first('language'),
  };
}

const isText = ({ type, properties }: Item): boolean =>
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|)$/i.test(type) &&
  !/(?:^|\s)nav(?:\s|$)/.test(properties);

type Opened = (tag: string, attributes: Readonly<Record<string, string>>) => void;

function readPart(
  zip: Zip,
  name: string,
  open: Opened,
  more: { readonly text?: (text: string) => void; readonly close?: (tag: string) => void } = {},
): void {
  const bytes = zip.read(name);
  if (bytes === null) throw damaged();
  readXml(bytes, { open, ...more });
}

/** A name in the archive; one that leads out of it is found nowhere, because names are only looked up. */
export function resolve(from: string, href: string): string {
  const path: string[] = from.split('/').slice(0, -1);
  for (const step of decodeName(href.replace(/[#?].*$/, '')).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const damaged = (): TieoutError =>
  new TieoutError(
    'E_DAMAGED',
    'The e-book is damaged: it has no list of its contents. Download it again and import that.',
  );
