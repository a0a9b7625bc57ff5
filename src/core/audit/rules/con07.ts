/** CON07: a count announced above a list, against the items of the list. */
import { findingAt } from '../finding';
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
  const word = (match[1] ?? '').toLowerCase();
  return NUMBERS.includes(word) ? NUMBERS.indexOf(word) : Number(word);
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
    { text: 'We met 41 analysts and heard this:\n\n- Tariffs rise\n- Demand falls\n', says: 'nothing' },
  ],
  check,
};
