/** Verbs and adjectives that claim something of numbers, each with its opposite. */
import type { Desk } from './desk';
import { type Slot, word } from './page';

const MOVES: readonly (readonly [up: string, down: string])[] = [
  ['rose', 'fell'],
  ['grew', 'declined'],
  ['climbed', 'slipped'],
  ['increased', 'decreased'],
  ['edged up', 'edged down'],
  ['advanced', 'dropped'],
];
const MOVES_ZH: readonly (readonly [up: string, down: string])[] = [
  ['同比增长', '同比下降'],
  ['同比上升', '同比下滑'],
];

/** A verb for a change; `flip` makes it say the opposite. */
export function move(desk: Desk, value: number): { readonly slot: Slot; readonly flip: () => void } {
  const [up, down] = desk.pick(desk.company.chinese ? MOVES_ZH : MOVES);
  const slot = word(value >= 0 ? up : down);
  return { slot, flip: () => (slot.printed = { ...slot.printed, text: value >= 0 ? down : up }) };
}

/** One of two words by the sign of a value, and the other when it is flipped. */
export function either(
  isFirst: boolean,
  first: string,
  second: string,
): { readonly slot: Slot; readonly flip: () => void } {
  const slot = word(isFirst ? first : second);
  return { slot, flip: () => (slot.printed = { ...slot.printed, text: isFirst ? second : first }) };
}
