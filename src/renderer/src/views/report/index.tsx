/** Report: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function ReportView() {
  return (
    <ViewRoot view="report" label="Report" ready>
      <EmptyState icon="report" title="Report" />
    </ViewRoot>
  );
}
