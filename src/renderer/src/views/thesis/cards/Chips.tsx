/** Items as chips in a line, with a way to add one of each kind. */
import type { StructureType } from '../../../../../core/structure/model';
import { ItemLabel, itemKeys } from '../items/Item';
import type { Item } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';

interface ChipKind {
  readonly type: StructureType;
  readonly items: readonly Item[];
  readonly add: string;
  /** Stands before the words of each. */
  readonly lead?: string;
}

export function Chips({ kinds, actions }: { readonly kinds: readonly ChipKind[]; readonly actions: ThesisActions }) {
  return (
    <ul className="thesis-chips">
      {kinds.flatMap(({ items, lead }) =>
        items.map((item) => (
          <li
            key={item.id}
            className="item thesis-chip"
            data-item={item.id}
            onKeyDown={itemKeys({ item, siblings: items, actions })}
          >
            {lead && <span className="dim">{lead}</span>}
            <ItemLabel item={item} actions={actions} />
          </li>
        )),
      )}
      {kinds.map(({ type, add }) => (
        <li key={type}>
          <button type="button" className="thesis-add" onClick={() => actions.add(type, '', {})}>
            + {add}
          </button>
        </li>
      ))}
    </ul>
  );
}
