/**
 * Values that a sentence states together with what they follow from: "a 17% discount to our fair value of $60", "a 15x
 * multiple applied to EPS of $4.00 gives $60", "6 of the last 8 quarters (75%)". The figures of a sentence are put between
 * angle brackets, so that the words around them say which is which; where they do, only one reading is left.
 */
import { MONTH_STEMS } from '../../../base/months';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { combine, compareEnds, type Ends, endsOf, exact, isRange, mapEnds, sumEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { kindOf, TEMPLATES, type Template } from './templates';

const LONGEST = 700;
const HUNDRED = 100;

interface Rendered {
  readonly text: string;
  readonly figures: readonly AuditFigure[];
  readonly kinds: readonly string[];
}

/** The sentence in lower case and without markup, each figure as its kind and its number. */
function render(index: DocumentIndex, figures: readonly AuditFigure[]): Rendered | null {
  const sentence = index.document.layout.sentences[figures[0]?.sentence ?? -1];
  if (!sentence || sentence.end - sentence.start > LONGEST) return null;
  const { text } = index.document.layout;
  const parts: string[] = [];
  const kept: AuditFigure[] = [];
  let at = sentence.start;
  for (const figure of figures) {
    if (figure.start < at || figure.low === null || figure.high === null) continue;
    parts.push(plain(text.slice(at, figure.start)), `<${kindOf(figure)}${kept.length}>`);
    kept.push(figure);
    at = figure.end;
  }
  parts.push(plain(text.slice(at, sentence.end)));
  return { text: parts.join(''), figures: kept, kinds: kept.map(kindOf) };
}

const plain = (text: string): string =>
  text
    .replace(/[*_`\\<>]+/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const hasKinds = ({ needs }: Template, kinds: readonly string[]): boolean =>
  needs.every((letters) => letters.includes('#') || kinds.some((kind) => letters.includes(kind) || kind === 'R'));

/** The operands as they stand: figures, or bare numbers of the text. */
class Match {
  constructor(
    readonly groups: Readonly<Record<string, string | undefined>>,
    readonly figures: readonly AuditFigure[],
  ) {}

  figure(name: string): AuditFigure | null {
    const at = this.groups[name];
    return at === undefined ? null : (this.figures[Number(at)] ?? null);
  }

  ends(name: string): Ends | null {
    const bare = this.groups[`${name}0`];
    if (bare !== undefined) return exact(Number(bare));
    const figure = this.figure(name);
    return figure && endsOf(figure);
  }

  number(name: string): number {
    return Number(this.groups[name]);
  }

  words(name: string): string {
    const figure = this.figure(name);
    return figure ? digits(figure) : (this.groups[`${name}0`] ?? '');
  }

  month(name: string): number {
    return MONTH_STEMS.indexOf((this.groups[name] ?? '').slice(0, 3));
  }
}

interface Way {
  readonly value: Ends;
  readonly words: string;
}

type Operation = (a: number, b: number) => number;

function binary(match: Match, names: readonly [string, string], operation: Operation, words: string): Way | null {
  const [a, b] = [match.ends(names[0]), match.ends(names[1])];
  const value = a && b && b.low.low > 0 ? combine(a, b, operation) : null;
  return value && { value, words: words.replace('a', match.words(names[0])).replace('b', match.words(names[1])) };
}

function compound(match: Match, years: number): Way | null {
  const way = binary(match, ['a', 'b'], (x, y) => (x / y) ** (1 / years) * HUNDRED - HUNDRED, 'a ÷ b');
  return way && years > 0 ? { ...way, words: `(${way.words})^(1/${years}) − 1` } : null;
}

/** Whole years between two: counted with or without the first of them. */
const spanOf = (low: number, high: number, words: string): Way => {
  const end = (point: number) => ({ low: point, high: point, point });
  return { value: { low: end(low), high: end(high), approximate: false }, words };
};

function mean(match: Match): Way | null {
  const names = ['a', 'b', 'd', 'e'].filter((name) => match.figure(name) !== null);
  const units = new Set([...names, 'c'].map((name) => match.figure(name)?.unit));
  const all = names.flatMap((name) => match.ends(name) ?? []);
  if (units.size > 1 || all.length !== names.length) return null;
  const sum = sumEnds(all);
  return (
    sum && {
      value: mapEnds(sum, (value) => value / all.length),
      words: `(${names.map((name) => match.words(name)).join(' + ')}) ÷ ${all.length}`,
    }
  );
}

function middleGrowth(match: Match): Way | null {
  const [range, base] = [match.ends('a'), match.ends('b')];
  if (!range || !base || base.low.low <= 0) return null;
  const middle = exact((range.low.point + range.high.point) / 2);
  const value = combine(middle, base, (x, y) => (x / y - 1) * HUNDRED);
  return value && { value, words: `middle of ${match.words('a')} ÷ ${match.words('b')} − 1` };
}

function datedWay(form: string, match: Match, asOf: string | null): Way | null {
  const [from, to] = [match.number('from'), match.number('to')];
  switch (form) {
    case 'cagr-years':
      return compound(match, to - from);
    case 'years': {
      const now = Number(asOf?.slice(0, 4));
      return now > from ? spanOf(now - from - 1, now - from, `${now} − ${from}`) : null;
    }
    case 'span':
      return to > from ? spanOf(to - from, to - from + 1, `${to} − ${from}`) : null;
    case 'term': {
      const months = (to - from) * MONTH_STEMS.length + match.month('m2') - match.month('m1');
      const isNamed = match.month('m1') >= 0 && match.month('m2') >= 0;
      const [low, high] = [months / MONTH_STEMS.length, (months + 1) / MONTH_STEMS.length];
      return isNamed && months > 0 ? spanOf(low - SLACK, high + SLACK, `${to} − ${from}`) : null;
    }
    default:
      return null;
  }
}
const SLACK = 0.05;

function wayOf(form: string, match: Match, asOf: string | null): Way | null {
  switch (form) {
    case 'a*b':
      return binary(match, ['a', 'b'], (x, y) => x * y, 'a × b');
    case 'a-b':
      return binary(match, ['a', 'b'], (x, y) => x - y, 'a − b');
    case 'a/b':
      return binary(match, ['a', 'b'], (x, y) => x / y, 'a ÷ b');
    case 'a/b%':
      return binary(match, ['a', 'b'], (x, y) => (x / y) * HUNDRED, 'a ÷ b');
    case 'n/m%':
      return binary(match, ['n', 'm'], (x, y) => (x / y) * HUNDRED, 'a ÷ b');
    case 'a/b-1':
      return binary(match, ['a', 'b'], (x, y) => (x / y - 1) * HUNDRED, 'a ÷ b − 1');
    case '1-a/b':
      return binary(match, ['a', 'b'], (x, y) => (1 - x / y) * HUNDRED, '1 − a ÷ b');
    case 'cagr':
      return compound(match, match.ends('y')?.low.point ?? 0);
    case 'mean':
      return mean(match);
    case 'mid-growth':
      return middleGrowth(match);
    default:
      return datedWay(form, match, asOf);
  }
}

/** A misprint is of the size of the right value: a value farther off is another quantity. */
const FARTHEST = 1.7;
const FARTHEST_POINTS = 45;
function isNear(value: Ends, claimed: Ends, isRate: boolean): boolean {
  const [is, says] = [value.low.point, claimed.low.point];
  if (isRate) return Math.abs(is - says) <= FARTHEST_POINTS;
  const ratio = is / says;
  return ratio > 1 / FARTHEST && ratio < FARTHEST;
}

const sameMoney = (a: AuditFigure | null, b: AuditFigure | null): boolean =>
  a === null || b === null || a.currency === b.currency || a.currency === null || b.currency === null;

/** What is stated in another currency, or an operand that is itself a change, is another sum. */
function isFit(match: Match): boolean {
  const [a, b, c] = [match.figure('a'), match.figure('b'), match.figure('c')];
  return sameMoney(a, b) && sameMoney(a, c) && sameMoney(b, c) && a?.kind !== 'delta' && b?.kind !== 'delta';
}

function relationOf(template: Template, found: RegExpExecArray, rendered: Rendered, asOf: string | null) {
  const match = new Match(found.groups ?? {}, rendered.figures);
  const claim = match.figure('c');
  const way = claim && isFit(match) ? wayOf(template.form, match, asOf) : null;
  // The words of the template say which way it goes.
  const unsigned = claim && { ...claim, direction: null, low: abs(claim.low), high: abs(claim.high) };
  const claimed = unsigned && endsOf(unsigned);
  if (!claim || !way || !claimed) return null;
  const operands = ['a', 'b', 'd', 'e', 'n', 'm', 'y'].flatMap((name) => match.figure(name) ?? []);
  const relation = relateEnds('identity', unsigned, operands, way.value, way.words);
  if (!relation) return null;
  const isFar = !isNear(way.value, claimed, claim.unit === 'percent' && !isRange(claimed));
  return relation.verdict === 'conflict' && (isFar || compareEnds(way.value, claimed) !== 'conflict') ? null : relation;
}
const abs = (value: string | null): string | null => value && value.replace(/^-/, '');

/** Of several readings of one claim one that ties is enough [N3]. */
export function spoken(index: DocumentIndex): readonly Relation[] {
  const { asOf } = index.document;
  return index.sentences().flatMap((figures) => {
    const rendered = render(index, figures);
    if (!rendered) return [];
    const byClaim = new Map<string, Relation>();
    for (const template of TEMPLATES) {
      if (!hasKinds(template, rendered.kinds)) continue;
      const found = template.pattern.exec(rendered.text);
      const relation = found && relationOf(template, found, rendered, asOf);
      const before = relation && byClaim.get(relation.claim.id);
      if (relation && (!before || before.verdict === 'conflict')) byClaim.set(relation.claim.id, relation);
    }
    return [...byClaim.values()];
  });
}
