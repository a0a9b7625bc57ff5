/** Shows the toasts. They go by themselves, errors late, unless the pointer rests on them; a notice stays until it is closed. */
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../kit/Button';
import { Icon } from '../kit/Icon';
import { useStore } from '../app/state/store';
import { dismissToast, type Toast, toasts } from '../app/state/toasts';

const SHOWN_MS = 6000;
/** Long enough to read and act; what was typed is kept elsewhere. */
const ERROR_SHOWN_MS = 30_000;

export function Toaster() {
  const shown = useStore(toasts);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {shown.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

const ICON = { done: 'check', error: 'warning', notice: 'info' } as const;

function ToastItem({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  const lasts = toast.kind === 'notice' || held;
  useEffect(() => {
    if (lasts) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), toast.kind === 'error' ? ERROR_SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [lasts, toast.id, toast.kind]);
  return (
    <div
      className={`toast toast-${toast.kind}`}
      role={toast.kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Icon name={ICON[toast.kind]} size={16} />
      <span className="toast-text" data-selectable="">
        {toast.text} {toast.code && <code>{toast.code}</code>}
      </span>
      {toast.action && (
        <Button
          look="quiet"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
