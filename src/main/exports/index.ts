/** Exports that the notebook's own process makes; what is typeset or cited in a style is made from `printable` (make-note.ts). */
import type { ExportFormat, Paper, TypesetFormat } from '../../core/report/exports';
import type { SourceRecord } from '../../contract/records';
import { auditSheets } from './audit-pack';
import { ENDNOTE_FORM, endnote } from './sources/endnote';
import { bibtex, cslJson, ris, RIS_FORM } from './sources/bibliography';
import { BIBTEX_FORM } from './sources/bibtex';
import { type Form, leftOutOf } from './sources/left-out';
import { csv } from './csv';
import { type Ask, allFigures, gatherAudit, newest, printable, type What } from './gather';
import { noteBytes } from './make-note';
import { packetParts } from './packet';
import { FIGURE_HEAD, figureRows } from './tables';
import { workbook } from './xlsx';

export type { Ask, What };
export { newest, printable } from './gather';

export interface ExportRequest {
  readonly format: Exclude<ExportFormat, TypesetFormat>;
  /** A report or document; null for the whole notebook (tables, JSON, bibliographies) or its newest note (Markdown, HTML). */
  readonly what: What | null;
  readonly paper: Paper;
  readonly contents: boolean;
  readonly appendix: boolean;
  /** The notebook in the shape of the command line's `inspect`, for JSON. */
  readonly inspect: () => unknown;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function figuresOf(ask: Ask, what: What | null) {
  if (what === null || 'audit' in what) return allFigures(ask);
  if ('document' in what) return allFigures(ask, { document: what.document });
  const { figures } = await ask('report.read', { id: what.report });
  return figures.length === 0 ? [] : allFigures(ask, { ids: figures });
}

async function sheetOfFigures(ask: Ask, what: What | null) {
  const [figures, documents, sources] = await Promise.all([
    figuresOf(ask, what),
    ask('document.list', {}),
    ask('source.list', {}),
  ]);
  return figureRows(figures, documents, sources);
}

async function book(ask: Ask, what: What | null): Promise<Uint8Array> {
  const [figures, sources, findings] = await Promise.all([
    sheetOfFigures(ask, what),
    ask('source.list', {}),
    ask('finding.list', { includeOk: true }),
  ]);
  const more = what !== null && 'audit' in what ? auditSheets(await gatherAudit(ask)) : [];
  return workbook([
    { name: 'Figures', head: FIGURE_HEAD, rows: figures },
    {
      name: 'Sources',
      head: ['Id', 'Source', 'Kind', 'Figures', 'URL', 'DOI'],
      rows: sources.map((s) => [s.id, s.formatted, s.tier, String(s.figures), s.csl.URL ?? null, s.csl.DOI ?? null]),
    },
    {
      name: 'Findings',
      head: ['Rule', 'Severity', 'Finding', 'Claimed', 'Computed', 'Gap', 'Verdict', 'Status', 'Reason', 'Section'],
      rows: findings.map((f) => [
        f.rule,
        f.severity,
        f.message,
        f.claimed,
        f.computed,
        f.gap,
        f.verdict,
        f.status,
        f.reason,
        f.section,
      ]),
    },
    ...more,
  ]);
}

/** The bytes of one export; rejects with a TieoutError (`E_NOT_FOUND`, `E_EMPTY`). */
export async function exportBytes(ask: Ask, request: ExportRequest): Promise<Uint8Array> {
  switch (request.format) {
    case 'docx':
    case 'md':
    case 'html':
      return noteBytes(await printable(ask, request.what ?? (await newest(ask))), request.format, request);
    case 'zip':
      return packet(ask, request.what ?? (await newest(ask)));
    case 'csv':
      return encode(csv(FIGURE_HEAD, await sheetOfFigures(ask, request.what)));
    case 'xlsx':
      return book(ask, request.what);
    case 'json':
      return encode(`${JSON.stringify(request.inspect(), null, 2)}\n`);
    case 'bib':
      return encode(bibtex(await ask('source.list', {})));
    case 'ris':
      return encode(ris(await ask('source.list', {})));
    case 'csljson':
      return encode(cslJson(await ask('source.list', {})));
    case 'xml':
      return encode(endnote(await ask('source.list', {})));
  }
}

/** All of a packet but its PDF. Errors as of `printable` and `packetParts`. */
async function packet(ask: Ask, what: What): Promise<Uint8Array> {
  return packetParts(ask, what, (await printable(ask, what)).note);
}

const FORMS: Readonly<Partial<Record<ExportFormat, Form>>> = { bib: BIBTEX_FORM, ris: RIS_FORM, xml: ENDNOTE_FORM };

/** What a bibliography in this format has no place for, in a sentence; none where it carries all or is no bibliography. */
export async function leftOut(
  format: ExportFormat,
  sources: () => Promise<readonly SourceRecord[]>,
): Promise<readonly string[]> {
  const form = FORMS[format];
  return form ? leftOutOf(form, await sources()) : [];
}
