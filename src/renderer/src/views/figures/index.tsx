/** Figures: the editable grid of everything quantitative in the notebook, and one entity's figures as a table. */
import type { AuditSummary, FigureRecord } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { useQuery } from '../../app/calls/use-query';
import type { GridHandle } from '../../kit/grid/handle';
import { EmptyState, ErrorState } from '../../kit/States';
import { Inspector } from '../shared/inspector/Inspector';
import { ViewRoot } from '../shared/ViewRoot';
import { columnChips } from './scope/column-chips';
import { useFiguresCommands } from './figures-commands';
import { FiguresBar } from './FiguresBar';
import { FiguresMain } from './FiguresMain';
import { GroupList } from './scope/GroupList';
import { NewFigure } from './NewFigure';
import type { Names, Scope } from './scope/scope';
import { ScopeBar } from './scope/ScopeBar';
import { type FiguresState, useFigures } from './use-figures';
import './figures.css';

export default function FiguresView() {
  const info = useQuery('notebook.info', {});
  const summary = useQuery('audit.summary', {});
  const state = useFigures(info.data?.path);
  useFiguresCommands(state);
  if (info.error) {
    return (
      <ViewRoot view="figures" label="Figures" ready>
        <ErrorState error={info.error} />
      </ViewRoot>
    );
  }
  const { scope, setScope, layout, total, inspecting, focused, creating } = state;
  // A table is of the entity with the most figures until the person picks another, or all.
  const largest = state.pivotsAll ? null : largestEntity(summary.data?.byEntity ?? []);
  const pivoted = { ...scope, entity: scope.entity ?? largest };
  const counted = layout === 'grid' ? total : (summary.data?.figures ?? null);
  return (
    <ViewRoot view="figures" label="Figures" ready={info.data !== undefined && counted !== null}>
      <FiguresBar state={state} count={counted} />
      <Scopes state={state} pivoted={pivoted} summary={summary.data} />
      <div className="figures-body">
        <GroupList summary={summary.data} scope={scope} onScope={setScope} />
        <FiguresMain state={state} pivoted={pivoted} />
        {inspecting && <InspectorPane figure={focused} />}
      </div>
      {creating && <Creating state={state} />}
    </ViewRoot>
  );
}

interface ScopesProps {
  readonly state: FiguresState;
  readonly pivoted: Scope;
  readonly summary: AuditSummary | undefined;
}

/** The scope bar with the names of the documents and sources it speaks of. */
function Scopes({ state, pivoted, summary }: ScopesProps) {
  const { scope, setScope, layout, columns, filters, grid } = state;
  const names = useNames();
  return (
    <ScopeBar
      scope={scope}
      pivoted={layout === 'pivot' ? pivoted.entity : undefined}
      onPivot={(entity) => {
        state.setPivotsAll(entity === null);
        setScope({ ...scope, entity });
      }}
      names={names}
      summary={summary}
      onScope={setScope}
      filters={layout === 'grid' ? columnChips(columns, filters) : []}
      onUnfilter={(column) => grid.current && dropFilter(grid.current, column)}
    />
  );
}

function useNames(): Names {
  const { data: documents } = useQuery('document.list', {});
  const { data: sources } = useQuery('source.list', {});
  return {
    document: (id) => documents?.find((one) => one.id === id)?.title ?? 'A document',
    source: (id) => sources?.find((one) => one.id === id)?.formatted ?? 'a source',
  };
}

function dropFilter(grid: GridHandle<FigureRecord>, column: string): void {
  const layout = grid.layout();
  const { [column]: _gone, ...filters } = layout.filters;
  grid.applyLayout({ ...layout, filters });
}

function largestEntity(entities: readonly { readonly entity: string; readonly figures: number }[]): string | null {
  return entities.toSorted((left, right) => right.figures - left.figures)[0]?.entity ?? null;
}

function InspectorPane({ figure }: { readonly figure: string | null }) {
  return (
    <aside className="figures-inspector pane" aria-label="Inspector">
      {figure === null ? (
        <EmptyState title="No figure selected">
          Select a figure to see its quote, its class with the reason, and its checks.
        </EmptyState>
      ) : (
        <Inspector figure={figure} />
      )}
    </aside>
  );
}

function Creating({ state: { setCreating, setFocused } }: { readonly state: FiguresState }) {
  return (
    <NewFigure
      onClose={() => setCreating(false)}
      onCreated={(id) => {
        setCreating(false);
        setFocused(id);
        open({ view: 'figures', figure: id });
      }}
    />
  );
}
