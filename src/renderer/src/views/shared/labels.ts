/** The labels of the contract's values, one table each. A missing one does not compile. */
import type { FindingRecord, SearchHit } from '../../../../contract/records';

export const SEVERITY_LABEL: Readonly<Record<FindingRecord['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  ok: 'OK',
};

export const STATUS_LABEL: Readonly<Record<FindingRecord['status'], string>> = {
  open: 'Open',
  accepted: 'Accepted',
  dismissed: 'Dismissed',
  explained: 'Explained',
  holds: 'Holds',
};

export const SEARCH_KIND_LABEL: Readonly<Record<SearchHit['kind'], string>> = {
  figure: 'Figures',
  source: 'Sources',
  document: 'Documents',
  passage: 'Passages',
  note: 'Notes',
  annotation: 'Annotations',
  finding: 'Findings',
  structure: 'Thesis',
  report: 'Reports',
};
