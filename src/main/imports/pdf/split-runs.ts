/** Parts runs where a link begins or ends inside them: what looks alike comes as one run, and only some of it may be the link. */
import type { Box, Run } from './printed/model';

/** Words, spaces and single signs. */
const PIECE = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const WORD = /[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Where in a run a letter stands is not told: it is taken to be as wide as the others, and words are kept whole. */
export function splitAtLinks(run: Run, links: readonly Box[]): readonly Run[] {
  const { box } = run;
  const isLevel = box.w >= box.h && !RIGHT_TO_LEFT.test(run.text);
  const touching = isLevel ? links.filter((link) => overlaps(link, box) && !covers(link, box)) : [];
  if (touching.length === 0) return [run];
  const pieces = [...run.text.matchAll(PIECE)].map((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const middle = box.x + (box.w * (from + to)) / 2 / run.text.length;
    const link = touching.find((one) => middle > one.x && middle < one.x + one.w) ?? null;
    return { from, to, link, isWord: WORD.test(match[0]) };
  });
  const nextLinks = linksAhead(pieces);
  const parts: { from: number; to: number; link: Box | null }[] = [];
  for (const [at, { from, to, link, isWord }] of pieces.entries()) {
    const last = parts.at(-1);
    // Signs and spaces belong to a link only between its words.
    const next = isWord ? link : (nextLinks[at] ?? null);
    const own = isWord || last?.link === next ? next : null;
    if (last?.link === own) last.to = to;
    else parts.push({ from, to, link: own });
  }
  return parts.map(({ from, to }) => partOf(run, from, to));
}

/** For each piece the link of the next word, from the end on: looked for from each sign, it takes a line of signs squared. */
function linksAhead(pieces: readonly { readonly link: Box | null; readonly isWord: boolean }[]): (Box | null)[] {
  const ahead: (Box | null)[] = [];
  let next: Box | null = null;
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (piece?.isWord === true) next = piece.link;
    ahead[at] = next;
  }
  return ahead;
}

function partOf(run: Run, from: number, to: number): Run {
  const share = (to - from) / run.text.length;
  const before = from / run.text.length;
  return {
    ...run,
    text: run.text.slice(from, to),
    x: run.x + before * run.w,
    w: share * run.w,
    box: { ...run.box, x: run.box.x + before * run.box.w, w: share * run.box.w },
  };
}

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h / 2 &&
  other.y + other.h / 2 < one.y + one.h;

const covers = (one: Box, other: Box): boolean => one.x <= other.x + 1 && one.x + one.w >= other.x + other.w - 1;
