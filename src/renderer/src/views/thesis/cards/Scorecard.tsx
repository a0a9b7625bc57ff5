/** Scores by dimension, each as a bar of its scale. */
import { Card } from '../items/Card';
import { ItemButtons, ItemField, ItemFigures, itemKeys, ItemLabel } from '../items/Item';
import { scoreShare } from '../../../../../core/structure/item-values';
import { type CardProps, NONE } from './props';

export function Scorecard({ items, actions }: CardProps) {
  const scores = items.get('score') ?? NONE;
  return (
    <Card title="Scorecard" addLabel="Add a score" onAdd={() => actions.add('score', '', {})}>
      <ul className="scores">
        {scores.map((item) => {
          const share = scoreShare(item.fields.value);
          return (
            <li
              key={item.id}
              className="item score-row"
              data-item={item.id}
              onKeyDown={itemKeys({ item, siblings: scores, actions })}
            >
              {item.fields.dimension ? (
                <ItemField item={item} field="dimension" actions={actions} className="thesis-strong" />
              ) : (
                <ItemLabel item={item} actions={actions} className="thesis-strong" />
              )}
              <span className="score-bar" aria-hidden="true">
                {share !== null && <i style={{ width: `${share}%` }} />}
              </span>
              <ItemField item={item} field="value" actions={actions} className="score-value" />
              <ItemField item={item} field="note" actions={actions} className="score-note edit-clamp" />
              <span className="item-end">
                <ItemFigures item={item} actions={actions} />
                <ItemButtons item={item} siblings={scores} actions={actions} />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
