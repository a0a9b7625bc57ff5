/**
 * The sourcing appendix: facts apart from estimates and opinions, forecasts with their assumptions, what the company
 * does not disclose, what is still open, the sources with what is doubtful about them, and when the note was completed.
 * Regulation (EU) 2016/958 art. 3 requires most of it.
 */
import { isPrimaryTier, TIER_LABEL } from '../../../core/citation/tier';
import { SCORE_COUNTS } from '../../../core/audit/model/model';
import { groupBy } from '../../../core/base/group';
import { figureText, isCorrected } from '../../../core/figure/display/text';
import { metricName } from '../../../core/figure/display/names';
import type { TypedFigure } from '../../../core/report/typed';
import { PROVENANCE_LABEL, PROVENANCES, type Provenance } from '../../../core/figure/provenance';
import type { FigureRecord, FindingRecord, RuleRecord, SourceRecord } from '../../../contract/records/index';
import { cell, head, heading, paragraph, plainWords, table, text } from './blocks';
import type { Inline, Note, NoteAudit, NoteBlock, TableCell } from './note';

const MEANING: Readonly<Record<Provenance, string>> = {
  disclosed: 'reported by the company in a filing or a results release',
  management: 'said by management, or announced outside results; not audited, not separately reported',
  consensus: 'from sell-side analysts, one or many',
  third_party: 'an outside firm’s or outlet’s estimate or report; market prices',
  inferred: 'the author’s own judgement, scenario or model',
  derived: 'computed from other figures; the letter after it is the weakest class among them',
  unclassified: 'nobody could be found who vouches for it',
};

/** A score in percent with one decimal, which never rounds up to 100 [T9]; a dash where there is none. */
export const scoreText = (score: number | null): string =>
  score === null ? '—' : `${score === 100 ? '100' : Math.min(99.9, score).toFixed(1)}%`;

/** Of the figures that the score counts, how many tie out; null where it counts none. A typed number ties out by its citation. */
export function scoreOf(
  figures: readonly FigureRecord[],
  typed: readonly TypedFigure[] = [],
): { counted: number; tied: number; share: number } | null {
  const live = figures.filter((figure) => figure.counted);
  const counted = live.length + typed.length;
  if (counted === 0) return null;
  const tied = live.filter((figure) => figure.tiedOut).length + typed.filter(({ cited }) => cited).length;
  return { counted, tied, share: Math.floor((1000 * tied) / counted) / 10 };
}

/** Said beside the figures, because they are none. */
export const typedText = (count: number): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? 'number' : 'numbers'} typed, not linked`;

/** In a table of figures: whether one ties out, or that the score does not count it. */
export const tieOutWord = ({ tiedOut, counted }: FigureRecord): string =>
  tiedOut ? 'yes' : counted ? 'no' : 'not counted';

function scoreSentence({ figures, typed }: Note): string {
  const score = scoreOf(figures, typed);
  if (score === null) return 'None of them needs a source.';
  const { counted, tied, share } = score;
  return `Of the ${counted} that need a source, ${tied} tie out to one or recompute (${scoreText(share)}). ${SCORE_COUNTS}`;
}

function countsByClass(figures: readonly FigureRecord[]): NoteBlock {
  const rows = PROVENANCES.flatMap((provenance) => {
    const of = figures.filter((figure) => figure.provenance === provenance);
    if (of.length === 0) return [];
    const mark: Inline = { kind: 'figure', text: PROVENANCE_LABEL[provenance], id: '', provenance, inherited: null };
    return [
      [
        cell([mark]),
        cell(MEANING[provenance]),
        cell(String(of.length)),
        cell(String(scoreOf(of)?.counted ?? 0)),
        cell(String(scoreOf(of)?.tied ?? 0)),
      ],
    ];
  });
  return table([head('Class', 'Who vouches for it', 'Figures', 'Need a source', 'Tied out'), ...rows]);
}

const numberOf = (sources: readonly SourceRecord[], id: string | null): number =>
  sources.findIndex((source) => source.id === id) + 1;

function citesOf(figure: FigureRecord, sources: readonly SourceRecord[]): Inline[] {
  const numbers = [...new Set(figure.citations.map((citation) => numberOf(sources, citation.source)))].filter(
    (n) => n > 0,
  );
  return numbers.length > 0
    ? numbers.map((number): Inline => ({ kind: 'cite', label: String(number), number, locator: null }))
    : [text('—')];
}

/** What was corrected prints its value, as the text does, and says what its document has: never one here, the other there. */
export function figureInlines(figure: FigureRecord): Inline[] {
  const corrected = figure.place !== null && isCorrected(figure);
  const mark: Inline = {
    kind: 'figure',
    text: figure.place && !corrected ? figure.quote : figureText(figure),
    id: figure.id,
    provenance: figure.provenance,
    inherited: figure.inheritedClass,
  };
  return corrected ? [mark, text(` (corrected from ${figure.quote})`)] : [mark];
}

interface Fact {
  readonly figure: FigureRecord;
  /** How often it stands in the note. */
  readonly times: number;
}

/** One row a fact: mentions that read the same and tie the same way are counted, not repeated. */
function factsOf(figures: readonly FigureRecord[]): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const figure of figures) {
    const key = [
      figure.metric,
      figure.entity,
      figure.period,
      figure.low,
      figure.high,
      figure.unit,
      figure.provenance,
      figure.assertion,
      figure.tiedOut,
    ].join('|');
    const known = facts.get(key);
    facts.set(key, { figure: known?.figure ?? figure, times: (known?.times ?? 0) + 1 });
  }
  return [...facts.values()];
}

const timesText = (times: number): string => (times > 1 ? `×${times}` : '');

/** Figures without a metric say little in a row of their own: one row for those that share their sources and tie alike. */
function unnamedRows(figures: readonly FigureRecord[], sources: readonly SourceRecord[]): (readonly TableCell[])[] {
  const groups = groupBy(figures, (figure) => JSON.stringify([citesOf(figure, sources), figure.tiedOut]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const listed = group.flatMap((figure, at) => [...(at > 0 ? [text(', ')] : []), ...figureInlines(figure)]);
    return [
      [
        cell('no metric'),
        cell('—'),
        cell('—'),
        cell(listed),
        cell(timesText(group.length)),
        cell(citesOf(first, sources)),
        cell(first.tiedOut ? '✓' : '–'),
      ],
    ];
  });
}

function figuresTable(figures: readonly FigureRecord[], sources: readonly SourceRecord[]): NoteBlock {
  const facts = factsOf(figures);
  const named = facts.filter(({ figure }) => metricName(figure));
  const rows = named.map(({ figure, times }) => [
    cell(metricName(figure) ?? ''),
    cell(figure.entity ?? '—'),
    cell(figure.period ?? '—'),
    cell(figureInlines(figure)),
    cell(timesText(times)),
    cell(citesOf(figure, sources)),
    cell(figure.tiedOut ? '✓' : '–'),
  ]);
  const unnamed = unnamedRows(
    facts.flatMap(({ figure }) => (metricName(figure) ? [] : [figure])),
    sources,
  );
  return table([head('Metric', 'Entity', 'Period', 'Figure', '', 'Sources', 'Ties'), ...rows, ...unnamed]);
}

const GROUPS: readonly { readonly title: string; readonly about: string; readonly of: readonly Provenance[] }[] = [
  { title: 'Disclosed by the company', about: 'Facts from filings and results releases.', of: ['disclosed'] },
  {
    title: 'Said by others',
    about: 'Statements of management, of analysts and of outside firms. They are reported here, not confirmed.',
    of: ['management', 'consensus', 'third_party'],
  },
  {
    title: 'The author’s own',
    about: 'Judgements, scenarios and computations. None of these is a company figure.',
    of: ['inferred', 'derived'],
  },
  { title: 'Unclassified', about: 'Figures for which no rule could tell who vouches for them.', of: ['unclassified'] },
];

function figureGroups(note: Note): NoteBlock[] {
  return GROUPS.flatMap(({ title, about, of }) => {
    const figures = note.figures.filter((figure) => of.includes(figure.provenance));
    return figures.length === 0
      ? []
      : [heading(`${title} (${figures.length})`, 3), paragraph(about), figuresTable(figures, note.sources)];
  });
}

/** Numbers that somebody typed: none leads to a quote, so each is shown with the words around it. */
function typedNumbers({ typed }: Note): NoteBlock[] {
  if (typed.length === 0) return [];
  return [
    heading(`Typed, not linked to a figure (${typed.length})`, 3),
    paragraph('Numbers of the text that no figure of the notebook stands behind.'),
    table([
      head('Number', 'Where', 'Cited'),
      ...typed.map(({ quote, context, cited }) => [cell(quote), cell(`… ${context} …`), cell(cited ? 'yes' : 'no')]),
    ]),
  ];
}

/** Forecasts, targets and scenarios, each with what it assumes. */
function forwardLooking(note: Note, audit: NoteAudit): NoteBlock[] {
  const ids = new Set(note.figures.map((figure) => figure.id));
  const scenarios = audit.structure.filter(
    (item) => item.type === 'scenario' && (item.figures.length === 0 || item.figures.some((id) => ids.has(id))),
  );
  const figures = note.figures.filter((figure) =>
    ['guidance', 'commitment', 'forecast', 'target', 'scenario', 'threshold'].includes(figure.assertion),
  );
  if (figures.length === 0 && scenarios.length === 0) return [];
  const inScenario = (figure: FigureRecord) => scenarios.find((item) => item.figures.includes(figure.id));
  const rows = factsOf(figures).map(({ figure }) => {
    const assumption = figure.note || inScenario(figure)?.fields['assumption'] || '';
    return [
      cell(figure.assertion),
      cell(metricName(figure) ?? '—'),
      cell(figure.period ?? '—'),
      cell(figureInlines(figure)),
      cell(plainWords(assumption) || 'no assumption stated'),
    ];
  });
  return [
    heading('Forecasts, targets and scenarios'),
    paragraph('Statements about what has not happened yet, with what they assume.'),
    table([head('Kind', 'Metric', 'Period', 'Figure', 'Assumption'), ...rows]),
  ];
}

function undisclosed(note: Note, audit: NoteAudit): NoteBlock[] {
  const ids = new Set(note.figures.map((figure) => figure.id));
  // What concerns none of the note's figures is no news to its reader.
  const items = audit.summary.undisclosed.filter((item) => item.figures.some((id) => ids.has(id)));
  if (items.length === 0) return [];
  const rows = items.map((item) => [
    cell(item.label),
    cell(item.entity ?? '—'),
    cell(String(item.figures.filter((id) => ids.has(id)).length)),
  ]);
  return [
    heading('Not disclosed by the company'),
    paragraph('What the company does not report. A figure on any of these is somebody else’s.'),
    table([head('Item', 'Entity', 'Figures that rest on it'), ...rows]),
  ];
}

const OPEN = new Set(['open', 'accepted']);
const RANK: Readonly<Record<string, number>> = { error: 0, warning: 1, info: 2, ok: 3 };

/** Findings that only say that something is missing are told once a rule, with the figures they are about. */
const LISTED_ONE_BY_ONE = 3;

const findingRow = (f: FindingRecord): readonly TableCell[] => [
  cell(f.severity),
  cell(f.rule),
  cell(plainWords(f.message)),
  cell(f.section === null ? '—' : plainWords(f.section)),
];

function findingRows(findings: readonly FindingRecord[]): readonly (readonly TableCell[])[] {
  const rules = [...new Set(findings.map((finding) => finding.rule))];
  return rules.flatMap((rule) => {
    const same = findings.filter((finding) => finding.rule === rule);
    const [first] = same;
    if (!first) return [];
    const single = same.length <= LISTED_ONE_BY_ONE || same.some((finding) => finding.verdict !== null);
    if (single) return same.map(findingRow);
    const quotes = [...new Set(same.map((finding) => /“([^”]+)”/.exec(finding.message)?.[1]).filter(Boolean))];
    return [
      [
        cell(first.severity),
        cell(first.rule),
        cell(`${first.title}: ${same.length}${quotes.length > 0 ? ` (${plainWords(quotes.join(', '))})` : ''}.`),
        cell('throughout'),
      ],
    ];
  });
}

function openFindings(findings: readonly FindingRecord[]): NoteBlock[] {
  const open = findings
    .filter((finding) => OPEN.has(finding.status) && finding.severity !== 'ok')
    .sort((a, b) => (RANK[a.severity] ?? 9) - (RANK[b.severity] ?? 9));
  if (open.length === 0) return [heading('Open findings'), paragraph('None.')];
  return [
    heading(`Open findings (${open.length})`),
    table([head('Severity', 'Rule', 'Finding', 'Where'), ...findingRows(open)]),
  ];
}

/** What was found and set aside, each with the reason given: a reader can disagree. */
function answeredFindings(findings: readonly FindingRecord[]): NoteBlock[] {
  const answered = findings.filter(({ status }) => status === 'dismissed' || status === 'explained');
  if (answered.length === 0) return [];
  return [
    heading(`Findings set aside (${answered.length})`),
    table([
      head('Rule', 'Finding', 'Answer', 'Reason'),
      ...answered.map((one) => [
        cell(one.rule),
        cell(plainWords(one.message)),
        cell(one.status),
        cell(plainWords(one.reason ?? '') || 'none given'),
      ]),
    ]),
  ];
}

/** The rules that were not asked, and why; nothing where all were. */
export function rulesOff(rules: readonly RuleRecord[]): NoteBlock[] {
  const off = rules.flatMap((rule) => (rule.off === null ? [] : [{ ...rule, off: rule.off }]));
  if (off.length === 0) return [];
  return [
    heading(`Rules switched off (${off.length})`),
    table([
      head('Rule', 'What it finds', 'Why it is off', 'Since'),
      ...off.map((rule) => [cell(rule.id), cell(rule.about), cell(rule.off.reason), cell(rule.off.at.slice(0, 10))]),
    ]),
  ];
}

/** What a reader should know before relying on a source; empty when nothing. */
function doubts(source: SourceRecord): string {
  const { csl } = source;
  const missing = [
    !csl.publisher && !csl['container-title'] && !csl.title && 'no title or publisher',
    !csl['issued'] && 'no date',
  ].filter(Boolean);
  const secondary = isPrimaryTier(source.tier) ? [] : ['secondary source'];
  return [...missing, ...secondary].join(', ');
}

function bibliography(sources: readonly SourceRecord[]): NoteBlock[] {
  if (sources.length === 0) return [heading('Sources'), paragraph('No source is cited.')];
  const rows = sources.map((source, i) => [
    cell(`${i + 1}`),
    cell(source.formatted),
    cell(TIER_LABEL[source.tier]),
    cell(doubts(source)),
  ]);
  return [heading('Sources'), table([head('No.', 'Source', 'Kind', 'Note'), ...rows])];
}

function disclaimers(audit: NoteAudit, figures: readonly FigureRecord[]): NoteBlock[] {
  const documents = new Set(figures.flatMap((figure) => figure.place?.document ?? []));
  const own = audit.structure.filter(
    (item) => item.type === 'disclaimer' && item.document !== null && documents.has(item.document),
  );
  return own.length === 0 ? [] : [heading('Disclaimer'), ...own.map((item) => paragraph(plainWords(item.quote)))];
}

/** The appendix's blocks, to stand after the note's own. */
export function appendix(note: Note, audit: NoteAudit): readonly NoteBlock[] {
  return [
    heading('How these figures were sourced', 1),
    paragraph(
      `This note carries ${note.figures.length} ${note.figures.length === 1 ? 'figure' : 'figures'}. ${scoreSentence(note)} Each figure shows the letter of whoever vouches for it.`,
    ),
    ...(note.figures.length > 0 ? [countsByClass(note.figures)] : []),
    ...figureGroups(note),
    ...typedNumbers(note),
    ...forwardLooking(note, audit),
    ...undisclosed(note, audit),
    ...openFindings(audit.findings),
    ...answeredFindings(audit.findings),
    ...rulesOff(audit.rules),
    ...bibliography(note.sources),
    heading('Completed'),
    paragraph(`${audit.completedAt}${note.asOf ? `; data as of ${note.asOf}` : ''}.`),
    ...disclaimers(audit, note.figures),
  ];
}
