/** Whose a cell's figure is, by the table alone: names in labels, heads, groups above and captions. */
import type { Cell, Layout, Span } from '../../../document/model';
import { segmentGroup } from './cell-metric';
import { cleanText, isKind } from './cell-words';
import type { EntityMention } from '../mentions/entity';
import { type LabelName, nameOfLabel } from './label-name';
import { findMetrics } from '../mentions/metric';
import type { BlockViews } from '../scope/block-view';
import { nameOfTable, nameOverColumn } from './table-names';
import type { ColumnView, TableView } from './table-view';

/**
 * Whose a row's figures are by the table's axis of names, else by a name in the label, the head or over the table; null
 * where it names none. In statements only what the document writes as a name counts, with nothing else in the cell.
 */
export function entityIn(
  layout: Layout,
  blockViews: BlockViews,
  view: TableView,
  label: Cell | null,
  path: readonly Span[],
  column: ColumnView | null,
): LabelName | null {
  const { text } = layout;
  const words = label === null ? '' : cleanText(text, label);
  if (view.columnsAreNames) {
    const over = column?.name ? cleanText(text, column.name) : '';
    return over === '' || isKind('summaries', over) ? null : { entity: over.slice(0, 80), label: over.slice(0, 80) };
  }
  if (view.rowsAreNames && words !== '' && !isKind('summaries', words))
    return { entity: words.slice(0, 80), label: words.slice(0, 80) };
  const member = label === null ? null : memberOf(text, view, label, path);
  if (member !== null) return { entity: member, label: member };
  for (const cell of view.metricsIn === 'rows' ? [column?.name ?? null, label] : [label]) {
    const named = cell === null ? null : nameIn(text, blockViews, cell);
    if (named !== null) return named;
  }
  const over = view.metricsIn === 'rows' && column?.name ? nameOverColumn(text, column.name) : null;
  return over ?? nameOfTable(layout, blockViews, view);
}

/** `Games` below `Net revenues:`: whose part of the group's metric the row is. */
function memberOf(text: string, view: TableView, label: Cell, path: readonly Span[]): string | null {
  if (view.metricsIn !== 'rows' || segmentGroup(text, label, path) === null) return null;
  return cleanText(text, label)
    .replace(/[:：]$/u, '')
    .slice(0, 80);
}

function nameIn(text: string, blockViews: BlockViews, cell: Cell): LabelName | null {
  const words = cleanText(text, cell);
  const blockView = blockViews.of(cell.start, cell.end);
  const mentions = blockView.entities;
  const quoted = blockView.aboutMarkets ? nameOfLabel(words, mentions, cell.start) : null;
  if (quoted !== null) return quoted;
  const named = mentions.find(({ kind }) => kind === 'line') ?? mentions.find(({ kind }) => kind === 'name');
  const whole = named ?? mentions[0];
  const called = (one: EntityMention): LabelName => ({ entity: one.entity, label: text.slice(one.start, one.end) });
  if (whole === undefined) return null;
  const name = text.slice(whole.start, whole.end);
  const isMetric = blockView.metrics.some((one) => one.start < whole.end && whole.start < one.end);
  if (isMetric || findMetrics(name, 0, name.length).length > 0) return null;
  // A piece of a longer label (`P/E Ratio`, `Employment Growth`) is not a name.
  if (named === undefined) return name.length >= words.length * 0.7 ? called(whole) : null;
  if (named.kind === 'line' || name.length >= words.length * 0.7) return called(named);
  // `Harbour revenue`: a name, and behind it a metric and nothing else.
  const rest = words.slice(words.indexOf(name) + name.length).trim();
  const metrics = words.startsWith(name) ? findMetrics(rest, 0, rest.length) : [];
  const covered = metrics.reduce((sum, mention) => sum + mention.end - mention.start, 0);
  return covered >= rest.length * 0.6 && covered > 0 ? called(named) : null;
}
