/** A draggable, keyboard-movable edge between two panes; the size is the caller's to keep (usually in prefs). */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface Props {
  /** Said by screen readers: "Width of the outline". */
  readonly label: string;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
  /** The pane that has `size` stands before (left, top) or after (right, bottom) the splitter. */
  readonly pane: 'before' | 'after';
  readonly across?: 'columns' | 'rows';
}

const KEY_STEP = 16;

export function Splitter({ label, size, min, max, onResize, pane, across = 'columns' }: Props) {
  const from = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const sign = pane === 'before' ? 1 : -1;
  const at = (event: PointerEvent) => (across === 'columns' ? event.clientX : event.clientY);
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { at: at(event), size };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (from.current) resize(from.current.size + sign * (at(event) - from.current.at));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = across === 'columns' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key !== less && event.key !== more) return;
    event.preventDefault();
    resize(size + sign * (event.key === more ? KEY_STEP : -KEY_STEP));
  };
  const release = () => {
    from.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator by the ARIA practices.
    <div
      className={`splitter splitter-${across}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={across === 'columns' ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
    />
  );
}
