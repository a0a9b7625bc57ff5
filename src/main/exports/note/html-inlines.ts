/**
 * Inlines of a note as HTML: words and their styles once for all; the caller gives the HTML of figures and citations.
 */
import { PROVENANCE_MARK } from '../../../core/figure/provenance';
import type { SourceRecord } from '../../../contract/records';
import type { Inline } from './note';
import { carriedCsl, referenceAnchor } from './numbering';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

/** What an export in HTML carries of a source beside its line, as an attribute of it; empty where there is no source. */
export function carriedAttribute(source: SourceRecord | undefined): string {
  const csl = carriedCsl(source);
  return csl === null ? '' : ` data-csl="${escapeHtml(csl)}"`;
}

export interface Dress {
  readonly figure: (figure: Inline & { readonly kind: 'figure' }) => string;
  readonly cite: (cite: Inline & { readonly kind: 'cite' }) => string;
  readonly footnote: (number: number) => string;
}

function textHtml(inline: Inline & { readonly kind: 'text' }): string {
  let html = escapeHtml(inline.text);
  if (inline.code) html = `<code>${html}</code>`;
  if (inline.bold) html = `<strong>${html}</strong>`;
  if (inline.italic) html = `<em>${html}</em>`;
  if (inline.underline) html = `<u>${html}</u>`;
  if (inline.strike) html = `<s>${html}</s>`;
  if (inline.raised) html = `<sup>${html}</sup>`;
  return inline.href ? `<a href="${escapeHtml(inline.href)}">${html}</a>` : html;
}

type Set = NonNullable<(Inline & { readonly kind: 'cite' })['set']>;
/** A citation that a style has set, as it stands. */
export const setHtml = (label: string, set: Set): string => textHtml({ kind: 'text', text: label, ...set });

export const inlinesHtml = (inlines: readonly Inline[], dress: Dress): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return textHtml(inline);
        case 'figure':
          return dress.figure(inline);
        case 'cite':
          return dress.cite(inline);
        case 'footnote':
          return dress.footnote(inline.number);
        case 'break':
          return '<br>';
      }
    })
    .join('');

export const marksOf = (figure: Inline & { readonly kind: 'figure' }): string =>
  PROVENANCE_MARK[figure.provenance] + (figure.inherited ? PROVENANCE_MARK[figure.inherited] : '');

/** Inside of Markdown: no classes of styles, which nobody there has. */
export const MARKDOWN_HTML: Dress = {
  figure: (figure) =>
    figure.id === null ? '<em>figure missing</em>' : `${escapeHtml(figure.text)}<sup>${marksOf(figure)}</sup>`,
  cite: ({ label, number, set }) =>
    set
      ? number === null
        ? setHtml(label, set)
        : `<a href="#${referenceAnchor(number)}">${setHtml(label, set)}</a>`
      : escapeHtml(`[${label.replace(/^\[(.*)\]$/s, '$1')}]`),
  footnote: (number) => `[^${number}]`,
};
