/** Which figures the grid shows: what the person picked from chips and lists, as data, and as the notebook's filter. Pure. */
import { z } from 'zod';
import type { FigureFilter } from '../../../../../contract/notebook';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../../core/figure/provenance';
import type { RowSource } from '../../../kit/grid/data/source';
import type { FigureRecord } from '../../../../../contract/records';
import { isSortedColumn, type SortedColumn } from '../../../../../core/figure/columns';

export const scopeSchema = z.object({
  document: z.string().nullable(),
  section: z.object({ index: z.number(), title: z.string() }).nullable(),
  classes: z.array(z.enum(PROVENANCES)),
  entity: z.string().nullable(),
  source: z.string().nullable(),
  untied: z.boolean(),
  withoutCitation: z.boolean(),
  disputed: z.boolean(),
  /** A list of figures asked for from elsewhere: those resting on an undisclosed metric, like figures of an offer. */
  ids: z.object({ label: z.string(), list: z.array(z.string()) }).nullable(),
  quick: z.string(),
});
export type Scope = z.infer<typeof scopeSchema>;

export const EVERYTHING: Scope = {
  document: null,
  section: null,
  classes: [],
  entity: null,
  source: null,
  untied: false,
  withoutCitation: false,
  disputed: false,
  ids: null,
  quick: '',
};

export const isEverything = (scope: Scope): boolean => JSON.stringify(scope) === JSON.stringify(EVERYTHING);

/** The notebook's filter for a scope: only what is picked is named. */
export function filterOf(scope: Scope): FigureFilter {
  return {
    ...(scope.document === null ? {} : { document: scope.document }),
    ...(scope.section === null || scope.document === null ? {} : { section: scope.section.index }),
    ...(scope.classes.length === 0 ? {} : { provenance: scope.classes }),
    ...(scope.entity === null ? {} : { entity: scope.entity }),
    ...(scope.source === null ? {} : { source: scope.source }),
    ...(scope.untied ? { tiedOut: false } : {}),
    ...(scope.withoutCitation ? { withoutCitation: true } : {}),
    ...(scope.disputed ? { review: ['disputed' as const] } : {}),
    ...(scope.ids === null ? {} : { ids: scope.ids.list }),
    ...(scope.quick.trim() === '' ? {} : { quick: scope.quick.trim() }),
  };
}

export interface ScopeChip {
  readonly key: string;
  readonly label: string;
  /** The scope without the restriction of this chip. */
  readonly without: Scope;
}

export interface Names {
  readonly document: (id: string) => string;
  readonly source: (id: string) => string;
}

/** One chip for everything picked besides the quick filter, which has its own box. */
export function chipsOf(scope: Scope, names: Names): readonly ScopeChip[] {
  const chips: ScopeChip[] = [];
  const add = (key: string, label: string, without: Scope) => chips.push({ key, label, without });
  if (scope.document !== null) {
    add('document', names.document(scope.document), { ...scope, document: null, section: null });
  }
  if (scope.section !== null) add('section', scope.section.title, { ...scope, section: null });
  for (const one of scope.classes) {
    add(one, PROVENANCE_LABEL[one], { ...scope, classes: scope.classes.filter((other) => other !== one) });
  }
  if (scope.entity !== null) add('entity', scope.entity, { ...scope, entity: null });
  if (scope.source !== null) add('source', `Rests on ${names.source(scope.source)}`, { ...scope, source: null });
  if (scope.ids !== null) add('ids', scope.ids.label, { ...scope, ids: null });
  return chips;
}

/** What the grid needs of the contract, so that it can be tested without a window. */
type Ask = (request: {
  filter: FigureFilter;
  sort: { column: SortedColumn; descending: boolean }[];
  start: number;
  end: number;
}) => Promise<{ rows: FigureRecord[]; total: number }>;

/** The figures of a scope as pages for the grid, sorted and filtered by the notebook. */
export function figureSource(scope: Scope, ask: Ask): RowSource<FigureRecord> {
  const base = filterOf(scope);
  return {
    page: ({ start, end, sort, columns }) =>
      ask({
        filter: Object.keys(columns).length === 0 ? base : { ...base, columns: { ...columns } },
        sort: sort.flatMap(({ column, descending }) => (isSortedColumn(column) ? [{ column, descending }] : [])),
        start,
        end,
      }),
    byIds: async (ids) => {
      const parts = Array.from({ length: Math.ceil(ids.length / IDS_A_QUERY) }, (_, at) =>
        ids.slice(at * IDS_A_QUERY, (at + 1) * IDS_A_QUERY),
      );
      const answers = await Promise.all(
        parts.map((part) => ask({ filter: { ids: part }, sort: [], start: 0, end: part.length })),
      );
      return answers.flatMap(({ rows }) => rows);
    },
  };
}

/** The contract takes 10,000 ids at once; smaller queries keep the notebook answering others in between. */
const IDS_A_QUERY = 2000;
