/** Collects from a notebook what an export needs, through the same messages the window uses. */
import type { NotebookMessage, NotebookRequest, NotebookResponse } from '../../contract/notebook';
import type { FigureRecord } from '../../contract/records';
import { TieoutError } from '../../contract/errors';
import { appendix } from './note/appendix';
import { plainWords } from './note/blocks';
import { auditNote, type AuditPack } from './audit-pack';
import { noteFromDocument } from './note/from-document';
import { noteFromComparison } from './note/from-comparison';
import { noteFromReport } from './note/from-report';
import type { Note, NoteAudit, Printable } from './note/note';

/** Asks the notebook; rejects with a TieoutError. */
export type Ask = <M extends NotebookMessage>(message: M, request: NotebookRequest<M>) => Promise<NotebookResponse<M>>;

export type What =
  | { readonly report: string; readonly since?: string | undefined }
  | { readonly document: string }
  | { readonly audit: true };

type NoteWhat = Exclude<What, { readonly audit: true }>;

const PAGE = 1000;

/** All figures of the notebook that pass the filter, in document order. */
export async function allFigures(
  ask: Ask,
  filter: NotebookRequest<'figure.page'>['filter'] = {},
): Promise<readonly FigureRecord[]> {
  const rows: FigureRecord[] = [];
  const sort = [
    { column: 'document' as const, descending: false },
    { column: 'position' as const, descending: false },
  ];
  for (;;) {
    const page = await ask('figure.page', { filter, sort, start: rows.length, end: rows.length + PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** The newest report, else the newest document: what is exported when nothing is named. */
export async function newest(ask: Ask): Promise<What> {
  const reports = await ask('report.list', {});
  const report = reports.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
  if (report) return { report: report.id };
  const documents = await ask('document.list', {});
  const document = documents.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt))[0];
  if (document) return { document: document.id };
  throw new TieoutError(
    'E_EMPTY',
    'This notebook has no report and no document: import a note or write a report first.',
  );
}

/** Local time with its offset, as a reader of the note would write it. */
function localTime(at: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const zone = `${offset < 0 ? '−' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())} UTC${zone}`;
}

type Documents = NotebookResponse<'document.list'>;

async function noteOf(ask: Ask, what: NoteWhat, documents: Documents): Promise<Note> {
  const sources = await ask('source.list', {});
  if ('document' in what) return noteFromDocument(await ask('document.read', { id: what.document }), sources);
  const report = await ask('report.read', { id: what.report });
  const figures = report.figures.length === 0 ? [] : await allFigures(ask, { ids: report.figures });
  return noteFromReport(report, figures, sources, asOfOf(figures, documents));
}

/** The newest date that the documents of these figures speak as of; null where none of them says. */
export function asOfOf(
  figures: readonly FigureRecord[],
  documents: readonly { readonly id: string; readonly asOf: string | null }[],
): string | null {
  const used = new Set(figures.flatMap(({ place }) => place?.document ?? []));
  const dates = documents.flatMap(({ id, asOf }) => (used.has(id) && asOf !== null ? [asOf] : []));
  return dates.reduce<string | null>((newest, date) => (newest === null || date > newest ? date : newest), null);
}

/** A finding belongs to a note when it is about one of its figures, or about its document as a whole. */
async function auditOf(ask: Ask, what: NoteWhat, note: Note): Promise<NoteAudit> {
  const scope = 'document' in what ? { document: what.document } : {};
  const [summary, findings, structure, rules] = await Promise.all([
    ask('audit.summary', scope),
    ask('finding.list', { ...scope, includeOk: false }),
    ask('structure.list', scope),
    ask('rule.list', {}),
  ]);
  const ids = new Set(note.figures.map((figure) => figure.id));
  const about = (finding: (typeof findings)[number]) =>
    'document' in what || finding.figures.some((ref) => ids.has(ref.figure));
  return { summary, findings: findings.filter(about), structure, rules, completedAt: localTime(new Date()) };
}

export async function gatherAudit(ask: Ask): Promise<AuditPack> {
  const [summary, figures, findings, documents, sources, rules, info] = await Promise.all([
    ask('audit.summary', {}),
    allFigures(ask),
    ask('finding.list', { includeOk: true }),
    ask('document.list', {}),
    ask('source.list', {}),
    ask('rule.list', {}),
    ask('notebook.info', {}),
  ]);
  return {
    name: info.name,
    score: summary.score,
    counted: summary.counted,
    tied: summary.tied,
    figures,
    findings,
    documents,
    sources,
    rules,
    undisclosed: summary.undisclosed.map(({ label, entity, figures: own }) => ({ label, entity, figures: own.length })),
    completedAt: localTime(new Date()),
  };
}

/** Letters of a stance that still stand on the line under the title. */
const LONGEST_STANCE = 60;

/** Whom the note is about and its stance: of its own document, or of the one that most of its figures stand in. */
function aboutLine(
  figures: readonly FigureRecord[],
  documents: readonly { readonly id: string; readonly entity: string | null }[],
  structure: NoteAudit['structure'],
  what: NoteWhat,
): string | null {
  const counts = new Map<string, number>();
  for (const { place } of figures) if (place) counts.set(place.document, (counts.get(place.document) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const main = 'document' in what ? what.document : most?.[0];
  const entity = documents.find(({ id }) => id === main)?.entity ?? null;
  const stance = structure.find((item) => item.type === 'stance' && item.document === main);
  const words = stance ? plainWords(stance.label) : '';
  return [entity, words.length <= LONGEST_STANCE ? words : ''].filter(Boolean).join(' · ') || null;
}

/** The note and its appendix, ready to be printed; the audit pack is all of it. */
export async function printable(ask: Ask, what: What): Promise<Printable> {
  if ('audit' in what) {
    const pack = await gatherAudit(ask);
    return { note: auditNote(pack), appendix: [], completedAt: pack.completedAt };
  }
  if ('report' in what && what.since !== undefined) {
    const comparison = await ask('report.compare', { id: what.report, since: what.since });
    return { note: noteFromComparison(comparison), appendix: [], completedAt: localTime(new Date()) };
  }
  const documents = await ask('document.list', {});
  const unnamed = await noteOf(ask, what, documents);
  const audit = await auditOf(ask, what, unnamed);
  const about = aboutLine(unnamed.figures, documents, audit.structure, what);
  const note = { ...unnamed, about };
  return { note, appendix: appendix(note, audit), completedAt: audit.completedAt };
}
