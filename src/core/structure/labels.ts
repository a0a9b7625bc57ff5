/** Lines that name themselves: `Rating: Buy`, `**Key driver:** …`, `| Time horizon | 12 months |`. */
import { trimSpan } from '../document/lines/lines';
import type { Block, Layout, Span, Table } from '../document/model';
import { type LabelCue, LABELS, matches, CUES, type Topic } from './cues';

/** One such line with all that stands under its label; a cue of `type` null says that it is no item of any list. */
export interface Labelled extends Span {
  readonly label: string;
  readonly value: string;
  readonly cue: LabelCue;
}

/** Marks and signs before the label, the label, a colon or dash, and marks behind it. */
const LINE =
  /^[^\p{L}\p{N}"“\u300c]{0,12}([^:\uff1a\n|]{2,80}?)\s{0,3}[*_]{0,3}\s{0,3}(?:[:\uff1a]|\s[—–]\s)\s{0,3}[*_]{0,3}[ \t]{0,8}/u;
const MOST_LINES = 60;
const LONGEST_VALUE = 200;
const PAIR = /[ \t]{2,}|\t|\s[|·]\s/gu;

/** The labelled lines of a block, in order; each reaches to the next line that has a label of its own. */
export function labelledLines(layout: Layout, block: Block, topic: Topic | null): Labelled[] {
  const starts = lineStarts(layout.text, block);
  const read = starts.map((start) => labelAt(layout.text, start, block.end));
  return starts.flatMap((start, at) => {
    const found = read[at];
    if (!found) return [];
    const next = starts.findIndex((_, other) => other > at && (read[other]?.bold || known(read[other]?.label ?? null)));
    const end = valueEnd(layout.text, start, starts[next] ?? block.end);
    const value = plain(layout.text.slice(found.valueStart, Math.min(end, found.valueStart + LONGEST_VALUE)));
    const cue = cueOf(found.label, value, topic);
    return cue ? [{ start, end, label: found.label, value, cue }] : [];
  });
}

/** A row of two cells under heads that say nothing, or under none, is a label and its value. */
export function labelledRow(table: Table, row: Table['rows'][number]): Labelled | null {
  const [label, value, ...more] = row.cells;
  const silent = table.head.every((cell) => matches(CUES.plainPair, plain(cell.text)));
  if (!label || !value || more.length > 0 || !silent) return null;
  const words = bareLabel(label.text);
  const cue = cueOf(words, plain(value.text), null);
  const fits = cue?.type === 'stance' || cue?.type === 'target' || cue?.type === 'horizon' || cue?.type === 'score';
  return fits ? { start: label.start, end: value.end, label: words, value: plain(value.text), cue } : null;
}

function lineStarts(text: string, block: Block): number[] {
  const starts: number[] = [];
  let at = block.contentStart;
  while (at < block.end && starts.length < MOST_LINES) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > block.end ? block.end : next;
    starts.push(at, ...pairStarts(text.slice(at, Math.min(end, at + 400)), at));
    at = end + 1;
  }
  return starts;
}

/** `Rating: Buy | Target: $50 | Horizon: 12 months` is three lines printed as one. */
function pairStarts(line: string, offset: number): number[] {
  if (!LINE.test(line)) return [];
  return [...line.matchAll(PAIR)]
    .filter((cut) => /^[*_]{0,2}\p{L}[^:\uff1a\n|]{1,40}[:\uff1a]/u.test(line.slice(cut.index + cut[0].length)))
    .map((cut) => offset + cut.index + cut[0].length);
}

/** Without the bar or dot that sets the next pair off. */
function valueEnd(text: string, start: number, to: number): number {
  const { end } = trimSpan(text, start, to);
  return /[|·]/.test(text.charAt(end - 1)) ? trimSpan(text, start, end - 1).end : end;
}

function labelAt(text: string, start: number, end: number) {
  const read = LINE.exec(text.slice(start, Math.min(end, start + 130)));
  if (!read?.[1]) return null;
  const label = bareLabel(read[1]);
  return { label, valueStart: start + read[0].length, bold: /^\W{0,6}(?:\*\*|__)/.test(read[0]) };
}

/** The label without marks, number, sign and what it says in brackets. */
function bareLabel(words: string): string {
  return plain(words)
    .replace(/(?:\s*[(\uff08][^()\uff08\uff09]{0,60}[)\uff09])+\s*$/u, '')
    .replace(/^(?:\d{1,2}[.)\u3001]|[^\p{L}\p{N}]+)\s*/u, '')
    .trim();
}

function plain(words: string): string {
  return words
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}$€£¥₹(+\-−~≈<>★☆⭐]+/u, '')
    .trim();
}

function known(label: string | null): boolean {
  return label !== null && LABELS.some((cue) => cue.type !== 'score' && cue.label.test(label));
}

/** A label with nothing behind it names the paragraph below, which only a thesis is. */
function cueOf(label: string, value: string, topic: Topic | null): LabelCue | null {
  const fits = (cue: LabelCue) => (value === '' ? cue.type === 'thesis' : cue.value.test(value));
  return LABELS.find((cue) => (cue.topic ?? topic) === topic && cue.label.test(label) && fits(cue)) ?? null;
}
