/** The state of the Audit view: the findings with their filter and grouping, the one in focus, and what is being asked. */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { settle, usePlace } from '../../app/state/navigation';
import { isBoolean, usePref } from '../../app/prefs';
import { createStore } from '../../app/state/store';
import { useQuery } from '../../app/calls/use-query';
import type { GridHandle } from '../../kit/grid/handle';
import type { RowSource } from '../../kit/grid/data/source';
import { useVisitTarget } from '../shared/use-visit-target';
import {
  type FindingFilter,
  type FindingNames,
  type FindingRow,
  findingRows,
  findingSource,
  type Grouping,
  isGrouping,
  matchesStatus,
  OPEN_FINDINGS,
} from './findings';

/** What the person is asked a reason for. */
export interface Asking {
  readonly kind: 'dismissed' | 'explained' | 'chosen';
  readonly findings: readonly FindingRecord[];
  /** The words that the reason starts with. */
  readonly start: string;
  /** The value that stands, of several in conflict. */
  readonly stands?: FigureRecord;
}

export interface AuditState {
  /** All of them, whatever the filter. */
  readonly findings: readonly FindingRecord[];
  /** The rows of the list as it is filtered and grouped. */
  readonly shown: readonly FindingRow[];
  readonly source: RowSource<FindingRow>;
  readonly filter: FindingFilter;
  readonly setFilter: (filter: FindingFilter) => void;
  readonly grouping: Grouping;
  readonly setGrouping: (grouping: Grouping) => void;
  readonly overview: boolean;
  readonly setOverview: (shown: boolean) => void;
  readonly current: FindingRecord | null;
  readonly focusRow: (row: FindingRow | null) => void;
  readonly asking: Asking | null;
  readonly setAsking: (asking: Asking | null) => void;
  /** Whether the list of rules is shown, or the finding whose rule is to be switched off. */
  readonly rules: 'all' | FindingRecord | null;
  readonly setRules: (rules: 'all' | FindingRecord | null) => void;
  readonly grid: RefObject<GridHandle<FindingRow> | null>;
}

const NOTHING: readonly FindingRecord[] = [];

/** `list` is undefined until the findings have been read. */
export function useAudit(list: readonly FindingRecord[] | undefined): AuditState {
  const { place, serial } = usePlace('audit');
  const documents = useQuery('document.list', {});
  const [filter, setFilter] = useState<FindingFilter>(OPEN_FINDINGS);
  const [grouping, setGrouping] = usePref<Grouping>('audit.grouping', 'none', isGrouping);
  const [overview, setOverview] = usePref('audit.overview', true, isBoolean);
  const [focused, setFocused] = useState<string | null>(place?.finding ?? null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [rules, setRules] = useState<'all' | FindingRecord | null>(null);
  const grid = useRef<GridHandle<FindingRow>>(null);
  const findings = list ?? NOTHING;
  const names = useFindingNames(findings, documents.data, grouping === 'entity');
  const shown = useMemo(() => findingRows(findings, filter, grouping, names), [findings, filter, grouping, names]);
  const source = useSource(findings, names, filter, grouping);

  const known = (key: string) => findings.find((one) => one.key === key);
  useVisitTarget(place?.finding, serial, known, (finding) => {
    setFocused(finding.key);
    if (!matchesStatus(finding, filter.status)) setFilter({ ...OPEN_FINDINGS, status: 'all' });
    const at = shown.findIndex((row) => row.id === finding.key);
    if (at >= 0) grid.current?.focusIndex(at, 'message');
  });
  const focusRow = (row: FindingRow | null): void => {
    if (row?.kind !== 'finding') return;
    setFocused(row.id);
    settle({ view: 'audit', finding: row.id });
  };
  const current = findings.find(({ key }) => key === focused) ?? null;
  const shownState = { findings, shown, source, current, focusRow, grid };
  const chosen = { filter, setFilter, grouping, setGrouping, overview, setOverview };
  return { ...shownState, ...chosen, asking, setAsking, rules, setRules };
}

/** Another filter or grouping means other rows; other findings under the same filter are read again in place. */
function useSource(
  findings: readonly FindingRecord[],
  names: FindingNames,
  filter: FindingFilter,
  grouping: Grouping,
): RowSource<FindingRow> {
  // Before the grid's own effects, which read the rows again when the findings have changed.
  const [live] = useState(() => createStore({ findings, names }));
  useLayoutEffect(() => live.set({ findings, names }), [live, findings, names]);
  return useMemo(
    () =>
      findingSource((sort) => {
        const now = live.get();
        return findingRows(now.findings, filter, grouping, now.names, sort);
      }),
    [live, filter, grouping],
  );
}

/** Titles of documents and, only where findings are grouped by it, the entity of each claimed figure. */
function useFindingNames(
  findings: readonly FindingRecord[],
  documents: readonly { readonly id: string; readonly title: string }[] | undefined,
  withEntities: boolean,
): FindingNames {
  const claims = withEntities ? [...new Set(findings.flatMap(({ figures }) => figures[0]?.figure ?? []))] : [];
  const asked = claims.length === 0 ? null : { filter: { ids: claims }, sort: [], start: 0, end: claims.length };
  const { data } = useQuery('figure.page', asked);
  return useMemo(() => {
    const titles = new Map(documents?.map(({ id, title }) => [id, title]));
    const entities = new Map(data?.rows.map(({ id, entity }) => [id, entity]));
    return {
      document: (id) => titles.get(id) ?? 'A document',
      entity: ({ figures }) => entities.get(figures[0]?.figure ?? '') ?? '',
    };
  }, [documents, data]);
}
