/** Figures: its place in the window. */
import { EmptyState } from '../../parts/States';
import { ViewRoot } from '../../parts/ViewRoot';

export default function FiguresView() {
  return (
    <ViewRoot view="figures" label="Figures" ready>
      <EmptyState icon="figures" title="Figures" />
    </ViewRoot>
  );
}
