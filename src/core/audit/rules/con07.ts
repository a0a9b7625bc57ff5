/** CON07: a count announced above a list, against the items of the list. */
import { evidenceOf } from '../evidence/evidence';
import { finding, findingAt } from '../model/finding';
import { groupBy } from '../../base/group';
import type { Section } from '../../document/model';
import type { AuditDocument, Finding, Rule } from '../model/model';

const NUMBERS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
/** Nouns that announce what a list then has; "41 analysts" announces nothing. */
const ANNOUNCED =
  /\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) (?:[a-z-]+ ){0,3}?(?:things|forces|factors|reasons|drivers|risks|series|metrics|indicators|points|steps|questions|parties|items|pillars|catalysts|scenarios|cases|themes|areas|variables|ways|conditions|assumptions|changes|signals|numbers|negatives|positives|divisions|segments)\b|([两三四五六七八九])(?:个|大|点|项|条)(?:风险|因素|指标|原因|问题|动力|看点|方面)/i;
const CHINESE = '零一两三四五六七八九';

function announced(text: string): number | null {
  const match = ANNOUNCED.exec(text);
  if (!match) return null;
  if (match[2]) return CHINESE.indexOf(match[2]);
  return countOf(match[1] ?? '');
}

function countOf(words: string): number {
  const word = words.toLowerCase();
  return NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word);
}

/** "All four years positive: FY25 $8M, FY24 $9M, FY23 $7M": what the colon opens is what was counted. */
const COUNTED =
  /\b(?:all|the|these|last|past|both) (two|three|four|five|six|seven|eight|nine|ten|[2-9]) (?:[a-z-]+ ){0,4}?(?:years|quarters|months|segments|peers|estimates|targets|values)(?: [a-z-]+){0,2}\s*[:：]\s*/i;
const APART = 26;

function inLine(document: AuditDocument): readonly Finding[] {
  const { index } = evidenceOf(document);
  return document.layout.sentences.flatMap(({ index: at, start, end }): readonly Finding[] => {
    const text = document.layout.text.slice(start, end);
    const match = COUNTED.exec(text);
    const said = match ? countOf(match[1] ?? '') : null;
    if (!match || said === null) return [];
    let from = start + match.index + match[0].length;
    const listed = index.inSentence(at).filter((figure) => {
      const isNext = figure.start >= from && figure.start - from <= APART;
      if (isNext) from = figure.end;
      return isNext;
    });
    const units = new Set(listed.map(({ unit }) => unit));
    if (listed.length < 2 || listed.length === said || units.size > 1) return [];
    const message = `“${match[0].trim()}” announces ${said}; it goes on with ${listed.length}.`;
    const found = finding('CON07', 'info', document, listed, { message, claimed: String(said), verdict: 'conflict' });
    const place = { start: start + match.index, end: start + match.index + match[0].trimEnd().length };
    return [{ ...found, spans: [{ ...place, document: document.id }] }];
  });
}

/** "SHORT TRADES (5 total)", "Four key risks": what a heading counts stands below it. */
const IN_HEADING =
  /[(（](two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:in )?(?:total|items|names|stocks|trades|picks|positions|holdings|companies)[)）]|^[\s\d.#*]*(?:the |our |my |top |key |main )*(two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d) (?:[a-z-]+ ){0,3}?(?:risks|catalysts|drivers|reasons|pillars|themes|scenarios|factors|triggers|methods|trends|strategies|takeaways|picks|stocks|names|trades|positions|holdings|recommendations|companies|forces|questions|lessons|advantages|opportunities)\s*$/i;
const TOTAL_ROW = /^[\s*_]*(?:grand )?(?:total|sum|average|weighted|portfolio|cash|合计|总计)/i;

const ORDINAL = /^[\s*_]*(\d{1,2})[.)]\s/;
/** Headings in bold that are counted through right behind it: "1. Alfa", "2. Bravo". */
function numberedAfter(sections: readonly Section[], section: number): number {
  let count = 0;
  while (Number(ORDINAL.exec(sections[section + count + 1]?.title ?? '')?.[1]) === count + 1) count += 1;
  return count;
}

/** Sections right below it, else the items of its one list, else the rows of its one table; null where none is sure. */
function listedBelow({ layout }: AuditDocument, section: number): number | null {
  const children = layout.sections.filter(({ parent }) => parent === section);
  if (children.length > 1)
    return children.every(({ title, numeral }) => numeral !== null || /\d/.test(title.slice(0, 14)))
      ? children.length
      : null;
  if (children.length === 1) return null;
  const followers = numberedAfter(layout.sections, section);
  if (followers > 1) return followers;
  const own = layout.blocks.filter((block) => block.section === section);
  const numbered = own.filter(
    ({ kind, contentStart, end }) =>
      kind === 'paragraph' &&
      /^[\s*_]*\d{1,2}[.)]\s/.test(layout.text.slice(contentStart, Math.min(end, contentStart + 12))),
  );
  if (numbered.length > 1) return numbered.length;
  const items = own.filter(({ kind }) => kind === 'list-item');
  const outer = items.filter(({ list }) => list === items[0]?.list);
  const tables = layout.tables.filter((table) => table.section === section);
  if (items.length > 0 && tables.length === 0 && outer.length === items.length) return outer.length;
  const [table] = tables;
  if (!table || tables.length > 1 || items.length > 0) return null;
  return table.rows.filter(({ cells }) => !TOTAL_ROW.test(cells[0]?.text ?? '')).length;
}

function inHeadings(document: AuditDocument): readonly Finding[] {
  return document.layout.sections.flatMap((section): readonly Finding[] => {
    const match = IN_HEADING.exec(section.title);
    const said = match ? countOf(match[1] ?? match[2] ?? '') : null;
    const listed = said === null ? null : listedBelow(document, section.index);
    if (said === null || listed === null || listed < 2 || listed === said) return [];
    const heading = document.layout.blocks.find(
      ({ kind, section: own }) => kind === 'heading' && own === section.index,
    );
    if (!heading) return [];
    const message = `“${section.title.trim()}” announces ${said}; ${listed} stand below it.`;
    const found = findingAt('CON07', 'info', document, [heading], message);
    return [{ ...found, claimed: String(said), computed: String(listed), verdict: 'conflict' }];
  });
}

function check(document: AuditDocument): readonly Finding[] {
  const { blocks, text } = document.layout;
  const led = groupBy(
    blocks.filter(({ kind, leadIn }) => kind === 'list-item' && leadIn !== null),
    ({ leadIn }) => leadIn,
  );
  return blocks.flatMap((leadIn) => {
    const words = text.slice(leadIn.contentStart, leadIn.end);
    const count = leadIn.kind === 'lead-in' ? announced(words) : null;
    const items = led.get(leadIn.index) ?? [];
    const first = items[0];
    if (count === null || !first) return [];
    // Items below items belong to them, not to the count.
    const outermost = items.filter(({ list }) => list === first.list).length;
    const holds = outermost === count;
    const said = findingAt(
      'CON07',
      holds ? 'ok' : 'info',
      document,
      [leadIn],
      `“${words.trim()}” announces ${count}; the list has ${outermost}.`,
    );
    return [
      {
        ...said,
        claimed: String(count),
        computed: String(outermost),
        verdict: holds ? ('tied' as const) : ('conflict' as const),
      },
    ];
  });
}

export const CON07: Rule = {
  id: 'CON07',
  severity: 'info',
  title: 'Count without its list',
  about: 'An announced count is not what the list below it has.',
  examples: [
    { text: 'Three risks stand out:\n\n- Tariffs rise\n- Demand falls\n- Rates stay high\n', says: 'ok' },
    { text: 'Three risks stand out:\n\n- Tariffs rise\n- Demand falls\n', says: 'info' },
    { text: 'Cash flow was positive in all four years: FY25 $844M, FY24 $900M, FY23 $308M.', says: 'info' },
    { text: 'Cash flow was positive in all three years: FY25 $844M, FY24 $900M, FY23 $308M.', says: 'nothing' },
    { text: 'We met 41 analysts and heard this:\n\n- Tariffs rise\n- Demand falls\n', says: 'nothing' },
  ],
  check: (document) => [...check(document), ...inLine(document), ...inHeadings(document)],
};
