/**
 * States of a report kept under a name, each with its figures as they read then, so that two states differ in words and in
 * figures. They are saved views whose place is their report: in the notebook, undone and redone like any other record.
 */
import { z } from 'zod';
import { sourceChip } from '../../../core/citation/source-name';
import { figureName } from '../../../core/figure/display/names';
import { figureText } from '../../../core/figure/display/text';
import { attribute, CITE, LIVE_FIGURE, readBody, type ReportNode, summarise } from '../../../core/report/body';
import { linesOf, type PlainLine } from '../../../core/report/redline';
import { TieoutError } from '../../../contract/errors';
import { all, listed, type ReadableDb } from '../../storage/db/db';
import type { FigureRow, ReportRow, SavedViewRow, SourceRow } from '../../storage/db/rows';
import type { Recorder } from '../../storage/recorder';
import { parseJson } from '../stored/json';
import { requireRecord } from '../stored/required-record';
import { toFigureRecords } from './figure';

const PLACE = 'report-version:';

/** Where the saved views of a report's versions stand. */
export const versionPlace = (report: string): string => PLACE + report;

const shown = z.record(z.string(), z.object({ name: z.string(), text: z.string() }));
const kept = z.object({ title: z.string(), body: z.unknown(), at: z.string(), figures: shown });
export type Kept = z.infer<typeof kept>;

function figuresNow(db: ReadableDb, body: unknown): z.infer<typeof shown> {
  const ids = JSON.stringify(summarise(body).figures);
  const rows = all<FigureRow>(db, 'SELECT * FROM figure WHERE id IN (SELECT value FROM json_each(?))', ids);
  const entries = toFigureRecords(db, rows).map(
    (one) => [one.id, { name: figureName(one), text: figureText(one) }] as const,
  );
  return Object.fromEntries(entries);
}

/** A report as it is now. */
export function stateNow(db: ReadableDb, report: ReportRow): Kept {
  const body = parseJson(report.body);
  return { title: report.title, body, at: report.updated_at, figures: figuresNow(db, body) };
}

interface Version extends Kept {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

function read(row: SavedViewRow): Version | null {
  const state = kept.safeParse(parseJson(row.state));
  return state.success ? { ...state.data, id: row.id, name: row.name, place: row.place } : null;
}

/** Every version of a report that can be read, in the order of keeping. */
export const versionsOf = (db: ReadableDb, report: string): readonly Version[] =>
  listed<SavedViewRow>(db, 'SELECT * FROM saved_view WHERE place = ?', versionPlace(report)).flatMap(
    (row) => read(row) ?? [],
  );

/** Throws `E_NOT_FOUND` for one that is gone or cannot be read. */
export function versionOf(db: ReadableDb, id: string): Version {
  const version = read(requireRecord(db, 'saved_view', id));
  if (version === null || !version.place.startsWith(PLACE))
    throw new TieoutError('E_NOT_FOUND', 'This version cannot be read: keep a new one.');
  return version;
}

/** A version of this report; throws `E_NOT_FOUND` for one of another. */
export function ownVersion(db: ReadableDb, report: string, id: string): Version {
  const version = versionOf(db, id);
  if (version.place === versionPlace(report)) return version;
  throw new TieoutError('E_NOT_FOUND', 'This version is of another report: choose one of its own.', { version: id });
}

/** A state's lines, its figures as they read in it. */
export function plainLines(db: ReadableDb, { body, figures }: Kept): readonly PlainLine[] {
  const names = new Map(
    all<SourceRow>(db, 'SELECT * FROM source').map(({ id, csl }) => [id, sourceChip(parseJson(csl))] as const),
  );
  const wordsOf = (node: ReportNode): string => {
    const figure = figures[attribute(node, 'figure') ?? ''];
    if (node.type === 'row') return figure ? `${figure.name}: ${figure.text}` : 'figure missing';
    if (node.type === LIVE_FIGURE) return figure?.text ?? 'figure missing';
    if (node.type !== CITE) return attribute(node, 'text') ? ` [${attribute(node, 'text') ?? ''}]` : ' ';
    const locator = attribute(node, 'locator');
    return `[${names.get(attribute(node, 'source') ?? '') ?? ''}${locator ? `, ${locator}` : ''}]`;
  };
  return linesOf(readBody(body), wordsOf);
}

/** Takes a report's versions away with it. */
export function removeVersions(tx: Recorder, report: string): void {
  const rows = all<{ id: string }>(tx.db, 'SELECT id FROM saved_view WHERE place = ?', versionPlace(report));
  for (const { id } of rows) tx.remove('saved_view', id);
}
