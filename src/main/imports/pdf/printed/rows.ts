/** Runs to segments and rows: what stands on one baseline, what is raised, and where a gap parts cells or columns. */
import type { Row, Run, Segment } from './model';
import { WIDE } from './words';

/** Gap that parts two cells, in sizes of the text: a wide word space of justified text is under one. */
const CELL_GAP = 1.3;
/** Gap that stands for a space, between letters and between Chinese characters. */
const [WORD_GAP, WIDE_GAP] = [0.15, 1.2];

/** Segments of a page in order of their baseline. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  return baselines(runs).flatMap(splitAtGaps);
}

/** Segments that share a baseline become a row. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.base - b.base || a.x - b.x)) {
    const open = rows.at(-1);
    const first = open?.[0];
    if (open && first && segment.base - first.base <= 0.35 * Math.min(first.size, segment.size)) open.push(segment);
    else rows.push([segment]);
  }
  return rows.map(rowOf);
}

export function rowOf(segments: readonly Segment[]): Row {
  const inOrder = [...segments].sort((a, b) => a.x - b.x);
  const runs = inOrder.flatMap((segment) => segment.runs).sort((a, b) => a.x - b.x);
  return { ...segmentOf(runs), segments: inOrder };
}

function baselines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.base - b.base || a.x - b.x)) {
    const open = lines.at(-1);
    const first = open?.[0];
    if (open && first && run.base - first.base <= 0.15 * Math.min(run.size, first.size)) open.push(run);
    else lines.push([run]);
  }
  return raise(lines);
}

/** A small run whose baseline lies inside the line below, next to larger text, is raised and belongs to that line. */
function raise(lines: Run[][]): Run[][] {
  const kept = lines.map((line) => [...line]);
  lines.forEach((line, at) => {
    for (const run of line) {
      const host = kept.slice(at + 1, at + 6).find((below) => below.some((other) => isRaisedBeside(run, other)));
      if (!host) continue;
      kept[at] = (kept[at] ?? []).filter((other) => other !== run);
      host.push({ ...run, raised: true });
    }
  });
  return kept.filter((line) => line.length > 0);
}

const isRaisedBeside = (run: Run, other: Run): boolean => {
  const gap = Math.min(Math.abs(run.x - (other.x + other.w)), Math.abs(other.x - (run.x + run.w)));
  if (gap > 0.5 * other.size) return false;
  const lift = other.base - run.base;
  // Two raised marks can stand side by side.
  if (other.raised) return Math.abs(lift) < 0.1 * other.size && run.size < 1.1 * other.size;
  if (lift <= 0.12 * other.size || lift >= 0.75 * other.size) return false;
  // A note's mark may be hardly smaller where it stands high.
  return (
    run.size <= 0.85 * other.size || (run.size <= 0.95 * other.size && lift > 0.3 * other.size && isMark(run.text))
  );
};

const isMark = (text: string): boolean => /^\s*(?:\d{1,2}|[*†‡§]{1,3})\s*$/.test(text);

function splitAtGaps(line: readonly Run[]): Segment[] {
  const segments: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of [...line].sort((a, b) => a.x - b.x)) {
    const open = segments.at(-1);
    if (open && run.x - right <= CELL_GAP * run.size) open.push(run);
    else segments.push([run]);
    right = Math.max(right, run.x + run.w);
  }
  return segments.map(segmentOf);
}

/** `fromLeft` in order of their place. */
export function segmentOf(fromLeft: readonly Run[]): Segment {
  const runs = isRightToLeft(fromLeft) ? fromLeft.toReversed() : fromLeft;
  const main = runs.filter((run) => !run.raised);
  const used = main.length > 0 ? main : runs;
  const x = Math.min(...runs.map((run) => run.x));
  const y = Math.min(...used.map((run) => run.y));
  const right = Math.max(...runs.map((run) => run.x + run.w));
  const bottom = Math.max(...used.map((run) => run.y + run.h));
  const letters = used.reduce((sum, run) => sum + run.text.length, 0);
  // A chip or note in small print does not make the line small.
  const worded = used.filter((run) => run.text.trim().length > 1);
  const size = Math.max(...(worded.length > 0 ? worded : used).map((run) => run.size));
  const bold = used.reduce((sum, run) => sum + (run.bold ? run.text.length : 0), 0);
  return {
    runs,
    x,
    y,
    w: right - x,
    h: bottom - y,
    size,
    base: used[0]?.base ?? 0,
    bold: bold > 0.9 * letters,
    page: runs[0]?.page ?? 1,
    text: joinRuns(runs),
  };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/g;

/** Most letters of the line run from right to left, and so do its runs; numbers among them have no say. */
function isRightToLeft(runs: readonly Run[]): boolean {
  let balance = 0;
  for (const { text } of runs) {
    const turned = text.match(RIGHT_TO_LEFT)?.length ?? 0;
    balance += turned === 0 ? -(text.match(/\p{L}/gu)?.length ?? 0) : turned;
  }
  return balance > 0;
}

/** Text of runs with a space where the gap between them is one. */
function joinRuns(runs: readonly Run[]): string {
  let text = '';
  runs.forEach((run, at) => {
    const before = runs[at - 1];
    text += before && spaceBetween(before, run) ? ` ${run.text}` : run.text;
  });
  return text;
}

export function spaceBetween(before: Run, run: Run): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(run.text)) return false;
  // In right-to-left text the next run stands before this one.
  const gap = Math.max(run.x - (before.x + before.w), before.x - (run.x + run.w));
  // Chinese has no word spaces: a gap there is a line stretched to its margin, or a mark that is drawn.
  const running = WIDE.test(before.text.slice(-1)) && WIDE.test(run.text.charAt(0));
  return gap > (running ? WIDE_GAP : WORD_GAP) * Math.max(before.size, run.size);
}
