/** Labels that name money by their words alone: sales, tax and costs are amounts of money, whether or not a currency is said. */
import data from '../../../../resources/lexicon/money-names.json';

const last: ReadonlySet<string> = new Set(data.last);
const first: ReadonlySet<string> = new Set(data.first);
const not: ReadonlySet<string> = new Set(data.not);
const CHINESE = data.last.filter((word) => /\p{Script=Han}/u.test(word));
const LONGEST = 120;

const wordsOf = (label: string): string[] =>
  label
    .slice(0, LONGEST)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%']+/u)
    .filter((word) => word !== '');

/** `Sales volume`, `Inventory days`: a word of the label says that it is no amount of money. */
export const namesNoMoney = (label: string): boolean => wordsOf(label).some((word) => not.has(word));

/** `NetSales`, `Other income`, `cost_of_goods`, `Profit for the year`, `营业收入`. */
export function namesMoney(label: string): boolean {
  const words = wordsOf(label);
  if (words.some((word) => not.has(word))) return false;
  // `Operating cash flow`: the last two words are one name.
  if (
    last.has(words.at(-1) ?? '') ||
    last.has(words.slice(-2).join(' ')) ||
    (words.length > 1 && first.has(words[0] ?? ''))
  )
    return true;
  return CHINESE.some((word) => label.slice(0, LONGEST).trim().endsWith(word));
}
