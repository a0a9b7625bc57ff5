/**
 * Changes stated beside their two values in running text ("rose 28% to $2.1 billion from $1.6 billion"). Operands are
 * taken by the words that lead to them, never merely for being near. Where the words leave one reading it may report a
 * conflict; where they leave several, it only shows one that ties [N3].
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { add, growth, printedInterval, subtract } from '../../arithmetic/interval';
import { isOtherSpan } from '../../arithmetic/base-period';
import { comparable, type Pair, plausible, relateChange } from '../../arithmetic/change';
import { digits, holds, type Relation, relate } from '../../arithmetic/relation';
import { hasOtherBasis, isRestatement, type Placed, placeFigures } from './roles';
import { CHANGE_WORD, goesOn, OWN_BASE } from './words';
import type { Direction } from '../../../figure/model';

interface Reading {
  readonly pair: Pair;
  /** The words leave no other reading. */
  readonly sure: boolean;
}

/** A base that is an expectation, which only a beat or a miss is counted from. */
const EXPECTATION = /consensus|estimate|expect|guid|forecast|outlook|target|street|budget|预期/;
const BEATS =
  /(?:beat|miss|exceed|topp|surpass|outperform)\w*(?: \w+)*? by\s*$|(?:beat|miss|surprise|shortfall) of\s*$/;
const OFF = /^\s*(?:above|below|ahead|better|worse|higher|lower|short|more|less|beat|miss)\b/;
/** A loss or deficit is printed as a magnitude: what it is counted with is a sign that the amount does not show. */
const LOSS = /\b(?:loss(?:es)?|deficit|negative|outflow|shortfall|net (?:cash )?used)\b|亏损/;
const EXPLICIT_BASIS = /\badjusted|\bgaap\b|non-gaap|\bcore\b|pro[- ]forma/;

class Run {
  /** Bases that a claim has taken: each base belongs to one change and its second saying. */
  readonly #taken = new Set<number>();

  constructor(readonly placed: readonly Placed[]) {}

  #at(i: number): Placed | undefined {
    return this.placed[i];
  }

  #text(from: number, to: number): string {
    const between = this.placed.slice(from + 1, to + 1);
    return between.map(({ lead, figure }, i) => (i === between.length - 1 ? lead : `${lead}${figure.quote}`)).join('');
  }

  /** Past the other ways of saying the same change: "$31 million or 21%". */
  #pastRestatements(i: number): number {
    let last = i;
    for (let next = this.#at(last + 1); isRestatement(this.#at(last), next); next = this.#at(last + 1)) last += 1;
    return last;
  }

  /** Index of the base after the claim: the first amount led to by a base word before another change is said. */
  #baseAfter(i: number, from: number): number | null {
    for (let j = from + 1; j < this.placed.length; j += 1) {
      const placed = this.#at(j);
      if (!placed || placed.role === 'change') return null;
      // A verb of change on the way belongs to another subject, unless it leads to the claim's own result.
      if (placed.role !== 'result' && CHANGE_WORD.test(stripBase(placed.lead))) return null;
      if (placed.role === 'base') return this.#taken.has(j) && !this.#sameChange(i, j) ? null : j;
    }
    return null;
  }

  #sameChange(i: number, base: number): boolean {
    return isRestatement(this.#at(i - 1), this.#at(i)) && base > i;
  }

  /** "from A to B, C" and "B compared with A, up C": the base before the claim that no other change has taken. */
  #baseBefore(i: number): number | null {
    for (let j = i - 1; j >= 0; j -= 1) {
      const placed = this.#at(j);
      if (placed?.role === 'change' && !isRestatement(placed, this.#at(j + 1))) return null;
      if (placed?.role === 'base') return this.#taken.has(j) ? null : j;
    }
    return null;
  }

  #level(i: number, like: AuditFigure): boolean {
    const placed = this.#at(i);
    return (
      placed !== undefined && (placed.role === 'level' || placed.role === 'result') && comparable(placed.figure, like)
    );
  }

  /** The last level before `i` that goes with the base. */
  #levelBefore(i: number, like: AuditFigure): number | null {
    for (let j = i - 1; j >= 0; j -= 1) if (this.#level(j, like)) return j;
    return null;
  }

  /** "… from A to B": a result of the same verb as the base before it. */
  #isArrival(i: number): boolean {
    const placed = this.#at(i);
    return placed?.role === 'result' && !CHANGE_WORD.test(placed.lead) && !/\band\b/.test(placed.lead);
  }

  /** "Guidance was raised from A to B": an expectation against its own earlier self. */
  #isRevision(value: AuditFigure, base: AuditFigure): boolean {
    const at = this.placed.findIndex(({ figure }) => figure === base);
    return this.#at(at + 1)?.figure === value && this.#isArrival(at + 1);
  }

  /** One side says that it is adjusted and the other does not: the two may not be alike. */
  #isUnlike({ value, base }: Pair, claim: Placed): boolean {
    const words = (figure: AuditFigure) =>
      this.placed
        .filter((p) => p.figure === figure)
        .map((p) => p.lead)
        .join(' ');
    const ofBase = this.placed.find((p) => p.figure === base);
    const isOwn = claim.beaten !== undefined || this.#isRevision(value, base);
    if (!isOwn && EXPECTATION.test(ofBase?.lead ?? '') && !BEATS.test(claim.lead) && !OFF.test(claim.tail)) return true;
    if (LOSS.test(`${words(value)} ${ofBase?.lead ?? ''} ${(ofBase?.tail ?? '').slice(0, 40)}`)) return true;
    return (
      EXPLICIT_BASIS.test(`${ofBase?.lead ?? ''} ${ofBase?.tail ?? ''}`) &&
      !EXPLICIT_BASIS.test(`${words(value)} ${claim.lead}`)
    );
  }

  #reading(i: number): { readonly reading: Reading | null; readonly openBase: AuditFigure | null } {
    const last = this.#pastRestatements(i);
    const first = this.#firstStatement(i);
    const after = this.#baseAfter(i, last);
    const at = after ?? this.#baseBefore(first);
    const base = at === null ? undefined : this.#at(at);
    if (at === null || !base) return { reading: null, openBase: null };
    const value =
      after === null
        ? this.#valueWithBaseBefore(first, at, base.figure)
        : this.#valueWithBaseAfter(first, last, at, base.figure);
    const figure = value ? this.#at(value.index)?.figure : undefined;
    if (!value || !figure) return { reading: null, openBase: after === null ? null : base.figure };
    this.#taken.add(at);
    return { reading: { pair: { value: figure, base: base.figure }, sure: value.sure }, openBase: null };
  }

  #firstStatement(i: number): number {
    let first = i;
    while (first > 0 && isRestatement(this.#at(first - 1), this.#at(first))) first -= 1;
    return first;
  }

  #valueWithBaseAfter(first: number, last: number, base: number, like: AuditFigure) {
    for (let j = last + 1; j < base; j += 1) {
      if (this.#at(j)?.role === 'result' && this.#level(j, like)) return { index: j, sure: j === last + 1 };
    }
    // "C, from A to B"
    if (this.#isArrival(base + 1) && this.#level(base + 1, like)) return { index: base + 1, sure: base === last + 1 };
    const before = this.#levelBefore(first, like);
    if (before === null) return null;
    const between = this.#text(before, first);
    const isNext = this.placed.slice(before + 1, first).every(({ role }) => role === 'none');
    const isLater = this.placed.slice(before + 1, first).every(({ role }) => role !== 'level' && role !== 'result');
    return {
      index: before,
      sure:
        (isNext && goesOn(between)) ||
        (isLater &&
          /\b(?:and|but)\b(?: (?:that|it|is|was|were|also))* (?:up|down)\b/.test(this.#at(first)?.lead ?? '') &&
          this.#at(first - 1)?.role === 'base'),
    };
  }

  #valueWithBaseBefore(first: number, base: number, like: AuditFigure) {
    const next = this.#at(base + 1);
    const ownBase = OWN_BASE.test(this.#at(this.#pastRestatements(first))?.tail ?? '');
    // "from A to B, C"
    if (next && this.#isArrival(base + 1) && base + 1 < first && this.#level(base + 1, like))
      return { index: base + 1, sure: !ownBase && base + 2 === first && goesOn(this.#text(base + 1, first)) };
    // "B compared with A, up C"
    const before = this.#levelBefore(base, like);
    const isNext = before !== null && before + 1 === base && base + 1 === first;
    return before === null ? null : { index: before, sure: !ownBase && isNext && goesOn(this.#text(base, first)) };
  }

  /** "fell from A to B, or by C": the verb stands before the base, and the change after both. */
  #directionOfBase(i: number, { base }: Pair): Direction | null {
    const at = this.placed.findIndex(({ figure }) => figure === base);
    return at < i ? (this.placed[at]?.direction ?? null) : null;
  }

  /** "increased $80 million or 40% to $280 million" has no base: the rate follows from change and result. */
  #fromDifference(i: number): Relation | null {
    const [delta, claim, result] = [this.#at(i - 1), this.#at(i), this.#at(i + 1)];
    if (!delta || !claim || !result || claim.figure.unit !== 'percent' || !isRestatement(delta, claim)) return null;
    if (result.role !== 'result' || !comparable(delta.figure, result.figure)) return null;
    const [d, r] = [printedInterval(delta.figure), printedInterval(result.figure)];
    const falls = claim.direction === 'down';
    const computed = growth(r, falls ? add(r, d) : subtract(r, d));
    if (!computed || !plausible({ value: delta.figure, base: result.figure })) return null;
    const [dd, rr] = [digits(delta.figure), digits(result.figure)];
    const expression = `${dd} ÷ (${rr} ${falls ? '+' : '−'} ${dd})`;
    return relate(
      'change',
      { ...claim.figure, direction: claim.direction },
      [delta.figure, result.figure],
      computed,
      expression,
    );
  }

  read() {
    const read = this.placed.flatMap((placed, i) =>
      placed.role === 'change' ? [{ placed, ...this.#readChange(i, placed) }] : [],
    );
    const id = ({ placed }: { readonly placed: Placed }) => placed.figure.id;
    return {
      relations: read.flatMap(({ relation }) => relation ?? []),
      mixtures: read.flatMap(({ placed, reading }) => mixtureOf(placed, reading) ?? []),
      changes: read.map(id),
      settled: read.filter(({ reading }) => reading !== null).map(id),
      openBases: read.flatMap((one): [string, AuditFigure][] => (one.openBase ? [[id(one), one.openBase]] : [])),
    };
  }

  #readChange(i: number, placed: Placed) {
    const { reading, openBase } = this.#reading(i);
    if (!reading) return { reading, openBase, relation: hasOtherBasis(placed) ? null : this.#fromDifference(i) };
    const { sure } = reading;
    const pair = this.#isNow(reading.pair.base) ? { value: reading.pair.base, base: reading.pair.value } : reading.pair;
    const direction = placed.direction ?? this.#directionOfBase(i, pair);
    const relation = relateChange(this.#form(placed, pair), { ...placed.figure, direction }, pair);
    // "up 24% YoY, compared with … the quarter before": the change is from another figure, which may stand elsewhere.
    if (relation && !holds(relation) && isOtherSpan(placed.figure, pair))
      return { reading: null, openBase: null, relation: null };
    const isConclusive = sure && plausible(pair) && !hasOtherBasis(placed) && !this.#isUnlike(pair, placed);
    return { reading, openBase, relation: relation && (holds(relation) || isConclusive) ? relation : null };
  }

  /** "The model's price of $106 against $108 today": what is said to be now has changed from the other. */
  #isNow(base: AuditFigure): boolean {
    return NOW.test(this.placed.find(({ figure }) => figure === base)?.lead ?? '');
  }

  #form(claim: Placed, { base }: Pair): Relation['form'] {
    const led = this.placed.find(({ figure }) => figure === base);
    return /step-?(?:up|down)/.test(`${claim.lead} ${claim.tail}`) && /\bfrom\b/.test(led?.lead ?? '')
      ? 'step'
      : 'change';
  }
}

function mixtureOf({ figure }: Placed, reading: Reading | null): Mixture | null {
  if (!reading?.sure || figure.unit !== 'percent' || reading.pair.value.unit !== 'percent') return null;
  return { claim: figure, pair: reading.pair };
}

const NOW = /\b(?:today|now|currently|current|latest|spot)(?: price| level| value)?(?: of| at)?[\s:~≈$€£¥]*$/i;

/** A base word's own "higher than", "lower than" is not a verb of another clause. */
const stripBase = (lead: string): string =>
  lead
    .replace(
      /(?:higher|lower|more|less|better|worse|greater|fewer|increase|decrease|improvement|decline|reduction|growth|rise|drop|up|down)(?= (?:\w+ly )?(?:than|from|over|compared|versus|vs|as compared|on)\b)/g,
      '',
    )
    .replace(
      /^[\s-]*(?:increase|decrease|decline|improvement|rise|reduction|growth|drop|gain|beat|miss|surprise)\b/,
      '',
    );

/** A change in percent between two percentages: it may mean points. */
export interface Mixture {
  readonly claim: AuditFigure;
  readonly pair: Pair;
}

/** What the sentences of a document say of their figures. */
export interface SentenceReading {
  readonly relations: readonly Relation[];
  readonly mixtures: readonly Mixture[];
  /** Ids of changes ("$31 million or 21%") and of those with both operands beside them. */
  readonly changes: ReadonlySet<string>;
  readonly settled: ReadonlySet<string>;
  /** Bases of changes whose value is not in their sentence, by the change's id. */
  readonly openBases: ReadonlyMap<string, AuditFigure>;
}

/** Changes stated in running text, with what other relations need of them. */
export function readSentences(index: DocumentIndex): SentenceReading {
  const runs = index.sentences().flatMap((figures) => placeFigures(index, figures).map((run) => new Run(run)));
  const results = runs.map((run) => run.read());
  return {
    relations: results.flatMap(({ relations }) => relations),
    mixtures: results.flatMap(({ mixtures }) => mixtures),
    changes: new Set(results.flatMap(({ changes }) => changes)),
    settled: new Set(results.flatMap(({ settled }) => settled)),
    openBases: new Map(results.flatMap(({ openBases }) => openBases)),
  };
}
