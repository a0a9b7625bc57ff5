// `npm run screenshots`: takes the pictures of README and guide from the sample notebook.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { main, say, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { PICTURES } from './lib/pictures.mjs';
import { attach } from './lib/run.mjs';
import { hasDisplay, underDisplay } from './lib/system.mjs';
import { sampleNotebook, takePictures } from './tour.mjs';

await main(async () => {
  await bootstrap();
  await ensureBuilt();
  if (!hasDisplay()) return attach(...underDisplay(process.execPath, [import.meta.filename]));
  const scratch = await mkdtemp(join(tmpdir(), 'tieout-pictures-'));
  try {
    const notebook = await sampleNotebook(join(scratch, 'profile'));
    for (const [theme, views] of Object.entries(PICTURES)) {
      const work = () => takePictures({ notebook, theme, views, folder: inRoot('docs/images') });
      for (const file of await step(`taking pictures, ${theme}`, work)) say(`  ${file}`);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return 0;
});
