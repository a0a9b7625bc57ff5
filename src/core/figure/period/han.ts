/** Chinese names of periods: 2026年第三季度, 上半年, 去年同期. */
import { dateResolver, type ReadDate } from './dates';
import { defaultYear, type Hit, named as nameOf, ORDINALS, printedYear, quarterPeriod, spanOf, YEAR } from './hit';
import { relative } from './relative';

/** "30年期", "20年国债", "15年来": how long, not when. */
const NO_YEAR = '(?!\\s?年(?:期|国债|國債|债|債|美债|美債|间|間|来|來))';

const HAN = new RegExp(
  `(?:(${YEAR}|\\d{2})\\s?(?:财年|財年|年))?(?:度)?第?([一二三四1-4])季度|(${YEAR}|\\d{2}${NO_YEAR})\\s?(?:财年|財年|年)(?:度?全年|(上半年|下半年)|(\\d{1,2})\\s?月(?:(\\d{1,2})\\s?[日号])?)?|(上半年|下半年)|(去年同期|上年同期)|(去年|上年)|(今年|全年)|(上季度|上个季度)|(${YEAR})\\s?(?:全年|(上半年|下半年))`,
  'g',
);

/**
 * Adds the periods that are written in Chinese to `hits`, with offsets into `text`. A two-digit year counts from 16 on,
 * so that 12年 stays a length of time.
 */
export function chinese(text: string, hits: Hit[]): void {
  let named: { readonly end: number; readonly year: number } | null = null;
  for (const m of text.matchAll(HAN)) {
    const span = spanOf(m);
    const printed = printedYear(m[1], m[3], m[12]);
    const year = printed ?? (m[10] === '全年' && named && isNear(text, named.end, span.start) ? named.year : null);
    const explicit = year !== null;
    if (printed !== null) named = { end: span.end, year: printed };
    if (m[2] !== undefined) {
      if (/[一-鿿]/.test(m[2]) || explicit || m[0].startsWith('第'))
        hits.push({
          ...span,
          kind: 'quarter',
          explicit,
          rule: 'quarter',
          resolve: quarterPeriod(year, ORDINALS.get(m[2]) ?? 1, null),
        });
      continue;
    }
    if (m[3] !== undefined && m[3].length === 2 && Number(m[3]) < 16) continue;
    hits.push({ ...span, explicit, ...hanKind(m, year) });
  }
}

const FURTHEST_YEAR = 10;

/** "2025年，公司全年": the whole year is the one that the clause opened with. */
const isNear = (text: string, from: number, to: number): boolean =>
  to - from <= FURTHEST_YEAR && !/[。；;\d\n]/u.test(text.slice(from, to));

function hanKind(m: RegExpMatchArray, year: number | null): Pick<Hit, 'kind' | 'rule' | 'resolve'> {
  const half = m[4] ?? m[7] ?? m[13];
  if (half)
    return {
      kind: 'half',
      rule: 'half',
      resolve: (context) => nameOf(year ?? defaultYear(context), (y) => `${y}H${half === '上半年' ? 1 : 2}`),
    };
  if (m[5]) {
    const date: ReadDate = { year, month: Number(m[5]), day: m[6] ? Number(m[6]) : null };
    return { kind: m[6] ? 'date' : 'month', rule: 'date', resolve: dateResolver(date) };
  }
  if (m[8])
    return {
      kind: 'relative',
      rule: 'relative',
      resolve: (context, base) => relative('prior-year period', context, base ?? null),
    };
  if (m[9])
    return {
      kind: 'relative',
      rule: 'relative',
      resolve: (context, base) => relative('last year', context, base ?? null),
    };
  if (m[11])
    return { kind: 'relative', rule: 'relative', resolve: (context) => relative('last quarter', context, null) };
  return { kind: 'year', rule: 'year', resolve: (context) => nameOf(year ?? defaultYear(context), (y) => `FY${y}`) };
}
