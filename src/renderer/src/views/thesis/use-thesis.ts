/** What the Thesis view shows: the items of the chosen document by type, with the figures and readings they stand on. */
import { useMemo } from 'react';
import type { TieoutError } from '../../../../contract/errors';
import type { DocumentSummary } from '../../../../contract/records';
import { isString, usePref } from '../../app/prefs';
import { useQuery } from '../../app/calls/use-query';
import { type ByType, byType, chosenDocument, EVERY, ofDocument } from './items/model';
import { type ThesisActions, useThesisActions } from './items/thesis-actions';

export interface Thesis {
  /** Those whose thesis can be shown: a newer version stands for the older ones. */
  readonly documents: readonly DocumentSummary[];
  /** Id of the chosen one, or `EVERY`. */
  readonly document: string;
  readonly choose: (document: string) => void;
  readonly items: ByType;
  readonly actions: ThesisActions;
  readonly ready: boolean;
  readonly error: TieoutError | null;
}

export function useThesis(): Thesis {
  const [chosen, choose] = usePref('thesis.document', '', isString);
  const listed = useQuery('document.list', {});
  const documents = useMemo(
    () => (listed.data ?? []).filter(({ supersededBy }) => supersededBy === null),
    [listed.data],
  );
  const list = useQuery('structure.list', {});
  const document = chosenDocument(chosen, documents, list.data ?? []);
  const items = useMemo(() => byType(ofDocument(list.data ?? [], document)), [list.data, document]);
  const { data: watch } = useQuery('watch.list', {});
  const ids = useMemo(
    () => [
      ...new Set([
        ...(list.data ?? []).flatMap(({ figures }) => figures),
        ...(watch ?? []).flatMap(({ readings }) => readings.map(({ figure }) => figure)),
      ]),
    ],
    [list.data, watch],
  );
  const figures = useQuery(
    'figure.page',
    ids.length === 0 ? null : { filter: { ids }, sort: [], start: 0, end: ids.length },
  );
  const actions = useThesisActions(figures.data?.rows, document === EVERY ? null : document, watch);
  const ready = list.data !== undefined && listed.data !== undefined;
  return { documents, document, choose, items, actions, ready, error: list.error };
}
