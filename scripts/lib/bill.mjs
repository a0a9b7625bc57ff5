// What ships: the packages of the lock that are not for development alone, each with its licence, and Electron itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Shipped packages by name and version; `integrity` as in the lock, `path` where an installed one stands. */
export function shippedPackages() {
  const { packages } = read(inRoot('package-lock.json'));
  const shipped = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && (path === 'node_modules/electron' || !(entry.dev || entry.devOptional)),
  );
  const byName = new Map();
  for (const [path, { version, license, integrity }] of shipped) {
    const name = nameOf(path);
    byName.set(`${name}@${version}`, { name, version, licence: license ?? null, integrity, path: inRoot(path) });
  }
  return [...byName.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|mit-license)/i;

/** The words of a package's licence; null where it is not installed here (another platform's) or brings none. */
function licenceText(folder) {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return file === undefined ? null : readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** The licence by name: of the lock, else of the package itself. */
function licenceName({ licence, path }) {
  if (licence !== null) return licence;
  const manifest = `${path}/package.json`;
  const own = existsSync(manifest) ? read(manifest).license : undefined;
  return typeof own === 'string' ? own : null;
}

/** `{ packages: [{ name, version, licence, text }], texts }`; `text` is a place in `texts`, as many share their words. */
export function licenceList() {
  const texts = [];
  const packages = shippedPackages().map((entry) => {
    const words = licenceText(entry.path);
    let text = words === null ? null : texts.indexOf(words);
    if (text === -1) text = texts.push(words) - 1;
    return { name: entry.name, version: entry.version, licence: licenceName(entry), text };
  });
  return { packages, texts };
}

/** A CycloneDX 1.5 bill of materials of what ships. The same lock gives the same bill. */
export function billOfMaterials() {
  const { name, version } = read(inRoot('package.json'));
  const components = shippedPackages().map((entry) => ({
    type: 'library',
    name: entry.name,
    version: entry.version,
    purl: `pkg:npm/${entry.name.replace('@', '%40')}@${entry.version}`,
    licenses: [{ license: { name: licenceName(entry) ?? 'unknown' } }],
    ...(entry.integrity?.startsWith('sha512-')
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(entry.integrity.slice(7), 'base64').toString('hex') }] }
      : {}),
  }));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components,
  };
}
