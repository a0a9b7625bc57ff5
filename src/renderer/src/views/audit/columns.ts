/** The columns of the findings list. */
import { element } from '../../kit/dom';
import type { GridColumn } from '../../kit/grid/data/column';
import { SEVERITY_LABEL, STATUS_LABEL } from '../shared/labels';
import type { FindingRow } from './findings';

export type FindingColumn = GridColumn<FindingRow, Record<string, never>>;

const textOf = (row: FindingRow, read: (finding: Extract<FindingRow, { kind: 'finding' }>['finding']) => string) =>
  row.kind === 'finding' ? read(row.finding) : '';

export const FINDING_COLUMNS: readonly FindingColumn[] = [
  {
    id: 'severity',
    title: 'Severity',
    width: 92,
    filterable: false,
    text: (row) => textOf(row, ({ severity }) => SEVERITY_LABEL[severity]),
    draw: (row) => {
      if (row.kind === 'head') return element('span', '');
      const { severity } = row.finding;
      const dot = element('span', `severity severity-${severity}`, [], { 'aria-hidden': 'true' });
      return element('span', 'finding-severity', [dot, SEVERITY_LABEL[severity]]);
    },
    opens: true,
  },
  {
    id: 'rule',
    title: 'Rule',
    width: 186,
    filterable: false,
    text: (row) => textOf(row, ({ rule, title }) => `${rule} ${title}`),
    tip: (row) => textOf(row, ({ rule, title }) => `${rule} ${title}`),
    draw: (row) => {
      if (row.kind === 'head') return element('span', '');
      return element('span', 'grid-text', [element('b', 'finding-rule', [row.finding.rule]), ` ${row.finding.title}`]);
    },
    opens: true,
  },
  {
    id: 'message',
    title: 'Finding',
    width: 240,
    flex: 1,
    filterable: false,
    text: (row) => textOf(row, ({ message }) => message),
    tip: (row) => textOf(row, ({ message }) => message),
    opens: true,
  },
  {
    id: 'where',
    title: 'Where',
    width: 116,
    filterable: false,
    text: (row) => textOf(row, ({ section }) => section ?? 'Whole document'),
    tip: (row) => textOf(row, ({ section }) => section ?? 'Whole document'),
    opens: true,
  },
  {
    id: 'status',
    title: 'Status',
    width: 88,
    filterable: false,
    text: (row) => textOf(row, ({ status }) => STATUS_LABEL[status]),
    tip: (row) => textOf(row, ({ reason }) => reason) || null,
    draw: (row) => {
      if (row.kind === 'head') return element('span', '');
      const { status } = row.finding;
      return element('span', `grid-text finding-${status}`, [STATUS_LABEL[status]]);
    },
    opens: true,
  },
];

/** The head of a group, over the whole width. */
export function drawHead(row: FindingRow): HTMLElement | null {
  if (row.kind !== 'head') return null;
  return element('div', 'grid-group', [row.label, element('span', 'dim', [String(row.count)])]);
}
