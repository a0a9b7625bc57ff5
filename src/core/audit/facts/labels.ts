/** What names a figure: the words right before and behind it, or its row and its column; markup and case set aside. */
import { remembered } from '../../base/remembered';
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';

export interface Labels {
  /** From the figure or clause before it, at most `LEAD` characters. */
  readonly lead: string;
  readonly tail: string;
  readonly row: string;
  readonly head: string;
  /** Titles of its section and of those above, and the first words of its block. */
  readonly title: string;
}

const LEAD = 90;
const TAIL = 48;
const CLAUSE = /[|;；。\t\n•]|[.!?] /g;

/** Without marks of Markdown, with single spaces, in lower case. */
export const plain = (text: string): string =>
  text
    .replace(/[*_`\\#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Of titles, rows and heads, which stand for many figures. */
export const plainLabel = remembered(plain);

/** Without remarks in brackets, years and what only says that the value is the current one. */
export const bare = remembered((label: string): string =>
  plain(label)
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(/[:：]\s*$/, '')
    .replace(
      /\b(?:fy|cy)?(?:19|20)\d\d[ae]?\b|\b(?:current|latest|our|the|value|actual|reported|total company)\b(?=.)/g,
      ' ',
    )
    .replace(/^[\s\-–=+]+|\s+$/g, '')
    .replace(/\s+/g, ' '),
);

const GOES_ON = /^[\s*]*(?:[(（]|→|->|⟶|to)[\s*~≈\\]*$/;

function leadOf(index: DocumentIndex, figure: AuditFigure, depth = 0): string {
  const { text } = index.document.layout;
  const before = index.beside(figure).previous;
  const start = index.document.layout.sentences[figure.sentence]?.start ?? figure.start;
  const from = Math.max(before && before.cell === null ? before.end : start, figure.start - LEAD);
  const own = text.slice(from, figure.start).split(CLAUSE).at(-1) ?? '';
  // "Revenue +57% (£13.5B → £21.2B)": what stands in the bracket is of what stands before it.
  return before && before.cell === null && before.end === from && GOES_ON.test(own) && depth < 3
    ? leadOf(index, before, depth + 1)
    : own;
}

function tailOf(index: DocumentIndex, figure: AuditFigure): string {
  const { text } = index.document.layout;
  const after = text.slice(figure.end, figure.end + TAIL).split(CLAUSE)[0] ?? '';
  const { next } = index.beside(figure);
  return next && next.start < figure.end + TAIL ? after.slice(0, next.start - figure.end) : after;
}

/**
 * The titles of the sections around a figure, innermost first, at most four, joined by ` / ` and made plain; the
 * document's title is left out. Empty where there are none.
 */
function titlesOf(index: DocumentIndex, figure: AuditFigure): string {
  const { sections } = index.document.layout;
  const titles: string[] = [];
  for (let at: number | null = figure.section; at !== null && at > 0 && titles.length < 4; ) {
    const section: (typeof sections)[number] | undefined = sections[at];
    if (!section || section.level <= 1) break;
    titles.push(section.title);
    at = section.parent;
  }
  return plainLabel(titles.join(' / '));
}

const known = new WeakMap<DocumentIndex, Map<AuditFigure, Labels>>();

/** Asked by every reader of facts for every figure, so kept as long as the index of its document. */
export function labelsOf(index: DocumentIndex, figure: AuditFigure): Labels {
  const own = known.get(index) ?? new Map<AuditFigure, Labels>();
  known.set(index, own);
  const before = own.get(figure);
  if (before) return before;
  const labels = readLabels(index, figure);
  own.set(figure, labels);
  return labels;
}

function readLabels(index: DocumentIndex, figure: AuditFigure): Labels {
  const title = titlesOf(index, figure);
  if (!figure.cell) {
    return { lead: plain(leadOf(index, figure)), tail: plain(tailOf(index, figure)), row: '', head: '', title };
  }
  const table = index.document.layout.tables[figure.cell.table];
  const { row, column } = figure.cell;
  const label = table?.rows[row]?.cells[0];
  const head = table?.head.find((cell) => cell.column === column)?.text ?? '';
  const cell = table?.rows[row]?.cells.find((one) => one.column === column);
  // Words inside the cell name a figure that is not the cell's first.
  const inside = cell ? index.document.layout.text.slice(cell.start, figure.start) : '';
  const behind = cell ? index.document.layout.text.slice(figure.end, cell.end) : '';
  return {
    lead: plain(inside),
    tail: plain(behind.slice(0, TAIL)),
    row: label && label.column !== column ? plainLabel(label.text) : '',
    head: plainLabel(head),
    title,
  };
}
