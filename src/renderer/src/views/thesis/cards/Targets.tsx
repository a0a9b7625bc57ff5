/** Price targets on a scale of prices, each with its author. */
import { TargetStrip } from '../charts/marks';
import { plural } from '../../../kit/format';
import { Card } from '../items/Card';
import { ItemField, ItemLabel } from '../items/Item';
import { stripsOf } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';
import { type ItemColumn, ItemTable } from './ItemTable';
import { type CardProps, NONE } from './props';

const columnsOf = (actions: ThesisActions): readonly ItemColumn[] => [
  { head: 'Target', cell: (item) => <ItemLabel item={item} actions={actions} /> },
  { head: 'Value', number: true, cell: (item) => <ItemField item={item} field="value" actions={actions} /> },
  { head: 'Holder', cell: (item) => <ItemField item={item} field="holder" actions={actions} /> },
  { head: 'Date', cell: (item) => <ItemField item={item} field="date" actions={actions} className="thesis-date" /> },
  {
    head: 'Implied price',
    number: true,
    cell: (item) => <ItemField item={item} field="impliedPrice" actions={actions} />,
  },
];

export function Targets({ items, actions }: CardProps) {
  const targets = items.get('target') ?? NONE;
  const open = (id: string) => {
    const item = targets.find((target) => target.id === id);
    if (item) actions.openQuote(item);
  };
  return (
    <Card
      title="Targets"
      fact={plural(targets.length, 'target')}
      addLabel="Add a target"
      onAdd={() => actions.add('target', '', {})}
    >
      {stripsOf(targets).map(({ unit, points }) => (
        <TargetStrip key={unit} points={points} onOpen={open} />
      ))}
      <ItemTable items={targets} columns={columnsOf(actions)} actions={actions} />
    </Card>
  );
}
