/**
 * Reads a rich text file into a page: groups, their properties and destinations. Pictures, objects and what no reader is
 * asked to understand (`\*`) are passed over; nothing in the file is run or fetched.
 */
import { TieoutError } from '../../../contract/errors';
import type { ProblemCount } from '../problems';
import { decodePage, pageOfCharset } from './charset';
import { escapeHtml, Page } from './page';
import { type Token, tokensOf } from './tokens';

/** Where words of a group go. */
type Destination = 'body' | 'skip' | 'note' | 'fonts' | 'styles' | 'item' | 'field' | 'title' | 'author';

interface Group {
  readonly destination: Destination;
  readonly page: number;
  /** Characters that stand in for one `\u` where it is not understood. */
  readonly standIns: number;
  readonly hidden: boolean;
  readonly raised: boolean;
}

/** A group within a thousand others is no document of anybody's. */
const DEPTH = 1000;

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  footnote: 'note',
  listtext: 'item',
  pntext: 'item',
  fldinst: 'field',
  title: 'title',
  author: 'author',
};
const SKIPPED = new Set(
  'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atnref atndate xe tc listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles filetbl nonshppict shpinst do bkmkstart bkmkend'.split(
    ' ',
  ),
);

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '<br>',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
};

export interface RichText {
  readonly html: string;
  readonly title: string | null;
  readonly author: string | null;
}

export class RichTextReader {
  readonly #page = new Page();
  readonly #groups: Group[] = [];
  readonly #fonts = new Map<number, number>();
  readonly #headings = new Map<number, number>();
  #now: Group = { destination: 'body', page: 1252, standIns: 1, hidden: false, raised: false };
  #words: string[] = [];
  #note: string[] = [];
  #bytes: number[] = [];
  #wide = '';
  #toSkip = 0;
  #starred = false;
  #font = 0;
  #style: number | null = null;
  #outline: number | null = null;
  #inTable = false;
  #item: string | null = null;
  #said = { title: '', author: '', style: '', field: '' };
  #links: (string | null)[] = [];
  #referred = false;

  constructor(private readonly problems: ProblemCount) {}

  read(bytes: Uint8Array): RichText {
    for (const token of tokensOf(bytes)) this.#take(token);
    this.#flush();
    if (this.#groups.length > 0) this.problems.add('W_DAMAGED');
    this.#paragraph();
    const said = (text: string): string | null => text.replaceAll(/\s+/g, ' ').trim().slice(0, 1000) || null;
    return { html: this.#page.done(), title: said(this.#said.title), author: said(this.#said.author) };
  }

  #take(token: Token): void {
    if (token.kind === 'text') {
      const from = Math.min(this.#toSkip, token.bytes.length);
      this.#toSkip -= from;
      this.#flushWide();
      for (const byte of token.bytes.slice(from)) this.#bytes.push(byte);
      return;
    }
    if (token.kind === 'control' && token.word === 'u' && token.value !== null) {
      this.#flushBytes();
      this.#wide += String.fromCharCode(token.value & 0xffff);
      this.#toSkip = this.#now.standIns;
      return;
    }
    this.#flush();
    this.#toSkip = 0;
    if (token.kind === 'open') this.#openGroup();
    else if (token.kind === 'close') this.#closeGroup();
    else this.#control(token.word, token.value);
  }

  #openGroup(): void {
    if (this.#groups.length >= DEPTH) {
      throw new TieoutError('E_DAMAGED', 'The file nests its groups too deeply: save it again.');
    }
    this.#groups.push(this.#now);
    this.#starred = false;
  }

  #closeGroup(): void {
    const outer = this.#groups.pop();
    if (outer === undefined) return;
    const { destination } = this.#now;
    this.#now = outer;
    if (destination === outer.destination) return;
    if (destination === 'note') this.#endNote();
    if (destination === 'field') this.#beginLink();
  }

  #control(word: string, value: number | null): void {
    if (word === '*') {
      this.#starred = true;
      return;
    }
    const starred = this.#starred;
    this.#starred = false;
    const destination = DESTINATIONS[word] ?? (SKIPPED.has(word) || starred ? 'skip' : null);
    if (destination !== null) this.#enter(destination, word);
    else if (!this.#property(word, value)) this.#write(word);
  }

  #enter(destination: Destination, word: string): void {
    if (this.#now.destination === 'skip' && !['title', 'author'].includes(word)) return;
    if (word === 'pict') this.problems.add('W_PICTURES');
    if (word === 'annotation') this.problems.add('W_COMMENTS');
    if (destination === 'note') {
      if (!this.#referred) this.#put(this.#page.reference());
      this.#referred = false;
    }
    if (destination === 'item') this.#item = '';
    if (destination === 'field') this.#said.field = '';
    this.#now = { ...this.#now, destination };
  }

  /** Properties of characters, paragraphs and tables; false where the word is none. */
  #property(word: string, value: number | null): boolean {
    const on = value !== 0;
    switch (word) {
      case 'ansicpg':
        this.#now = { ...this.#now, page: value ?? 1252 };
        return true;
      case 'mac':
        this.#now = { ...this.#now, page: 10_000 };
        return true;
      case 'uc':
        this.#now = { ...this.#now, standIns: Math.min(Math.max(value ?? 1, 0), 16) };
        return true;
      case 'f':
        this.#font = value ?? 0;
        if (this.#now.destination !== 'fonts')
          this.#now = { ...this.#now, page: this.#fonts.get(this.#font) ?? this.#page0 };
        return true;
      case 'fcharset':
        this.#charset(value ?? 0);
        return true;
      case 'v':
      case 'deleted':
        if (on) this.problems.add(word === 'v' ? 'W_HIDDEN' : 'W_TRACKED');
        this.#now = { ...this.#now, hidden: on };
        return true;
      case 'super':
      case 'nosupersub':
      case 'plain':
        this.#now = {
          ...this.#now,
          raised: word === 'super' && on,
          hidden: word === 'plain' ? false : this.#now.hidden,
        };
        return true;
      default:
        return this.#ofParagraph(word, value);
    }
  }

  #ofParagraph(word: string, value: number | null): boolean {
    switch (word) {
      case 'pard':
        this.#style = null;
        this.#outline = null;
        this.#inTable = false;
        return true;
      case 's':
        this.#style = value;
        return true;
      case 'outlinelevel':
        this.#outline = value;
        return true;
      case 'intbl':
        this.#inTable = true;
        return true;
      case 'trowd':
        this.#page.rowKind(false);
        return true;
      case 'trhdr':
        this.#page.rowKind(true);
        return true;
      default:
        return false;
    }
  }

  /** The code page of the whole: that of the outermost group. */
  get #page0(): number {
    return this.#groups[1]?.page ?? this.#now.page;
  }

  #charset(charset: number): void {
    const page = pageOfCharset(charset);
    if (this.#now.destination === 'fonts' && page !== null) this.#fonts.set(this.#font, page);
  }

  #write(word: string): void {
    const { destination } = this.#now;
    if (word === 'chftn') {
      if (destination !== 'body') return;
      this.#put(this.#page.reference());
      this.#referred = true;
    } else if (SIGNS[word] !== undefined) {
      this.#put(SIGNS[word]);
    } else if (['par', 'sect', 'page'].includes(word)) {
      if (destination === 'note') this.#put('<br>');
      else if (destination === 'body') this.#paragraph();
    } else if ((word === 'cell' || word === 'nestcell') && destination === 'body') {
      this.#inTable = true;
      this.#paragraph();
      this.#page.cell();
    } else if ((word === 'row' || word === 'nestrow') && destination === 'body') {
      this.#page.row();
    }
  }

  #paragraph(): void {
    const words = this.#words.join('');
    this.#words = [];
    const level = this.#outline ?? (this.#style === null ? null : (this.#headings.get(this.#style) ?? null));
    const heading = level === null || level > 5 ? null : level + 1;
    this.#page.paragraph(words, { heading, item: this.#item, inTable: this.#inTable });
    this.#item = null;
  }

  #endNote(): void {
    this.#page.note(this.#note.join(''));
    this.#note = [];
  }

  /** The result that follows an instruction `HYPERLINK "…"` is the link's words. */
  #beginLink(): void {
    const href = /^\s*HYPERLINK\s+"(https?:[^"\s]{1,2000})"/i.exec(this.#said.field)?.[1] ?? null;
    if (href !== null) this.#links.push(href);
  }

  #flush(): void {
    this.#flushBytes();
    this.#flushWide();
  }

  #flushWide(): void {
    const text = this.#wide;
    this.#wide = '';
    if (text !== '') this.#text(text);
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const text = decodePage(this.#bytes, this.#now.page);
    this.#bytes = [];
    this.#text(text);
  }

  #text(text: string): void {
    const { destination, hidden, raised } = this.#now;
    switch (destination) {
      case 'skip':
      case 'fonts':
        return;
      case 'styles':
        this.#styleName(text);
        return;
      case 'item':
        this.#item = `${this.#item ?? ''}${text}`.slice(0, 40);
        return;
      case 'field':
      case 'title':
      case 'author':
        this.#said[destination] = `${this.#said[destination]}${text}`.slice(0, 3000);
        return;
      case 'body':
      case 'note': {
        if (hidden) return;
        const link = destination === 'body' ? (this.#links.pop() ?? null) : null;
        const words = raised ? `<sup>${escapeHtml(text)}</sup>` : escapeHtml(text);
        this.#put(link === null ? words : `<a href="${escapeHtml(link)}">${words}</a>`);
      }
    }
  }

  #put(html: string): void {
    const { destination } = this.#now;
    if (destination === 'body') this.#words.push(html);
    if (destination === 'note') this.#note.push(html);
  }

  /** `{\s1 … heading 1;}`: the style's number was read just before its name. */
  #styleName(text: string): void {
    this.#said.style = `${this.#said.style}${text}`.slice(-200);
    const end = this.#said.style.indexOf(';');
    if (end === -1) return;
    const level = /\b(?:heading|überschrift|titre|título|标题)\s*([1-6])\b/i.exec(this.#said.style.slice(0, end))?.[1];
    if (level !== undefined && this.#style !== null) this.#headings.set(this.#style, Number(level) - 1);
    this.#said.style = '';
    this.#style = null;
  }
}
