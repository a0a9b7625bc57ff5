/** The method table: every message of the contract with the use case that answers it. */
import type { NotebookHandlers } from './context/context';
import { annotations } from './features/annotations';
import { auditFeature } from './features/audit';
import { backupFeature } from './features/backups';
import { documents } from './features/documents';
import { figures } from './features/figures';
import { figureDetail } from './features/figure-detail';
import { historyFeature } from './features/history';
import { importFeature } from './features/imports';
import { info } from './features/info';
import { links } from './features/links';
import { notes } from './features/notes';
import { reportVersions } from './features/report-versions';
import { reports } from './features/reports';
import { searchFeature } from './features/search';
import { sources } from './features/sources';
import { structure } from './features/structure';
import { support } from './features/support';
import { views } from './features/views';
import { watch } from './features/watch';
import { work } from './features/work';

export const handlers: NotebookHandlers = {
  ...info,
  ...historyFeature,
  ...documents,
  ...figures,
  ...figureDetail,
  ...sources,
  ...links,
  ...support,
  ...annotations,
  ...auditFeature,
  ...structure,
  ...watch,
  ...reports,
  ...reportVersions,
  ...notes,
  ...views,
  ...searchFeature,
  ...importFeature,
  ...backupFeature,
  ...work,
};
