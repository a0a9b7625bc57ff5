/** Annotations as text for other programs: Markdown, CSV, and the W3C's Web Annotation model as JSON. Pure. */
import type { AnnotationRecord } from '../../../../../contract/records';
import { neutralise } from '../../../../../core/base/formula-text';

/** The document that the annotations are on. */
export interface Annotated {
  readonly id: string;
  readonly title: string;
}

const SPECIAL = /[\\`*_[\]<>#|]/g;
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replaceAll(SPECIAL, String.raw`\$&`);

/** A quote each, its comment and tags below it. */
export function asMarkdown({ title }: Annotated, annotations: readonly AnnotationRecord[]): string {
  const entries = annotations.map(({ exact, body, tags }) => {
    const comment = body.trim() === '' ? [] : ['', ...body.trim().split(/\r?\n/).map(plain)];
    const tagged = tags.length === 0 ? [] : ['', tags.map((tag) => `\\#${plain(tag)}`).join(' ')];
    return [`> ${plain(exact)}`, ...comment, ...tagged].join('\n');
  });
  return `${[`# ${plain(title)}`, ...entries].join('\n\n')}\n`;
}

const CSV_HEAD = ['Document', 'Quote', 'Comment', 'Colour', 'Tags', 'Start', 'End', 'Created', 'Changed'];
const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line each (RFC 4180); cells that a spreadsheet would run as formulas are neutralised. */
export function asCsv({ title }: Annotated, annotations: readonly AnnotationRecord[]): string {
  const lines = annotations.map((one) => {
    const { exact, body, colour, tags, start, end, createdAt, updatedAt } = one;
    return [title, exact, body, colour, tags.join(', '), `${start}`, `${end}`, createdAt, updatedAt];
  });
  return [CSV_HEAD, ...lines].map((line) => `${line.map((cell) => csvCell(neutralise(cell))).join(',')}\r\n`).join('');
}

/** A page of Web Annotations (W3C 2017), anchored by quote and by place in the document's text. */
export function asW3c(document: Annotated, annotations: readonly AnnotationRecord[]): string {
  const items = annotations.map((one) => w3cOf(document, one));
  return `${JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items }, null, 2)}\n`;
}

function w3cOf({ id: document, title }: Annotated, one: AnnotationRecord): object {
  const { exact, prefix, suffix, start, end, body, tags } = one;
  const text = (value: string, purpose: string) => ({ type: 'TextualBody', value, format: 'text/plain', purpose });
  const comment = body.trim() === '' ? [] : [text(body, 'commenting')];
  return {
    id: `urn:tieout:annotation:${one.id}`,
    type: 'Annotation',
    motivation: comment.length > 0 ? 'commenting' : 'highlighting',
    created: one.createdAt,
    modified: one.updatedAt,
    body: [...comment, ...tags.map((tag) => text(tag, 'tagging'))],
    target: {
      type: 'SpecificResource',
      source: { id: `urn:tieout:document:${document}`, type: 'Text', 'dc:title': title },
      styleClass: one.colour,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
