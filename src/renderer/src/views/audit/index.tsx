/** Audit: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function AuditView() {
  return (
    <ViewRoot view="audit" label="Audit" ready>
      <EmptyState icon="audit" title="Audit" />
    </ViewRoot>
  );
}
