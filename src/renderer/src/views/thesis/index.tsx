/** Thesis: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function ThesisView() {
  return (
    <ViewRoot view="thesis" label="Thesis" ready>
      <EmptyState icon="thesis" title="Thesis" />
    </ViewRoot>
  );
}
