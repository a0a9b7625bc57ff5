/** How the parts of an Office file refer to each other and to what lies outside it. */
import { attribute, readXml } from './xml';
import type { Zip } from './zip';

export interface Relation {
  readonly type: string;
  /** The name of a part, or the address outside where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** Where a part's relations lead; those of the package itself for the empty name. */
export function relationsOf(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (bytes === null) return relations;
  readXml(bytes, {
    open: (name, attributes) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(attributes, key));
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const external = attribute(attributes, 'TargetMode') === 'External';
      relations.set(id, { type, target: external ? target : resolvePart(target, folder), external });
    },
  });
  return relations;
}

/** `../x`, `/xl/x` and `x` as names of entries; what leads out of the file leads nowhere. */
function resolvePart(target: string, folder: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}
