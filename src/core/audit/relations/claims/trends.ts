/** A row's word for its trend ("Stable", "下降") against the values of the row, the oldest and the newest period. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { type Claimed, hasAny, order, quoted, WORDS } from './claimed';

const STABLE = hasAny(WORDS.trend_stable);
const UP = hasAny(WORDS.trend_up);
const DOWN = hasAny(WORDS.trend_down);
/** The cell says nothing else. */
const WORD = /^[^\p{L}\d]{0,4}\p{L}{2,14}[^\p{L}\d]{0,4}$/u;
/** A stable row may move by so many points, or by this share of an amount. */
const POINTS = 4;
const SHARE = 0.2;

type Says = 'stable' | 'more' | 'less';

function trendStatement(words: string): Says | null {
  const said: readonly Says[] = [
    ...(STABLE.test(words) ? ['stable' as const] : []),
    ...(UP.test(words) ? ['more' as const] : []),
    ...(DOWN.test(words) ? ['less' as const] : []),
  ];
  return said.length === 1 && WORD.test(words) ? (said[0] ?? null) : null;
}

/** Points of one unit with a year each, the oldest first. */
function dated(figures: readonly AuditFigure[]): readonly AuditFigure[] {
  const own = figures.filter(
    ({ low, high, period, kind }) =>
      low !== null && low === high && /^(?:FY)?(?:19|20)\d\d/.test(period ?? '') && kind !== 'growth',
  );
  const [first] = own;
  return own
    .filter(({ unit }) => unit === first?.unit)
    .toSorted((a, b) => (a.period ?? '').localeCompare(b.period ?? ''));
}

function holds(says: Says, from: AuditFigure, to: AuditFigure): boolean {
  if (says !== 'stable') return order(to, from) !== (says === 'more' ? 'less' : 'more');
  const [a, b] = [Number(from.low), Number(to.low)];
  return from.unit === 'percent' ? Math.abs(a - b) <= POINTS : Math.abs(a - b) <= Math.abs(a) * SHARE;
}

/** A claim for each row with a word of its trend and values of at least two years in one unit. */
export function trends(index: DocumentIndex): readonly Claimed[] {
  const { tables } = index.document.layout;
  return index.rows().flatMap((figures): readonly Claimed[] => {
    const { cell } = figures[0] ?? { cell: null };
    const table = cell && tables[cell.table];
    const cells = table?.rows[cell?.row ?? -1]?.cells ?? [];
    const word = cells.find(({ column, text }) => column > 0 && trendStatement(text.trim()) !== null);
    const says = word ? trendStatement(word.text.trim()) : null;
    const row = dated(figures);
    const [from, to] = [row[0], row.at(-1)];
    if (!word || !says || !from || !to || row.length < 3 || holds(says, from, to)) return [];
    const message = `it goes from ${quoted(from)} to ${quoted(to)}`;
    return [
      { word: word.text.trim(), says: message, figures: [from, to], spans: [word], holds: false, severity: 'info' },
    ];
  });
}
