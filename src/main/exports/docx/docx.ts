/**
 * Renders a note as a Word document with real headings, lists, tables, footnotes and links. A figure carries its class as
 * in print: a raised letter, an underline whose form tells disclosed from inferred without colour, and the class's colour.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../core/figure/provenance';
import { Blocks } from './blocks';
import { clean, inlines } from './inlines';
import { DEEPEST, INK, LOOK, MARGIN, MUTED, PAPER, textWidth } from './look';
import type { Paper } from '../../../core/report/exports';
import { zipped } from '../zip/zipped';
import { isLandscape, TABLE_STYLES } from './table';
import { escapeHtml } from '../note/html-inlines';
import { type Note, type NoteBlock, textOf } from '../note/note';
import { carriedCsl, referenceAnchor } from '../note/numbering';

function legend(note: Note): Paragraph {
  const used = PROVENANCES.filter((one) => note.figures.some(({ provenance }) => provenance === one));
  const children = used.flatMap((one, at) => [
    new TextRun({ text: `${at > 0 ? '   ' : ''}${PROVENANCE_MARK[one]}`, bold: true, color: LOOK[one].color }),
    new TextRun({ text: ` ${PROVENANCE_LABEL[one].toLowerCase()}`, color: MUTED }),
  ]);
  const facts = [note.about, note.author, note.asOf && `As of ${note.asOf}`].filter(Boolean).join(' · ');
  const lead = facts === '' ? [] : [new TextRun({ text: clean(facts), color: MUTED }), new TextRun({ break: 1 })];
  return new Paragraph({ children: [...lead, ...children], spacing: { after: 240 } });
}

const font = (size: number, color = INK) => ({ size, color, font: 'Calibri' });
/** Lines grow with their letters: without the rule some programs take the number for a fixed height. */
const spaced = (before: number, after: number) => ({ before, after, line: 276, lineRule: LineRuleType.AUTO });

const heading = (size: number, before: number, after: number, italics = false) => ({
  run: { ...font(size), bold: true, ...(italics && { italics }) },
  paragraph: { spacing: spaced(before, after), keepNext: true },
});

const stylesOf = (language: string) => ({
  default: {
    document: { run: { ...font(21), language: { value: language } }, paragraph: { spacing: spaced(0, 140) } },
    heading1: heading(36, 240, 160),
    heading2: heading(28, 280, 120),
    heading3: heading(24, 220, 100),
    heading4: heading(22, 200, 80),
    heading5: heading(21, 200, 80),
    heading6: heading(21, 200, 80, true),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { ...font(19, MUTED), bold: true },
      paragraph: { spacing: { before: 160, after: 80 } },
    },
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true, color: MUTED } },
    {
      id: 'Code',
      name: 'HTML Preformatted',
      basedOn: 'Normal',
      run: { font: 'Consolas', size: 19 },
      paragraph: { spacing: { after: 0 } },
    },
    ...TABLE_STYLES.map(({ id, name, size }) => ({
      id,
      name,
      basedOn: 'Normal',
      run: { size },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    })),
  ],
});

/** Running head and page n of m, as in print; the first page has its title. */
function around(note: Note, paper: Paper, turned: boolean) {
  const small = { size: 16, color: MUTED };
  const right = { tabStops: [{ type: TabStopType.RIGHT, position: textWidth(paper, turned) }] };
  const head = [clean(textOf([{ kind: 'text', text: note.title }])), note.asOf ?? ''];
  const foot = new Footer({
    children: [
      new Paragraph({
        ...right,
        children: [
          new TextRun({ ...small, children: ['Tieout\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
  return {
    headers: {
      default: new Header({
        children: [new Paragraph({ ...right, children: [new TextRun({ ...small, text: head.join('\t') })] })],
      }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    footers: { default: foot, first: foot },
  };
}

type Made = (Paragraph | Table)[];

/** Wide tables stand on turned pages of their own; the headings right before one turn with it. */
function sectionsOf(note: Note, paper: Paper, blocks: readonly NoteBlock[], made: Blocks): ISectionOptions[] {
  const turns = blocks.map((block) => block.kind === 'table' && isLandscape(block, paper));
  for (let at = blocks.length - 2; at >= 0; at -= 1) {
    if (blocks[at]?.kind === 'heading' && turns[at + 1] === true) turns[at] = true;
  }
  const groups: { turned: boolean; children: Made }[] = [{ turned: false, children: [] }];
  blocks.forEach((block, at) => {
    const turned = turns[at] === true;
    const last = groups.at(-1);
    const children = made.render([block]);
    if (last?.turned === turned) last.children.push(...children);
    else groups.push({ turned, children });
  });
  return groups.map(({ turned, children }, at) => ({
    properties: {
      titlePage: at === 0,
      page: {
        size: { ...PAPER[paper], orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    ...around(note, paper, turned),
    children,
  }));
}

const WORTH_A_LIST = 3;

/** The bytes of the document. `appendix` may be empty. */
export async function noteDocx(
  note: Note,
  appendix: readonly NoteBlock[],
  paper: Paper,
  contents = true,
): Promise<Uint8Array> {
  const [first, ...rest] = note.blocks;
  const titled = first?.kind === 'heading';
  const title: NoteBlock = titled
    ? first
    : { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: note.title }] };
  const made = new Blocks(paper);
  const body = [...(titled ? rest : note.blocks), ...appendix];
  const listed = contents && body.filter(({ kind }) => kind === 'heading').length >= WORTH_A_LIST;
  const list = listed
    ? [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3', beginDirty: false })]
    : [];
  const front = [...made.render([title]), legend(note), ...list];
  const sections = sectionsOf(note, paper, body, made);
  const [opening, ...others] = sections;
  const document = new Document({
    title: clean(note.title),
    creator: clean(note.author ?? 'Tieout'),
    lastModifiedBy: clean(note.author ?? 'Tieout'),
    description: '',
    styles: stylesOf(note.language),
    numbering: { config: [...made.starts].map(([number, start]) => counted(number, start)) },
    footnotes: Object.fromEntries(
      note.footnotes.map((words, at) => [at + 1, { children: [new Paragraph({ children: inlines(words) })] }]),
    ),
    sections: opening ? [{ ...opening, children: [...front, ...opening.children] }, ...others] : [],
  });
  const date = /^\d{4}-\d\d-\d\d$/.exec(note.asOf ?? '')?.[0] ?? null;
  return settled(new Uint8Array(await Packer.toBuffer(document)), date, carriedPart(note));
}

const PART = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

const CARRIED = 'customXml/item1.xml';
const CARRIED_RELATION =
  '<Relationship Id="rIdSources" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';

/** The sources of the list of references, each by the name of its line: a part of the file that programs keep and do not show. */
function carriedPart(note: Note): string | null {
  const numbers = note.blocks.flatMap((block) =>
    block.kind === 'references' ? block.entries.map(({ number }) => number) : [],
  );
  const sources = numbers.map((number) => {
    const csl = clean(carriedCsl(note.sources[number - 1]) ?? '');
    return `<source place="${referenceAnchor(number)}">${escapeHtml(csl)}</source>`;
  });
  return sources.length === 0
    ? null
    : `<?xml version="1.0" encoding="UTF-8"?><sources xmlns="urn:tieout:sources">${sources.join('')}</sources>`;
}

/** The same note gives the same bytes: the library puts the clock and chance into what nobody reads. */
function settled(bytes: Uint8Array, date: string | null, carried: string | null): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, by: (xml: string) => string): void => {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(by(strFromU8(part)));
  };
  // When it was made is known for no note that says no date: then nothing is said.
  change('docProps/core.xml', (xml) =>
    date === null
      ? xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      : xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`),
  );
  const ids = new Map<string, string>();
  const renamed = (_: string, id: string): string => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return `"${known}"`;
  };
  /** The library counts over all documents that it ever made. */
  const numbered = (pattern: RegExp, called: (number: number) => string): ((xml: string) => string) => {
    const known = new Map<string, string>();
    return (xml) =>
      xml.replace(pattern, (_: string, before: string, id: string, after: string) => {
        const name = known.get(id) ?? called(known.size + 1);
        known.set(id, name);
        return before + name + after;
      });
  };
  change(
    PART,
    numbered(/()(_Toc\d+)()/g, (number) => `_Toc${number}`),
  );
  change(PART, numbered(/(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)(")/g, String));
  const chance = /"(rId[\w-]{12,})"/g;
  change(PART, (xml) => xml.replace(chance, renamed));
  change(RELATIONS, (xml) => xml.replace(chance, renamed));
  if (carried !== null) {
    parts[CARRIED] = strToU8(carried);
    change(RELATIONS, (xml) => xml.replace('</Relationships>', `${CARRIED_RELATION}</Relationships>`));
  }
  return zipped(parts);
}

const counted = (number: number, start: number) => ({
  reference: `list-${number}`,
  levels: Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  })),
});
