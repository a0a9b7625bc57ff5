/** Reader: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function ReaderView() {
  return (
    <ViewRoot view="reader" label="Reader" ready>
      <EmptyState icon="reader" title="Reader" />
    </ViewRoot>
  );
}
