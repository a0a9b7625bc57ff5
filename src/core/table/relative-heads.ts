/** Heads that name a period only together with the day or year in a statement's caption: `期末数`, `上期金额`, `Prior year`. */
import { shiftYears } from '../figure/period/period-names';
import { readPeriod } from '../figure/cell/period-cell';

const NOW =
  /^(?:期末(?:数|余额|金额)?|本期(?:数|金额|发生额)?|本年(?:数|金额|累计(?:数|金额)?|发生额)?|本月(?:数|金额)?|(?:current|this) (?:year|period))$/i;
/** At the end of the year before. */
const OPENING = /^(?:年初(?:数|余额|金额)?|期初(?:数|余额|金额)?|上年(?:年)?末(?:数|余额|金额)?)$/;
/** The same time a year before. */
const BEFORE =
  /^(?:上期(?:数|金额|发生额)?|上年(?:同期)?(?:数|金额|累计(?:数|金额)?|发生额)?|(?:prior|previous|last) year)$/i;

/** The period that a caption states whole: `2024年12月31日`, `2024年度`, `As at 30 June 2025`; null where none does. */
export function statedPeriod(captions: readonly string[]): string | null {
  for (const caption of captions) {
    const text = caption
      .trim()
      .replace(/^(?:as (?:of|at)|for the (?:year|period) ended|at|报告期[:：]|日期[:：])\s*/i, '');
    const period = readPeriod(text.replace(/(?<=\d)\s?年度$/, '年'))?.period ?? null;
    if (period !== null) return period;
  }
  return null;
}

/** What `head` means where the table is of the period `stated`; null where it is no such head. */
export function relativePeriod(head: string, stated: string | null): string | null {
  if (stated === null) return null;
  const words = head.trim().replace(/\s*[（(].*$/u, '');
  if (NOW.test(words)) return stated;
  if (BEFORE.test(words)) return shiftYears(stated, -1);
  if (!OPENING.test(words)) return null;
  const year = /^(?:FY)?(\d{4})/.exec(stated)?.[1];
  return year === undefined ? null : `${Number(year) - 1}-12-31`;
}
