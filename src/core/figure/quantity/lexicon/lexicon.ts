/** The lexicons of numbers, units and currencies, read once from their data files and indexed for the scanner. */
import currencyData from '../../../../../resources/lexicon/currencies.json';
import levelData from '../../../../../resources/lexicon/levels.json';
import nameData from '../../../../../resources/lexicon/names.json';
import notFigureData from '../../../../../resources/lexicon/not-figures.json';
import wordData from '../../../../../resources/lexicon/number-words.json';
import qualifierData from '../../../../../resources/lexicon/qualifiers.json';
import unitData from '../../../../../resources/lexicon/units.json';
import { isHan } from './characters';
import { type DecimalString, QUALIFIERS, type Qualifier } from '../../model';
import { type Unit, UNITS } from '../../../base/unit';
import { Phrases, TailPhrases } from './phrases';
import { MONTHS } from '../../../base/months';

export interface UnitEntry {
  readonly unit: Unit;
  /** Power of ten from the printed unit to the base unit. */
  readonly exponent: number;
}

export interface QualifierEntry {
  readonly qualifier: Qualifier;
  readonly strict: boolean;
  /** Verbs ("exceeded") bound the number but stay outside its quote. */
  readonly outside: boolean;
}

function unitOf(name: string): Unit {
  const unit = UNITS.find((known) => known === name);
  if (!unit) throw new Error(`units.json names an unknown unit: ${name}`);
  return unit;
}

function qualifierOf(name: string): Qualifier {
  const qualifier = QUALIFIERS.find((known) => known === name);
  if (!qualifier) throw new Error(`qualifiers.json names an unknown qualifier: ${name}`);
  return qualifier;
}

function entriesOf<V>(record: Readonly<Record<string, V>>): [string, V][] {
  return Object.entries(record);
}

function unitEntries(list: readonly { unit: string; exponent: number; words: readonly string[] }[]) {
  return list.flatMap(({ unit, exponent, words }) =>
    words.map((word): [string, UnitEntry] => [word.toLowerCase(), { unit: unitOf(unit), exponent }]),
  );
}

function qualifierEntries(
  list: readonly { qualifier: string; strict: boolean; words: readonly string[] }[],
  outside: boolean,
) {
  return list.flatMap(({ qualifier, strict, words }) =>
    words.map((word): [string, QualifierEntry] => [word, { qualifier: qualifierOf(qualifier), strict, outside }]),
  );
}

/** Scale letters and abbreviations that stand against the digits; case matters (`m`, `M`, `B`). */
export const attachedScales: ReadonlyMap<string, number> = new Map(entriesOf(unitData.attached));
export const scaleWords = new Phrases<number>([...entriesOf(unitData.scales), ...entriesOf(unitData.chineseScales)]);
export const europeanScales: ReadonlySet<string> = new Set(unitData.europeanScales);
export const unitWords = new Phrases<UnitEntry>([...unitEntries(unitData.units)]);
export const hanUnits = new Phrases<UnitEntry>([...unitEntries(unitData.chineseUnits)]);
/** Scales said with a currency code: ahead of it (`TEUR`) and behind it (`EURm`). */
export const moneyPrefixes: ReadonlyMap<string, number> = new Map(entriesOf(unitData.moneyPrefixes));
export const moneySuffixes: ReadonlyMap<string, number> = new Map(entriesOf(unitData.moneySuffixes));
export const perUnits: ReadonlySet<string> = new Set(unitData.perUnits);
export const hanPer = new Phrases<string>(entriesOf(unitData.chinesePer));
/** Words between a number and a length of time: "30 trading days". */
export const durationDress: ReadonlySet<string> = new Set(unitData.durationDress);
export const perShareWords: ReadonlySet<string> = new Set(unitData.perShare);

/** Everything that may stand directly ahead of a number and says which money it is; case matters. */
export const currencyBefore: ReadonlyMap<string, string> = new Map([
  ...entriesOf(currencyData.symbols),
  ...entriesOf(currencyData.prefixes),
  ...currencyData.codes.map((code): [string, string] => [code, code]),
]);
export const longestHanCurrency = Math.max(
  ...Object.keys(currencyData.prefixes)
    .filter((word) => isHan(word.charCodeAt(0)))
    .map((word) => word.length),
);
export const currencyCodes: ReadonlySet<string> = new Set(currencyData.codes);
const currencySigns = ['$', '€', '£', '¥', '￥', '₹', '₩', '₽', '₺', '₪', '₫', '₴', '₱'];
/** Currencies by their names, lower case: `swedish kronor`. */
export const currencyNames: ReadonlyMap<string, string> = new Map(entriesOf(currencyData.names));
export const currencyAfter = new Phrases<string>([
  ...entriesOf(currencyData.names),
  ...entriesOf(currencyData.chinese),
  ...currencyData.codes.map((code): [string, string] => [code.toLowerCase(), code]),
  ...currencySigns.map((sign): [string, string] => [sign, currencyBefore.get(sign) ?? 'USD']),
]);
/** Hundredths of a currency; null where the words ahead say which ("18 cents" of an `A$`). */
export const minorUnits: ReadonlyMap<string, string | null> = new Map(entriesOf<string | null>(currencyData.minor));
export const minorWords = new Phrases<string | null>(
  entriesOf<string | null>(currencyData.minor).filter(([word]) => word !== 'p' && word === word.toLowerCase()),
);

export const qualifiersBefore = new TailPhrases<QualifierEntry>([
  ...qualifierEntries(qualifierData.before, false),
  ...qualifierEntries(qualifierData.outside, true),
]);
export const qualifiersAfter = new Phrases<QualifierEntry>(qualifierEntries(qualifierData.after, false));

export const labels = new TailPhrases<true>(notFigureData.labels.map((word): [string, true] => [word, true]));
export const firmLabels = new TailPhrases<true>(
  notFigureData.labelsEvenWithScale.map((word): [string, true] => [word, true]),
);
export const months: ReadonlySet<string> = new Set(MONTHS.keys());
export const ownItems: ReadonlySet<string> = new Set(notFigureData.ownItems);
export const countNouns: ReadonlySet<string> = new Set(notFigureData.countNouns);
export const irregularPlurals: ReadonlySet<string> = new Set(notFigureData.irregularPlurals);
export const nounPhraseStops: ReadonlySet<string> = new Set(notFigureData.npStops);
export const attributivePlurals: ReadonlySet<string> = new Set(notFigureData.attributivePlurals);
/** Words that open a sentence with a capital and name nothing. */
export const ordinaryWords: ReadonlySet<string> = new Set(nameData.common);
export interface LevelEntry {
  readonly unit: Unit;
  /** The name counts only in capitals. */
  readonly shouted: boolean;
}

function levelEntries(words: readonly string[], unit: Unit, shouted: boolean): [string, LevelEntry][] {
  return words.map((word): [string, LevelEntry] => [word.toLowerCase(), { unit, shouted }]);
}

/** Indices, indicators and multiples that are quoted as bare numbers. */
export const levelNames = new TailPhrases<LevelEntry>([
  ...levelEntries(levelData.levels, 'other', false),
  ...levelEntries(levelData.chinese, 'other', false),
  ...levelEntries(levelData.shouted, 'other', true),
  ...levelEntries(levelData.multiples, 'multiple', false),
]);
export const levelJoints: ReadonlySet<string> = new Set(levelData.joints);
export const countVerbs: ReadonlySet<string> = new Set(notFigureData.countVerbs);
export const creditNouns: ReadonlySet<string> = new Set(notFigureData.creditNouns);
/** Words behind "12m" that make months of it. */
export const monthTails: ReadonlySet<string> = new Set(notFigureData.monthTails);
/** Whole names that begin with digits: "401k", "10b5-1". */
export const digitNames = new Phrases<true>(notFigureData.digitNames.map((word): [string, true] => [word, true]));
export const durationStops: ReadonlySet<string> = new Set(notFigureData.adjectiveDurationStops);
export const durationBefore: ReadonlySet<string> = new Set(notFigureData.durationBefore);
export const periodAfter: ReadonlySet<string> = new Set(notFigureData.periodAfter);

export type Ends = readonly [DecimalString, DecimalString | null];

function ends(pair: readonly (string | null)[]): Ends {
  const [low, high] = pair;
  if (typeof low !== 'string') throw new Error('number-words.json: a band needs a low end');
  return [low, high ?? null];
}

function bands(record: Readonly<Record<string, readonly (string | null)[]>>): ReadonlyMap<string, Ends> {
  return new Map(entriesOf(record).map(([word, pair]): [string, Ends] => [word, ends(pair)]));
}

export const ones: ReadonlyMap<string, number> = new Map(entriesOf(wordData.ones));
export const tens: ReadonlyMap<string, number> = new Map(entriesOf(wordData.tens));
export const magnitudes: ReadonlyMap<string, number> = new Map(entriesOf(wordData.magnitudes));
export const masses: ReadonlyMap<string, number> = new Map(entriesOf(wordData.masses));
export const multiples: ReadonlyMap<string, number> = new Map(entriesOf(wordData.multiples));
export const halving: ReadonlySet<string> = new Set(wordData.halving);
export const decades: ReadonlyMap<string, number> = new Map(entriesOf(wordData.decades));
export const decadeBands: ReadonlyMap<string, readonly number[]> = new Map(entriesOf(wordData.decadeBands));
export const digitBands: ReadonlyMap<string, ReadonlyMap<string, Ends>> = new Map(
  entriesOf(wordData.digitBands).map(([word, record]): [string, ReadonlyMap<string, Ends>] => [word, bands(record)]),
);
export const fractions = new Phrases<Ends>(
  [...bands(wordData.fractions), ...bands(wordData.chineseFractions)].map(([word, pair]): [string, Ends] => [
    word,
    pair,
  ]),
);
/** "half", "a quarter" as parts of a round number. */
export const partWords: ReadonlyMap<string, DecimalString> = new Map(entriesOf(wordData.parts));
export const hanDigits: ReadonlyMap<string, number> = new Map(entriesOf(wordData.chineseDigits));
export const hanMultiples = new Phrases<number>(entriesOf(wordData.chineseMultiples));

/** Han words that open a spelled-out quantity, so that the scanner stops only there. */
export function opensHan(text: string, at: number): boolean {
  const char = text[at];
  if (char === undefined || !isHan(text.charCodeAt(at))) return false;
  return hanDigits.has(char) || '十百半翻拾'.includes(char) || text.startsWith('分之', at + 1);
}
export const moneyWords: ReadonlyMap<string, string> = new Map(entriesOf(wordData.moneyWords));
/** Languages that write a comma before the decimals. */
export const commaLanguages: ReadonlySet<string> = new Set(wordData.commaLanguages);
/** Words beside a number word that say whether it counts; see the data for each. */
export const beside = {
  beforeMultiple: new Set(wordData.beside.beforeMultiple),
  afterMultiple: new Set(wordData.beside.afterMultiple),
  beforeMultiples: new Set(wordData.beside.beforeMultiples),
  halfOfTime: new Set(wordData.beside.halfOfTime),
  afterHalf: new Set(wordData.beside.afterHalf),
  beforeHalf: new Set(wordData.beside.beforeHalf),
  beforeAYear: new Set(wordData.beside.beforeAYear),
  beforeLoss: new Set(wordData.beside.beforeLoss),
} satisfies Readonly<Record<string, ReadonlySet<string>>>;
