/**
 * Places every quantity of a document: which block, sentence and cell it stands in, and what it is a figure of, whose,
 * when, on which basis and which way. Quantities inside citation markers and reference lists are none.
 */
import type { Citation } from '../../citation/model';
import type { Block, Layout, Sentence, Span } from '../../document/model';
import { isPeriodHead } from '../../document/tables/period-head';
import { entityAbove, entityOfBlock, entityOfSentence } from './entity/choose-entity';
import { marketOfBlock } from './entity/market-owner';
import type { Owner } from './entity/owner';
import { chooseMetric, type MetricChoice } from './metric/choose-metric';
import { nameMetric } from './metric/name-metric';
import { asCompared, asGrowthOf } from './related/compared';
import { isLoss, negated } from './related/losses';
import { asShare, ofStock } from './metric/of-stock';
import { economyOf, isOfEconomy } from './entity/economy';
import { findQuantities, type Found } from './find-quantities';
import { PeriodPlacer } from './period/place-period';
import { hasTrait, metricById } from './mentions/metric';
import { readTape } from './market/han-tape';
import { carried, yearBefore } from './related/carried';
import { type CellReading, cellSpan, readCell } from './cells/cells';
import { basisOf } from './metric/direction';
import { CHANGING, way } from './metric/way';
import { absolute, compare, isNegative } from '../decimal';
import { Entities } from './mentions/entity';
import { ofMarket } from './market/market-statement';
import { isMarket } from './mentions/markets';
import { propagatePeriods, numberMentions, type Draft } from './related/mention';
import { asTagged } from './tagged';
import type { DocumentContext, PlacedFigure, Quantity } from '../model';
import { labelOfLead, leadOf } from './scope/lead';
import { type BlockView, BlockViews } from './scope/block-view';
import { itemLabel } from './scope/label';
import { shareOf } from './related/share-of';
import { asPrinted, withSoftBreaks } from './scope/soft-breaks';

function sentenceOf(layout: Layout, block: Block, at: number): Sentence {
  let low = block.firstSentence;
  let high = block.endSentence;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.sentences[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  const found = low < block.endSentence ? layout.sentences[low] : undefined;
  if (found && at >= found.start) return found;
  return (
    layout.sentences[block.firstSentence] ?? {
      index: block.firstSentence,
      block: block.index,
      start: block.start,
      end: block.end,
    }
  );
}

/** Read off a market, so that it is of the day and not of a reporting period. */
const isQuotation = ({ metric, kind }: MetricChoice, entity: string | null): boolean =>
  metric === 'share_price_change' || (entity !== null && isMarket(entity) && kind !== 'duration');

class Reader {
  readonly layout: Layout;
  readonly context: DocumentContext;
  readonly blockViews: BlockViews;
  readonly #entities: Entities;
  readonly #periods: PeriodPlacer;
  /** The figure placed before: what it is of may carry on. */
  #last: Draft | null = null;
  /** The figures placed before it in its sentence. */
  #earlier: Draft[] = [];

  constructor(
    layout: Layout,
    context: DocumentContext,
    quantities: readonly Quantity[],
    citations: readonly Citation[],
  ) {
    this.layout = layout;
    this.context = context;
    this.#entities = new Entities(layout, context.entity, citations);
    this.blockViews = new BlockViews(layout, this.#entities, quantities, citations);
    this.#periods = new PeriodPlacer(layout, context, this.blockViews);
  }

  place(found: Found): Draft {
    const placed = this.#draft(found);
    const draft = found.fact ? asTagged(placed, found.fact, this.context) : placed;
    if (this.#last?.sentence !== draft.sentence) this.#earlier = [];
    if (this.#earlier.length < MOST_COMPARED) this.#earlier.push(draft);
    this.#last = draft;
    return draft;
  }

  #onAxis(quantity: Quantity, block: Block, axis: MetricChoice): Draft {
    const sentence = sentenceOf(this.layout, block, quantity.start);
    return {
      figure: quantity,
      block: block.index,
      sentence: sentence.index,
      section: block.section,
      cell: null,
      metric: axis.metric,
      metricLabel: axis.words ?? axis.label,
      companyWide: true,
      named: true,
      kind: axis.kind,
      entity: this.context.entity,
      entityLabel: null,
      period: null,
      basis: null,
      direction: null,
      unit: quantity.unit,
    };
  }

  #draft({ quantity: found, block, cell, axis }: Found): Draft {
    if (axis) return this.#onAxis(found, block, axis);
    const { text } = this.layout;
    const view = this.blockViews.ofBlock(block);
    const sentence = sentenceOf(this.layout, block, found.start);
    const quantity = cell ? found : this.#asMoney(found, block, view, sentence);
    const row = cell ? readCell(this.layout, this.blockViews, this.context, cell, quantity) : null;
    const tape = row?.metric ? null : readTape(text, quantity, view);
    const chosen =
      row?.metric ?? tape?.metric ?? ofStock(text, quantity, view, this.#metric(quantity, block, view, sentence));
    const label = cell ? null : itemLabel(text, quantity, view);
    const last = this.#last?.block === block.index ? this.#last : null;
    const own = row || tape ? chosen : shareOf(chosen, { text, quantity, view, before: last, label });
    const cellPlace = cell ? cellSpan(this.layout, cell, quantity) : null;
    // What the table settles is asked no further; a cell of prose still is of its column's period.
    const settled = row?.metric ? row : null;
    const owner = settled
      ? this.#cellOwner(settled)
      : (tape?.owner ??
        this.#inRow(row, quantity, view, cellPlace, own) ??
        this.#entity(quantity, block, view, sentence, own));
    const entity = owner?.entity ?? null;
    const market = row || tape || entity === null ? null : ofMarket(text, quantity, entity, own, view);
    const isProse = !row && !tape && !market;
    const metric = market?.metric ?? (isProse ? this.#marketShare(quantity, owner, own) : null) ?? own;
    const before = this.#last;
    const base = before && before.metric === metric.metric ? yearBefore(text, quantity, sentence, before) : null;
    // An index or a central bank has no quarter of the subject's.
    const ofSubject = entity === this.context.entity || (owner?.kind !== 'market' && !this.#entities.isCompany(entity));
    const asked = { quantity, block, view, sentence, metric, cell: row?.period ?? null, cellPlace, ofSubject };
    const quoted = row?.quoted === true || tape !== null || isQuotation(metric, entity);
    const period =
      (settled
        ? settled.period
        : (base ?? (market ? this.#periods.namedDay(asked) : null) ?? this.#periods.place(asked))) ??
      (quoted ? (tape ? this.#periods.day : this.#periods.today(asked)) : null);
    const direction = settled ? settled.direction : way(text, quantity, view, metric);
    const growth = metric.kind === 'growth' || metric.kind === 'delta' || metric.kind === 'bps';
    const level = isLoss(text, quantity, metric, before) ? negated(quantity) : quantity;
    return {
      figure: CHANGING.has(metric.kind) || hasTrait(metric.metric, 'way') ? magnitude(quantity) : level,
      block: block.index,
      sentence: sentence.index,
      section: block.section,
      cell,
      metric: metric.metric,
      metricLabel: metric.words ?? metric.label,
      companyWide: metric.companyWide,
      named: metric.at !== null || row !== null,
      kind: metric.kind,
      entity,
      entityLabel: owner?.label ?? null,
      period,
      basis: metric.metric?.endsWith('_surprise') ? 'vs consensus' : basisOf(text, quantity, view, growth),
      direction,
      unit: settled?.unit ?? market?.unit ?? (cell ? moneyOf(metric, quantity) : null) ?? perShare(metric, quantity),
    };
  }

  /** In a survey of markets a percentage behind a name is that one's share; null elsewhere. */
  #marketShare(quantity: Quantity, owner: Owner | null, metric: MetricChoice): MetricChoice | null {
    if (!this.#entities.surveysMarkets || owner?.kind !== 'name') return null;
    return asShare(this.layout.text, quantity, metric);
  }

  /** A bare amount is money where its own words name a metric that is always money. */
  #asMoney(quantity: Quantity, block: Block, view: BlockView, sentence: Sentence): Quantity {
    if (quantity.unit !== 'count' || !isBareAmount(this.layout.text, quantity)) return quantity;
    const money: Quantity = { ...quantity, unit: 'money' };
    const named = this.#metric(money, block, view, sentence);
    return named.at !== null && moneyOf(named, quantity) !== null ? money : quantity;
  }

  /** Named in its sentence, else carried on from the figure before it in the block, else by lead-in or heading. */
  #metric(quantity: Quantity, block: Block, view: BlockView, sentence: Sentence): MetricChoice {
    const { text } = this.layout;
    const own = nameMetric(text, quantity, view, sentence).choice;
    const earlier = this.#last?.sentence === sentence.index ? this.#earlier : [];
    const last = this.#last?.block === block.index ? this.#last : null;
    const compared = asGrowthOf(text, quantity, last, own) ?? asCompared(text, quantity, earlier, own);
    if (compared) return compared;
    if (own.at !== null || own.kind === 'duration' || own.kind === 'rating') return own;
    if (own.kind === 'count') return this.#labelledByLead(own, quantity, block, view);
    const before = this.#last?.block === block.index ? this.#last : null;
    return (
      carried(own, quantity, before) ??
      this.#headingMetric(quantity, block) ??
      this.#labelledByLead(own, quantity, block, view)
    );
  }

  /** "Token use is about: - early 2031: 5 trillion": an item that only says when has its lead-in's words as its label. */
  #labelledByLead(own: MetricChoice, quantity: Quantity, block: Block, view: BlockView): MetricChoice {
    if (own.words !== null && !isPeriodHead(own.words)) return own;
    if (!view.periods.some(({ end }) => end <= quantity.start)) return own;
    const lead = leadOf(this.layout, block);
    const words = lead ? labelOfLead(this.layout.text.slice(lead.contentStart, lead.end)) : null;
    return words === null ? own : { ...own, words };
  }

  /** A lead-in or heading that names a metric of the same unit gives it to what stands below. */
  #headingMetric(quantity: Quantity, block: Block): MetricChoice | null {
    const { layout } = this;
    const { text } = layout;
    const lead = leadOf(layout, block);
    for (const span of [lead, layout.sections[block.section]]) {
      if (!span || span.end <= span.start) continue;
      const view = this.blockViews.of(span.start, span.end);
      const firm = { ...view, metrics: view.metrics.filter((mention) => !mention.weak) };
      const choice = chooseMetric(text, { ...quantity, start: span.end, end: span.end }, firm, span.start, span.end);
      if (choice.at !== null) return { ...choice, at: null };
    }
    return null;
  }

  /** A sentence in the row of a name is that one's, unless the cell names another. */
  #inRow(
    row: CellReading | null,
    quantity: Quantity,
    view: BlockView,
    cell: Span | null,
    metric: MetricChoice,
  ): Owner | null {
    if (!row?.isNamed || !cell) return null;
    const own = entityOfSentence(this.layout.text, quantity, cell.start, cell.end, view, metric);
    return own && own.kind !== 'subject' ? own : this.#cellOwner(row);
  }

  #cellOwner(cell: CellReading): Owner | null {
    if (cell.entity !== null) return { entity: cell.entity, label: cell.entityLabel, kind: 'name' };
    const { entity } = this.context;
    return entity === null ? null : { entity, label: null, kind: null };
  }

  #entity(quantity: Quantity, block: Block, view: BlockView, sentence: Sentence, metric: MetricChoice): Owner | null {
    const { text } = this.layout;
    const economy = isOfEconomy(metric.metric) ? economyOf(this.layout, block, quantity, sentence) : null;
    if (economy) return economy;
    const earlier = this.layout.sentences.slice(
      Math.max(block.firstSentence, sentence.index - SENTENCES_BACK),
      sentence.index,
    );
    return (
      entityOfSentence(text, quantity, sentence.start, sentence.end, view, metric) ??
      marketOfBlock(text, block, view, metric) ??
      (metric.kind === 'duration' || isGroupTotal(text, metric)
        ? null
        : entityOfBlock(text, quantity, earlier, view, metric)) ??
      entityAbove(this.layout, block, this.blockViews, metric, this.context.entity ?? this.#entities.sector)
    );
  }
}

/** "Total operating expenses", "Consolidated revenue": the group's, whatever part of it the sentence before was about. */
const isGroupTotal = (text: string, { at }: MetricChoice): boolean =>
  at !== null && /\b(?:total|consolidated|overall|group)\s$/i.test(text.slice(Math.max(0, at.start - 14), at.start));

const MOST_COMPARED = 24;
/** How far back in its block a figure's entity is looked for, in sentences. */
const SENTENCES_BACK = 3;

/** Changes are sizes; their sign is kept as the direction. */
function magnitude(quantity: Quantity): Quantity {
  const { low, high } = quantity;
  // A band around zero ("-10% to +10%") keeps its signs: it has no one way.
  if (!low?.startsWith('-') && !high?.startsWith('-')) return quantity;
  if (low !== null && high !== null && isNegative(low) !== isNegative(high)) return quantity;
  const [a, b] = [low && absolute(low), high && absolute(high)];
  const swap = a !== null && b !== null && a !== b && compare(a, b) > 0;
  return { ...quantity, low: swap ? b : a, high: swap ? a : b };
}

/** A bare number of a statement's line is money, in a currency that nothing says: a count would be a claim too. */
function moneyOf({ metric, kind }: MetricChoice, { unit }: Quantity): Quantity['unit'] | null {
  if (metric === null || unit !== 'count' || (kind !== 'level' && kind !== 'count')) return null;
  const units = metricById(metric)?.units;
  return units?.size === 1 && units.has('money') ? 'money' : null;
}

/** "revenue of 684 million", as a call is typed out; "revenue from 3 million users" counts them. */
const isBareAmount = (text: string, { quote, end }: Quantity): boolean =>
  /(?:(?<!\p{L})(?:million|billion|trillion|bn|mn|mio|mrd|millionen|milliarden|millions|milliards|millones|milhões|bilhões|milioni|miliardi)|[亿億])$/iu.test(
    quote,
  ) && !/^\s(?!as\b|was\b|this\b)[a-z]{3,}s\b/.test(text.slice(end, end + 24));

function perShare(metric: MetricChoice, quantity: Quantity): Quantity['unit'] {
  if (quantity.unit !== 'money') return quantity.unit;
  const share =
    metric.kind === 'target' ||
    metric.metric === 'eps' ||
    metric.metric === 'dividend_per_share' ||
    metric.metric === 'share_price';
  const small = (quantity.high ?? quantity.low ?? '0').split('.')[0]?.length ?? 0;
  return share && small <= 6 ? 'per_share' : quantity.unit;
}

/** All figures of a document, in order of their place, with mentions of the same fact numbered alike. */
export function readFigures(given: Layout, context: DocumentContext, citations: readonly Citation[]): PlacedFigure[] {
  const layout = withSoftBreaks(given);
  const found = findQuantities(layout, citations);
  const reader = new Reader(
    layout,
    context,
    found.map(({ quantity }) => quantity),
    citations,
  );
  const drafts = found.map((item) => reader.place(item));
  const figures = numberMentions(propagatePeriods(drafts));
  return layout === given ? figures : figures.map((figure) => asPrinted(figure, given.text));
}
