/** Tables as lists of names with values: what sentences rank and count. */
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import { Scopes } from '../../facts/fact-index';
import type { AuditFigure } from '../../model/model';
import { latticesOf } from '../labelled/lattice';
import { anyOf, WORDS } from './claimed';
import { isPoint } from '../../arithmetic/one-kind';

export interface Entry {
  readonly name: string;
  /** Other ways to write it: without its remark, the ticker in its remark. */
  readonly aliases: readonly string[];
  readonly figure: AuditFigure;
  readonly isSubject: boolean;
}

/** What one row or column says of each of the others. */
export interface Listing {
  readonly table: Table;
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly isGrowth: boolean;
}

const NO_RIVAL = anyOf(WORDS.no_rivals, 'iu');
const PERIOD =
  /^(?:fy|cy)?['’]?(?:19|20)?\d\d[ae]?$|\bq[1-4]\b|[1-4]q|\bh[12]\b|(?:19|20)\d\d|month|week|year|quarter|季|年|月/i;
const FEWEST = 3;
const MOST = 40;
const SHORTEST = 2;

const aliasesOf = (label: string): readonly string[] => {
  const inside = /[(（]([^()（）]{2,30})[)）]/.exec(label)?.[1]?.trim();
  const outside = label.replace(/[(（].*$/, '').trim();
  return [...new Set([label, outside, inside ?? ''])].filter(
    (name) => name.length >= SHORTEST && /\p{L}{2}/u.test(name),
  );
};

/** Whether the text says the name as a word of its own; Chinese ones anywhere, since nothing separates them. */
export function isWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
  return (
    /\p{Script=Han}/u.test(name) || (!/[\p{Script=Latin}\d]/u.test(before) && !/[\p{Script=Latin}\d]/u.test(after))
  );
}

/** Without its remark, its years and its unit: "Revenue ($M, FY26E)" is "revenue". */
export const nameOf = (label: string): string =>
  label
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(/\b(?:fy|cy)?['’]?(?:19|20)\d\d[ae]?\b|\bttm\b|\bltm\b|\bntm\b|[%$€£]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const listingsIn = (index: DocumentIndex, scopes: Scopes, table: Table): readonly Listing[] =>
  (latticesOf(index, table) ?? []).flatMap(({ lines, heads }) =>
    lines.flatMap((line): readonly Listing[] => {
      const entries = [...line.cells].flatMap(([place, { figure }]): readonly Entry[] => {
        const name = heads.get(place) ?? '';
        if (name === '' || !isPoint(figure) || NO_RIVAL.test(name) || PERIOD.test(name)) return [];
        return [{ name, aliases: aliasesOf(name), figure, isSubject: scopes.isSubject(name) }];
      });
      const [first] = entries;
      const same = entries.filter(({ figure }) => first && figure.unit === first.figure.unit);
      const isList = same.length >= FEWEST && same.length <= MOST && same.length === entries.length;
      const isGrowth = same.every(({ figure }) => figure.kind === 'growth' || figure.kind === 'delta');
      const label = nameOf(line.label);
      return isList && label !== '' && !PERIOD.test(label) ? [{ table, label, entries: same, isGrowth }] : [];
    }),
  );

/** A listing for each row or column that says one thing of at least three names, in the order of the tables. */
export function listingsOf(index: DocumentIndex): readonly Listing[] {
  const scopes = new Scopes(index);
  return index.document.layout.tables.flatMap((table) => listingsIn(index, scopes, table));
}

/**
 * The value in base units, negative where the figure goes down; NaN and 0 are not told apart from an open bound, so ask
 * points only.
 */
export const signedValue = ({ low, direction }: AuditFigure): number =>
  direction === 'down' ? -Math.abs(Number(low)) : Number(low);
