/** One item in a list or table row: its words, the figures in it, and what can be done with it by key or button. */
import type { KeyboardEvent, ReactNode } from 'react';
import { type AnyField, structureField } from '../../../../../core/structure/fields';
import { openFigure } from '../../shared/figure-actions';
import { Menu, useCloseMenu } from '../../../kit/grid/menus/Menu';
import { valueText } from '../../../../../core/figure/display/text';
import { figureName } from '../../../../../core/figure/display/names';
import { Kbd } from '../../../kit/Kbd';
import { ProvenanceMark } from '../../shared/ProvenanceTag';
import { EditableText } from './EditableText';
import { type Item, wholeLabel } from './model';
import { hasQuote, type ThesisActions } from './thesis-actions';

interface Props {
  readonly item: Item;
  readonly siblings: readonly Item[];
  readonly actions: ThesisActions;
}

/** F2 is the text's own; Delete removes, Alt with the arrows moves. */
export function itemKeys({ item, siblings, actions }: Props) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Delete') {
      focusNeighbour(event.currentTarget);
      actions.remove(item);
    } else if (event.altKey && event.key === 'ArrowUp') actions.move(item, siblings, -1);
    else if (event.altKey && event.key === 'ArrowDown') actions.move(item, siblings, 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** What is removed must not take the focus with it. */
function focusNeighbour(row: EventTarget & Element): void {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  neighbour?.querySelector<HTMLElement>('.edit-text')?.focus();
}

export function ItemLabel({
  item,
  actions,
  long,
  className,
  words,
}: Pick<Props, 'item' | 'actions'> & {
  readonly long?: boolean;
  readonly className?: string;
  /** How the label reads here, where that is not all of it. */
  readonly words?: string;
}) {
  return (
    <EditableText
      value={words ?? (long ? wholeLabel(item) : item.label)}
      name={item.type.replaceAll('_', ' ')}
      placeholder="Say it in a few words"
      fresh={actions.fresh === item.id}
      {...(long ? { long } : {})}
      {...(className ? { className } : {})}
      onOpen={hasQuote(item) ? () => actions.openQuote(item) : undefined}
      onCommit={(text) => actions.setLabel(item, text)}
    />
  );
}

export function ItemField({
  item,
  field,
  actions,
  className,
  words = (value) => value,
}: Pick<Props, 'item' | 'actions'> & {
  readonly field: AnyField;
  /** How what is stored reads for a person. */
  readonly words?: (value: string) => string;
  readonly className?: string;
}) {
  const { label, hint } = structureField(item.type, field) ?? { label: field, hint: field };
  return (
    <EditableText
      value={words(item.fields[field] ?? '')}
      name={`${label} of ${item.label}`}
      placeholder={hint}
      quiet
      {...(className ? { className } : {})}
      onCommit={(text) => actions.setField(item, field, text)}
    />
  );
}

/** The classes of the figures inside, each leading to its quote; the value is in its name. */
export function ItemFigures({ item, actions }: Pick<Props, 'item' | 'actions'>) {
  const figures = item.figures.flatMap((id) => actions.figure(id) ?? []);
  if (figures.length === 0) return null;
  const shown = figures.slice(0, MARKS_SHOWN);
  return (
    <span className="item-figures">
      {shown.map((figure) => (
        <button
          key={figure.id}
          type="button"
          aria-label={`Figure ${valueText(figure)}`}
          title={`${figureName(figure)}: ${figure.quote}`}
          onClick={() => openFigure(figure)}
        >
          <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
        </button>
      ))}
      {figures.length > shown.length && <span className="dim">+{figures.length - shown.length}</span>}
    </span>
  );
}

const MARKS_SHOWN = 3;

/** What can be done with the item, behind one button with room of its own: nothing lies over words or figures. */
export function ItemButtons(props: Props) {
  return (
    <span className="item-buttons">
      <Menu icon="more" bare label={`Actions for ${props.item.label}`}>
        <ItemMenu {...props} />
      </Menu>
    </span>
  );
}

function ItemMenu({ item, siblings, actions }: Props) {
  const close = useCloseMenu();
  const at = siblings.findIndex(({ id }) => id === item.id);
  const move = (by: 1 | -1) => () => {
    close();
    actions.move(item, siblings, by);
  };
  return (
    <>
      <ItemAct words="Move up" chord="Alt+ArrowUp" disabled={at <= 0} onAct={move(-1)} />
      <ItemAct words="Move down" chord="Alt+ArrowDown" disabled={at === siblings.length - 1} onAct={move(1)} />
      <ItemAct
        words="Remove"
        chord="Delete"
        onAct={(button) => {
          const row = button.closest('[data-item]');
          if (row) focusNeighbour(row);
          actions.remove(item);
        }}
      />
    </>
  );
}

interface Act {
  readonly words: string;
  readonly chord: string;
  readonly disabled?: boolean;
  readonly onAct: (button: Element) => void;
}

function ItemAct({ words, chord, disabled = false, onAct }: Act) {
  return (
    <div className="menu-row">
      <button type="button" className="menu-name" disabled={disabled} onClick={(event) => onAct(event.currentTarget)}>
        <span className="grow">{words}</span>
        <Kbd chord={chord} />
      </button>
    </div>
  );
}

export function ItemLine(props: Props & { readonly children?: ReactNode }) {
  const { item, actions, children } = props;
  return (
    // Keys bubble from the controls inside.
    <li className="item" data-item={item.id} onKeyDown={itemKeys(props)}>
      <ItemLabel item={item} actions={actions} />
      {children}
      <ItemFigures item={item} actions={actions} />
      <ItemButtons {...props} />
    </li>
  );
}
