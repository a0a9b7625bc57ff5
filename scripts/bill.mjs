// `npm run bill`: writes what ships, for people (resources/licences.json, shown in Help) and for programs (docs/bill.cdx.json).
import { writeFile } from 'node:fs/promises';
import { billOfMaterials, licenceList } from './lib/bill.mjs';
import { main, say } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';

await main(async () => {
  const list = licenceList();
  await writeFile(inRoot('resources/licences.json'), `${JSON.stringify(list)}\n`);
  await writeFile(inRoot('docs/bill.cdx.json'), `${JSON.stringify(billOfMaterials(), null, 1)}\n`);
  say(`${list.packages.length} packages, ${list.texts.length} different licence texts`);
  return 0;
});
