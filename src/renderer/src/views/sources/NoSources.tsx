/** The empty state of the sources grid: words that no source contains, or a notebook without sources. */
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/States';

interface Props {
  /** Whether the notebook has any. */
  readonly any: boolean;
  readonly onAll: () => void;
}

export function NoSources({ any, onAll }: Props) {
  if (any) {
    return (
      <EmptyState icon="sources" title="No source fits" actions={<Button onClick={onAll}>Show every source</Button>}>
        Nothing here contains these words.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="sources" title="No sources yet">
      The markers of an imported document become sources here. Fill in title, publisher and date, and merge those that
      are one; or add your own with New source.
    </EmptyState>
  );
}
