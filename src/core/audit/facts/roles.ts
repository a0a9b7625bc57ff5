/** Which part in an identity a figure may play, by the words that name it. */
import data from '../../../../resources/audit/roles.json';
import type { AuditFigure } from '../model/model';
import { bare, type Labels } from './labels';
import { longestFirst } from '../../base/pattern';

export type Role = keyof typeof data.roles;

interface RoleData {
  readonly units: readonly string[];
  readonly metrics: readonly string[];
  readonly words: readonly string[];
}

const ROLES: ReadonlyMap<string, RoleData> = new Map(Object.entries(data.roles));
/** "Book value" is the company's or a share's: the unit decides; the role of fewer units is tried first. */
const BY_WORD: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  const narrowFirst = [...ROLES].toSorted(([, a], [, b]) => a.units.length - b.units.length);
  for (const [role, { words }] of narrowFirst)
    for (const word of words) found.set(word, [...(found.get(word) ?? []), role]);
  return found;
})();
const ANY = longestFirst([...BY_WORD.keys()]);
const FILLER =
  '(?:of|is|was|at|are|were|to|came|totaled|totalled|stood|reached|about|around|approximately|roughly|nearly|only|just|stands|currently|per share|for|in|ratio)';
/** The name last before the figure, with nothing but filler words, a remark or a year between. */
const LEADS = new RegExp(
  `(?:^|[^\\p{L}/]|(?<=年|季度|月|当前|當前|目前|最新))(${ANY})(?:\\s*\\([^()]{0,30}\\))?[\\s:：=~≈(]*(?:${FILLER}\\b[\\s:~≈(]*){0,3}(?:(?:fy|cy)?(?:19|20)\\d\\d[ae]?[\\s:]*)?$`,
  'u',
);
const ATTRIBUTE =
  '(?:in|of|forward|fwd|trailing|ttm|ltm|ntm|adjusted|adj\\.?|gaap|net|annual|annualized|diluted|total|consensus|(?:fy|cy)?(?:19|20)?\\d\\d[ae]?)';
const TAILS = new RegExp(
  `^[\\s)(]*(?:${ATTRIBUTE}\\s+){0,3}(${ANY})(?![\\p{L}/-])(?!\\s*(?:growth|margin|target|multiple expansion|per\\b|each|of\\b|at\\b))`,
  'u',
);

/** Whether a plain name (lower case), in the singular or plural, is that of a role. */
export const isRoleWord = (name: string): boolean => BY_WORD.has(name) || BY_WORD.has(name.replace(/s$/, ''));

const fits = (roles: readonly string[] | undefined, figure: AuditFigure): string | null =>
  roles?.find((role) => ROLES.get(role)?.units.includes(figure.unit)) ?? null;

/** How surely: a label is a row, a column or words before a colon; `near` are words beside it; `read` is the reader's metric. */
export interface Part {
  readonly role: string;
  readonly by: 'row' | 'head' | 'lead' | 'tail' | 'read';
}

const QUALIFIERS =
  /\b(?:trailing|forward|fwd|ttm|ltm|ntm|diluted|adjusted|adj\.?|gaap|non-gaap|annual|annualized|consensus|estimated|est\.?|implied|less:?|minus:?|plus:?|total)\s+|^[减減加][：:]\s*/g;
const labelRole = (label: string, figure: AuditFigure): string | null => {
  const name = bare(label);
  return fits(BY_WORD.get(name), figure) ?? fits(BY_WORD.get(name.replace(QUALIFIERS, '').trim()), figure);
};

/** A rate of growth that goes into a value as it stands. */
const RATES_OF_GROWTH = new Set(['terminal_growth']);

/**
 * The role of a figure and what gave it: row, column head, the words before or behind, or the lexicon's reading. Null
 * where nothing names one, for absolute changes, and for growth rates of roles that have none.
 */
export function partOf(figure: AuditFigure, labels: Labels): Part | null {
  const part = figure.kind === 'delta' ? null : namedPart(figure, labels);
  return part && (figure.kind !== 'growth' || RATES_OF_GROWTH.has(part.role)) ? part : null;
}

function namedPart(figure: AuditFigure, { lead, tail, row, head }: Labels): Part | null {
  if (figure.cell) {
    const inCell =
      fits(BY_WORD.get(LEADS.exec(lead)?.[1] ?? ''), figure) ??
      (lead === '' ? null : fits(BY_WORD.get(TAILS.exec(tail)?.[1] ?? ''), figure));
    if (inCell) return { role: inCell, by: 'lead' };
    if (lead !== '') return null;
    const byRow = labelRole(row, figure);
    if (byRow) return { role: byRow, by: 'row' };
    const byHead = labelRole(head, figure);
    return byHead ? { role: byHead, by: 'head' } : null;
  }
  const led = fits(BY_WORD.get(LEADS.exec(lead)?.[1] ?? ''), figure);
  if (led) return { role: led, by: 'lead' };
  const trailed = fits(BY_WORD.get(TAILS.exec(tail)?.[1] ?? ''), figure);
  return trailed ? { role: trailed, by: 'tail' } : null;
}
