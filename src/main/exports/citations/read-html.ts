/** Reads the engine's HTML: runs of words with their styles, links to sources, footnotes, and the list of sources. */
import { isElement, isText, type Page, type PageElement, type PageNode, parsePage } from './dom';
import type { Inline } from '../note/note';
import type { Formatted, Reference } from './job';

type Style = { readonly bold?: true; readonly italic?: true; readonly raised?: true };
const STYLES: Readonly<Record<string, Style>> = {
  em: { italic: true },
  i: { italic: true },
  strong: { bold: true },
  b: { bold: true },
  sup: { raised: true },
};
const all = (within: Page, selector: string): readonly PageElement[] => [...within.querySelectorAll(selector)];

/** The engine leaves the signs around a date or a publisher that a source does not have. */
const tidied = (text: string): string =>
  text
    .replace(/[,;:]\s*(?=[)\]])/g, '')
    .replace(/\s*[,;:]+(?=\.(?:\s|$))/g, '')
    .replace(/([.?!]”)\./g, '$1')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.');

/** Without the line feeds and indents that the engine sets between its elements; ends of a run without spaces. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const same = last?.kind === 'text' && inline.kind === 'text' && styleKey(last) === styleKey(inline);
    if (same) joined[joined.length - 1] = { ...last, text: (last.text + inline.text).replace(/ {2,}/g, ' ') };
    else joined.push(inline);
  }
  return joined.flatMap((inline, at): Inline[] => {
    if (inline.kind !== 'text') return [inline];
    const lead = at === 0 ? inline.text.replace(/^ +/, '') : inline.text;
    const text = tidied(at === joined.length - 1 ? lead.replace(/ +$/, '') : lead);
    return text === '' ? [] : [{ ...inline, text }];
  });
}

const idOf = (element: PageElement): string => element.getAttribute('id') ?? '';

const styleKey = (inline: Inline & { readonly kind: 'text' }): string => JSON.stringify({ ...inline, text: '' });

class Reading {
  readonly #notes: ReadonlyMap<string, PageElement>;
  /** Place in the list → number of the source. */
  readonly numbers = new Map<string, number>();

  readonly lines: readonly PageElement[];
  readonly clusters: readonly PageElement[];

  constructor(readonly page: Page) {
    const notes = all(page, 'section[role="doc-endnotes"] li');
    this.lines = all(page, 'section[role="doc-bibliography"] li');
    this.clusters = all(page, '[data-cluster]');
    this.#notes = new Map(notes.map((note) => [idOf(note), note]));
  }

  target(link: PageElement): string {
    return (link.getAttribute('href') ?? '').replace(/^#/, '');
  }

  noteIn(element: PageElement): PageElement | null {
    const [mark] = all(element, 'a[role="doc-noteref"]');
    return mark ? (this.#notes.get(this.target(mark)) ?? null) : null;
  }

  /** Which line of the list a source's own citation leads to. */
  learn(count: number): void {
    const lines = new Set(this.lines.map(idOf));
    for (const own of all(this.page, '[data-key]')) {
      const number = Number((own.getAttribute('data-key') ?? '').slice(1));
      const links = all(this.noteIn(own) ?? own, 'a').map((link) => this.target(link));
      const line = links.find((id) => lines.has(id));
      if (line !== undefined && number <= count) this.numbers.set(line, number);
    }
  }

  inlines(element: PageNode, style: Style = {}): readonly Inline[] {
    return [...element.childNodes].flatMap((node): readonly Inline[] => {
      if (isText(node)) {
        const text = (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
        return text === '' ? [] : [{ kind: 'text', text, ...style }];
      }
      if (!isElement(node) || node.getAttribute('role') === 'doc-backlink') return [];
      if (node.localName === 'a') return this.#link(node, style);
      return this.inlines(node, { ...style, ...STYLES[node.localName] });
    });
  }

  #link(link: PageElement, style: Style): readonly Inline[] {
    const href = link.getAttribute('href') ?? '';
    const inside = this.inlines(link, style);
    if (/^https?:/i.test(href)) return inside.map((one) => (one.kind === 'text' ? { ...one, href } : one));
    const number = this.numbers.get(this.target(link));
    if (number === undefined) return inside;
    // An address inside leads there; everything else leads to the list.
    return inside.map((one) =>
      one.kind === 'text' && one.href === undefined
        ? { kind: 'cite', label: one.text, number, locator: null, set: { ...style, ...styleOf(one) } }
        : one,
    );
  }

  cluster(at: number): Formatted['clusters'][number] {
    const element = this.clusters[at];
    if (!element) return { inlines: [], note: false };
    const note = this.noteIn(element);
    return { inlines: trimmed(this.inlines(note ?? element)), note: note !== null };
  }

  reference(line: PageElement): readonly Reference[] {
    const number = this.numbers.get(idOf(line));
    if (number === undefined) return [];
    const [prefix] = all(line, '.prefix');
    const label = (prefix?.textContent ?? '').replace(/\s+/g, ' ').trim();
    prefix?.remove();
    return [{ number, label: label === '' ? null : label, inlines: trimmed(this.inlines(line)) }];
  }
}

const styleOf = ({ bold, italic, raised }: Inline & { readonly kind: 'text' }): Style => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(raised && { raised }),
});

/** `html` is the whole page of `citations.typ`; `sources` is how many it lists. */
export function readFormatted(html: string, clusters: number, sources: number): Formatted {
  const reading = new Reading(parsePage(html));
  reading.learn(sources);
  const made = Array.from({ length: clusters }, (_, at) => reading.cluster(at));
  return { clusters: made, references: reading.lines.flatMap((line) => reading.reference(line)) };
}
