/** Word documents made from the XML of their parts, as a word processor packs them. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  /** Inside `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly core?: string;
  /** Further relations of the main part, as XML. */
  readonly relations?: string;
  /** Further entries of the package. */
  readonly entries?: Readonly<Record<string, Uint8Array>>;
}

const xml = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W} ${R} ${MC}>${content}</w:${root}>`);
const relations = (content: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  );

export function docx(parts: Parts): Uint8Array {
  const kinds = (['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const).filter(
    (kind) => parts[kind] !== undefined,
  );
  const own = kinds.map((kind) => `<Relationship Id="own-${kind}" Type="${KIND}/${kind}" Target="${kind}.xml"/>`);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
    '_rels/.rels': relations(`<Relationship Id="r1" Type="${KIND}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': xml('document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': relations(`${own.join('')}${parts.relations ?? ''}`),
    ...parts.entries,
  };
  for (const kind of kinds) files[`word/${kind}.xml`] = xml(kind, parts[kind] ?? '');
  if (parts.core !== undefined)
    files['docProps/core.xml'] = strToU8(
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d">${parts.core}</cp:coreProperties>`,
    );
  return zipSync(files);
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const styled = (style: string, text: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
