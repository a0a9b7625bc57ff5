/** The empty state of the figures grid: a scope that matches none, or a notebook without figures. */
import { open } from '../../app/state/navigation';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/States';

interface Props {
  /** Whether figures are left out by what was picked. */
  readonly scoped: boolean;
  readonly onClear: () => void;
}

export function NoFigures({ scoped, onClear }: Props) {
  if (scoped) {
    return (
      <EmptyState icon="figures" title="No figure fits" actions={<Button onClick={onClear}>Show every figure</Button>}>
        No figure of this notebook matches the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="figures"
      title="No figures yet"
      actions={<Button onClick={() => open({ view: 'library' })}>Go to the library</Button>}
    >
      Import a note, an article or a filing: every quantity in it lands here with its quote, its class and its
      citations. Or type figures of your own with New figure.
    </EmptyState>
  );
}
