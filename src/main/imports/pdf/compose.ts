/** Pages to one text: running heads set aside, regions in reading order, blocks, and paragraphs rejoined over breaks. */
import { blocksOf, styleOf } from './blocks';
import { regionsOf } from './columns';
import { withoutContents } from './contents';
import { runningHeadsOf } from './running-heads';
import { citingLinks, type Place } from './internal-links';
import type { SetAside } from '../../../core/document/model';
import { setAsideOf } from '../set-aside';
import type { Block, PageContent, Row, Run } from './printed/model';
import { partedAtColumns } from './near-columns';
import { withHeadsBefore } from './tables/page-breaks';
import { rowsOf, segmentsOf } from './printed/rows';
import { pagesOf } from './spreads';
import { taggedBlocks, taggedPage } from './tagged';
import { vocabularyOf } from './printed/words';
import { Writer, type Written } from './writer';

export interface Composed extends Written {
  /** Tables of contents that were set aside. */
  readonly contents: number;
  readonly aside: readonly SetAside[];
}

export function compose(
  pages: readonly PageContent[],
  outline: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Place>,
): Composed {
  const runningHeads = runningHeadsOf(pages);
  const read = pages.map((page) => {
    const runs = page.runs.filter((run) => !runningHeads.has(run));
    const tagged = taggedPage(page, runs);
    return {
      tagged,
      regions: pagesOf(segmentsOf(tagged?.rest ?? runs), page)
        .flatMap((part) => regionsOf(part))
        .map((region) => partedAtColumns(rowsOf(region))),
    };
  });
  const rows = read.flatMap(({ tagged, regions }) => [
    ...(tagged?.groups.flatMap((group) => group.rows) ?? []),
    ...regions.flat(),
  ]);
  const style = styleOf(rows, outline);
  const every = read.flatMap(({ tagged, regions }) => [
    ...(tagged ? taggedBlocks(tagged, style) : []),
    ...regions.flatMap((region) => blocksOf(region, style)),
  ]);
  const { blocks: kept, found, lines } = withoutContents(every, outline);
  const blocks = rejoined(withHeadsBefore(kept));
  const notes = new Set(blocks.flatMap((block) => (block.kind === 'note' ? [block.label] : [])));
  const links = new Map(pages.map((page) => [page.number, page.links]));
  const written = new Writer(
    vocabularyOf(rows.map((row) => row.text)),
    notes,
    links,
    citingLinks(pages, blocks, places),
  ).write(blocks);
  const heads = pages.flatMap((page) => linesOf(page.runs.filter((run) => runningHeads.has(run))));
  const artifacts = read.flatMap(({ tagged }) => linesOf(tagged?.artifacts ?? []));
  const aside = [
    ...setAsideOf('running-head', heads),
    ...setAsideOf('artifact', artifacts),
    ...setAsideOf('contents', lines),
  ];
  return { ...written, contents: found, aside };
}

const linesOf = (runs: readonly Run[]): string[] => rowsOf(segmentsOf(runs)).map(({ text }) => text);

/** A paragraph that stops in the middle of a sentence goes on in the next column or page, past the notes between. */
function rejoined(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const at = out.findLastIndex((one) => one.kind !== 'note');
    const before = out[at];
    if (
      block.kind === 'paragraph' &&
      before &&
      (before.kind === 'paragraph' || before.kind === 'item') &&
      runsOn(before.rows, block.rows)
    ) {
      out[at] = { ...before, rows: [...before.rows, ...block.rows] };
    } else out.push(block);
  }
  return out;
}

function runsOn(before: readonly Row[], after: readonly Row[]): boolean {
  const last = before.at(-1);
  const first = after[0];
  if (!last || !first || Math.abs(last.size - first.size) > 0.1 * last.size) return false;
  // Within a column a gap was meant; only a column or page break can part a sentence.
  if (last.page === first.page && first.base > last.base) return false;
  const end = last.text.trimEnd();
  const opens = first.text.trimStart();
  if (/[-\u00ad]$/.test(end)) return true;
  if (/[.!?:;。！？：；]["”’)\]]*$/.test(end)) return false;
  return /^[\p{Ll}\d(]/u.test(opens) || /^[\u3400-\u9fff]/.test(opens) || /[,，、]$/.test(end);
}
