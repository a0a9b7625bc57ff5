/** A small menu where the pointer is: closes by Escape, a click elsewhere, or what was chosen. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { Kbd } from '../../Kbd';

export interface MenuItem {
  readonly label: string;
  readonly chord?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface Props {
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
}

/** Room that is left to the edge of the window. */
const MARGIN = 8;

export function ContextMenu({ at, label, groups, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect();
    if (!menu.current || !box) return;
    menu.current.style.left = `${Math.max(MARGIN, Math.min(at.x, window.innerWidth - box.width - MARGIN))}px`;
    menu.current.style.top = `${Math.max(MARGIN, Math.min(at.y, window.innerHeight - box.height - MARGIN))}px`;
  }, [at]);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus({ preventScroll: true });
    const stop = new AbortController();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', leave, { capture: true, signal: stop.signal });
    window.addEventListener('blur', onClose, { signal: stop.signal });
    return () => stop.abort();
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const items = [...(menu.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const current = items.findIndex((item) => item === document.activeElement);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) items[(current + by + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={menu} className="context-menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.label} role="group">
            {group.map(({ label: words, chord, disabled = false, run }) => (
              <button
                key={words}
                type="button"
                role="menuitem"
                disabled={disabled}
                onClick={() => {
                  onClose();
                  run();
                }}
              >
                <span>{words}</span>
                {chord && <Kbd chord={chord} />}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}
