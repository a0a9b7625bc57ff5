/** The rules as a document for people, made from the rules themselves so that it cannot say otherwise than they do. */
import type { Example, Rule } from './model/model';

const SAYS: Readonly<Record<Example['says'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  ok: 'holds',
  nothing: 'silent',
};

const quoted = (text: string): string => text.trim().split('\n').join(' ⏎ ').replaceAll('|', '\\|');

/** What the passage does not say itself: its date, its source's text, what a person had set. */
const around = ({ asOf, source, emptied, set = [] }: Example): readonly string[] => [
  ...(asOf === undefined ? [] : [`document of ${asOf}`]),
  ...(source === undefined ? [] : [`its source says: ${quoted(source)}`]),
  ...(emptied === undefined ? [] : [`the ${emptied} of its items emptied by hand`]),
  ...set.map(({ quote, ...fields }) => `“${quote}” set to ${Object.values(fields).join(', ')}`),
];

function exampleRow(example: Example): string {
  const beside = around(example);
  return `| ${quoted(example.text)}${beside.length === 0 ? '' : ` *(${beside.join('; ')})*`} | ${SAYS[example.says]} |`;
}

const ruleSection = ({ id, title, severity, about, examples }: Rule): string =>
  [
    `## ${id} · ${title}`,
    '',
    `*${SAYS[severity]}* — ${about}`,
    '',
    '| Passage | Says |',
    '| --- | --- |',
    ...examples.map(exampleRow),
  ].join('\n');

/** Markdown: a table of all rules, then each with its examples. */
export function rulesDocument(rules: readonly Rule[]): string {
  const overview = rules.map(
    ({ id, severity, title, about }) => `| [${id}](#${anchor(id, title)}) | ${SAYS[severity]} | ${title} | ${about} |`,
  );
  return [
    '# The audit rules',
    '',
    'Made from the rules by `tests/core/audit/rules-document.test.ts`; edit the rules, not this file. A rule that holds says so too',
    '(`holds`), shown where asked for and never counted. Where the words leave several readings, or name another base,',
    'a rule stays silent rather than accuse.',
    '',
    '| Rule | Severity | Title | What it finds |',
    '| --- | --- | --- | --- |',
    ...overview,
    '',
    rules.map(ruleSection).join('\n\n'),
    '',
  ].join('\n');
}

const anchor = (id: string, title: string): string =>
  `${id} · ${title}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
