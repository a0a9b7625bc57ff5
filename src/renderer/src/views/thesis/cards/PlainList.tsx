/** A plain list of one type: drivers, catalysts, the disclaimer, what is not disclosed. */
import type { AnyField } from '../../../../../core/structure/fields';
import { Card } from '../items/Card';
import { ItemField, ItemLine } from '../items/Item';
import type { Item } from '../items/model';
import { type CardProps, NONE } from './props';

export function PlainList({
  items,
  actions,
  type,
  title,
  addLabel,
  field,
}: CardProps & {
  readonly type: 'driver' | 'catalyst' | 'disclaimer' | 'undisclosed';
  readonly title: string;
  readonly addLabel: string;
  readonly field?: AnyField;
}) {
  const all = items.get(type) ?? NONE;
  return (
    <Card title={title} addLabel={addLabel} onAdd={() => actions.add(type, '', {})}>
      <ul>
        {all.map((item) => (
          <ItemLine key={item.id} item={item} siblings={all} actions={actions}>
            {field && !echoes(item, field) && <ItemField item={item} field={field} actions={actions} className="dim" />}
          </ItemLine>
        ))}
      </ul>
    </Card>
  );
}

/** The field only repeats what the label says. */
function echoes({ label, fields }: Item, field: string): boolean {
  const value = fields[field];
  return Boolean(value) && label.toLowerCase().includes((value ?? '').toLowerCase());
}
