/** What the market has in the price and what it has not, scenarios with their ranges, and targets. */
import { clauseAfter, clauseBefore } from '../citation/clause';
import type { Block, Span } from '../document/model';
import type { Figure } from '../figure/model';
import { allMatches, CUES, firstMatch, matches } from './cues';
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
  shorten,
  type StructureInput,
} from './ground';

export function findScenarios({ layout, figures }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ block, topic }) => {
    if (block.kind === 'table-row') return scenarioRow(layout, figures, block);
    if (block.kind === 'table-head') return scenarioColumns(layout, figures, block);
    if (!isItem(block) && block.kind !== 'paragraph') return [];
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const name = firstMatch(CUES.cases, quote);
    if (!name) return [];
    const rest = quote.slice(name.end).replace(/^[\s:\uff1a*_—–-]+/, '');
    const bare = !/case|scenario|情景|情形/i.test(name.text);
    if (rest === '' || (bare && topic !== 'scenario')) return [];
    return [scenario(layout, span, name.text, rangeOf(figuresIn(figures, span)), rest, 'scenario.case')];
  });
}

function scenario(
  layout: StructureInput['layout'],
  span: Span,
  name: string,
  range: ReturnType<typeof rangeOf>,
  assumption: string,
  rule: string,
): Found {
  const label = name.replace(/["“”*_]/g, '').trim();
  return found(layout, 'scenario', span, rule, {
    label,
    fields: { case: label, ...range, assumption: shorten(assumption, 240) },
  });
}

/** `Bull | $2.1B | $95`: a case a row. */
function scenarioRow(layout: StructureInput['layout'], figures: readonly Figure[], block: Block): Found[] {
  const row = block.table === null ? undefined : layout.tables[block.table]?.rows[block.row ?? -1];
  const [first, ...others] = row?.cells ?? [];
  const name = first ? firstMatch(CUES.cases, first.text) : null;
  if (!name || others.length === 0) return [];
  const rest = others.map((cell) => cell.text).join(' · ');
  return [scenario(layout, block, name.text, rangeOf(figuresIn(figures, block)), rest, 'scenario.row')];
}

/** Heads `Bear | Base | Bull`: a case a column, read from the column's last figure; it stands on its head. */
function scenarioColumns(layout: StructureInput['layout'], figures: readonly Figure[], block: Block): Found[] {
  const table = block.table === null ? undefined : layout.tables[block.table];
  const cases = (table?.head ?? []).filter((cell) => firstMatch(CUES.cases, cell.text) !== null);
  if (!table || cases.length < 2) return [];
  return cases.map((head) => {
    const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.column === head.column));
    const lines = table.rows.map(
      (row) => `${row.cells[0]?.text ?? ''} ${row.cells.find((cell) => cell.column === head.column)?.text ?? ''}`,
    );
    const range = rangeOf(cells.flatMap((cell) => figuresIn(figures, cell)));
    return scenario(layout, head, head.text, range, lines.join(' · '), 'scenario.column');
  });
}

/** The range of a case is its last stated range, else its last figure. */
function rangeOf(figures: readonly Figure[]): { low: string | null; high: string | null; unit: string | null } {
  const figure = figures.findLast((each) => each.qualifier === 'range') ?? figures.at(-1);
  return figure ? { low: figure.low, high: figure.high, unit: figure.unit } : { low: null, high: null, unit: null };
}

/** Whole sentences and items under such a heading, clauses anywhere else. */
export function findPriced({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const items: Found[] = [];
  for (const { block, topic, role, section } of passages) {
    if (!isProse(block) || role === 'disclaimer') continue;
    const listed = block.kind !== 'lead-in' && (isItem(block) || role === topic);
    if (topic === 'not_priced_in' && listed) {
      items.push(...notPricedUnits(layout, block, sideAbove(layout, block, section.title)));
      continue;
    }
    for (const sentence of sentencesOf(layout, block)) {
      const clauses = pricedClauses(layout, sentence);
      if (topic === 'priced_in' && listed) {
        const denied = clauses.filter(({ type }) => type === 'not_priced_in');
        const whole = denied.some(({ start }) => start === sentence.start);
        const label = shorten(quoteOf(layout, sentence));
        if (!whole) items.push(found(layout, 'priced_in', sentence, 'priced_in.list', { label }));
        items.push(...denied);
      } else if (block.kind !== 'lead-in') {
        items.push(...clauses);
      }
    }
  }
  return items;
}

/** The side that the lead-in or heading above names; null where it names none or both. */
function sideAbove(layout: StructureInput['layout'], { leadIn }: Block, title: string): 'up' | 'down' | null {
  const lead = leadIn === null ? undefined : layout.blocks[leadIn];
  for (const words of [lead ? quoteOf(layout, lead) : '', title]) {
    const up = /\bupside\b|上行|向上/iu.test(words);
    if (up !== /\bdownside\b|下行|向下/iu.test(words)) return up ? 'up' : 'down';
  }
  return null;
}

function notPricedUnits(layout: StructureInput['layout'], block: Block, side: 'up' | 'down' | null): Found[] {
  const spans = isItem(block) ? [contentOf(layout, block)] : sentencesOf(layout, block);
  return spans.map((span) => {
    const quote = quoteOf(layout, span);
    return found(layout, 'not_priced_in', span, 'not_priced_in.list', {
      label: shorten(quote),
      fields: { side: side ?? sideOf(quote) },
    });
  });
}

/** Clauses of a sentence that say what is priced in or not; "the cadence is not" leans on the clause before it. */
function pricedClauses(layout: StructureInput['layout'], sentence: Span): Found[] {
  const quote = quoteOf(layout, sentence);
  const items: Found[] = [];
  const add = (type: 'priced_in' | 'not_priced_in', span: Span, cue = 0): boolean => {
    const words = quoteOf(layout, span);
    const wondered = /\bwhether\b|是否/u.test(quote.slice(Math.max(0, span.start - sentence.start), cue));
    const asks =
      wondered || words.endsWith('?') || /^(?:whether|if|when|once|until|unless|是否|如果|若)\b/iu.test(words);
    if (asks || items.some((item) => item.start < span.end && span.start < item.end)) return false;
    const fields = type === 'not_priced_in' ? { side: sideOf(words) } : {};
    items.push(found(layout, type, span, `${type}.wording`, { label: shorten(words), fields }));
    return true;
  };
  const negatives = allMatches(CUES.notPricedIn, quote);
  for (const negative of negatives) add('not_priced_in', clauseAround(layout, sentence, negative), negative.start);
  for (const positive of allMatches(CUES.pricedIn, quote)) {
    if (negatives.some((negative) => positive.start < negative.end && negative.start < positive.end)) continue;
    const span = clauseAround(layout, sentence, positive);
    if (!add('priced_in', span, positive.start)) continue;
    const rest = clauseAfterBreak(layout, sentence, span);
    if (rest && matches(CUES.ellipsis, quoteOf(layout, rest))) add('not_priced_in', rest);
  }
  const mover = firstMatch(CUES.movers, quote);
  if (mover)
    add('not_priced_in', {
      start: sentence.start + mover.end,
      end: clauseEnd(layout, sentence, sentence.start + mover.end),
    });
  return items;
}

function clauseAround(layout: StructureInput['layout'], sentence: Span, cue: Span): Span {
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const bounds = { sentence, floor: sentence.start, ceiling: sentence.end };
  const before = clauseBefore(layout.text, start, bounds);
  const colon = layout.text.slice(before.start, before.end).search(/[:\uff1a]\s(?=[^:\uff1a]*$)/);
  const from = colon >= 0 && colon < before.end - before.start ? before.start + colon + 2 : before.start;
  return { start: afterContrast(layout.text, Math.min(from, start), start), end: clauseEnd(layout, sentence, end) };
}

/** ", but the pace has not been priced in" is about the pace. */
function afterContrast(text: string, start: number, cue: number): number {
  const contrast = /,\s*(?:but|yet|while|whereas|and)\s+(?!.*,\s*(?:but|yet|while|whereas|and)\s)/iu.exec(
    text.slice(start, cue),
  );
  return contrast ? start + contrast.index + contrast[0].length : start;
}

/** The clause ends at a semicolon, an em dash, a bracket that was open, or before ", but". */
function clauseEnd(layout: StructureInput['layout'], sentence: Span, from: number): number {
  const bounds = { sentence, floor: sentence.start, ceiling: sentence.end };
  const after = clauseAfter(layout.text, from, bounds);
  const rest = layout.text.slice(from, Math.max(from, after.end));
  const stop = /\s*[—–]\s*(?=\p{L})|\s[—–]\s|,\s*(?:but|yet|whereas)\s/iu.exec(rest);
  const end = stop ? from + stop.index : Math.max(from, after.end);
  return /[.。]/.test(layout.text.charAt(end - 1)) && end < sentence.end ? end - 1 : end;
}

function clauseAfterBreak(layout: StructureInput['layout'], sentence: Span, span: Span): Span | null {
  const rest = /^\s*[;,\uff1b\uff0c]\s*/u.exec(layout.text.slice(span.end, span.end + 4));
  if (!rest) return null;
  const start = span.end + rest[0].length;
  const end = /[.。!?]$/.test(layout.text.slice(start, sentence.end)) ? sentence.end - 1 : sentence.end;
  return end > start ? { start, end } : null;
}

function sideOf(words: string): 'up' | 'down' | null {
  if (matches(CUES.sideStrongDown, words)) return 'down';
  if (matches(CUES.sideUp, words)) return 'up';
  return matches(CUES.sideDown, words) ? 'down' : null;
}

export function findTargets({ layout, figures }: StructureInput, passages: readonly Passage[]): Found[] {
  const items = passages.flatMap(({ block, topic, role }) => {
    if (role === 'disclaimer' || role === 'references' || block.kind === 'heading' || block.kind === 'table-head')
      return [];
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const listed = isItem(block) && (topic === 'target' || role === 'valuation');
    if (listed && matches(CUES.targetItem, quote)) return [targetItem(layout, figures, span, 'target.list')];
    if (block.kind === 'table-row') return targetRow(layout, figures, block);
    if (!isProse(block) || block.kind === 'lead-in') return [];
    return sentencesOf(layout, block)
      .flatMap((sentence) => pairsOf(layout, sentence))
      .flatMap((sentence) => targetClauses(layout, figures, sentence));
  });
  return withImplied(withoutSummaries(items, figures));
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
    const upside = upsides.find(({ of }) => new RegExp(`^${of}\\b`, 'iu').test(item.label));
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

function targetItem(layout: StructureInput['layout'], figures: readonly Figure[], span: Span, rule: string): Found {
  const quote = quoteOf(layout, span);
  const inside = figuresIn(figures, span);
  const prices = inside.filter(isPrice);
  const price = prices[0];
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

function dateIn(quote: string): string | null {
  return (
    /\b(?:\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)\b/.exec(
      quote,
    )?.[0] ?? null
  );
}

/** A row of a broker table: `Broker | Rating | Target`. */
function targetRow(layout: StructureInput['layout'], figures: readonly Figure[], block: Block): Found[] {
  const table = block.table === null ? undefined : layout.tables[block.table];
  const row = table && rowOf(table, block);
  if (!table || !row) return [];
  const column = table.head.find((cell) => /\b(?:target|PT)\b|目标价/i.test(cell.text))?.column;
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
