/**
 * Inlines of a note as Markdown's syntax tree: runs that share a link or a style become one node, spaces stand outside of
 * it, and a style whose signs would not be read (`**营收：**同比`) is written as HTML.
 */
import type { PhrasingContent } from 'mdast';
import { PROVENANCE_MARK } from '../../../core/figure/provenance';
import type { SourceRecord } from '../../../contract/records';
import { safeAddress } from '../note/cells';
import { referenceAnchor } from '../note/numbering';
import type { Inline } from '../note/note';

type Style = 'underline' | 'strike' | 'bold' | 'italic';
const STYLES: readonly Style[] = ['underline', 'strike', 'bold', 'italic'];
const TAG: Readonly<Record<Style, string>> = { underline: 'u', strike: 'del', bold: 'strong', italic: 'em' };

const html = (value: string): PhrasingContent => ({ type: 'html', value });
const words = (value: string): PhrasingContent => ({ type: 'text', value });

/** The nearest character on a side of a run, as a reader of Markdown sees it; a line's end where there is none. */
const edge = (inline: Inline | undefined, side: 'before' | 'after'): string => {
  if (inline === undefined) return '\n';
  if (inline.kind === 'text') return (side === 'before' ? inline.text.at(-1) : inline.text.at(0)) ?? '\n';
  if (inline.kind === 'figure') return side === 'before' ? '>' : (inline.text.at(0) ?? '\n');
  return inline.kind === 'break' ? '\n' : '[';
};

const isBlank = (character: string): boolean => /\s/u.test(character);
const isSign = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** Whether signs of emphasis around `inner` are read as such between these neighbours; `_` only around whole words. */
function isRead(style: Style, inner: string, before: string, after: string): boolean {
  const [first = '', last = ''] = [inner.at(0), inner.at(-1)];
  const whole = [before, after].every((one) => isBlank(one) || isSign(one));
  if (style === 'underline' || (style === 'italic' && !whole)) return false;
  const opens = !isSign(first) || isBlank(before) || isSign(before);
  const closes = !isSign(last) || isBlank(after) || isSign(after);
  return opens && closes && !'*_~'.includes(before) && !'*_~'.includes(after);
}

type TextInline = Inline & { readonly kind: 'text' };
const isText = (inline: Inline): inline is TextInline => inline.kind === 'text';

interface Run<T> {
  readonly value: T;
  readonly inlines: readonly Inline[];
  readonly before: Inline | undefined;
  readonly after: Inline | undefined;
}

/** Neighbours with the same value of a property; what is no text has none. */
function runsOf<T>(
  inlines: readonly Inline[],
  valueOf: (inline: TextInline) => T | undefined,
  before: Inline | undefined,
  after: Inline | undefined,
): readonly Run<T | undefined>[] {
  const starts = inlines.flatMap((inline, at) => {
    const value = isText(inline) ? valueOf(inline) : undefined;
    const last = inlines[at - 1];
    const known = last && isText(last) ? valueOf(last) : undefined;
    return at > 0 && value === known ? [] : [{ at, value }];
  });
  return starts.map(({ at, value }, n) => {
    const end = starts[n + 1]?.at ?? inlines.length;
    return { value, inlines: inlines.slice(at, end), before: inlines[at - 1] ?? before, after: inlines[end] ?? after };
  });
}

/** Spaces at the ends of a run, and the run without them. */
function trimmed(inlines: readonly Inline[]): readonly [string, readonly Inline[], string] {
  const [first, last] = [inlines[0], inlines.at(-1)];
  const lead = first && isText(first) ? (/^\s+/.exec(first.text)?.[0] ?? '') : '';
  const tail = last && isText(last) ? (/\s+$/.exec(last.text)?.[0] ?? '') : '';
  const inner = inlines.flatMap((inline, at): Inline[] => {
    if (!isText(inline)) return [inline];
    const from = at === 0 ? lead.length : 0;
    const to = inline.text.length - (at === inlines.length - 1 ? tail.length : 0);
    return to > from ? [{ ...inline, text: inline.text.slice(from, to) }] : [];
  });
  return [lead, inner, inner.length === 0 ? '' : tail];
}

const plainOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');

export class MarkdownInlines {
  constructor(
    readonly sources: readonly SourceRecord[],
    /** How a line is ended: in a heading or a cell there is one line only. */
    readonly lineEnd: PhrasingContent = { type: 'break' },
  ) {}

  /** A line's own ends have no spaces: Markdown could only say them as numbers of characters. */
  all(inlines: readonly Inline[]): PhrasingContent[] {
    return this.#links(trimmed(inlines)[1]);
  }

  #links(inlines: readonly Inline[]): PhrasingContent[] {
    return runsOf(inlines, (one) => one.href, undefined, undefined).flatMap((run): PhrasingContent[] => {
      if (run.value === undefined) return this.#styled(run.inlines, 0, run.before, run.after);
      const [lead, inner, tail] = trimmed(run.inlines);
      // Inside the brackets of a link its words have no neighbours.
      const children = this.#styled(inner, 0, undefined, undefined).filter((one) => one.type !== 'link');
      return [words(lead), { type: 'link', url: run.value, children }, words(tail)];
    });
  }

  #styled(
    inlines: readonly Inline[],
    depth: number,
    before: Inline | undefined,
    after: Inline | undefined,
  ): PhrasingContent[] {
    const style = STYLES[depth];
    if (style === undefined) return inlines.flatMap((inline) => this.#one(inline));
    return runsOf(inlines, (one) => one[style] === true || undefined, before, after).flatMap((run) => {
      const below = depth + 1;
      if (run.value === undefined) return this.#styled(run.inlines, below, run.before, run.after);
      const [lead, inner, tail] = trimmed(run.inlines);
      if (inner.length === 0) return [words(lead)];
      const read = isRead(
        style,
        plainOf(inner),
        lead ? ' ' : edge(run.before, 'before'),
        tail ? ' ' : edge(run.after, 'after'),
      );
      const children = this.#styled(inner, below, undefined, undefined);
      const set: PhrasingContent[] = read
        ? [styled(style, children)]
        : [html(`<${TAG[style]}>`), ...children, html(`</${TAG[style]}>`)];
      return [words(lead), ...set, words(tail)];
    });
  }

  #one(inline: Inline): PhrasingContent[] {
    switch (inline.kind) {
      case 'text':
        if (inline.raised) return [html('<sup>'), words(inline.text), html('</sup>')];
        return [inline.code ? { type: 'inlineCode', value: inline.text } : words(inline.text)];
      case 'figure': {
        if (inline.id === null) return [{ type: 'emphasis', children: [words('figure missing')] }];
        const mark = PROVENANCE_MARK[inline.provenance] + (inline.inherited ? PROVENANCE_MARK[inline.inherited] : '');
        return [words(inline.text), html(`<sup>${mark}</sup>`)];
      }
      case 'cite':
        return this.#cite(inline);
      case 'footnote':
        return [{ type: 'footnoteReference', identifier: `${inline.number}`, label: `${inline.number}` }];
      case 'break':
        return [this.lineEnd];
    }
  }

  /** A citation leads to its source where that has an address, and stands in brackets where it has none. */
  #cite({ label, number, set }: Inline & { readonly kind: 'cite' }): PhrasingContent[] {
    if (set) {
      const children = this.all([{ kind: 'text', text: label, ...set }]);
      const [lead, tail] = [/^\s*/.exec(label)?.[0] ?? '', /\s*$/.exec(label)?.[0] ?? ''];
      return number === null
        ? children
        : [
            words(lead),
            { type: 'link', url: `#${referenceAnchor(number)}`, children: withoutLinks(children) },
            words(tail),
          ];
    }
    const url = safeAddress(number === null ? undefined : this.sources[number - 1]?.csl.URL);
    const name = label.replace(/^\[(.*)\]$/s, '$1');
    return url === null ? [words(`[${name}]`)] : [{ type: 'link', url, children: [words(name)] }];
  }
}

const withoutLinks = (children: readonly PhrasingContent[]) => children.filter((one) => one.type !== 'link');

const styled = (style: Style, children: PhrasingContent[]): PhrasingContent => ({
  type: style === 'strike' ? 'delete' : style === 'bold' ? 'strong' : 'emphasis',
  children,
});
