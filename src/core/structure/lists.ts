/** Items that lists, tables and headings carry: scores, drivers, risks, catalysts, indicators, disclaimers. */
import { stateWithin } from '../watch/state';
import type { WatchState } from '../watch/states';
import { headKind } from '../document/tables/flat-table';
import type { Block, Cell, Section, SectionRole, Span, Table } from '../document/model';
import type { Figure } from '../figure/model';
import type { StructureType } from './model';
import { CUES, HEADS, matches } from './cues';
import {
  LEADS,
  contentOf,
  figuresIn,
  type Found,
  found,
  horizonIn,
  isItem,
  isProse,
  leadWords,
  type Passage,
  quoteOf,
  rowOf,
  sentencesOf,
  shorten,
  type StructureInput,
} from './passages';

const SCORE = /(?:^|[\s:\uff1a|(])(\d+(?:\.\d+)?\s?(?:\/|out of)\s?\d+|[★☆⭐]{2,}|[A-F][+-]?(?=\s*(?:[—–:,(]|$)))/u;
const RISK_LABEL =
  /^(?:key |main |biggest |principal |primary |the )*risks?(?: factors?)?(?: to (?:our|the) (?:view|thesis|call|rating|target))?\s*[:\uff1a—–]\s*(?=\S)|^(?:主要)?风险(?:提示|因素)?\s*[:\uff1a]\s*(?=\S)/iu;
const COUNT_INTRO =
  /\b(?:driven|powered|fuelled|fueled|supported|led|explained) by (?:the )?(?:following )?(?:two|three|four|five|six|seven|\d|several) |\b(?:two|three|four|five|six|seven|several|\d) (?:[\w-]+ ){0,2}(?:drivers|forces|factors|engines|pillars)\b|[两三四五六](?:大|个|股)(?:驱动|动力|因素|力量|引擎)/iu;

/** Rows of scorecards, in tables and in lists: the dimension, its score as written and the note beside it. */
export function findScores({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const rows = layout.tables.flatMap((table) => {
    const first = table.rows[0]?.block;
    const passage = first === undefined ? undefined : passages[first];
    return passage?.grid?.kind !== 'score' && isScorecard(table, passage?.role) ? scoreRows(layout.blocks, table) : [];
  });
  const items = passages
    .filter(({ block, role }) => role === 'scorecard' && isItem(block))
    .flatMap(({ block }) => {
      const span = contentOf(layout, block);
      const quote = quoteOf(layout, span);
      const score = SCORE.exec(quote)?.[1];
      const lead = leadWords(quote);
      if (score === undefined && lead === null) return [];
      const rest = lead === null ? '' : quote.slice(quote.search(/[:\uff1a—–]/) + 1).trim();
      const value = score ?? shorten(rest.split(/\s[—–]\s|[,;(\uff08]/)[0] ?? '', 40);
      return [{ span, fields: { dimension: lead, value, note: rest === '' ? null : shorten(rest) } }];
    });
  return [...rows, ...items].map(({ span, fields }) =>
    found(layout, 'score', span, 'score.row', { label: fields.dimension, fields }),
  );
}

/** A scorecard in words has a column of ratings and stands under such a heading. */
function isScorecard(table: Table, role: SectionRole | undefined): boolean {
  return role === 'scorecard' && table.head.some(({ text }) => headKind(text) === 'rating');
}

function scoreRows(blocks: readonly Block[], table: Table) {
  const at = Math.max(
    1,
    table.head.findIndex((cell) => headKind(cell.text) === 'rating'),
  );
  return table.rows.flatMap((row) => {
    const block = blocks[row.block];
    const cell = (column: number) => row.cells.find((each) => each.column === column)?.text ?? null;
    const notes = row.cells
      .filter((each) => each.column > at)
      .map((each) => each.text)
      .join(' · ');
    if (!block || cell(0) === null) return [];
    return [
      {
        span: { start: block.start, end: block.end },
        fields: { dimension: cell(0), value: cell(at), note: notes === '' ? null : notes },
      },
    ];
  });
}

/** Items of lists of drivers, and the headings that are drivers themselves. */
export function findDrivers({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const listed = passages
    .filter((passage) => passage.topic === 'driver' && lists(layout, passage, 'driver'))
    .map(({ block }) => found(layout, 'driver', contentOf(layout, block), 'driver.list'));
  const headed = headedDrivers(layout, passages).map((section) =>
    found(layout, 'driver', titleSpan(layout.text, section), 'driver.heading', { label: section.title }),
  );
  return [...listed, ...headed];
}

/** Sections below one that is about drivers, or as many as a sentence before them counts. */
function headedDrivers(layout: StructureInput['layout'], passages: readonly Passage[]): Section[] {
  const picked = new Set<number>();
  for (const { block } of passages) {
    const next = layout.blocks[block.index + 1];
    if (!isProse(block) || next?.kind !== 'heading') continue;
    const last = sentencesOf(layout, block).at(-1);
    const intro = last ? COUNT_INTRO.exec(quoteOf(layout, last))?.[0] : undefined;
    if (intro === undefined) continue;
    const counted = layout.sections.slice(next.section, next.section + countIn(intro));
    const level = counted[0]?.level;
    const alike = counted.every(
      (section) => section.level === level && (section.role === 'body' || section.role === 'driver'),
    );
    if (alike && counted.length >= 2) for (const section of counted) picked.add(section.index);
  }
  return layout.sections.filter((section) => {
    const parent = section.parent === null ? undefined : layout.sections[section.parent];
    return (
      picked.has(section.index) || (parent?.role === 'driver' && (section.role === 'body' || section.role === 'driver'))
    );
  });
}

const COUNT_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\btwo\b|\b2\b|[两二]/i, 2],
  [/\bthree\b|\b3\b|三/i, 3],
  [/\bfour\b|\b4\b|四/i, 4],
  [/\bfive\b|\b5\b|五/i, 5],
  [/\bsix\b|\b6\b|六/i, 6],
  [/\bseven\b|\b7\b/i, 7],
];

/** The number that the words announce; "several" announces three. */
function countIn(words: string): number {
  return COUNT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 3;
}

function titleSpan(text: string, section: Section): Span {
  const at = text.slice(section.start, section.end).lastIndexOf(section.title);
  const start = section.start + Math.max(0, at);
  return { start, end: start + section.title.length };
}

/**
 * Items and rows of lists of risks, paragraphs that are labelled as a risk, and in sections of risks without a list
 * their paragraphs; with the horizon where one is said.
 */
export function findRisks({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const items: Found[] = [];
  const listedSections = new Set(
    passages
      .filter(({ block, topic }) => topic === 'risk' && (isItem(block) || block.kind === 'table-row'))
      .map(({ section }) => section.index),
  );
  for (const passage of passages) {
    const { block, topic, horizon, section, role } = passage;
    if (passage.inCase) continue;
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const fields = { horizon: horizon ?? labelHorizon(quote) };
    if (block.kind === 'table-row' ? listsRisk(passage) : topic === 'risk' && lists(layout, passage, 'risk')) {
      items.push(found(layout, 'risk', span, 'risk.list', { fields }));
    } else if (block.kind === 'paragraph' && RISK_LABEL.test(quote)) {
      items.push(found(layout, 'risk', span, 'risk.label', { fields }));
    } else if (
      block.kind === 'paragraph' &&
      (role === 'risk' || role === 'downside') &&
      !listedSections.has(section.index) &&
      passage.labels.length === 0 &&
      !matches(CUES.disclaimer, quote)
    ) {
      items.push(found(layout, 'risk', span, 'risk.paragraph', { fields }));
    }
  }
  return items;
}

/** A row of a table of risks, or of one that only its heading tells of. */
function listsRisk({ grid, topic, section, block }: Passage): boolean {
  if (grid?.kind !== 'plain') return grid?.kind === 'risk';
  return topic === 'risk' && (block.leadIn !== null || section.role === 'risk' || section.role === 'downside');
}

/** An item of its own, which no label makes an item of another kind. */
function lists(layout: StructureInput['layout'], { block, detail, labels }: Passage, type: StructureType): boolean {
  const first = labels[0];
  const other = first !== undefined && first.start <= block.contentStart + 4 && first.cue.type !== type;
  return (
    isItem(block) &&
    !detail &&
    !other &&
    !LEADS.test(layout.text.slice(Math.max(block.start, block.end - 8), block.end))
  );
}

function labelHorizon(quote: string): string | null {
  const lead = leadWords(quote);
  return lead === null || horizonIn(lead) === null ? null : lead;
}

const SAID_CATALYST =
  /\bcatalysts?\b[^.]{0,12}\b(?:is|are|would be|will be) (?:an?|the|its|their|our|any|\d|Q[1-4])\b|催化剂(?:是|在于)/iu;

/** Items of lists of catalysts, and sentences of prose that call something one; with the horizon where one is said. */
export function findCatalysts({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap((passage) => {
    const { block, topic, horizon } = passage;
    if (!isProse(block)) return [];
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const lead = leadWords(quote);
    if (topic === 'catalyst' && lists(layout, passage, 'catalyst')) {
      return [
        found(layout, 'catalyst', span, 'catalyst.list', { fields: { horizon: horizon ?? horizonIn(lead ?? quote) } }),
      ];
    }
    return sentencesOf(layout, block)
      .filter((sentence) => SAID_CATALYST.test(quoteOf(layout, sentence)))
      .map((sentence) =>
        found(layout, 'catalyst', sentence, 'catalyst.wording', {
          fields: { horizon: horizonIn(quoteOf(layout, sentence)) },
        }),
      );
  });
}

/** Watch items: what is watched, the band it should keep, and what it means where it breaks. */
export function findIndicators({ layout, figures }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap((passage) => {
    const { block } = passage;
    if (block.kind === 'table-row') return listsIndicator(layout, passage) ? indicatorRow(layout, figures, block) : [];
    if (passage.topic !== 'indicator' || !lists(layout, passage, 'indicator')) return [];
    const span = contentOf(layout, block);
    if (TICKER.test(quoteOf(layout, span))) return [];
    const inside = figuresIn(figures, span);
    const range =
      inside.find((figure) => figure.qualifier === 'range') ?? inside.find((figure) => figure.qualifier !== 'none');
    const quote = quoteOf(layout, span);
    const broken = sentencesOf(layout, block)
      .map(({ start, end }) => quoteOf(layout, { start, end }))
      .find((sentence) => matches(CUES.condition, sentence));
    return [
      found(layout, 'indicator', span, 'indicator.list', {
        label: shorten(indicatorWords(quote), 70),
        fields: { band: range?.quote ?? null, state: 'awaiting', ifBroken: broken ? shorten(broken, 200) : null },
      }),
    ];
  });
}

/** `**ACME** — RSI 24` on a list of shares is a share, no indicator. */
const TICKER = /^[*_]{2}\$?[A-Z][A-Z0-9.]{0,6}[*_]{2}/;

/** A row of a table that watches metrics, or of one that only its heading tells of; never of a list of shares. */
function listsIndicator(layout: StructureInput['layout'], { block, grid, topic }: Passage): boolean {
  if (grid?.kind !== 'plain') return grid?.kind === 'indicator';
  const table = block.table === null ? undefined : layout.tables[block.table];
  const shares = table?.head.some(({ text }) => matches(HEADS.ticker, text)) ?? true;
  return topic === 'indicator' && !shares;
}

/** "First, whether cloud growth can hold in …" is about cloud growth; a change is named with what it changes. */
function indicatorWords(quote: string): string {
  const plain = quote
    .replace(/^(?:first|second|third|fourth|fifth|sixth|seventh|finally|last)(?:ly)?\s*[,:\uff1a—–]\s*/i, '')
    .replace(/^第[一二三四五六七八九十]{1,2}\s*[,\uff0c\u3001:\uff1a]\s*/u, '')
    .replace(/^(?:whether|if|how|that)\s+(?:or not\s+)?/i, '');
  const english =
    /^(.{3,60}?)\s+(?:can|could|will|would|stays?|holds?|remains?|sustains?|continues?|is|are|has|have|keeps?|shows?)\b/iu;
  const chinese = /^(.{2,24}?)(?:能否|是否|会否|能不能)/u;
  const subject = (english.exec(plain) ?? chinese.exec(plain))?.[1];
  const lead = leadWords(plain);
  if (subject !== undefined && (lead === null || lead.length > subject.length)) return subject;
  return lead ?? plain.split(/(?<=[.。])\s/)[0] ?? plain;
}

function indicatorRow(layout: StructureInput['layout'], figures: StructureInput['figures'], block: Block): Found[] {
  const table = block.table === null ? undefined : layout.tables[block.table];
  const row = table && rowOf(table, block);
  if (!table || !row) return [];
  const under = (pattern: RegExp): Cell | null => {
    const column = table.head.find((cell) => pattern.test(cell.text))?.column;
    return row.cells.find((cell) => cell.column === column) ?? null;
  };
  const band = under(/\b(?:band|range|threshold|target|expect|healthy|needs?|bar)\b|区间|阈值|目标/i);
  const current = under(/\b(?:current|latest|now|actual|today|last)\b|当前|最新|现值/i);
  return [
    found(layout, 'indicator', block, 'indicator.row', {
      label: row.cells.find((cell) => cell.column === 0)?.text ?? null,
      fields: {
        band: band?.text ?? null,
        current: current?.text ?? null,
        state: band && current ? stateOf(figuresIn(figures, band)[0], figuresIn(figures, current)[0]) : 'awaiting',
        ifBroken:
          under(/\b(?:if|broken|breaks?|breach|means?|implication|trigger|what it)\b|含义|若|跌破/i)?.text ?? null,
        nextDate: under(/\b(?:date|next|when|due)\b|日期|时间/i)?.text ?? null,
      },
    }),
  ];
}

/** Where the current value lies against the band; awaiting where one of them has no number or another unit. */
function stateOf(band: Figure | undefined, current: Figure | undefined): WatchState | 'awaiting' {
  const hasValue = current !== undefined && (current.low ?? current.high) !== null;
  return (band && hasValue && stateWithin(band, current)) || 'awaiting';
}

/** Sentences that disclaim by their words, and paragraphs under a heading of disclaimers. */
export function findDisclaimers({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ block, role }) => {
    if (block.kind === 'heading' || block.kind === 'reference') return [];
    return sentencesOf(layout, block).flatMap((span) => {
      const quote = quoteOf(layout, span);
      const said = matches(CUES.disclaimer, quote) && !matches(CUES.disclaimerNot, quote);
      if (!said && !(role === 'disclaimer' && block.kind === 'paragraph')) return [];
      return [
        found(layout, 'disclaimer', span, said ? 'disclaimer.wording' : 'disclaimer.heading', {
          label: shorten(quote),
        }),
      ];
    });
  });
}
