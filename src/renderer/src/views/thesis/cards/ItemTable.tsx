/** Items of one type as rows of a table: cells by column, then the item's figures and what can be done with it. */
import { Fragment, type ReactNode } from 'react';
import { ItemButtons, ItemFigures, itemKeys } from '../items/Item';
import type { Item } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';

export interface ItemColumn {
  readonly head: string;
  readonly number?: true;
  readonly muted?: true;
  /** Of its head, which sets the width. */
  readonly className?: string;
  readonly cell: (item: Item) => ReactNode;
}

export interface ItemTableProps {
  readonly items: readonly Item[];
  readonly columns: readonly ItemColumn[];
  readonly actions: ThesisActions;
  readonly className?: string;
  /** What stands at the end of each row before its menu; the item's figures where nothing is said. */
  readonly end?: { readonly head: string; readonly draw: (item: Item) => ReactNode };
  /** A second line across the whole row. */
  readonly under?: (item: Item) => ReactNode;
}

const classes = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;

export function ItemTable({ items, columns, actions, className, end, under }: ItemTableProps) {
  return (
    <table className={classes('thesis-table', className)}>
      <thead>
        <tr>
          {columns.map(({ head, number, className: width }) => (
            <th key={head} scope="col" className={classes(number && 'number', width)}>
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{end?.head ?? 'Figures'} and actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const keys = itemKeys({ item, siblings: items, actions });
          return (
            <Fragment key={item.id}>
              <tr className={classes('item', under && 'thesis-pair')} data-item={item.id} onKeyDown={keys}>
                {columns.map(({ head, number, muted, cell }) => (
                  <td key={head} className={classes(number && 'number', muted && 'muted')}>
                    {cell(item)}
                  </td>
                ))}
                <td>
                  <span className="item-end">
                    {end ? end.draw(item) : <ItemFigures item={item} actions={actions} />}
                    <ItemButtons item={item} siblings={items} actions={actions} />
                  </span>
                </td>
              </tr>
              {under && (
                <tr className="thesis-under" onKeyDown={keys}>
                  <td colSpan={columns.length + 1}>{under(item)}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
