/** Mentions of the same fact: what one says of its period is lent to the others, and all get one number. */
import type { PeriodChoice } from './choose-period';
import type { FigureKind, PlacedFigure, Quantity, Unit } from './model';

/** A figure being placed; its period may still be lent by another mention. */
export interface Draft {
  readonly figure: Quantity;
  readonly block: number;
  readonly sentence: number;
  readonly section: number;
  readonly cell: PlacedFigure['cell'];
  readonly metric: string | null;
  readonly metricLabel: string | null;
  readonly companyWide: boolean;
  readonly kind: FigureKind;
  readonly entity: string | null;
  readonly period: PeriodChoice | null;
  readonly basis: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly unit: Unit;
}

function factKey(draft: Draft): string {
  return [draft.metric, draft.entity, draft.figure.low, draft.figure.high, draft.unit, draft.figure.currency].join('|');
}

/** A large amount of the same currency is the same fact whatever the words around it; small ones need the metric too. */
function valueKey(draft: Draft): string | null {
  const { low, high, currency } = draft.figure;
  if (currency === null || draft.unit !== 'money') return null;
  const value = low ?? high;
  return value !== null && value.length >= 9 ? `${value}|${currency}` : null;
}

/** Gives figures without a period of their own that of another mention of the same fact which says it. */
export function lendPeriods(drafts: readonly Draft[]): Draft[] {
  const own = new Map<string, PeriodChoice>();
  for (const draft of drafts) {
    if (!draft.period?.own) continue;
    for (const key of [factKey(draft), valueKey(draft)]) if (key !== null && !own.has(key)) own.set(key, draft.period);
  }
  return drafts.map((draft) => {
    if (draft.period?.own || draft.kind === 'duration') return draft;
    const value = valueKey(draft);
    const lent = own.get(factKey(draft)) ?? (value === null ? undefined : own.get(value));
    if (!lent) return draft;
    return { ...draft, period: { ...lent, own: false, cue: lent.cue && { ...lent.cue, rule: 'mention' } } };
  });
}

/** Turns drafts into figures; same metric, entity, period, basis and value share a number, in order of appearance. */
export function numberMentions(drafts: readonly Draft[]): PlacedFigure[] {
  const numbers = new Map<string, number>();
  return drafts.map((draft) => {
    const key = `${factKey(draft)}|${draft.period?.period ?? ''}|${draft.basis ?? ''}`;
    const mention = numbers.get(key) ?? numbers.size;
    numbers.set(key, mention);
    return {
      ...draft.figure,
      unit: draft.unit,
      direction: draft.direction,
      block: draft.block,
      sentence: draft.sentence,
      section: draft.section,
      cell: draft.cell,
      metric: draft.metric,
      metricLabel: draft.metricLabel,
      entity: draft.entity,
      kind: draft.kind,
      period: draft.period?.period ?? null,
      periodCue: draft.period?.cue ?? null,
      basis: draft.basis,
      mention,
    };
  });
}
