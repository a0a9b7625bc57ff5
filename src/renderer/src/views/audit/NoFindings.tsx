/** The empty state of the list of findings: nothing imported, nothing found, or nothing that matches the filter. */
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/States';

export function NoFindings({
  any,
  figures,
  onAll,
}: {
  readonly any: boolean;
  readonly figures: number;
  readonly onAll: () => void;
}) {
  if (figures === 0) {
    return (
      <EmptyState icon="audit" title="Nothing to audit yet">
        Import a document: its figures are recomputed and compared, and what does not hold is listed here.
      </EmptyState>
    );
  }
  if (!any) {
    return (
      <EmptyState icon="audit" title="Every rule is satisfied">
        No rule found a problem in these figures.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="audit" title="No finding fits" actions={<Button onClick={onAll}>Show every finding</Button>}>
      No finding matches the filters above.
    </EmptyState>
  );
}
