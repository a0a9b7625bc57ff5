/** Scenarios on one scale, each with what it assumes. */
import { unitWords } from '../../../../../core/figure/labels';
import { RangeBar } from '../charts/marks';
import { plural } from '../../../kit/format';
import { ProvenanceTag } from '../../shared/ProvenanceTag';
import { Card } from '../items/Card';
import { ItemField, ItemLabel } from '../items/Item';
import { type Item, rangeText, scenarioDomain, toneOf } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';
import { type ItemColumn, ItemTable, type ItemTableProps } from './ItemTable';
import { type CardProps, NONE } from './props';

const columnsOf = (scenarios: readonly Item[], actions: ThesisActions): readonly ItemColumn[] => [
  {
    head: 'Case',
    cell: (item) =>
      item.fields.case ? (
        <ItemField item={item} field="case" actions={actions} className="thesis-strong" />
      ) : (
        <ItemLabel item={item} actions={actions} className="thesis-strong" />
      ),
  },
  { head: 'Low', number: true, cell: (item) => <ItemField item={item} field="low" actions={actions} /> },
  { head: 'High', number: true, cell: (item) => <ItemField item={item} field="high" actions={actions} /> },
  { head: 'Unit', cell: (item) => <ItemField item={item} field="unit" actions={actions} words={unitWords} /> },
  {
    head: 'Range',
    className: 'thesis-range',
    cell: (item) => (
      <RangeBar
        range={rangeText(item)}
        domain={scenarioDomain(scenarios, item.fields.unit ?? null)}
        tone={toneOf(item)}
      />
    ),
  },
];

const extrasOf = (actions: ThesisActions): Pick<ItemTableProps, 'end' | 'under'> => ({
  end: { head: 'Class, figures', draw: (item) => <ClassOf item={item} actions={actions} /> },
  under: (item) => <Assumption item={item} actions={actions} />,
});

export function Scenarios({ items, actions }: CardProps) {
  const scenarios = items.get('scenario') ?? NONE;
  return (
    <Card
      title="Scenarios"
      fact={plural(scenarios.length, 'case')}
      addLabel="Add a scenario"
      onAdd={() => actions.add('scenario', '', {})}
    >
      <ItemTable items={scenarios} columns={columnsOf(scenarios, actions)} actions={actions} {...extrasOf(actions)} />
    </Card>
  );
}

interface RowProps {
  readonly item: Item;
  readonly actions: ThesisActions;
}

function ClassOf({ item, actions }: RowProps) {
  const first = item.figures.map(actions.figure).find((figure) => figure !== undefined);
  return first ? <ProvenanceTag provenance={first.provenance} inherited={first.inheritedClass} /> : null;
}

function Assumption({ item, actions }: RowProps) {
  return (
    <>
      {item.fields.case && item.fields.case !== item.label && (
        <ItemLabel item={item} actions={actions} className="muted" />
      )}
      <ItemField item={item} field="assumption" actions={actions} className="thesis-assumption edit-clamp" />
    </>
  );
}
