/** Which findings the audit shows, in what order and under which heads: pure, so that the list can be tested without a grid. */
import { searchForm } from '../../../../core/base/fold';
import { type FindingRecord, FINDING_ANSWERS } from '../../../../contract/records';
import type { GridSort, RowSource } from '../../kit/grid/data/source';
import { SEVERITY_LABEL, STATUS_LABEL } from '../shared/labels';
import { groupBy } from '../../../../core/base/group';
import { SEVERITIES } from '../../../../core/audit/model/model';

export const GROUPINGS = ['none', 'rule', 'section', 'entity', 'document', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const isGrouping = (value: unknown): value is Grouping => GROUPINGS.some((one) => one === value);
export const GROUPING_LABEL: Readonly<Record<Grouping, string>> = {
  none: 'No groups',
  rule: 'By rule',
  section: 'By section',
  entity: 'By entity',
  document: 'By document',
  severity: 'By severity',
};

export interface FindingFilter {
  readonly status: 'open' | 'resolved' | 'all';
  readonly severities: readonly FindingRecord['severity'][];
  readonly rule: string | null;
  /** Words anywhere in message, rule and section. */
  readonly words: string;
}

export const OPEN_FINDINGS: FindingFilter = { status: 'open', severities: [], rule: null, words: '' };

export type FindingRow =
  | { readonly kind: 'head'; readonly id: string; readonly label: string; readonly count: number }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: FindingRecord };

export const rowId = (row: FindingRow): string => row.id;

/** What a finding's places are called: its document's title and the entity of the claimed figure. */
export interface FindingNames {
  readonly document: (id: string) => string;
  readonly entity: (finding: FindingRecord) => string;
}

const RESOLVED: ReadonlySet<FindingRecord['status']> = new Set(FINDING_ANSWERS);

/** Checks that hold are neither open nor resolved: they show where they are asked for. */
export function matchesStatus(finding: FindingRecord, status: FindingFilter['status']): boolean {
  if (status === 'all') return true;
  return status === 'open' ? finding.status === 'open' : RESOLVED.has(finding.status);
}

export function matches(finding: FindingRecord, filter: FindingFilter): boolean {
  const askedForOk = filter.severities.includes('ok') && finding.severity === 'ok';
  if (!askedForOk && !matchesStatus(finding, filter.status)) return false;
  if (filter.severities.length > 0 && !filter.severities.includes(finding.severity)) return false;
  if (filter.rule !== null && finding.rule !== filter.rule) return false;
  const words = searchForm(filter.words.trim());
  if (words === '') return true;
  return [finding.message, finding.rule, finding.title, finding.section ?? ''].some((text) =>
    searchForm(text).includes(words),
  );
}

const rankOf = (finding: FindingRecord) => SEVERITIES.indexOf(finding.severity);
const placeOf = (finding: FindingRecord) => finding.figures[0]?.start ?? finding.spans[0]?.start ?? 0;

type SortKey = (finding: FindingRecord) => string | number;
const SORT_KEYS: Readonly<Record<string, SortKey>> = {
  severity: rankOf,
  rule: ({ rule }) => rule,
  message: ({ message }) => message,
  where: ({ section }) => section ?? '',
  status: ({ status }) => STATUS_LABEL[status],
};

/** Worst first, then in reading order, unless a column is sorted. */
function ordered(findings: readonly FindingRecord[], sort: readonly GridSort[]): readonly FindingRecord[] {
  const keys: readonly { key: SortKey; descending: boolean }[] = [
    ...sort.flatMap(({ column, descending }) => {
      const key = SORT_KEYS[column];
      return key ? [{ key, descending }] : [];
    }),
    { key: rankOf, descending: false },
    { key: ({ document }) => document, descending: false },
    { key: placeOf, descending: false },
  ];
  return [...findings].sort((left, right) => {
    for (const { key, descending } of keys) {
      const order = compare(key(left), key(right));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}

function groupName(finding: FindingRecord, grouping: Grouping, names: FindingNames): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'rule':
      return `${finding.rule} ${finding.title}`;
    case 'section':
      return finding.section ?? 'Outside any section';
    case 'entity':
      return names.entity(finding) || 'Without an entity';
    case 'document':
      return names.document(finding.document);
    case 'severity':
      return SEVERITY_LABEL[finding.severity];
  }
}

/** The rows of the list: filtered, ordered, and with a head before each group where grouped. */
export function findingRows(
  findings: readonly FindingRecord[],
  filter: FindingFilter,
  grouping: Grouping,
  names: FindingNames,
  sort: readonly GridSort[] = [],
): readonly FindingRow[] {
  const shown = ordered(
    findings.filter((finding) => matches(finding, filter)),
    sort,
  );
  const rowOf = (finding: FindingRecord): FindingRow => ({ kind: 'finding', id: finding.key, finding });
  if (grouping === 'none') return shown.map(rowOf);
  const groups = groupBy(shown, (finding) => groupName(finding, grouping, names));
  return [...groups].flatMap(([label, members]): FindingRow[] => [
    { kind: 'head', id: `head ${label}`, label, count: members.length },
    ...members.map(rowOf),
  ]);
}

export function findingSource(rows: (sort: readonly GridSort[]) => readonly FindingRow[]): RowSource<FindingRow> {
  return {
    page: ({ start, end, sort }) => {
      const all = rows(sort);
      return Promise.resolve({ rows: all.slice(start, end), total: all.length });
    },
    byIds: (ids) => {
      const wanted = new Set(ids);
      return Promise.resolve(rows([]).filter((row) => wanted.has(row.id)));
    },
  };
}

/** The index of the next finding from `from` in the direction, heads skipped; `from` itself where there is none. */
export function nextFinding(rows: readonly FindingRow[], from: number | null, by: 1 | -1): number | null {
  const start = from === null ? (by === 1 ? 0 : rows.length - 1) : from + by;
  for (let at = start; at >= 0 && at < rows.length; at += by) if (rows[at]?.kind === 'finding') return at;
  return from;
}
