/** The bar of the Figures view: how many figures are shown, in which layout, and what can be done to all of them. */
import { dispatch } from '../../app/commands';
import { Button } from '../../kit/Button';
import { Chip } from '../../kit/Chip';
import { plural } from '../../kit/format';
import { ColumnsMenu } from '../../kit/grid/ColumnsMenu';
import { EMPTY_LAYOUT } from '../../kit/grid/data/layout';
import { Bar } from '../shared/ViewRoot';
import { toggleFilters } from './figures-commands';
import { QuickFilter } from './scope/QuickFilter';
import { SavedViews } from './scope/SavedViews';
import type { FiguresState } from './use-figures';

interface Props {
  readonly state: FiguresState;
  /** Figures shown; null until they were counted. */
  readonly count: number | null;
}

export function FiguresBar({ state, count }: Props) {
  const { scope, setScope, layout, quick, inspecting, setInspecting, setCreating } = state;
  return (
    <Bar title="Figures">
      <Chip>{count === null ? '…' : plural(count, 'figure')}</Chip>
      <LayoutChoice state={state} />
      <QuickFilter inputRef={quick} value={scope.quick} onChange={(words) => setScope({ ...scope, quick: words })} />
      <span className="grow" />
      {layout === 'grid' && <GridControls state={state} />}
      <Button
        icon="import"
        title="Import cells copied from a spreadsheet as figures"
        onClick={() => dispatch('import.range')}
      >
        Paste cells…
      </Button>
      <Button icon="plus" onClick={() => setCreating(true)}>
        New figure
      </Button>
      <Button
        icon="panel"
        look="quiet"
        className="button-icon"
        aria-label="Inspector"
        title="Inspector"
        aria-pressed={inspecting}
        onClick={() => setInspecting(!inspecting)}
      />
    </Bar>
  );
}

function LayoutChoice({ state: { layout, setLayout } }: { readonly state: FiguresState }) {
  return (
    <div className="segments" role="group" aria-label="Layout">
      <Button aria-pressed={layout === 'grid'} onClick={() => setLayout('grid')}>
        Grid
      </Button>
      <Button aria-pressed={layout === 'pivot'} onClick={() => setLayout('pivot')}>
        By period
      </Button>
    </div>
  );
}

/** What only the grid has: its filter row, its columns and its saved views. */
function GridControls({ state: { grid, columns, scope, setScope } }: { readonly state: FiguresState }) {
  return (
    <>
      <Button onClick={() => toggleFilters(grid.current)}>Filter</Button>
      <ColumnsMenu grid={grid} columns={columns} />
      <SavedViews
        current={() => ({ layout: grid.current?.layout() ?? EMPTY_LAYOUT, scope })}
        onApply={(saved) => {
          setScope(saved.scope);
          grid.current?.applyLayout(saved.layout);
        }}
      />
    </>
  );
}
