/** What of the text the pointer rests on: known after a moment, and as long as the pointer is on it or on what is shown of it. */
import { type PointerEvent, useEffect, useRef, useState } from 'react';

export type HoverKind = 'figure' | 'citation' | 'annotation';

export interface Hovered {
  readonly kind: HoverKind;
  readonly id: string;
  /** Where it stands in the window: of several lines, the one under the pointer. */
  readonly rect: DOMRect;
}

export interface Hover {
  readonly hovered: Hovered | null;
  readonly close: () => void;
  /** For the text, and for what is shown of what is in it. */
  readonly handlers: {
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
}

/** Long enough for a pointer that only passes. */
const RESTS_MS = 350;
/** Long enough for the way from the words to the card below them. */
const LEAVES_MS = 200;
const KINDS = ['figure', 'citation', 'annotation'] as const;

export function useHover(): Hover {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (next: Hovered | null, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setHovered(next), after);
  };
  const onPointerOver = ({ target, buttons, clientX: x, clientY: y }: PointerEvent) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-hover-card]')) {
      clearTimeout(timer.current);
      return;
    }
    // A pressed button selects words.
    const next = buttons === 0 ? hoveredAt(target, x, y) : null;
    if (next && hovered && next.kind === hovered.kind && next.id === hovered.id) clearTimeout(timer.current);
    else later(next, next ? RESTS_MS : LEAVES_MS);
  };
  const close = () => {
    clearTimeout(timer.current);
    setHovered(null);
  };
  useEffect(() => {
    if (hovered === null) return undefined;
    const onKey = ({ key }: globalThis.KeyboardEvent) => key === 'Escape' && setHovered(null);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hovered]);
  return { hovered, close, handlers: { onPointerOver, onPointerLeave: () => later(null, LEAVES_MS) } };
}

/** A figure wins over the citation or annotation that it stands in, as with a click. */
function hoveredAt(target: Element, x: number, y: number): Hovered | null {
  for (const kind of KINDS) {
    const element = target.closest(`[data-${kind}]`);
    const id = element?.getAttribute(`data-${kind}`);
    if (!element || !id) continue;
    const lines = [...element.getClientRects()];
    const line = lines.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
    return { kind, id, rect: line ?? element.getBoundingClientRect() };
  }
  return null;
}
