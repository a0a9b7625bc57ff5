/** What a pane shows when it has nothing to show: no data yet, none at all, or a failure with what can be done. */
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';

interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  /** One or two sentences that say what would stand here and how to get it. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyProps) {
  return (
    <div className="state">
      {icon && (
        <span className="state-icon">
          <Icon name={icon} size={28} />
        </span>
      )}
      <h2>{title}</h2>
      {children && <div className="state-text">{children}</div>}
      {actions && <div className="state-actions">{actions}</div>}
    </div>
  );
}

/** A failure as a person is told of it. */
export interface Failure {
  readonly message: string;
  readonly code: string;
}

export function ErrorState({ error, onRetry }: { readonly error: Failure; readonly onRetry?: () => void }) {
  return (
    <div className="state" role="alert">
      <span className="state-icon state-icon-bad">
        <Icon name="warning" size={28} />
      </span>
      <h2>This could not be shown</h2>
      <div className="state-text" data-selectable="">
        {error.message} <code>{error.code}</code>
      </div>
      {onRetry && (
        <div className="state-actions">
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  );
}

/** Grey bars in place of text while the first answer is awaited; appears late, so that a quick answer shows no flash. */
export function Loading({ lines = 6, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: `${92 - ((index * 17) % 41)}%` }} />
      ))}
    </div>
  );
}
