/** A button that opens a small panel under it: closes on Escape, on a click outside and when the focus leaves. */
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { Button, IconButton } from '../../Button';
import type { IconName } from '../../Icon';

interface Props {
  readonly label: string;
  readonly icon?: IconName;
  /** The icon stands alone; the label is its name. */
  readonly bare?: boolean;
  /** Which edge of the button the panel keeps to. */
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => undefined);
/** Closes the menu one is in and gives the focus back to its button. */
export const useCloseMenu = () => useContext(CloseMenu);

export function Menu({ label, icon, bare = false, align = 'end', children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();

  useEffect(() => {
    if (!open) return undefined;
    const stop = new AbortController();
    const onDown = (event: MouseEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', onDown, { signal: stop.signal });
    return () => stop.abort();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const opener = {
    ref: button,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': open,
    'aria-controls': open ? panel : undefined,
    onClick: () => setOpen((now) => !now),
  };
  return (
    <span
      className="menu-anchor"
      ref={anchor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      {bare && icon ? (
        <IconButton icon={icon} label={label} {...opener} />
      ) : (
        <Button {...(icon ? { icon } : {})} {...opener}>
          {label}
        </Button>
      )}
      {open && (
        <div id={panel} className={`menu menu-${align}`} role="dialog" aria-label={label}>
          <CloseMenu value={close}>{children}</CloseMenu>
        </div>
      )}
    </span>
  );
}
