/** What the words of a column's head, or of a cell in a column of classes, mean: data, looked up whole. */
import data from '../../../../resources/lexicon/table-columns.json';
import { ASSERTIONS, PROVENANCES, type Assertion, type Provenance } from '../provenance';
import { ROLES, type Role } from './cell';

/** Lower case, with single spaces for what is neither letter nor digit. */
export const wordsKey = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#?%/-]+/gu, ' ')
    .trim();

function index<T extends string>(
  names: readonly T[],
  lists: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const name of names) {
    const words = lists[name];
    if (Array.isArray(words)) for (const word of words) if (!map.has(String(word))) map.set(String(word), name);
  }
  return map;
}

const roles = index<Role>(ROLES, data);
const provenances = index<Provenance>(PROVENANCES, data.provenances);
const assertions = index<Assertion>(ASSERTIONS, data.assertions);
const bases: ReadonlySet<string> = new Set(data.bases);

/**
 * What a column holds by its head, as a whole word or phrase in any of the languages known; null where the words are
 * not known.
 */
export const roleOfHead = (text: string): Role | null =>
  roles.get(wordsKey(text)) ?? roles.get(wordsKey(text.replaceAll('_', ' '))) ?? null;

/** The class that a cell names ("Company filing", "consensus", "I"); null where it names none. */
export const provenanceOf = (text: string): Provenance | null => provenances.get(wordsKey(text)) ?? null;

/** The kind of statement that a cell names ("guidance", "预测"); null where it names none. */
export function assertionOf(text: string): Assertion | null {
  const key = wordsKey(text);
  return assertions.get(key) ?? ASSERTIONS.find((one) => one === key) ?? null;
}

/** Whether the words say by which method a figure is made (`GAAP`, `adjusted`, `YoY`), and nothing else. */
export const isBasis = (text: string): boolean => bases.has(wordsKey(text));

/** `OperatingCashFlow`, `operating_cash_flow`: names of columns as programs write them, in words. */
export const spaced = (label: string): string =>
  /\s/.test(label)
    ? label
    : label.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ').replaceAll('_', ' ');
