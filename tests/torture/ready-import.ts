/** Where a document that was read already lies beside a notebook, so that what is killed again and again loads no parser. */
import { dirname, join } from 'node:path';

export const readyImport = (notebook: string): string => join(dirname(notebook), 'import.v8');
