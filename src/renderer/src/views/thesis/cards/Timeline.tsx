/** Events in the order of their dates. */
import { Fragment, useState } from 'react';
import { plural } from '../../../kit/format';
import { Card } from '../items/Card';
import { ItemButtons, ItemField, ItemFigures, itemKeys, ItemLabel } from '../items/Item';
import { labelBesideDate, timeline, todayAmong } from '../items/model';
import { type CardProps, NONE } from './props';

const Today = () => <li className="timeline-today">Today</li>;

export function Timeline({ items, actions }: CardProps) {
  const events = items.get('event') ?? NONE;
  const ordered = timeline(events);
  const [now] = useState(() => new Date().toISOString().slice(0, 10));
  const today = todayAmong(ordered, now);
  return (
    <Card
      title="Timeline"
      fact={plural(events.length, 'event')}
      addLabel="Add an event"
      onAdd={() => actions.add('event', '', {})}
    >
      <ol className="timeline">
        {ordered.map((item, index) => (
          <Fragment key={item.id}>
            {index === today && <Today />}
            <li className="item" data-item={item.id} onKeyDown={itemKeys({ item, siblings: events, actions })}>
              <ItemField item={item} field="date" actions={actions} className="timeline-date" />
              <ItemLabel item={item} actions={actions} words={labelBesideDate(item)} />
              <ItemFigures item={item} actions={actions} />
              <ItemButtons item={item} siblings={events} actions={actions} />
            </li>
          </Fragment>
        ))}
        {today === ordered.length && <Today />}
      </ol>
    </Card>
  );
}
