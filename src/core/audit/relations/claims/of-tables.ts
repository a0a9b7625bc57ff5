/**
 * What a sentence says of the names of a table: the highest or lowest by a column, its place in it, the only one or all
 * that grew, how many of them. The sentence must name one of them and the column; the table stands in its section.
 */
import type { Sentence } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import type { AuditFigure } from '../../model/model';
import { anyOf, type Claimed, quoted, WORDS } from './claimed';
import { type Entry, isWord, type Listing, listingsOf, signedValue } from './listings';

const MOST = anyOf([...WORDS.most, ...WORDS.dearest, ...WORDS.grows_most], 'giu');
const LEAST = anyOf([...WORDS.least, ...WORDS.cheapest, ...WORDS.grows_least], 'giu');
const BY_GROWTH = anyOf([...WORDS.grows_most, ...WORDS.grows_least], 'iu');
const BY_MULTIPLE = anyOf([...WORDS.dearest, ...WORDS.cheapest], 'iu');
const NO = anyOf([...WORDS.not_a_superlative, ...WORDS.not_of_all], 'iu');
const ONLY = anyOf(WORDS.only_words, 'iu');
const ALL = anyOf(WORDS.all_words, 'iu');
const GREW = anyOf(WORDS.grew, 'iu');
const SHRANK = anyOf(WORDS.shrank, 'iu');
const ALIAS = anyOf(WORDS.subject_alias, 'iu');
const LONGEST = 320;
const NEAR_BLOCKS = 8;

interface TableStatement {
  readonly text: string;
  readonly figures: readonly AuditFigure[];
  readonly listings: readonly Listing[];
}

/** The one name of the list that the sentence gives; null where it gives none or several. */
function namedIn(text: string, entries: readonly Entry[]): Entry | null {
  const named = entries.filter(({ aliases }) => aliases.some((alias) => isWord(text, alias)));
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const own = entries.filter(({ isSubject }) => isSubject);
  return own.length === 1 && ALIAS.test(text) ? (own[0] ?? null) : null;
}

const STOP = new Set(['the', 'of', 'in', 'and', 'to', 'by', 'rate', 'total']);
const wordsOf = (label: string): readonly string[] =>
  label.split(/[\s/]+/).filter((word) => word.length > 1 && !STOP.has(word));

/** The column that the words name: all of its label, the longest where one holds the other. */
function columnsFor(text: string, listings: readonly Listing[]): readonly Listing[] {
  const fits = listings.filter(
    ({ label }) => isWord(text, label) || wordsOf(label).every((word) => isWord(text, word)),
  );
  const longest = Math.max(0, ...fits.map(({ label }) => label.length));
  return fits.filter(({ label }) => label.length === longest && wordsOf(label).length > 0);
}

/** What "largest", "fastest-growing" or "cheapest" is by, where no column is named. */
function impliedFor(word: string, listings: readonly Listing[]): readonly Listing[] {
  const fits = listings.filter(({ entries: [first], isGrowth }) => {
    if (BY_GROWTH.test(word)) return isGrowth;
    if (BY_MULTIPLE.test(word)) return first?.figure.unit === 'multiple';
    return !isGrowth && (first?.figure.unit === 'money' || first?.figure.unit === 'count');
  });
  const isSize = BY_GROWTH.test(word) || BY_MULTIPLE.test(word) || /largest|biggest|smallest|最大|最小/i.test(word);
  return isSize && fits.length === 1 ? fits : [];
}

const claimOf = (word: string, own: Entry, rival: Entry, isMost: boolean): Claimed => ({
  word,
  says: `${rival.name} at ${quoted(rival.figure)} is ${isMost ? 'more' : 'less'} than ${own.name} at ${quoted(own.figure)}`,
  figures: [own.figure, rival.figure],
  spans: [],
  holds: false,
  severity: 'warning',
});

function superlative({ text, figures, listings }: TableStatement): readonly Claimed[] {
  const found = [...text.matchAll(MOST)].map(([word]) => ({ word, isMost: true }));
  const least = [...text.matchAll(LEAST)].map(([word]) => ({ word, isMost: false }));
  const [said, ...more] = [...found, ...least];
  if (!said || more.length > 0 || NO.test(text)) return [];
  const named = columnsFor(text.replace(said.word, ' '), listings);
  const columns = named.length > 0 ? named : impliedFor(said.word, listings);
  const broken = columns.map(({ entries }): readonly [Entry, Entry | null] | null => {
    const own = namedIn(text, entries);
    // A value of its own that the sentence gives is what it ranks.
    const isOther = ({ unit, low }: AuditFigure): boolean => unit === own?.figure.unit && low !== own.figure.low;
    if (!own || figures.some(isOther)) return null;
    const by = (entry: Entry): number => signedValue(entry.figure) * (said.isMost ? 1 : -1);
    const best = entries.reduce((top, entry) => (by(entry) > by(top) ? entry : top));
    return [own, by(best) > by(own) ? best : null];
  });
  const [first] = broken;
  if (!first || broken.some((one) => one === null)) return [];
  const [own, rival] = first;
  if (rival && broken.every((one) => one?.[1])) return [claimOf(said.word, own, rival, said.isMost)];
  if (broken.some((one) => one?.[1])) return [];
  const says = `no other of the list is ${said.isMost ? 'more' : 'less'} than ${own.name} at ${quoted(own.figure)}`;
  return [{ word: said.word, says, figures: [own.figure], spans: [], holds: true, severity: 'warning' }];
}

const RANK =
  /#\s?(\d{1,2})\b(?: (?:of|out of) (\d{1,2}))?|\b(?:ranks?|ranked|comes?|is)\s(?:the\s)?(second|third|fourth|fifth)\b|排名?(第[二三四])/iu;
function rank({ text, listings }: TableStatement): readonly Claimed[] {
  const match = RANK.exec(text);
  if (!match || NO_RANK.test(text)) return [];
  const [word, digits, , latin, han] = match;
  const ranks: Readonly<Record<string, number>> = WORDS.ranks;
  const place = Number(digits ?? ranks[(latin ?? han ?? '').toLowerCase()] ?? 0);
  const [column, ...others] = columnsFor(text, listings);
  const own = column && others.length === 0 ? namedIn(`${text} ${WORDS.subject_alias[0] ?? ''}`, column.entries) : null;
  if (!column || !own || place < 1 || place > column.entries.length) return [];
  const above = column.entries.filter((entry) => signedValue(entry.figure) > signedValue(own.figure));
  const below = column.entries.filter((entry) => signedValue(entry.figure) < signedValue(own.figure));
  const isEither = above.length + 1 === place || below.length + 1 === place;
  const [rival] = above.length >= place ? above : [];
  if (isEither || !rival) return [];
  const says = `${above.length} of the list are above ${own.name} at ${quoted(own.figure)}`;
  return [
    {
      word,
      says,
      figures: [own.figure, ...above.map(({ figure }) => figure).slice(0, 3)],
      spans: [],
      holds: false,
      severity: 'warning',
    },
  ];
}
const NO_RANK = /largest|smallest|biggest|tier|page|figure|table|phase|\bby (?:market|revenue|sales)/i;

const growing = (listings: readonly Listing[]): Listing | null => {
  const fits = listings.filter(({ isGrowth }) => isGrowth);
  return fits.length === 1 ? (fits[0] ?? null) : null;
};

const COUNT = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|[两三四五])';
const SOME = new RegExp(`(?<![\\p{L}\\d.,])${COUNT} (?:out )?of (?:the |its |our )?${COUNT}(?![\\d.,%])`, 'iu');
const counted = (word: string | undefined): number => {
  const counts: Readonly<Record<string, number>> = WORDS.counts;
  return Number(counts[word?.toLowerCase() ?? ''] ?? word);
};

/** "The only one that grew", "all segments grew", "three of the five grew": against a column of growth. */
function directions({ text, listings }: TableStatement): readonly Claimed[] {
  const column = growing(listings);
  const [up, down] = [GREW.test(text), SHRANK.test(text)];
  if (!column || up === down || /%|except|but\b|excluding|other than|除/.test(text)) return [];
  const goes = (entry: Entry): boolean => (up ? signedValue(entry.figure) > 0 : signedValue(entry.figure) < 0);
  const { entries } = column;
  const tell = (word: string, says: string, figures: readonly Entry[]): Claimed => ({
    word,
    says,
    figures: figures.map(({ figure }) => figure),
    spans: [],
    holds: false,
    severity: 'warning',
  });
  const some = SOME.exec(text);
  if (some) {
    const [is, said, whole] = [entries.filter(goes).length, counted(some[1]), counted(some[2])];
    if (whole !== entries.length || is === said || !(said > 0)) return [];
    return [tell(some[0], `${is} of the ${whole} did`, entries.filter(goes))];
  }
  const only = ONLY.exec(text);
  const own = only && namedIn(text, entries);
  if (only && own) {
    const rival = entries.find((entry) => entry !== own && goes(entry));
    return rival ? [tell(only[0], `${rival.name} did so too, ${quoted(rival.figure)}`, [own, rival])] : [];
  }
  const all = ALL.exec(text);
  const odd = entries.find((entry) => !goes(entry));
  const isOfAll = all !== null && OF_ALL.test(text.slice(all.index)) && namedIn(text, entries) === null;
  return isOfAll && odd ? [tell(all[0], `${odd.name} did not, ${quoted(odd.figure)}`, [odd])] : [];
}
const OF_ALL =
  /^(?:all|every|each of the|both)\s(?:of\s)?(?:the\s|its\s|our\s)?(?:\w+\s)?(?:segments?|regions?|divisions?|businesses|units?|geographies|markets|categories|brands)|^(?:全部|所有|均)/iu;

/** A table of the sentence's section, not far from it. */
function near(listings: readonly Listing[], { block }: Sentence): readonly Listing[] {
  return listings.filter(({ table }) => {
    const [first, last] = [table.rows[0]?.block ?? 0, table.rows.at(-1)?.block ?? 0];
    return block > first - NEAR_BLOCKS && block < last + NEAR_BLOCKS;
  });
}

/** What sentences outside tables claim of listings of their own section, with whether it holds. */
export function ofTables(index: DocumentIndex): readonly Claimed[] {
  const listings = listingsOf(index);
  if (listings.length === 0) return [];
  const { blocks, text, sentences, tables } = index.document.layout;
  const bySection = groupBy(listings, ({ table }) => table.section);
  const isCell = new Set(tables.flatMap(({ rows }) => rows.map(({ block }) => block)));
  return sentences.flatMap((sentence): readonly Claimed[] => {
    if (sentence.end - sentence.start > LONGEST) return [];
    const around = bySection.get(blocks[sentence.block]?.section ?? -1);
    const own = !around || isCell.has(sentence.block) ? [] : near(around, sentence);
    if (own.length === 0) return [];
    const words = text.slice(sentence.start, sentence.end).replace(/[*_`]/g, '').toLowerCase();
    const said = { text: words, figures: index.inSentence(sentence.index), listings: own };
    return [...superlative(said), ...rank(said), ...directions(said)];
  });
}
