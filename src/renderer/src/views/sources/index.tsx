/** Sources: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function SourcesView() {
  return (
    <ViewRoot view="sources" label="Sources" ready>
      <EmptyState icon="sources" title="Sources" />
    </ViewRoot>
  );
}
