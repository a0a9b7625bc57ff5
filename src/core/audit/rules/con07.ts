/** CON07: a count announced above a list, against the items of the list. */
import { evidenceOf } from '../evidence';
import { finding, findingAt } from '../finding';
import { groupBy } from '../group';
import type { AuditDocument, Finding, Rule } from '../model';

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
  check: (document) => [...check(document), ...inLine(document)],
};
