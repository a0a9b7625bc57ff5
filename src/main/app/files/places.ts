/** Paths of the built parts and of the resources. */
import { join } from 'node:path';

export interface Places {
  readonly preload: string;
  readonly renderer: string;
  readonly notebookProcess: string;
  readonly importProcess: string;
  readonly typesetProcess: string;
  readonly samples: string;
  readonly icon: string;
}

/** `built` is the folder of the built main entry, `resources` the one that ships beside the code. */
export function placesFrom(built: string, resources: string): Places {
  return {
    preload: join(built, '../preload/index.cjs'),
    renderer: join(built, '../renderer'),
    notebookProcess: join(built, 'notebook-process.js'),
    importProcess: join(built, 'import-process.js'),
    typesetProcess: join(built, 'typeset-process.js'),
    samples: join(resources, 'samples'),
    icon: join(resources, 'icons/tieout.png'),
  };
}
