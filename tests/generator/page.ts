/**
 * A document while it is written: text and the figures in it as parts, so that a figure's place is known only once all
 * is set, and an error can be planted in what already stands there.
 */
import { directionOf } from './print';
import type { Fact, GoldFigure, GoldPlace, PlantKind, Printed } from './truth';

/** A printed figure or a word that says something about figures. */
export class Slot {
  start = -1;
  end = -1;
  layout = 'prose';
  metric: readonly string[] = [];

  constructor(
    public printed: Printed,
    public readonly fact: Fact | null,
    /** Prints another value as this one is printed. */
    private readonly print: ((value: number) => Printed) | null = null,
  ) {}

  restate(value: number): void {
    if (this.print) this.printed = this.print(value);
  }

  /** The same figure said once more. */
  again(): Slot {
    const copy = new Slot(this.printed, this.fact, this.print);
    [copy.layout, copy.metric] = [this.layout, this.metric];
    return copy;
  }

  get canRestate(): boolean {
    return this.print !== null;
  }

  get place(): GoldPlace {
    return { start: this.start, end: this.end, text: this.printed.text };
  }

  gold(): GoldFigure | null {
    const { fact } = this;
    if (!fact || this.start < 0) return null;
    const { unit, currency, period, entity, letters } = fact;
    const direction = directionOf(fact, this.printed);
    const bare = (value: string | null): string | null => (direction && value ? value.replace(/^-/, '') : value);
    const ends = { low: bare(this.printed.low), high: bare(this.printed.high) };
    return {
      ...this.printed,
      ...ends,
      ...this.place,
      unit,
      currency,
      direction,
      period,
      entity,
      metric: [...fact.metric, ...this.metric],
      letters,
      layout: this.layout,
    };
  }
}

export const word = (text: string): Slot =>
  new Slot({ text, low: null, high: null, qualifier: 'none', exponent: 0 }, null);

export type Part = string | Slot;
export type Parts = readonly Part[];

/** Words with figures in them: say`Revenue was ${slot}.` */
export function say(strings: TemplateStringsArray, ...slots: readonly (Part | Parts)[]): Parts {
  return strings.flatMap((text, i): Part[] => {
    const slot = slots[i];
    return slot === undefined
      ? [text]
      : typeof slot === 'string' || slot instanceof Slot
        ? [text, slot]
        : [text, ...slot];
  });
}

/** A way to spoil the document: what it does, and which places a finding on it would name. */
export interface Plant {
  readonly kind: PlantKind;
  readonly spoil: () => void;
  readonly touch: readonly Slot[];
}

export class Page {
  #pieces: (() => Parts)[] = [];
  readonly #copies = new Map<Slot, readonly Slot[]>();
  readonly plants: Plant[] = [];

  add(parts: Parts): void {
    this.#pieces.push(() => parts);
  }

  /** Parts whose spacing depends on what stands in them once all is set. */
  later(parts: () => Parts): void {
    this.#pieces.push(parts);
  }

  plant(kind: PlantKind, touch: readonly Slot[], spoil: () => void): void {
    this.plants.push({ kind, touch, spoil });
  }

  /** A figure said once more is a figure of its own, and the same one each time the page is set. */
  #copyOf(slot: Slot, used: ReadonlySet<Slot>): Slot {
    const copies = this.#copies.get(slot) ?? [];
    const copy = copies.find((one) => !used.has(one)) ?? slot.again();
    if (!copies.includes(copy)) this.#copies.set(slot, [...copies, copy]);
    copy.printed = slot.printed;
    return copy;
  }

  /** The whole text; every slot in it learns its place. */
  render(): { readonly text: string; readonly slots: readonly Slot[] } {
    const parts = this.#pieces.flatMap((piece) => piece());
    const slots = new Set<Slot>();
    let text = '';
    for (const item of parts) {
      const part = typeof item !== 'string' && slots.has(item) ? this.#copyOf(item, slots) : item;
      if (typeof part === 'string') text += part;
      else {
        part.start = text.length;
        text += part.printed.text;
        part.end = text.length;
        slots.add(part);
      }
    }
    return { text, slots: [...slots] };
  }
}
