/** Errors that any document has room for where it says one thing twice: another value, another scale, another year. */
import type { Desk } from './desk';
import type { Plant, Slot } from './page';

const keyOf = ({ fact }: Slot): string =>
  fact === null ? '' : [fact.unit, fact.metric[0], fact.period[0], fact.entity[0], fact.value, fact.change].join('|');

/** Figures of one fact, in the order of the text. */
function twins(slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots)
    if (slot.fact && slot.canRestate && slot.fact.metric[0] !== 'probability')
      groups.set(keyOf(slot), [...(groups.get(keyOf(slot)) ?? []), slot]);
  return [...groups.values()].filter((group) => group.length > 1);
}

function twoValues(group: readonly Slot[]): Plant | null {
  const [first, second] = group;
  const value = first?.fact?.value ?? 0;
  if (!first || !second || value === 0) return null;
  return {
    kind: 'two-values',
    touch: [second, ...group.filter((slot) => slot !== second)],
    spoil: () => second.restate(value * 1.17),
  };
}

/** `$5.2 billion` printed once as `$5.2 million`. */
function otherScale(desk: Desk, group: readonly Slot[]): Plant | null {
  const slot = group.find((one) => one.layout === 'prose');
  const [large, small] = desk.style.scales;
  if (!slot || slot.fact?.unit !== 'money' || !slot.printed.text.endsWith(large)) return null;
  const value = desk.style.locale === 'zh' ? 1e4 : 1e3;
  const spoil = (): void => {
    const { text, low, high } = slot.printed;
    const shrink = (end: string | null): string | null => (end === null ? null : plain(Number(end) / value));
    slot.printed = {
      ...slot.printed,
      text: text.slice(0, -large.length) + small,
      low: shrink(low),
      high: shrink(high),
      exponent: slot.printed.exponent - (desk.style.locale === 'zh' ? 4 : 3),
    };
  };
  return { kind: 'scale', touch: [slot, ...group.filter((one) => one !== slot)], spoil };
}

const plain = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** A sentence on one year that gives the value a table has for the other. */
function otherYear(slots: readonly Slot[]): readonly Plant[] {
  const cells = slots.filter((slot) => slot.layout !== 'prose' && slot.fact?.unit === 'money');
  return slots.flatMap((slot): Plant[] => {
    const { fact } = slot;
    if (slot.layout !== 'prose' || !fact || fact.unit !== 'money' || !slot.canRestate) return [];
    const sameLine = cells.filter(
      (cell) => cell.fact?.metric[0] === fact.metric[0] && cell.fact?.entity[0] === fact.entity[0],
    );
    const own = sameLine.find((cell) => cell.fact?.period[0] === fact.period[0]);
    const other = sameLine.find(
      (cell) =>
        cell.fact?.period[0] !== fact.period[0] &&
        cell.fact?.period[0]?.slice(0, 2) === 'FY' &&
        fact.period[0]?.slice(0, 2) === 'FY',
    );
    const value = other?.fact?.value;
    if (!own || value === undefined || Math.abs(value / fact.value - 1) < 0.03) return [];
    return [{ kind: 'year', touch: [slot, own], spoil: () => slot.restate(value) }];
  });
}

export function generalPlants(desk: Desk, slots: readonly Slot[]): readonly Plant[] {
  const groups = twins(slots);
  const found = groups.flatMap((group) => [twoValues(group), otherScale(desk, group)]);
  return [...found.filter((plant) => plant !== null), ...otherYear(slots)];
}
