/** The writer's desk: one document's company, habits and page, and the ways to set a number of each kind. */
import type { Chance } from './chance';
import type { Company, Period } from './company';
import { Facts } from './facts';
import { type Grid, LAYOUTS, putTable, type TableLayout } from './grid';
import { Page, type Parts, Slot } from './page';
import {
  about,
  grouped,
  type NumberStyle,
  numberStyle,
  point,
  printCount,
  printMoney,
  printMultiple,
  printPercent,
  printRange,
  printShare,
  rounded,
} from './print';
import type { Fact, Kind, Printed } from './truth';

export const VOICES = ['broker', 'letter', 'wire', 'model'] as const;
export type Voice = (typeof VOICES)[number];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** A table's unit: its power of ten and the words that say so. */
export interface TableScale {
  readonly power: number;
  readonly decimals: number;
}

export class Desk {
  readonly page = new Page();
  readonly facts: Facts;
  readonly style: NumberStyle;
  readonly voice: Voice;
  readonly markdown: boolean;
  /** Some figures of running text stand in bold. */
  readonly bold: boolean;
  readonly quarterForm: number;
  readonly yearForm: number;
  readonly minus: 'brackets' | 'sign';
  /** Titles that were set, for the document's own data. */
  title = '';

  constructor(
    readonly chance: Chance,
    readonly company: Company,
    readonly kind: Kind,
  ) {
    this.facts = new Facts(company, kind);
    this.voice = kind === 'release' || kind === 'statement' ? 'wire' : chance.pick(VOICES);
    this.markdown =
      kind === 'release' || kind === 'statement' ? chance.yes(0.25) : kind === 'transcript' ? false : chance.yes(0.7);
    this.style = numberStyle(chance, company.chinese, company.currency, this.markdown);
    this.bold = this.markdown && this.voice === 'model' && chance.yes(0.4);
    this.quarterForm = chance.whole(0, 2);
    this.yearForm = chance.whole(0, 2);
    this.minus = chance.yes(0.6) ? 'brackets' : 'sign';
  }

  get now(): Period {
    return this.must(this.company.quarters.at(-1));
  }

  get yearAgo(): Period {
    return this.must(this.company.quarters.at(-5));
  }

  get before(): Period {
    return this.must(this.company.quarters.at(-2));
  }

  get year(): Period {
    return this.must(this.company.years.at(-1));
  }

  get lastYear(): Period {
    return this.must(this.company.years.at(-2));
  }

  private must(period: Period | undefined): Period {
    if (!period) throw new Error('the company has no such period');
    return period;
  }

  pick<T>(items: readonly T[]): T {
    return this.chance.pick(items);
  }

  // --- numbers in running text

  money(fact: Fact): Slot {
    const print = (value: number): Printed => printMoney(value, this.company.currency, this.style);
    const printed = print(fact.value);
    const isApprox = this.style.locale === 'en' && this.chance.yes(this.style.approx);
    return new Slot(isApprox ? about(printed, this.pick(['~', 'about ', 'roughly '])) : printed, fact, print);
  }

  exactMoney(fact: Fact): Slot {
    const print = (value: number): Printed => printMoney(value, this.company.currency, this.style);
    return new Slot(print(fact.value), fact, print);
  }

  perShare(fact: Fact, decimals = 2): Slot {
    const print = (value: number): Printed => printShare(value, this.company.currency, this.style, decimals);
    return new Slot(print(fact.value), fact, print);
  }

  percent(fact: Fact, decimals = 1): Slot {
    const print = (value: number): Printed => printPercent(value, this.style, decimals);
    return new Slot(print(fact.value), fact, print);
  }

  /** A change as a magnitude; a word beside it says which way. */
  change(fact: Fact, decimals = 1): Slot {
    const print = (value: number): Printed => printPercent(Math.abs(value), this.style, decimals);
    return new Slot(print(fact.value), fact, print);
  }

  signed(fact: Fact, decimals = 1): Slot {
    const print = (value: number): Printed => printPercent(value, this.style, decimals, true);
    return new Slot(print(fact.value), fact, print);
  }

  multiple(fact: Fact, decimals = 1): Slot {
    const print = (value: number): Printed => printMultiple(value, this.style, decimals);
    return new Slot(print(fact.value), fact, print);
  }

  count(fact: Fact, noun = ''): Slot {
    const print = (value: number): Printed => printCount(value, this.style, noun);
    return new Slot(print(fact.value), fact, print);
  }

  moneyRange(fact: Fact): Slot {
    const { currency } = this.company;
    const ends = [fact.value, fact.upper ?? fact.value].map((value) => printMoney(value, currency, this.style));
    const [low, high] = ends;
    if (!low || !high) throw new Error('a range has two ends');
    return new Slot(printRange(low, high, this.style), fact);
  }

  // --- numbers in tables

  /** A bare number in the table's unit. */
  cell(fact: Fact, scale: TableScale): Slot {
    const print = (value: number): Printed => {
      const r = rounded(value, scale.power, scale.decimals);
      const number = grouped(r, this.style.locale);
      const text = r.digits >= 0 ? number : this.minus === 'brackets' ? `(${number})` : `${this.style.minus}${number}`;
      return point(text, r);
    };
    return new Slot(print(fact.value), fact, print);
  }

  /** The unit in which the company's statements print without rounding. */
  get scale(): TableScale {
    const { step } = this.company;
    return step === 1e3
      ? { power: 3, decimals: 0 }
      : step === 1e5
        ? { power: 6, decimals: 1 }
        : { power: 6, decimals: 0 };
  }

  table(grid: Grid, allowed: readonly TableLayout[] = LAYOUTS): void {
    const fits = allowed.filter((layout) =>
      this.markdown
        ? layout !== 'tab' && layout !== 'split' && layout !== 'space'
        : layout !== 'fence' && layout !== 'box' && (layout !== 'pipe' || allowed.length === 1),
    );
    const layout = this.pick(fits.length > 0 ? fits : allowed);
    putTable(this.page, grid, layout, grid.over ? `${layout}, stacked` : layout);
  }

  // --- text

  heading(text: string, level = 2): void {
    this.page.add([this.markdown ? `${'#'.repeat(level)} ${text}\n\n` : `${text}\n\n`]);
  }

  paragraph(...sentences: readonly Parts[]): void {
    if (sentences.length === 0) return;
    const gap = this.company.chinese ? '' : ' ';
    this.page.add([
      ...sentences.flatMap((sentence, i) => (i > 0 ? [gap, ...this.dressed(sentence)] : this.dressed(sentence))),
      '\n\n',
    ]);
  }

  private dressed(parts: Parts): Parts {
    if (!this.bold) return parts;
    return parts.flatMap(
      (part): Parts => (part instanceof Slot && part.fact && this.chance.yes(0.5) ? ['**', part, '**'] : [part]),
    );
  }

  bullets(items: readonly Parts[]): void {
    const mark = this.markdown ? '- ' : this.pick(['- ', '• ', '* ']);
    this.page.add([...items.flatMap((item) => [mark, ...this.dressed(item), '\n']), '\n']);
  }

  /** A bold label and what it says. */
  label(text: string): string {
    const colon = this.company.chinese ? '：' : ':';
    const space = this.company.chinese ? '' : ' ';
    return this.markdown ? `**${text}${colon}**${space}` : `${text}${colon}${space}`;
  }

  /** How this document writes a quarter. */
  q(period: Period): string {
    const { year, quarter } = period;
    if (this.company.chinese)
      return this.quarterForm === 0
        ? `${year}年第${'一二三四'[quarter - 1] ?? ''}季度`
        : this.quarterForm === 1
          ? `${year}年Q${quarter}`
          : `${year}Q${quarter}`;
    const short = String(year).slice(2);
    if (this.company.fye === 12)
      return (
        [`Q${quarter} ${year}`, `${quarter}Q${short}`, `the ${ORDINALS[quarter - 1] ?? ''} quarter of ${year}`][
          this.quarterForm
        ] ?? ''
      );
    return (
      [
        `Q${quarter} FY${year}`,
        `Q${quarter} FY${short}`,
        `the ${ORDINALS[quarter - 1] ?? ''} quarter of fiscal ${year}`,
      ][this.quarterForm] ?? ''
    );
  }

  /** As a column head or in a heading. */
  qHead(period: Period): string {
    return this.q(period).replace(/^the (.)/, (_, c: string) => c.toUpperCase());
  }

  y(year: number, estimate = false): string {
    if (this.company.chinese) return `${year}${this.yearForm === 0 ? '年' : estimate ? 'E' : '年'}`;
    const tail = estimate ? 'E' : '';
    if (this.yearForm === 0 && this.company.fye === 12) return `${year}${tail}`;
    return this.yearForm === 1 ? `FY${String(year).slice(2)}${tail}` : `FY${year}${tail}`;
  }

  date(iso: string): string {
    const [year = '', month = '1', day = '1'] = iso.split('-');
    if (this.company.chinese) return `${year}年${Number(month)}月${Number(day)}日`;
    const name = MONTHS[Number(month) - 1] ?? '';
    if (this.company.currency === 'USD') return `${name} ${Number(day)}, ${year}`;
    return `${Number(day)} ${name} ${year}`;
  }

  monthDay(iso: string): string {
    return this.date(iso).replace(/,? \d{4}$/, '');
  }

  month(month: number): string {
    return MONTHS[month - 1] ?? '';
  }
}
