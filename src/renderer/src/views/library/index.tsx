/** Library: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function LibraryView() {
  return (
    <ViewRoot view="library" label="Library" ready>
      <EmptyState icon="library" title="Library" />
    </ViewRoot>
  );
}
