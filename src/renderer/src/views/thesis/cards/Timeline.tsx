/** Events in the order of their dates. */
import { plural } from '../../../kit/format';
import { Card } from '../Card';
import { ItemButtons, ItemField, ItemFigures, itemKeys, ItemLabel } from '../Item';
import { timeline } from '../model';
import { type CardProps, NONE } from './props';

export function Timeline({ items, actions }: CardProps) {
  const events = items.get('event') ?? NONE;
  const ordered = timeline(events);
  return (
    <Card
      title="Timeline"
      fact={plural(events.length, 'event')}
      addLabel="Add an event"
      onAdd={() => actions.add('event', '', {})}
    >
      <ol className="timeline">
        {ordered.map((item) => (
          <li
            key={item.id}
            className="item"
            data-item={item.id}
            onKeyDown={itemKeys({ item, siblings: events, actions })}
          >
            <ItemField item={item} field="date" actions={actions} className="timeline-date" />
            <ItemLabel item={item} actions={actions} />
            <ItemFigures item={item} actions={actions} />
            <ItemButtons item={item} siblings={events} actions={actions} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
