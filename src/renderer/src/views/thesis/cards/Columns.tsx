/** Items side by side in columns under heads: risks by horizon, what the price already holds. */
import { plural } from '../../../kit/format';
import { Card } from '../items/Card';
import { ItemLine } from '../items/Item';
import { type Column, pricedColumns, risksByHorizon } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';
import { type CardProps, NONE } from './props';

function Columns({ columns, actions }: { readonly columns: readonly Column[]; readonly actions: ThesisActions }) {
  return (
    <div className="thesis-columns">
      {columns.map((column) => (
        <section key={column.head} aria-label={column.head}>
          <header>
            <h4>{column.head}</h4>
            <button
              type="button"
              className="thesis-add"
              aria-label={`Add to ${column.head}`}
              onClick={() => actions.add(column.type, '', column.fields)}
            >
              +
            </button>
          </header>
          {column.items.length === 0 ? (
            <p className="dim">Nothing named</p>
          ) : (
            <ul>
              {column.items.map((item) => (
                <ItemLine key={item.id} item={item} siblings={column.items} actions={actions} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

export function Risks({ items, actions }: CardProps) {
  const risks = items.get('risk') ?? NONE;
  return (
    <Card
      title="Risks by horizon"
      fact={plural(risks.length, 'risk')}
      addLabel="Add a risk"
      onAdd={() => actions.add('risk', '', {})}
    >
      <Columns columns={risksByHorizon(risks)} actions={actions} />
    </Card>
  );
}

export function PricedIn({ items, actions }: CardProps) {
  return (
    <Card title="Priced in?">
      <Columns columns={pricedColumns(items)} actions={actions} />
    </Card>
  );
}
