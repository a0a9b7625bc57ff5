/** The root of a view: the page's main landmark, with the hooks by which scripts and tests know that its data is shown. */
import type { ReactNode } from 'react';
import type { ViewId } from '../../app/state/navigation';

interface Props {
  readonly view: ViewId;
  readonly label: string;
  /** True once the view shows its data, or says that there is none. */
  readonly ready: boolean;
  readonly children: ReactNode;
}

export function ViewRoot({ view, label, ready, children }: Props) {
  return (
    <main className={`view view-${view}`} data-view={view} data-ready={ready} aria-label={label} aria-busy={!ready}>
      {children}
    </main>
  );
}

/** A pane's head line: title, facts, and controls after a `grow`. */
export function Bar({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  return (
    <div className="bar">
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
