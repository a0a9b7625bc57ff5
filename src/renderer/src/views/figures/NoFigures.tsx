/** What stands in the grid where no figure is shown: a scope that fits none, or a notebook without figures. */
import { open } from '../../app/navigation';
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
        Nothing in this notebook fits what is picked and filtered here.
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
