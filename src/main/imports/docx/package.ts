/** Finds the parts of a Word document by the relations between them, as the format asks, not by their usual names. */
import { TieoutError } from '../../../contract/errors';
import { type Relation, relationsOf } from '../archive/relations';
import { openZip, type Zip } from '../archive/zip';

export interface Package {
  readonly zip: Zip;
  readonly main: string;
  /** Of the main part, by id. */
  readonly relations: ReadonlyMap<string, Relation>;
  /** The part of this kind (`styles`, `footnotes`) that the main part refers to, unpacked; null where there is none. */
  readonly part: (kind: string) => Uint8Array | null;
}

const USUAL = /^word\/document\d*\.xml$/i;

/** Throws `E_DAMAGED` where the file has no main part. */
export function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  if (main === null || !zip.names.includes(main)) {
    throw new TieoutError('E_DAMAGED', 'The document has no text part: open it in a word processor and save it again.');
  }
  const relations = relationsOf(zip, main);
  const part = (kind: string): Uint8Array | null => {
    const found = [...relations.values()].find(({ type, external }) => !external && type.endsWith(`/${kind}`));
    return found === undefined ? null : zip.read(found.target);
  };
  return { zip, main, relations, part };
}

function mainPart(zip: Zip): string | null {
  const root = [...relationsOf(zip, '').values()].find(({ type }) => type.endsWith('/officeDocument'));
  return root?.target ?? zip.names.find((name) => USUAL.test(name)) ?? null;
}
