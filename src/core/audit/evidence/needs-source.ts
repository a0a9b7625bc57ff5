/**
 * Which figures need a source, and how those without one are reported: once a cause [V2], not once a figure, because a
 * list of forty equal warnings hides the one that matters.
 */
import { AXIS_RULE } from '../../figure/placing/cells/axis';
import { conceptOf } from '../../figure/placing/tagged';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Severity } from '../model/model';
import { DURATIONS } from '../../base/unit';

const VOUCHED = new Set(['disclosed', 'management', 'consensus', 'third_party']);
/** What an author sets and no source can vouch for, whatever class its words suggest. */
const CHOSEN = /(?:^|_)(?:probability|weight|weighting|allocation|position_size|score|horizon|duration)(?:_|$)/;

/** Labels of rows and grids ("10%" heading a sensitivity column) name a place in a table, not a fact. */
const isAxis = (figure: Judged): boolean => figure.cell?.column === 0 || figure.rule === AXIS_RULE;

/** What is asked of a figure here; one typed by hand stands in no cell. */
type Judged = Pick<AuditFigure, 'unit' | 'metric' | 'cell'> & { readonly rule?: string | null };

/** Why a figure needs no source, whatever its class [T7]; null where it does. */
export function needsNone(figure: Judged): string | null {
  if (isAxis(figure)) return 'It heads a row or an axis and needs no source.';
  if (DURATIONS.has(figure.unit)) return 'A length of time needs no source.';
  if (figure.unit === 'score' || CHOSEN.test(figure.metric ?? ''))
    return 'A weight, probability or score is the author’s own choice and needs no source.';
  return null;
}

/** A figure that a source outside the note could vouch for: no axis, weight, probability, score or duration. */
export const isEvidence = (figure: Judged): boolean => needsNone(figure) === null;

/** A figure that another party vouches for and that nothing of its own (a tick, a tag of the filing) ties out. */
export const needsSource = (figure: AuditFigure): boolean =>
  VOUCHED.has(figure.provenance) && !figure.ticked && conceptOf(figure.rule) === null && isEvidence(figure);

/** How a rule words what it says: of one figure, and of `count` figures of a place ("the table “Peers”"). */
export interface Wording {
  readonly rule: string;
  readonly severity: Severity;
  readonly one: (figure: AuditFigure) => string;
  readonly many: (count: number, place: string) => string;
}

/** The first mention of each fact: a restatement adds no cause of its own. */
function firstMentions(figures: readonly AuditFigure[]): AuditFigure[] {
  const seen = new Set<number>();
  return figures.filter(({ mention }) => !seen.has(mention) && seen.add(mention));
}

/**
 * One finding a table, one a section, or one for the whole document where `whole` says that the cause is the
 * document's. A group of one is reported as that figure. The key of a group is its place: an answer to it stands while
 * figures of it are mended one by one.
 */
export function fold(
  document: AuditDocument,
  figures: readonly AuditFigure[],
  whole: boolean,
  wording: Wording,
): readonly Finding[] {
  const groups = new Map<string, AuditFigure[]>();
  for (const figure of firstMentions(figures)) {
    const key = whole ? 'document' : figure.cell ? `table ${figure.cell.table}` : `section ${figure.section}`;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups].map(([key, group]) => folded(document, key, group, wording));
}

function folded(document: AuditDocument, key: string, group: readonly AuditFigure[], wording: Wording): Finding {
  const { rule, severity } = wording;
  const [only] = group;
  if (group.length === 1 && only) return finding(rule, severity, document, group, { message: wording.one(only) });
  const message = wording.many(group.length, placeOf(document, key, group));
  return { ...finding(rule, severity, document, group, { message }), key: `${rule}|${document.id}|${key}` };
}

const LONGEST_NAME = 60;
const named = (words: string): string =>
  `“${words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words}”`;

/** The place of a group for a person: its table's caption, its section's heading, or the document. */
function placeOf({ layout }: AuditDocument, key: string, group: readonly AuditFigure[]): string {
  if (key === 'document') return 'this document';
  const [first] = group;
  const heading = layout.sections[first?.section ?? 0]?.title ?? '';
  const table = first?.cell ? layout.tables[first.cell.table] : undefined;
  if (!table) return heading === '' ? 'the text before the first heading' : named(heading);
  const caption = table.caption ? layout.text.slice(table.caption.start, table.caption.end).trim() : '';
  if (caption !== '') return `the table ${named(caption)}`;
  return heading === '' ? 'the first table' : `the table under ${named(heading)}`;
}
