/**
 * The audit pack: every figure of the notebook with its quote, class, cue, citations, verdict and status, and every
 * finding with what was answered. A reviewer keeps it on file. It is printed from the same note model as every export.
 */
import { TIER_LABEL } from '../../core/citation/tier';
import { SCORE_COUNTS } from '../../core/audit/model/model';
import type { DocumentSummary, FigureRecord, FindingRecord, RuleRecord, SourceRecord } from '../../contract/records';
import { figureName } from '../../core/figure/display/names';
import { figureInlines, rulesOff, scoreText, tieOutWord } from './note/appendix';
import { cell, head, heading, paragraph, table, text } from './note/blocks';
import type { Inline, Note, NoteBlock, TableCell } from './note/note';
import { SourceNumbers } from './note/numbering';
import type { Sheet } from './xlsx';

export interface AuditPack {
  readonly name: string;
  readonly score: number | null;
  /** Figures that the score counts, and those of them that tie out. */
  readonly counted: number;
  readonly tied: number;
  readonly figures: readonly FigureRecord[];
  readonly findings: readonly FindingRecord[];
  readonly documents: readonly DocumentSummary[];
  readonly sources: readonly SourceRecord[];
  readonly rules: readonly RuleRecord[];
  readonly undisclosed: readonly { readonly label: string; readonly entity: string | null; readonly figures: number }[];
  readonly completedAt: string;
}

/** What the rules say of each figure, gravest first: `CALC01 conflict (open)`. */
function checksByFigure(findings: readonly FindingRecord[]): ReadonlyMap<string, readonly string[]> {
  const checks = new Map<string, string[]>();
  const rank = { error: 0, warning: 1, info: 2, ok: 3 };
  for (const finding of [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])) {
    const said = `${finding.rule} ${finding.verdict?.replaceAll('_', ' ') ?? finding.severity} (${finding.status})`;
    for (const id of new Set(finding.figures.map(({ figure }) => figure))) {
      const own = checks.get(id);
      if (own === undefined) checks.set(id, [said]);
      else if (!own.includes(said)) own.push(said);
    }
  }
  return checks;
}

function figureRow(figure: FigureRecord, checks: readonly string[], numbers: SourceNumbers): readonly TableCell[] {
  const cites = figure.citations.flatMap(({ source, locator }): Inline[] => {
    const number = numbers.numberOf(source);
    if (number === null) return [];
    return [{ kind: 'cite', label: String(number), number, locator: null }, ...(locator ? [text(` ${locator} `)] : [])];
  });
  return [
    cell(figureInlines(figure)),
    cell(figureName(figure)),
    cell(figure.cue.reason),
    cell(cites.length > 0 ? cites : '—'),
    cell(`${figure.tiedOut ? '✓ ' : figure.counted ? '– ' : ''}${figure.tieOutReason}`),
    cell(checks.join('; ') || '—'),
    cell([figure.review, figure.note].filter(Boolean).join(': ')),
  ];
}

const FIGURE_HEAD = ['Figure', 'Of what', 'Why this class', 'Sources', 'Ties out', 'Checks', 'Review'] as const;

function figureTables(pack: AuditPack, numbers: SourceNumbers): NoteBlock[] {
  const checks = checksByFigure(pack.findings);
  const groups = [
    ...pack.documents.map(({ id, title }) => ({ title, of: (figure: FigureRecord) => figure.place?.document === id })),
    { title: 'Typed by hand or from tables', of: (figure: FigureRecord) => figure.place === null },
  ];
  return groups.flatMap(({ title, of }) => {
    const own = pack.figures.filter(of);
    if (own.length === 0) return [];
    const rows = own.map((figure) => figureRow(figure, checks.get(figure.id) ?? [], numbers));
    return [heading(`${title} (${own.length})`, 2), table([head(...FIGURE_HEAD), ...rows])];
  });
}

function findingTable(findings: readonly FindingRecord[]): NoteBlock {
  const rows = findings.map((finding) => [
    cell(finding.severity),
    cell(finding.rule),
    cell(finding.message),
    cell([finding.expression, finding.computed].filter(Boolean).join(' = ') || '—'),
    cell(finding.verdict?.replaceAll('_', ' ') ?? '—'),
    cell([finding.status, finding.reason].filter(Boolean).join(': ')),
  ]);
  return table([head('Severity', 'Rule', 'Finding', 'Recomputed', 'Verdict', 'Status'), ...rows]);
}

export function auditNote(pack: AuditPack): Note {
  const numbers = new SourceNumbers(pack.sources);
  const said = pack.findings.filter((finding) => finding.severity !== 'ok');
  const held = pack.findings.filter((finding) => finding.severity === 'ok');
  const figures = figureTables(pack, numbers);
  const undisclosed = pack.undisclosed.map((item) => [
    cell(item.label),
    cell(item.entity ?? '—'),
    cell(String(item.figures)),
  ]);
  const list = numbers.list();
  const blocks: NoteBlock[] = [
    paragraph(
      `${pack.figures.length} figures; ${pack.tied} of the ${pack.counted} that need a source tie out (${scoreText(pack.score)}); ${said.filter((one) => one.status === 'open').length} findings open. Completed ${pack.completedAt}.`,
    ),
    paragraph(SCORE_COUNTS),
    heading('Figures', 1),
    ...(figures.length > 0 ? figures : [paragraph('None.')]),
    heading('Findings', 1),
    said.length > 0 ? findingTable(said) : paragraph('None.'),
    ...(held.length > 0 ? [heading(`Checks that hold (${held.length})`), findingTable(held)] : []),
    ...(undisclosed.length > 0
      ? [heading('Not disclosed by the company'), table([head('Metric', 'Entity', 'Figures'), ...undisclosed])]
      : []),
    ...rulesOff(pack.rules),
    ...(list.length > 0
      ? [
          heading('Sources', 1),
          table([
            head('No.', 'Source', 'Kind'),
            ...list.map((source, i) => [cell(String(i + 1)), cell(source.formatted), cell(TIER_LABEL[source.tier])]),
          ]),
        ]
      : []),
  ];
  return {
    title: `Audit of ${pack.name}`,
    language: 'en',
    asOf: null,
    author: null,
    about: null,
    blocks,
    sources: list,
    footnotes: [],
    figures: pack.figures,
    typed: [],
  };
}

/** What the pack's workbook has beside figures, sources and findings. */
export function auditSheets(pack: AuditPack): readonly Sheet[] {
  const checks = checksByFigure(pack.findings);
  return [
    {
      name: 'Checks by figure',
      head: ['Figure', 'Quote', 'Class', 'Ties out', 'Review', 'Checks'],
      rows: pack.figures.map((figure) => [
        figure.id,
        figure.quote,
        figure.provenance,
        tieOutWord(figure),
        figure.review,
        checks.get(figure.id)?.join('; ') ?? null,
      ]),
    },
    {
      name: 'Undisclosed',
      head: ['Metric', 'Entity', 'Figures that rest on it'],
      rows: pack.undisclosed.map(({ label, entity, figures }) => [label, entity, String(figures)]),
    },
    {
      name: 'Rules',
      head: ['Rule', 'What it finds', 'Severity', 'Findings', 'Switched off because', 'Since'],
      rows: pack.rules.map(({ id, about, severity, findings, off }) => [
        id,
        about,
        severity,
        String(findings),
        off?.reason ?? null,
        off?.at ?? null,
      ]),
    },
  ];
}
