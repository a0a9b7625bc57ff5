/** The sentences that state a value with its operands, made of the words that are data into patterns. */
import data from '../../../../../resources/audit/spoken.json';
import { longestFirst } from '../../../base/pattern';
import type { AuditFigure } from '../../model/model';

export type Form = string;

export interface Template {
  readonly form: Form;
  readonly pattern: RegExp;
  /** The kinds that its figures have, each as often as it must stand in the sentence. */
  readonly needs: readonly string[];
}

/** A range of money is money too; what a slot takes is said by its letters. */
const LETTERS: ReadonlyMap<AuditFigure['unit'], string> = new Map([
  ['percent', 'P'],
  ['multiple', 'X'],
  ['count', 'C'],
  ['other', 'C'],
  ['years', 'Y'],
]);

/**
 * The letter of a figure in a template: `M` money, `R` a range of money, `P` percent, `X` a multiple, `C` a count, `Y`
 * years; `O` for what no template takes.
 */
export function kindOf(figure: AuditFigure): string {
  const isMoney = figure.unit === 'money' || figure.unit === 'per_share';
  if (isMoney) return figure.low !== null && figure.high !== null && figure.low !== figure.high ? 'R' : 'M';
  return LETTERS.get(figure.unit) ?? 'O';
}

const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries(data.lists).map(([name, words]) => [name, longestFirst(words)]),
);
const GAP = '[^<>.;。；]{0,40}?';
const SLOT = /\{([a-z]):([A-Z#]+)\}/g;

/** A figure stands in the rendered sentence as its kind and number between angle brackets. */
function slot(name: string, kinds: string): string {
  const letters = kinds.replace('#', 'C').replace('M', 'MR');
  const figure = `<[${letters}](?<${name}>\\d+)>`;
  return kinds.includes('#') ? `(?:${figure}|(?<![\\d.,])(?<${name}0>\\d{1,4})(?![\\d.,]\\d))` : figure;
}

function compile(words: string): RegExp {
  const source = words
    .replace(SLOT, (_, name: string, kinds: string) => slot(name, kinds))
    .replace(/<([a-z]+)>(\??)/g, (whole, name: string, optional: string) => {
      const list = LISTS.get(name);
      return list === undefined ? whole : optional ? `(?:(?:${list}) ?)?` : `(?:${list})`;
    })
    .replaceAll('…', GAP)
    .replaceAll(' ', '\\s*');
  return new RegExp(source, 'iu');
}

const slotKindsOf = (words: string): readonly string[] => [...words.matchAll(SLOT)].map(([, , kinds = '']) => kinds);

export const TEMPLATES: readonly Template[] = data.templates.flatMap(({ form, words }) =>
  words.map((one) => ({ form, pattern: compile(one), needs: slotKindsOf(one) })),
);
