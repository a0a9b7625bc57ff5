/** The main pane of the Figures view: the grid, or the table by period, with the sums of a selection and the offer after an edit. */
import { useState } from 'react';
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { readRow } from '../../../../core/table/typed/typed-row';
import { open } from '../../app/state/navigation';
import { start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { plural } from '../../kit/format';
import type { SelectionInfo } from '../../kit/grid/select/selection';
import { ViewGrid } from '../shared/ViewGrid';
import { useFigureEdits } from './grid/figure-edits';
import { figureItems } from './grid/figure-items';
import { NoFigures } from './NoFigures';
import { Offer } from './grid/Offer';
import { PivotTable } from './grid/PivotTable';
import { EVERYTHING, isEverything, type Scope } from './scope/scope';
import { SelectionSums } from './grid/SelectionSums';
import type { FiguresState } from './use-figures';
import { figureName } from '../../../../core/figure/display/names';
// Registers where the texts typed into this grid are kept and sent again.
import './grid/drafts';

interface Props {
  readonly state: FiguresState;
  /** The scope of the table by period, which is of one entity. */
  readonly pivoted: Scope;
}

const NO_SELECTION: SelectionInfo = { rows: 0, columns: 0, columnIds: [] };
const idOf = (figure: FigureRecord) => figure.id;

export function FiguresMain({ state, pivoted }: Props) {
  const { layout, grid, focused, focus, setScope } = state;
  const { data: info } = useQuery('notebook.info', {});
  const [selected, setSelected] = useState<SelectionInfo>(NO_SELECTION);
  const { edit, offer, applyOffer, dismissOffer } = useFigureEdits();
  return (
    <section className="figures-main pane" aria-label={layout === 'grid' ? 'Grid' : 'Table by period'}>
      {layout === 'grid' ? (
        <>
          <FigureGrid state={state} onEdit={edit} onSelection={setSelected} />
          <SelectionSums grid={grid} selection={selected} revision={String(info?.revision ?? 0)} />
        </>
      ) : (
        <PivotTable scope={pivoted} selected={focused} onSelect={focus} onOpen={openQuote} />
      )}
      {offer && (
        <Offer
          offer={offer}
          onApply={() => start(applyOffer())}
          onShow={() => setScope(likeScope(offer.like))}
          onDismiss={dismissOffer}
        />
      )}
    </section>
  );
}

interface GridProps {
  readonly state: FiguresState;
  readonly onEdit: ReturnType<typeof useFigureEdits>['edit'];
  readonly onSelection: (selection: SelectionInfo) => void;
}

function FigureGrid({ state, onEdit, onSelection }: GridProps) {
  const { scope, setScope, columns, source, grid, focus, setTotal, setFilters } = state;
  const { data: info } = useQuery('notebook.info', {});
  return (
    <ViewGrid<FigureRecord, FigureEdit>
      ref={grid}
      label="Figures"
      columns={columns}
      idOf={idOf}
      source={source}
      revision={`${info?.path ?? ''} ${info?.revision ?? 0}`}
      layoutKey="figures"
      onEdit={onEdit}
      nameOf={figureName}
      readNew={readRow}
      menuItems={() => figureItems(grid.current)}
      onFocus={focus}
      onOpen={openQuote}
      onTotal={setTotal}
      onSelection={onSelection}
      onLayout={({ filters }) => setFilters(filters)}
      empty={<NoFigures scoped={!isEverything(scope)} onClear={() => setScope(EVERYTHING)} />}
    />
  );
}

function openQuote(figure: FigureRecord): void {
  if (!figure.place) return;
  const { document, start: from, end } = figure.place;
  open({ view: 'reader', document, start: from, end, figure: figure.id });
}

function likeScope(like: readonly FigureRecord[]): Scope {
  return { ...EVERYTHING, ids: { label: plural(like.length, 'like figure'), list: like.map(({ id }) => id) } };
}
