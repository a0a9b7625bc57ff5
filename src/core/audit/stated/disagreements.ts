/**
 * One thing of which a document states two values: the expected return of the headline and that of the scenario table,
 * two discount rates, a bear case at $50–60 here and $48 there. Worth a look where words beside the figures name it.
 */
import type { DocumentIndex } from '../model/document-index';
import { Scopes } from '../facts/fact-index';
import { groupBy } from '../../base/group';
import type { AuditFigure } from '../model/model';
import { end, endsOf, touch } from '../arithmetic/ends';
import { type Mention, mentionOf } from './mentions';
import { parallelsOf } from './parallel';

export interface Disagreement {
  readonly name: string;
  readonly figures: readonly AuditFigure[];
}

/** More values than this are a list of many things under one name. */
const MOST = 4;
const MANY = 60;

/** Two ranges are one where both ends meet; a point within a range or above an open end is no other value. */
function meet(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y) return true;
  const isRanged = (figure: AuditFigure): boolean =>
    figure.low !== figure.high && figure.low !== null && figure.high !== null;
  if (isRanged(a) && isRanged(b)) return touch(x.low, y.low) && touch(x.high, y.high);
  const whole = (figure: AuditFigure, { low, high }: typeof x) => ({
    ...end(low.point),
    low: figure.low === null ? -Infinity : low.low,
    high: figure.high === null ? Infinity : high.high,
  });
  const isSignFlipped = Math.abs(x.low.point) === Math.abs(y.low.point);
  return isSignFlipped || touch(whole(a, x), whole(b, y));
}

/** Each word that only one of the names says stands around the other. */
const isSaid = (words: readonly string[], other: Mention): boolean =>
  words.every((word) => other.of.includes(word) || (!word.startsWith(':') && other.around.includes(word)));

function isOneThing(a: Mention, b: Mention): boolean {
  if (a.leadIn !== '' && b.leadIn !== '' && a.leadIn !== b.leadIn) return false;
  const [x, y] = [a.figure, b.figure];
  if (x.sentence === y.sentence || x.block === y.block) return false;
  if (x.cell && y.cell && x.cell.table === y.cell.table) return false;
  return isSaid(a.of, b) && isSaid(b.of, a);
}

/** A value that is said without a year belongs to none of several. */
const isOneYear = (a: Mention, b: Mention, years: number): boolean =>
  a.year === b.year || (years < 2 && (a.year === null || b.year === null));

/** One label again and again in one section with other values is a list of things that each have it. */
function unlisted(mentions: readonly Mention[]): readonly Mention[] {
  const lists = groupBy(mentions, ({ figure, label }) => `${figure.section}|${label}`);
  return mentions.filter(({ figure, label }) => {
    const peers = (lists.get(`${figure.section}|${label}`) ?? []).filter((other) => other.figure.cell === null);
    return label === '' || figure.cell !== null || peers.every((other) => meet(other.figure, figure));
  });
}

const MOST_PLACES = 12;

/**
 * Things with fewer than a handful of values that differ by more than rounding, the first mention's figure first; asked
 * of notes only.
 */
export function disagreements(index: DocumentIndex): readonly Disagreement[] {
  if (index.document.role !== 'note') return [];
  const scopes = new Scopes(index);
  const parallels = parallelsOf(index);
  const mentions = index.document.figures.flatMap((figure) => mentionOf(index, scopes, figure) ?? []);
  return [...groupBy(mentions, ({ key }) => key).values()].flatMap((all): readonly Disagreement[] => {
    const group = unlisted(all).slice(0, MANY);
    const years = new Set(group.flatMap(({ year }) => year ?? [])).size;
    const differ = (a: Mention, b: Mention): boolean =>
      isOneYear(a, b, years) && isOneThing(a, b) && !meet(a.figure, b.figure) && !parallels.has(a.figure, b.figure);
    const first = group.find((one) => group.some((other) => differ(one, other)));
    if (!first) return [];
    const others = group.filter((other) => differ(first, other));
    const values = new Set(others.map(({ figure }) => `${figure.low}|${figure.high}`));
    const again = group.filter(
      (one) => one !== first && others.some((other) => differ(one, other)) && meet(one.figure, first.figure),
    );
    const figures = [first, ...others, ...again].map(({ figure }) => figure).slice(0, MOST_PLACES);
    return values.size < MOST ? [{ name: first.name, figures }] : [];
  });
}
