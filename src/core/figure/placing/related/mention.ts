/** Mentions of the same fact: the period that one states holds for the others, and all get one number. */
import type { PeriodChoice } from '../period/choose-period';
import type { FigureKind, PlacedFigure, Quantity, Direction } from '../../model';
import type { Unit } from '../../../base/unit';

/** A figure being placed; its period may still come from another mention. */
export interface Draft {
  readonly figure: Quantity;
  readonly block: number;
  readonly sentence: number;
  readonly section: number;
  readonly cell: PlacedFigure['cell'];
  readonly metric: string | null;
  readonly metricLabel: string | null;
  readonly companyWide: boolean;
  /** Its metric is named in its own sentence or cell. */
  readonly named: boolean;
  readonly kind: FigureKind;
  readonly entity: string | null;
  readonly entityLabel: string | null;
  readonly period: PeriodChoice | null;
  readonly basis: string | null;
  readonly direction: Direction | null;
  readonly unit: Unit;
}

/** Metric, entity and value: what makes two mentions the same fact, their periods aside. */
function factKey({ metric, entity, figure, unit }: Draft): string {
  return `${metric}|${entity}|${figure.low}|${figure.high}|${unit}|${figure.currency}`;
}

/** An amount with enough digits to be told apart by itself, or a large one of the same entity. */
function valueKey(draft: Draft): string | null {
  const { low, high, currency } = draft.figure;
  if (currency === null || draft.unit !== 'money') return null;
  const value = low ?? high;
  if (value === null || value.length < 9) return null;
  const digits = value.replace(/\D/g, '').replace(/0+$/, '').length;
  const ends = `${low}|${high}|${currency}`;
  return digits >= 3 ? ends : `${ends}|${draft.entity}`;
}

/** The same large amount, or the same percentage of the same entity: enough to take a name that is missing. */
function nameKey(draft: Draft): string | null {
  const { low, high, currency } = draft.figure;
  if (draft.unit === 'percent' && low !== null) return `${low}|${high}|${draft.entity}`;
  const telling = low !== null && low === high && low.replace(/\D/g, '').replace(/0+$/, '').length >= 3;
  return currency !== null && telling ? `${low}|${currency}|${draft.entity}` : valueKey(draft);
}

/** A figure that nothing near it names takes the metric of another mention of the same amount, and growth its basis. */
function propagateNames(drafts: readonly Draft[]): Draft[] {
  const named = new Map<string, Draft>();
  const bases = new Map<string, string>();
  for (const draft of drafts) {
    const key = nameKey(draft);
    if (key !== null && draft.named && draft.metric !== null && !named.has(key)) named.set(key, draft);
    if (draft.kind === 'growth' && draft.basis !== null && !bases.has(factKey(draft)))
      bases.set(factKey(draft), draft.basis);
  }
  return carryOn(
    drafts.map((draft) => {
      const key = draft.named ? null : nameKey(draft);
      const from = key === null ? undefined : named.get(key);
      const known = from
        ? {
            ...draft,
            metric: from.metric,
            metricLabel: from.metricLabel,
            kind: from.kind,
            unit: from.unit,
            direction: draft.direction ?? from.direction,
          }
        : draft;
      const basis = known.kind === 'growth' && known.basis === null ? bases.get(factKey(known)) : undefined;
      return basis === undefined ? known : { ...known, basis };
    }),
  );
}

/** What is still nameless takes the name of the figure before it in its block, where that has the same unit. */
function carryOn(drafts: readonly Draft[]): Draft[] {
  let before: Draft | null = null;
  return drafts.map((draft) => {
    const alike: boolean =
      before !== null &&
      before.block === draft.block &&
      // The next column is another thing, whatever it is.
      before.cell?.column === draft.cell?.column &&
      before.unit === draft.unit &&
      before.figure.currency === draft.figure.currency;
    const fits = draft.metric === null && alike && draft.unit !== 'count';
    const known: Draft =
      fits && before
        ? {
            ...draft,
            metric: before.metric,
            metricLabel: before.metricLabel,
            kind: before.kind,
            direction: draft.direction ?? (before.kind === 'growth' ? before.direction : null),
          }
        : draft;
    before = known;
    return known;
  });
}

/** Periods a fact can be of; a day is when something was said. */
const LASTING = /^(?:TTM-\d{4}Q\d|\d{4}Q\d|FY\d{4}|\d{4}H\d)/;

/** A target and a price are of the day they were said; another mention of the amount may be of another day. */
const UNDATED: ReadonlySet<FigureKind> = new Set(['duration', 'target', 'price']);

/** Gives figures without a period of their own that of another mention of the same fact which says it. */
export function propagatePeriods(given: readonly Draft[]): Draft[] {
  const drafts = propagateNames(given);
  const own = new Map<string, PeriodChoice | null>();
  for (const draft of drafts) {
    const { period } = draft;
    if (!period?.own || !LASTING.test(period.period)) continue;
    for (const key of [factKey(draft), valueKey(draft)]) {
      if (key === null) continue;
      const known = own.get(key);
      // No period is taken over from two mentions that disagree: the amount alone does not say which is meant.
      own.set(key, known === undefined || known?.period === period.period ? period : null);
    }
  }
  const dated = drafts.map((draft) => {
    if (draft.period?.own || UNDATED.has(draft.kind)) return draft;
    const value = valueKey(draft);
    const propagated = own.get(factKey(draft)) ?? (value === null ? null : own.get(value));
    if (!propagated) return draft;
    return {
      ...draft,
      period: { ...propagated, own: false, cue: propagated.cue && { ...propagated.cue, rule: 'mention' } },
    };
  });
  return dated.map((draft, at) => besideAmount(draft, dated[at - 1]));
}

/** A comma, a bracket, a sign: nothing more stands between an amount and its own growth. */
const BESIDE = 4;

/** "$17.2B, +22% YoY": the growth right behind an amount is of the amount's period. */
function besideAmount(draft: Draft, before: Draft | undefined): Draft {
  if (draft.kind !== 'growth' || draft.period !== null || before?.block !== draft.block) return draft;
  const isBeside = draft.figure.start - before.figure.end <= BESIDE;
  return isBeside && before.kind === 'level' && before.period !== null ? { ...draft, period: before.period } : draft;
}

/** Turns drafts into figures; same metric, entity, period, basis and value share a number, in order of appearance. */
export function numberMentions(drafts: readonly Draft[]): PlacedFigure[] {
  const numbers = new Map<string, number>();
  return drafts.map((draft) => {
    const key = `${factKey(draft)}|${draft.period?.period ?? ''}|${draft.basis ?? ''}`;
    let mention = numbers.get(key);
    if (mention === undefined) {
      mention = numbers.size;
      numbers.set(key, mention);
    }
    return placed(draft, mention);
  });
}

/** Member by member, because a note may hold tens of thousands and a spread of each is slow. */
function placed(draft: Draft, mention: number): PlacedFigure {
  const { figure } = draft;
  return {
    start: figure.start,
    end: figure.end,
    quote: figure.quote,
    low: figure.low,
    high: figure.high,
    unit: draft.unit,
    currency: figure.currency,
    qualifier: figure.qualifier,
    qualifierCue: figure.qualifierCue,
    approximate: figure.approximate,
    strict: figure.strict,
    direction: draft.direction,
    lowExponent: figure.lowExponent,
    highExponent: figure.highExponent,
    per: figure.per,
    expression: figure.expression,
    rule: figure.rule,
    block: draft.block,
    sentence: draft.sentence,
    section: draft.section,
    cell: draft.cell,
    metric: draft.metric,
    metricLabel: draft.metricLabel,
    entity: draft.entity,
    entityLabel: draft.entityLabel,
    kind: draft.kind,
    period: draft.period?.period ?? null,
    periodCue: draft.period?.cue ?? null,
    basis: draft.basis,
    mention,
  };
}
