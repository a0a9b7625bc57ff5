/** Price targets: the author's, the Street's, and the price that both a target and its upside imply. */
import type { Block, Span } from '../document/model';
import type { Figure } from '../figure/model';
import { CUES, firstMatch, matches } from './cues';
import {
  contentOf,
  figuresIn,
  type Found,
  found,
  isItem,
  isProse,
  pairsOf,
  type Passage,
  quoteOf,
  rowOf,
  sentencesOf,
  type StructureInput,
} from './passages';
import { clauseAround } from './market';
import { MONTH_OPENING_CAPITAL } from '../base/months';

/**
 * Targets of labels, list items, table rows and clauses, without those that only sum up others, and with the implied
 * price where a target and its upside give one. Targets of scenarios belong to their scenario and are left out.
 */
export function findTargets({ layout, figures }: StructureInput, passages: readonly Passage[]): Found[] {
  const items = passages.flatMap((passage) => {
    const { block, role, labels } = passage;
    if (role === 'disclaimer' || role === 'references' || block.kind === 'heading' || block.kind === 'table-head')
      return [];
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const named = labels.filter(({ cue }) => cue.type === 'target');
    if (named.length > 0)
      return passage.inCase ? [] : named.map((line) => targetItem(layout, figures, line, 'target.label'));
    if (isItem(block) && listsTarget(layout, passage, quote) && figuresIn(figures, span).length > 0)
      return [targetItem(layout, figures, span, 'target.list')];
    if (block.kind === 'table-row') return targetRow(layout, figures, block);
    if (!isProse(block) || block.kind === 'lead-in' || passage.inCase) return [];
    return sentencesOf(layout, block)
      .flatMap((sentence) => pairsOf(layout, sentence))
      .flatMap((sentence) => targetClauses(layout, figures, sentence));
  });
  return withImplied(withoutSummaries(items, figures));
}

const TARGET_WORD = /\btargets?\b|\bPT\b|目标价?/i;

/** An item that names a target or a rating where the Street's stand, a target by its word where the value is told, and any price below "Target levels:". */
function listsTarget(
  { blocks, text }: StructureInput['layout'],
  { block, topic, role }: Passage,
  quote: string,
): boolean {
  const lead = block.leadIn === null ? undefined : blocks[block.leadIn];
  if (lead && matches(CUES.listedTarget, text.slice(lead.start, lead.end).replace(/[:\uff1a*_\s]+$/, ''))) return true;
  if (!matches(CUES.targetItem, quote)) return false;
  return topic === 'target' || (role === 'valuation' && TARGET_WORD.test(quote));
}

/** A sentence that sums up several targets says nothing new where a list or table gives each of them. */
function withoutSummaries(items: readonly Found[], figures: readonly Figure[]): Found[] {
  const listed = new Set(items.flatMap((item) => (item.rule === 'target.wording' ? [] : (item.fields['value'] ?? []))));
  return items.filter((item) => {
    if (item.rule !== 'target.wording') return true;
    const prices = figuresIn(figures, item).filter(isPrice);
    return prices.length < 2 || !prices.every(({ quote }) => listed.has(quote));
  });
}

const firstWord = (label: string): string => /^\w*/.exec(label)?.[0].toLowerCase() ?? '';

const UPSIDE_TO = /^(?:implied )?(upside|downside) (?:to|from) (?:the )?(\w+)/i;

/** "Upside to the mean: 13%" beside "Mean target: $306" gives the price that both imply. */
function withImplied(items: readonly Found[]): Found[] {
  const upsides = items.flatMap(({ label, fields }) => {
    const said = UPSIDE_TO.exec(label);
    const percent = /^[^\d]{0,3}(\d+(?:\.\d+)?)\s?%$/.exec(fields['value'] ?? '')?.[1];
    return said && percent
      ? [{ of: said[2] ?? '', by: Number(percent) * (/^down/i.test(said[1] ?? '') ? -1 : 1) }]
      : [];
  });
  return items.map((item) => {
    const upside = upsides.find(({ of }) => firstWord(item.label) === of.toLowerCase());
    const value = item.fields['value'] ?? null;
    if (!upside || value === null || item.fields['impliedPrice'] !== null) return item;
    return { ...item, fields: { ...item.fields, impliedPrice: impliedPrice(value, upside.by) } };
  });
}

/** The price from which `target` is `percent` away, written as the target is, a digit finer; null where it is no number. */
function impliedPrice(target: string, percent: number): string | null {
  const printed = /\d[\d,]*(?:\.\d+)?/.exec(target)?.[0];
  if (printed === undefined || percent <= -100) return null;
  const digits = Math.min(2, (printed.split('.')[1]?.length ?? 0) + 1);
  const price = Number(printed.replaceAll(',', '')) / (1 + percent / 100);
  return target.replace(printed, String(Number(price.toFixed(digits))));
}

/** The upside or downside in percent that a sentence with a target states, signed. */
function upsideIn(quote: string, inside: readonly Figure[]): number | null {
  const way = /\b(upside|downside)\b|(?:上涨|上行)空间|下行空间/iu.exec(quote)?.[0];
  const percents = inside.filter(({ unit }) => unit === 'percent');
  const size = percents.length === 1 ? (percents[0]?.low ?? null) : null;
  if (way === undefined || size === null || percents[0]?.low !== percents[0]?.high) return null;
  return Math.abs(Number(size)) * (/down|下行/iu.test(way) ? -1 : 1);
}

function isPrice({ kind, unit }: Figure): boolean {
  return kind === 'target' || unit === 'money' || unit === 'per_share';
}

function targetClauses(layout: StructureInput['layout'], figures: readonly Figure[], sentence: Span): Found[] {
  const quote = quoteOf(layout, sentence);
  const rating = firstMatch(CUES.consensusRating, quote);
  const target = firstMatch(CUES.targetSentence, quote);
  const priced =
    target !== null &&
    figuresIn(figures, sentence).some(({ unit }) => unit === 'money' || unit === 'per_share' || unit === 'percent');
  if (priced) {
    const whole = quote.length <= 200 ? sentence : clauseAround(layout, sentence, target);
    return [targetItem(layout, figures, whole, 'target.wording')];
  }
  if (!rating) return [];
  return [
    targetItem(
      layout,
      figures,
      { start: sentence.start + rating.start, end: sentence.start + rating.end },
      'target.rating',
    ),
  ];
}

/**
 * The target that stands in `span`: value or rating as written, whose it is, its date, the price it implies (rounded as
 * the target is printed; null where price or upside is not the only one). `rule` says how it was found.
 */
function targetItem(layout: StructureInput['layout'], figures: readonly Figure[], span: Span, rule: string): Found {
  const quote = quoteOf(layout, span);
  const inside = figuresIn(figures, span);
  const prices = inside.filter(isPrice);
  const price = pricedAt(layout, span, prices);
  const upside = prices.length === 1 ? upsideIn(quote, inside) : null;
  const value = price ?? inside.find(({ unit }) => unit === 'percent');
  const rating = /:\s*([A-Z][\w -]{2,30})$/.exec(quote)?.[1] ?? null;
  const holder =
    /\(([A-Z][\w.&' -]{1,40}?)(?::|,|\))/.exec(quote)?.[1] ??
    (matches(CUES.consensusHolder, quote) ? 'consensus' : null);
  return found(layout, 'target', span, rule, {
    fields: {
      value: value?.quote ?? rating,
      holder,
      date: dateIn(quote),
      impliedPrice: price && upside !== null ? impliedPrice(price.quote, upside) : null,
    },
  });
}

const AFTER =
  /=|\b(?:targets? of|target price of|PT of|fair value of|value of|targets?:?|PT:?)(?=\s|[*_$€£¥])|目标价(?:为|至)?/giu;

/** The amount behind the last "=", else behind "target of" or "target", else the first. */
function pricedAt(layout: StructureInput['layout'], span: Span, prices: readonly Figure[]): Figure | undefined {
  const cues = [...layout.text.slice(span.start, span.end).matchAll(AFTER)].map((cue) => ({
    end: span.start + cue.index + cue[0].length,
    rank: cue[0] === '=' ? 2 : / of$/i.test(cue[0]) ? 1 : 0,
  }));
  const best = cues.reduce((top, cue) => Math.max(top, cue.rank), -1);
  const told = best === 2 ? cues.findLast(({ rank }) => rank === 2) : cues.find(({ rank }) => rank === best);
  return (told && prices.find(({ start }) => start >= told.end)) ?? prices[0];
}

const DATE = new RegExp(
  String.raw`\b(?:\d{4}-\d{2}-\d{2}|(?:${MONTH_OPENING_CAPITAL})[a-z]*\.? \d{1,2}(?:, \d{4})?)\b`,
);

function dateIn(quote: string): string | null {
  return DATE.exec(quote)?.[0] ?? null;
}

/** A row of a broker table: `Broker | Rating | Target`. */
function targetRow(layout: StructureInput['layout'], figures: readonly Figure[], block: Block): Found[] {
  const table = block.table === null ? undefined : layout.tables[block.table];
  const row = table && rowOf(table, block);
  if (!table || !row) return [];
  const column = table.head.find((cell) => /\b(?:target|PT)\b|目标价/i.test(cell.text))?.column;
  if (column === 0) return [];
  const cell = column === undefined ? undefined : row.cells.find((each) => each.column === column);
  if (!cell) {
    return row.cells.flatMap((each) => {
      const rating = firstMatch(CUES.consensusRating, each.text);
      return rating
        ? [
            targetItem(
              layout,
              figures,
              { start: each.start + rating.start, end: each.start + rating.end },
              'target.rating',
            ),
          ]
        : [];
    });
  }
  const first = row.cells.find((each) => each.column === 0)?.text ?? null;
  return [found(layout, 'target', block, 'target.row', { label: first, fields: { value: cell.text, holder: first } })];
}
