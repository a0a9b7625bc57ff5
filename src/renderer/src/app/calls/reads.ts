/** Which tables each query reads, so that the cache knows what a commit makes stale. A query without an entry does not compile. */
import type { ChangedEvent, NotebookMessage, NotebookMessages } from '../../../../contract/notebook';

export type Table = ChangedEvent['tables'][number];

/** Queries that do something besides answering, or answer a whole file: they are called, never cached. */
type Uncached =
  | 'log.read'
  | 'work.progress'
  | 'work.stop'
  | 'document.original'
  | 'import.discard'
  | 'import.remap'
  | 'import.whole'
  | 'backup.now';
export type QueryMessage = Exclude<
  { [M in NotebookMessage]: NotebookMessages[M]['kind'] extends 'query' ? M : never }[NotebookMessage],
  Uncached
>;

const FIGURES: readonly Table[] = ['document', 'figure', 'source', 'link', 'finding', 'note'];
const EVERYTHING: readonly Table[] = [...FIGURES, 'annotation', 'structure', 'report', 'view', 'history'];

export const READS: Readonly<Record<QueryMessage, readonly Table[]>> = {
  'notebook.info': EVERYTHING,
  'history.list': ['history'],
  'document.list': FIGURES,
  'document.read': [...FIGURES, 'annotation'],
  'document.pages': ['document'],
  'document.page': ['document'],
  'figure.page': FIGURES,
  'figure.detail': [...FIGURES, 'history'],
  'figure.suggest': FIGURES,
  'figure.support': ['document', 'figure', 'source'],
  'source.list': FIGURES,
  'audit.summary': FIGURES,
  'audit.history': ['figure', 'finding'],
  'finding.list': ['document', 'figure', 'finding'],
  'rule.list': ['finding'],
  'watch.list': ['structure', 'document', 'figure'],
  'structure.list': ['structure', 'document', 'figure'],
  'report.list': ['report'],
  'report.read': ['report'],
  'report.check': ['report', ...FIGURES],
  'report.versions': ['view'],
  'report.compare': ['report', 'view', ...FIGURES],
  'note.list': ['note'],
  'view.list': ['view'],
  'search.query': EVERYTHING,
  // Every commit makes it anew.
  'import.plan': ['history'],
  'backup.list': [],
};
