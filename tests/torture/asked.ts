/** What a window asks of a notebook when it opens it and goes through its views. */
import type { NotebookMessage } from '../../src/contract/notebook';

export const ASKED: readonly (readonly [NotebookMessage, object])[] = [
  ['notebook.info', {}],
  ['document.list', {}],
  ['figure.page', { filter: {}, sort: [], start: 0, end: 100 }],
  ['source.list', {}],
  ['finding.list', { includeOk: true }],
  ['structure.list', {}],
  ['report.list', {}],
  ['note.list', {}],
  ['view.list', { place: 'figures' }],
  ['search.query', { text: 'Revenue', limit: 20 }],
  ['history.list', { limit: 100 }],
  ['audit.summary', {}],
  ['audit.run', {}],
];
