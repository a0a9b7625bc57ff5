/** The thesis in a line or two, with the stance and the horizon beside it. */
import { Card } from '../items/Card';
import { ItemButtons, ItemFigures, itemKeys, ItemLabel } from '../items/Item';
import { Chips } from './Chips';
import { type CardProps, NONE } from './props';

export function Headline({ items, actions }: CardProps) {
  const theses = items.get('thesis') ?? NONE;
  return (
    <Card title="Thesis" wide addLabel="Add a line of thesis" onAdd={() => actions.add('thesis', '', {})}>
      {theses.map((item) => (
        <div
          key={item.id}
          className="item thesis-line"
          data-item={item.id}
          onKeyDown={itemKeys({ item, siblings: theses, actions })}
        >
          <ItemLabel item={item} actions={actions} long className="thesis-words" />
          <ItemFigures item={item} actions={actions} />
          <ItemButtons item={item} siblings={theses} actions={actions} />
        </div>
      ))}
      {theses.length === 0 && (
        <button type="button" className="thesis-add" onClick={() => actions.add('thesis', '', {})}>
          + Write the thesis in one line
        </button>
      )}
      <Chips
        kinds={[
          { type: 'stance', items: items.get('stance') ?? NONE, add: 'Stance' },
          { type: 'horizon', items: items.get('horizon') ?? NONE, add: 'Horizon', lead: 'Horizon' },
        ]}
        actions={actions}
      />
    </Card>
  );
}
