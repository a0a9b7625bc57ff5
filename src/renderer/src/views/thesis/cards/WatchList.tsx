/** Indicators with the band each should stay in, where it is now, and what it means if it leaves the band. */
import { Card } from '../items/Card';
import { ItemField, ItemLabel } from '../items/Item';
import type { ThesisActions } from '../items/thesis-actions';
import { type ItemColumn, ItemTable } from './ItemTable';
import { WatchNow } from '../items/WatchNow';
import { type CardProps, NONE } from './props';

const columnsOf = (actions: ThesisActions): readonly ItemColumn[] => [
  {
    head: 'Indicator',
    cell: (item) => (
      <>
        <ItemLabel item={item} actions={actions} />
        <span className="thesis-next" data-empty={!item.fields.nextDate}>
          next <ItemField item={item} field="nextDate" actions={actions} />
        </span>
      </>
    ),
  },
  { head: 'Band', cell: (item) => <ItemField item={item} field="band" actions={actions} /> },
  { head: 'Now', className: 'thesis-now', cell: (item) => <WatchNow item={item} actions={actions} /> },
  {
    head: 'If broken',
    muted: true,
    cell: (item) => <ItemField item={item} field="ifBroken" actions={actions} className="edit-clamp" />,
  },
];

export function WatchList({ items, actions }: CardProps) {
  const indicators = items.get('indicator') ?? NONE;
  const dates = new Set(indicators.flatMap(({ fields }) => fields.nextDate ?? []));
  const fact = dates.size === 1 ? `next date ${[...dates][0]}` : undefined;
  return (
    <Card title="Watch list" fact={fact} addLabel="Add an indicator" onAdd={() => actions.add('indicator', '', {})}>
      <ItemTable items={indicators} columns={columnsOf(actions)} actions={actions} className="thesis-watch" />
    </Card>
  );
}
