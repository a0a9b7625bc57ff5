/** Who pays whom for what: a diagram of the flows, their table, and the parties. */
import { FlowDiagram } from '../charts/marks';
import { plural } from '../../../kit/format';
import { Card } from '../items/Card';
import { ItemField, ItemLabel } from '../items/Item';
import { flowLinks } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';
import { Chips } from './Chips';
import { type ItemColumn, ItemTable } from './ItemTable';
import { type CardProps, NONE } from './props';

const columnsOf = (actions: ThesisActions): readonly ItemColumn[] => [
  { head: 'From', cell: (item) => <ItemField item={item} field="from" actions={actions} /> },
  { head: 'To', cell: (item) => <ItemField item={item} field="to" actions={actions} /> },
  {
    head: 'What flows',
    cell: (item) =>
      item.fields.what ? (
        <ItemField item={item} field="what" actions={actions} />
      ) : (
        <ItemLabel item={item} actions={actions} />
      ),
  },
];

export function CapitalLoop({ items, actions }: CardProps) {
  const parties = items.get('party') ?? NONE;
  const flows = items.get('flow') ?? NONE;
  const open = (id: string) => {
    const item = flows.find((flow) => flow.id === id);
    if (item) actions.openQuote(item);
  };
  return (
    <Card
      title="Capital loop"
      fact={`${plural(parties.length, 'party', 'parties')} · ${plural(flows.length, 'flow')}`}
      addLabel="Add a flow"
      onAdd={() => actions.add('flow', '', {})}
    >
      <FlowDiagram parties={parties.map(({ label }) => label)} flows={flowLinks(flows)} onOpen={open} />
      <ItemTable items={flows} columns={columnsOf(actions)} actions={actions} />
      <Chips kinds={[{ type: 'party', items: parties, add: 'Party' }]} actions={actions} />
    </Card>
  );
}
