/**
 * When a figure is of, by scope, nearest first: its own sentence, its cell's paths, the label of its line, the sentence
 * before, its lead-in; headings and the document only for what the subject has reported. Nothing is guessed to fill a cell.
 */
import type { Block, Layout, SectionRole, Sentence, Span } from '../../../document/model';
import type { DocumentContext, Quantity } from '../../model';
import { dayBeside } from '../../period/day-words';
import type { PeriodMention } from '../../period/period';
import type { MetricChoice } from '../metric/choose-metric';
import { choice, NOW, type PeriodChoice, periodOfSentence } from './choose-period';
import { isOfEconomy } from '../entity/economy';
import { itemLabel } from '../scope/label';
import { leadOf } from '../scope/lead';
import type { BlockView, BlockViews } from '../scope/block-view';
import { ahead, ofOthers, supposed, supposedAbove } from '../scope/supposed';

export interface PeriodQuestion {
  readonly quantity: Quantity;
  readonly block: Block;
  readonly view: BlockView;
  readonly sentence: Sentence;
  readonly metric: MetricChoice;
  /** What the cell's row and column say. */
  readonly cell: PeriodChoice | null;
  /** The cell, whose neighbours say nothing of it. */
  readonly cellPlace: Span | null;
  /** It is the subject's, or a part of it. */
  readonly ofSubject: boolean;
}

/** Sections that look ahead: what they leave undated is not of the reported period. */
const AHEAD: ReadonlySet<SectionRole> = new Set(['scenario', 'watch', 'risk', 'disclaimer', 'valuation']);
const CLAUSE = /[,;:—。，；]\s?|\s(?:and|but|while)\s/;
/** A lead-in that is a sentence dates nothing below it. */
const labelLike = (words: string): boolean => words.length <= 90 && words.split(/\s+/).length <= 9;
/** A date more than a few words away is no date of a price. */
const FAR_DATE = 12;
const lasting = (mention: PeriodMention): boolean =>
  mention.kind === 'quarter' || mention.kind === 'half' || (mention.kind === 'year' && mention.rule !== 'year');
/** "In 2031 sales rose. Margins …": the year that a sentence opens with holds for those behind it. */
const OPENED = /(?:^|[.!?]\s|\n)(?:In|During|For|En|Em|Nel|Im Jahr)\s$/;
const dated = (mention: PeriodMention): boolean => mention.kind !== 'relative';

export class PeriodPlacer {
  readonly #layout: Layout;
  readonly #context: DocumentContext;
  readonly #blockViews: BlockViews;
  readonly #results: boolean;

  constructor(layout: Layout, context: DocumentContext, blockViews: BlockViews) {
    this.#layout = layout;
    this.#context = context;
    this.#blockViews = blockViews;
    this.#results = this.#reportsResults();
  }

  place(asked: PeriodQuestion): PeriodChoice | null {
    const { metric, quantity, view } = asked;
    const context = this.#context;
    // Statistical offices publish by the month, also where the text is about a quarter.
    const ofEconomy = isOfEconomy(metric.metric);
    if (saysNow(this.#layout.text, quantity)) return metric.time === 'spot' ? this.#asOf(asked) : null;
    const own = periodOfSentence(this.#layout.text, quantity, asked.cellPlace ?? asked.sentence, view, context, {
      flow: metric.flow && metric.kind !== 'count' && !ofEconomy,
      growth: metric.kind === 'growth',
    });
    if (metric.kind === 'duration' && metric.metric !== 'growth_record_span') return null;
    const market = metric.time === 'spot' && metric.metric !== 'share_price_change';
    if (own && !(market && far(own, quantity))) return own;
    if (asked.cell) return asked.cell;
    if (ofEconomy) return null;
    if (metric.time === 'deal') return null;
    const near = asked.cellPlace === null ? this.#ofLine(asked) : null;
    if (near) return near;
    if (metric.time === 'spot') return this.#asOf(asked);
    return metric.time === 'view' ? null : this.#reported(asked);
  }

  /** The label of its line, the sentence before, the lead-in of its list. */
  #ofLine(asked: PeriodQuestion): PeriodChoice | null {
    const { quantity, view, block, metric, sentence } = asked;
    const label = itemLabel(this.#layout.text, quantity, view);
    const labelled =
      label &&
      view.periods.find((m) => m.start >= view.start && m.end <= quantity.start && m.end <= label.end + 44 && dated(m));
    if (label && labelled && !this.#layout.text.slice(labelled.end, quantity.start).includes('\n'))
      return choice(labelled, this.#context, null, 'label', true);
    const lead = leadOf(this.#layout, block);
    const led = lead && this.#blockViews.ofBlock(lead).periods.filter(dated);
    if (lead && led?.length === 1 && led[0] && labelLike(this.#blockViews.ownWords(lead)))
      return choice(led[0], this.#context, null, 'lead-in', false);
    if (metric.time === 'view' || metric.time === 'spot' || this.#imagined(asked)) return null;
    const { text } = this.#layout;
    const opens = (m: PeriodMention): boolean =>
      m.kind === 'year' && OPENED.test(text.slice(Math.max(view.start, m.start - 12), m.start));
    const earlier = view.periods.filter((m) => m.end <= quantity.start && (lasting(m) || opens(m))).at(-1);
    // What is guided takes the year that is guided, not the quarter that was reported.
    if (this.#looksAhead(asked) && earlier?.kind !== 'year') return null;
    if (earlier && NOW.test(this.#layout.text.slice(sentence.start, quantity.start))) return null;
    return earlier ? choice(earlier, this.#context, null, 'block', false) : null;
  }

  /** The day that words beside a level or a move of the markets name: "yesterday", "on Friday", "heute". */
  namedDay({ quantity, sentence, view, block }: PeriodQuestion): PeriodChoice | null {
    const { asOf } = this.#context;
    if (asOf?.length !== 10 || this.#imagined({ block, sentence, quantity })) return null;
    const found = dayBeside(this.#layout.text, quantity, sentence, view.figures, asOf);
    if (!found) return null;
    const { start, end } = found.cue;
    const cue = { start, end, text: this.#layout.text.slice(start, end), rule: 'sentence' };
    return { period: found.period, cue, own: true };
  }

  /** The day of a text of one day: its quotations are of that day, whatever else its sentences are about. */
  get day(): PeriodChoice | null {
    const { asOf } = this.#context;
    return asOf?.length === 10 ? { period: asOf, cue: null, own: false } : null;
  }

  /** Of a text of one day: what markets quote without a date is of that day. */
  today(asked: PeriodQuestion): PeriodChoice | null {
    return this.#context.asOf?.length === 10 && !this.#imagined(asked) ? this.#asOf(asked) : null;
  }

  /** Prices are of the document's day, unless they are estimates of a price or levels to watch for. */
  #asOf(asked: PeriodQuestion): PeriodChoice | null {
    const { asOf } = this.#context;
    const { text } = this.#layout;
    const { sentence, quantity, view } = asked;
    if (asked.cellPlace === null && WATCHED.test(itemLabel(text, quantity, view)?.text ?? '')) return null;
    const near = text.slice(Math.max(sentence.start, quantity.start - 160), Math.min(sentence.end, quantity.end + 80));
    return asOf === null || supposed(near) || this.#looksAhead(asked) ? null : { period: asOf, cue: null, own: false };
  }

  #imagined({ block, sentence, quantity }: Pick<PeriodQuestion, 'block' | 'sentence' | 'quantity'>): boolean {
    const { text, sections } = this.#layout;
    const from = Math.max(sentence.start, quantity.start - 240);
    const to = Math.min(sentence.end, quantity.end + 160);
    if (supposed(text.slice(from, to)) || AHEAD.has(sections[block.section]?.role ?? 'body')) return true;
    const lead = leadOf(this.#layout, block);
    if (lead && lead.end - lead.start < 200 && supposedAbove(text.slice(lead.start, lead.end))) return true;
    return supposedAbove(sections[block.section]?.heading ?? '');
  }

  /** Its own clause is about the future. */
  #looksAhead({ sentence, quantity }: PeriodQuestion): boolean {
    const { text } = this.#layout;
    const before = text.slice(Math.max(sentence.start, quantity.start - 160), quantity.start);
    const after = text.slice(quantity.end, Math.min(sentence.end, quantity.end + 80));
    return ahead(`${before.split(CLAUSE).at(-1) ?? ''} # ${after.split(CLAUSE)[0] ?? ''}`);
  }

  /** What the subject has reported is of the period of the heading or the document. */
  #reported(asked: PeriodQuestion): PeriodChoice | null {
    const { metric, sentence, block } = asked;
    if (!asked.ofSubject || (metric.metric === null && (metric.words === null || this.#isNote))) return null;
    const sentenceText = this.#layout.text.slice(sentence.start, sentence.end);
    if (this.#imagined(asked) || this.#looksAhead(asked) || ofOthers(sentenceText)) return null;
    return this.#ofHeading(block.section) ?? this.#ofDocument();
  }

  /** In a note a number that no lexicon names may be of anything: a fleet, a bond, a day's rate. */
  get #isNote(): boolean {
    return this.#context.document?.role === 'note';
  }

  #ofHeading(section: number): PeriodChoice | null {
    for (let at: number | null = section; at !== null; ) {
      const heading: Layout['sections'][number] | undefined = this.#layout.sections[at];
      if (!heading) return null;
      const mention = this.#blockViews.of(heading.start, heading.end).periods.find(lasting);
      const found = mention ? choice(mention, this.#context, null, 'heading', false) : null;
      if (found) return found;
      at = heading.parent;
    }
    return null;
  }

  #ofDocument(): PeriodChoice | null {
    const { period } = this.#context;
    return period === null || !this.#results ? null : { period, cue: null, own: false };
  }

  /** Its head or headings name the period that it is of. */
  #reportsResults(): boolean {
    const { period } = this.#context;
    if (period === null) return false;
    const { sections, blocks } = this.#layout;
    const names = (start: number, end: number): boolean =>
      this.#blockViews.of(start, end).periods.some((m) => m.kind !== 'relative' && m.resolve(this.#context) === period);
    const top = blocks.slice(0, 8).some((block) => block.end - block.start < 2000 && names(block.start, block.end));
    return (
      top || sections.slice(0, 60).some((section) => section.end > section.start && names(section.start, section.end))
    );
  }
}

/** Labels of levels that are waited for, or that held at other times. */
const WATCHED =
  /^(?:watch|alert|triggers?|thresholds?|warning|caution|danger|normal|typical|average|historical|range|stop|entry|exit)\b|^(?:关注|阈值|警戒|预警|正常|历史|止损|触发)/iu;

/** "(vs $18 today)": the number's own word says that it is of no other time. */
const saysNow = (text: string, { end }: Quantity): boolean =>
  /^[*_]{0,3}\s?(?:\p{L}+\s){0,2}(?:today|now|currently|at present)(?!\p{L}|['’])/iu.test(text.slice(end, end + 40));

function far({ cue }: PeriodChoice, quantity: Quantity): boolean {
  return cue !== null && Math.max(cue.start - quantity.end, quantity.start - cue.end) > FAR_DATE;
}
