/**
 * A figure that is called the highest or lowest of its kind, against the others of its kind: in its own cell ("9.9x
 * (lowest)", "6.1%（最高）") against its row and column, or right behind it in a sentence ("a gross margin of 62%, the
 * highest among peers", "+23% — the day's largest gainer") against the tables and lists that name the same metric.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { anyOf, type Claimed, hasAny, quoted, WORDS } from './claimed';
import { isPoint } from '../../arithmetic/one-kind';

const MOST = anyOf([...WORDS.most, ...WORDS.best], 'iu');
const LEAST = anyOf([...WORDS.least, ...WORDS.worst], 'iu');
const NO = hasAny([...WORDS.not_a_superlative, ...WORDS.not_of_all]);
const FALLS = hasAny(WORDS.falls);
/** Between a figure and the words that rank it. */
const RANKED =
  /^[\s*]*(?:\([^()]{0,24}\)\s*)?(?:[—–-]|,|is|was|remains|:)?[\s*]*(?:(?:is|was|remains|by far|the|a|day['’]s|today['’]s|session['’]s|week['’]s|its)\s+){0,4}/iu;
const CLASS = /\b(?:tier|group|category|bucket)[- ]?(\d{1,2}|[a-c])\b/iu;
const WITHIN = 120;
const FEWEST = 2;
/** A remark beside the cell's one value; more is a text of its own. */
const SHORT = 22;

const signed = (figure: AuditFigure): number => {
  const value = Number(figure.low);
  return figure.direction === 'down' ? -Math.abs(value) : value;
};
const isAlike = (a: AuditFigure, b: AuditFigure): boolean =>
  a !== b &&
  isPoint(b) &&
  a.unit === b.unit &&
  (a.currency === b.currency || a.currency === null || b.currency === null);

interface Rank {
  readonly word: string;
  readonly isMost: boolean;
}

function rankIn(words: string): Rank | null {
  if (NO.test(words)) return null;
  const [most, least] = [MOST.exec(words), LEAST.exec(words)];
  const match = most ?? least;
  return match && !(most && least) ? { word: match[0], isMost: most !== null } : null;
}

const outranks = (rank: Rank, a: AuditFigure, rival: AuditFigure): boolean =>
  rank.isMost ? signed(rival) > signed(a) : signed(rival) < signed(a);

function claim(rank: Rank, figure: AuditFigure, rival: AuditFigure): Claimed {
  const says = `${quoted(rival)} is ${rank.isMost ? 'more' : 'less'} than ${quoted(figure)}`;
  return { word: rank.word, says, figures: [figure, rival], spans: [], holds: false, severity: 'info' };
}

/** Only where neither the row nor the column bears it out. */
function inCell(index: DocumentIndex, figure: AuditFigure): Claimed | null {
  const { cell } = figure;
  const table = cell && index.document.layout.tables[cell.table];
  const own = table?.rows[cell?.row ?? -1]?.cells.find(({ column }) => column === cell?.column);
  if (!cell || !own) return null;
  const { text } = index.document.layout;
  const [before, behind] = [text.slice(own.start, figure.start), text.slice(figure.end, own.end)];
  if (before.trim().length > SHORT || behind.trim().length > SHORT) return null;
  const rank = rankIn(`${before} | ${behind}`);
  if (!rank) return null;
  const all = index.inTable(cell.table).filter((other) => isAlike(figure, other));
  const lines = [
    all.filter((other) => other.cell?.row === cell.row),
    all.filter((other) => other.cell?.column === cell.column),
  ].filter((line) => line.length >= FEWEST);
  const rivals = lines.map((line) => line.find((other) => outranks(rank, figure, other)));
  const [first] = rivals;
  return first && rivals.every((rival) => rival !== undefined) ? claim(rank, figure, first) : null;
}

/** Others of the metric, in tables or in one class, that the words rank it among. */
function rivalsOf(index: DocumentIndex, figure: AuditFigure, words: string): readonly AuditFigure[] {
  const { text } = index.document.layout;
  const kind = CLASS.exec(words)?.[1]?.toLowerCase();
  // "The best among peers (below A and B)": those that are named are not among them.
  const isExcepted = ({ entity }: AuditFigure): boolean => entity !== null && words.includes(entity.toLowerCase());
  return index.document.figures.filter((other) => {
    if (isExcepted(other)) return false;
    if (!isAlike(figure, other) || other.metric !== figure.metric || other.kind !== figure.kind) return false;
    if (other.period !== null && figure.period !== null && other.period !== figure.period) return false;
    const sentence = index.document.layout.sentences[other.sentence];
    const around = text.slice(other.start, Math.min(other.end + 30, sentence?.end ?? other.end));
    return kind === undefined ? other.cell !== null : CLASS.exec(around)?.[1]?.toLowerCase() === kind;
  });
}

function inText(index: DocumentIndex, figure: AuditFigure): Claimed | null {
  if (figure.cell || figure.metric === null) return null;
  const behind = index.after(figure, WITHIN).split(/[;；。]|\.\s/)[0] ?? '';
  const opening = behind.slice(RANKED.exec(behind)?.[0].length ?? 0);
  const rank = rankIn(behind);
  if (!rank || !opening.startsWith(rank.word)) return null;
  const turned = FALLS.test(behind) ? { ...rank, isMost: !rank.isMost } : rank;
  const rivals = rivalsOf(index, figure, behind);
  const rival = rivals.find((other) => outranks(turned, figure, other));
  return rival && rivals.length >= FEWEST ? claim(turned, figure, rival) : null;
}

/** Claims of rank of points in cells and in sentences, with whether the others of their kind bear them out. */
export const tableRanks = (index: DocumentIndex): readonly Claimed[] =>
  index.document.figures
    .filter(isPoint)
    .flatMap((figure) => (figure.cell ? inCell(index, figure) : inText(index, figure)) ?? []);
