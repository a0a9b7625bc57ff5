/** Keeps a bug in one view from taking the window with it: the rest stays usable, and the view can be tried again. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { asTieoutError } from '../app/calls/client';
import { ErrorState } from '../kit/States';

interface Props {
  /** A change of this clears the failure (another view was opened). */
  readonly of: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: unknown;
  readonly of: string;
}

export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failed: null, of: this.props.of };

  static getDerivedStateFromError(failed: unknown): Partial<State> {
    return { failed };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.of === state.of ? null : { of: props.of, failed: null };
  }

  override componentDidCatch(failed: unknown, info: ErrorInfo): void {
    console.error('A view failed to draw:', failed, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    return (
      <main className="view">
        <ErrorState error={asTieoutError(this.state.failed)} onRetry={() => this.setState({ failed: null })} />
      </main>
    );
  }
}
