/** What a measurement says, as lines for a terminal. */
import { isRight, type Judged, likeness, names, sameName } from './judge';
import { fieldShares, isFound, type Looked, type Measured, plantsFound } from './measure';
import { KINDS, PLANT_KINDS } from './truth';

const percent = (value: number): string => (100 * value).toFixed(0).padStart(7);
const HEADS = ['found', 'value', 'period', 'entity', 'metric', 'class', 'direct', 'FIVE', 'figures'];

function row(name: string, judged: readonly Judged[]): string {
  const { figures, five, found, fields } = fieldShares(judged);
  const shares = ['value', 'period', 'entity', 'metric', 'class', 'direction'].map((field) =>
    percent(fields[field] ?? 0),
  );
  return name.padEnd(22) + percent(found) + shares.join('') + percent(five) + String(figures).padStart(9);
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

const ofAll = (looked: readonly Looked[]): readonly Judged[] => looked.flatMap(({ reading }) => reading.judged);

function metaRow(clean: readonly Looked[]): string {
  const count = (test: (one: Looked) => boolean): string => `${clean.filter(test).length}`;
  const title = count(({ document, read }) =>
    document.meta.title.some(
      (title) => title === read.analysis.layout.title || likeness(title, read.analysis.layout.title) >= 0.75,
    ),
  );
  const asOf = count(({ document, read }) => document.meta.asOf.includes(read.analysis.context.asOf ?? ''));
  const subject = count(({ document, read }) =>
    document.meta.subject.some((name) => sameName(name, read.analysis.context.entity)),
  );
  const year = count(
    ({ document, read }) =>
      (document.meta.fiscalYearEndMonth ?? read.analysis.context.fiscalYearEndMonth) ===
      read.analysis.context.fiscalYearEndMonth,
  );
  return `title ${title}, as-of ${asOf}, subject ${subject}, year end ${year} of ${clean.length}`;
}

export function reportLines({ clean, spoilt }: Measured): readonly string[] {
  const judged = ofAll(clean);
  const extra = clean.reduce((sum, { reading }) => sum + reading.extra.length, 0);
  const accused = clean.filter(({ accusations }) => accusations.length > 0);
  const rules = groupBy(
    clean.flatMap(({ accusations }) => accusations),
    ({ rule }) => rule,
  );
  const planted = plantsFound(spoilt);
  const beside = spoilt.flatMap(({ document, accusations }) =>
    accusations.filter((one) => document.planted && !names(one, document.planted)),
  ).length;
  return [
    ''.padEnd(22) + HEADS.map((head) => head.padStart(head === 'figures' ? 9 : 7)).join(''),
    ...KINDS.map((kind) => row(kind, ofAll(clean.filter(({ document }) => document.kind === kind)))),
    '',
    ...groupBy(judged, ({ gold }) => gold.layout).map(([layout, group]) => row(`· ${layout}`, group)),
    '',
    ...groupBy(clean, ({ document }) => document.style).map(([style, group]) => row(`~ ${style}`, ofAll(group))),
    '',
    row('ALL', judged),
    `read where nothing is a figure: ${extra}`,
    metaRow(clean),
    '',
    `planted errors found: ${planted.found} of ${planted.all}`,
    ...PLANT_KINDS.map((kind) => ({ kind, ...plantsFound(spoilt, kind) }))
      .filter(({ all }) => all > 0)
      .map(({ kind, found, all }) => `  ${kind.padEnd(12)} ${String(found).padStart(4)} of ${all}`),
    `accusations beside the planted error: ${beside}`,
    '',
    `clean documents accused: ${accused.length} of ${clean.length}${
      accused.length > 0
        ? ` (seeds ${accused
            .slice(0, 12)
            .map(({ document }) => document.seed)
            .join(' ')})`
        : ''
    }`,
    ...rules.map(
      ([rule, findings]) =>
        `  ${rule.padEnd(12)} ${String(findings.length).padStart(4)}  ${findings[0]?.message.slice(0, 140) ?? ''}`,
    ),
  ];
}

/** What was misread most, each with one example: what to mend first. */
export function missGroups(clean: readonly Looked[], limit: number): readonly string[] {
  const misses = clean.flatMap(({ document, reading }) =>
    reading.judged.filter((one) => !isRight(one)).map((one) => ({ document, one })),
  );
  const groups = groupBy(
    misses,
    ({ document, one }) =>
      `${one.wrong.filter((field) => field !== 'direction').join('+')} | ${one.gold.layout} | ${one.gold.metric[0] ?? ''} | ${document.language}`,
  );
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, limit)
    .map(([key, group]) => {
      const first = group[0];
      return `${String(group.length).padStart(5)}  ${key}\n       ${first ? missLine(first.one, first.document.text) : ''} (seed ${first?.document.seed ?? ''})`;
    });
}

function missLine({ gold, read, wrong }: Judged, text: string): string {
  const before = text.slice(Math.max(0, gold.start - 60), gold.start).replace(/\n/g, '⏎');
  const after = text.slice(gold.end, gold.end + 40).replace(/\n/g, '⏎');
  const want = `${gold.low ?? ''}..${gold.high ?? ''} ${gold.unit} ${gold.qualifier} ${gold.period[0] ?? 'null'} ${gold.entity[0] ?? ''} ${gold.metric[0] ?? ''} ${gold.letters.join('')}`;
  const have =
    read === null
      ? 'not found'
      : `${read.low ?? ''}..${read.high ?? ''} ${read.unit} ${read.qualifier} ${read.period ?? 'null'} ${read.entity ?? ''} ${read.metric ?? ''}/${read.metricLabel ?? ''} ${read.provenance}`;
  return `${wrong.join(',')}: …${before}[${gold.text}]${after}…\n         true ${want}\n         read ${have}`;
}

/** One document with its misses and findings. */
export function showLines(looked: Looked): readonly string[] {
  const { document, reading, read } = looked;
  return [
    document.text,
    '-----',
    ...reading.judged.filter((one) => !isRight(one)).map((one) => missLine(one, document.text)),
    ...reading.extra.map((figure) => `no figure: ${figure.quote}`),
    ...read.findings
      .filter(({ severity }) => severity !== 'ok')
      .map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`),
    ...(document.planted
      ? [
          `planted ${document.planted.kind} at ${document.planted.spoilt.map(({ text }) => text).join(' | ')}: ${isFound(looked) ? 'found' : 'NOT FOUND'}`,
        ]
      : []),
  ];
}
