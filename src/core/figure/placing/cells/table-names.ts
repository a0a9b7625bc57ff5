/** Whose a table is: a company over each column of a comparison, or the one that its corner, its title or a heading names. */
import type { Cell, Layout, Span } from '../../../document/model';
import { isPeriodHead } from '../../../document/tables/period-head';
import { cleanText, isKind } from './cell-words';
import type { LabelName } from './label-name';
import { findMetrics } from '../mentions/metric';
import { isAcronym } from '../mentions/names';
import type { BlockViews } from '../scope/block-view';
import type { TableView } from './table-view';

const LONGEST_NAME = 48;
/** `Halvorsen (HLV)`, `神州 (3706)`: a name with its code. */
const CODED =
  /^([\p{L}][\p{L}\p{N}&.'’ -]{0,40}?)\s?[(（](?:[A-Z]{2,8}:\s?)?([A-Z]{1,6}(?:[.-][A-Z]{1,3})?|\d{4,6}(?:[.\s][A-Z]{2})?)[)）]$/u;
const TICKER = /^\$?[A-Z]{2,5}(?:\.[A-Z]{1,2})?$/;
const PEERS =
  /^(?:avg\.?|average|mean|median)?\s?(?:of\s)?(?:peers?|industry|sector|peer group|comps)\s?(?:avg\.?|average|mean|median|group)?$|^(?:行业|同业|同行|可比公司|行業)(?:平均|均值|中位数|中位數)?(?:值)?$/iu;

/** The name that a head over values of the row's metric is; null where it says anything else. */
export function nameOverColumn(text: string, cell: Cell): LabelName | null {
  const words = cleanText(text, cell);
  if (words === '' || words.length > LONGEST_NAME || isPeriodHead(words)) return null;
  const coded = CODED.exec(words);
  if (coded?.[1]) return { entity: coded[1].trim(), label: words };
  if (PEERS.test(words)) return { entity: words, label: words };
  if (!TICKER.test(words) || isAcronym(words.replace('$', ''))) return null;
  return isKind('changes', words) || findMetrics(words, 0, words.length).length > 0
    ? null
    : { entity: words, label: words };
}

const known = new WeakMap<TableView, { readonly name: LabelName | null }>();

/** The company that the corner, a line above or a heading names, and no other; null where it is the document's own. */
export function nameOfTable(layout: Layout, blockViews: BlockViews, view: TableView): LabelName | null {
  const found = known.get(view);
  if (found) return found.name;
  const name = readName(layout, blockViews, view);
  known.set(view, { name });
  return name;
}

function readName(layout: Layout, blockViews: BlockViews, { table }: TableView): LabelName | null {
  const corner = table.head.find(({ column }) => column === 0);
  for (const span of [...(corner ? [corner] : []), ...table.lines, ...headingsOver(layout, table.section)]) {
    const named = namedIn(layout.text, blockViews, span);
    if (named !== undefined) return named;
  }
  return null;
}

/** Undefined where no name is given, null where it is the subject or several are. */
function namedIn(text: string, blockViews: BlockViews, { start, end }: Span): LabelName | null | undefined {
  const mentions = blockViews
    .of(start, end)
    .entities.filter(({ kind, entity }) => kind === 'subject' || (kind === 'name' && blockViews.isActor(entity)));
  const [first] = mentions;
  if (first === undefined) return undefined;
  if (mentions.some(({ entity, kind }) => entity !== first.entity || kind === 'subject')) return null;
  return { entity: first.entity, label: text.slice(first.start, first.end) };
}

function headingsOver({ sections }: Layout, section: number): Span[] {
  const out: Span[] = [];
  for (let at: number | null = section; at !== null; ) {
    const one: Layout['sections'][number] | undefined = sections[at];
    if (!one || one.level === 1) break;
    out.push({ start: one.start, end: one.end });
    at = one.parent;
  }
  return out;
}
