/** An order that the text writes out with its sign: "OCF $78M > net income $45M", "2025 ROA 8.2% > 2024 ROA 7.8%". */
import type { DocumentIndex } from '../../model/document-index';
import { alike, type Claimed, order, quoted } from './claimed';

const BETWEEN = /^[\s*)]*([<>≤≥])=?[\s*]*(?:[\p{L}\d'’./&()-]+ ){0,4}[~≈(*]*$/u;
/** A sign that a rule or a wish is written with. */
const WISHED =
  /\bif\b|\bwhen\b|\bunless\b|\btarget|\btrigger|\bthreshold|\bneed|\bmust\b|\bshould\b|\bwould\b|\bthan\b|若|如果|目标/i;

/**
 * Written orders of two points of one kind; conditions and wishes ("if", "target") are left out, and so are equal
 * values.
 */
export const inequalities = (index: DocumentIndex): readonly Claimed[] =>
  index.sentences().flatMap((figures) =>
    figures.flatMap((a, i): readonly Claimed[] => {
      const b = figures[i + 1];
      const [, sign] = b ? (BETWEEN.exec(index.between(a, b)) ?? []) : [];
      if (!b || !sign || !alike(a, b) || a.low !== a.high || b.low !== b.high) return [];
      const is = order(a, b);
      if (is === null || WISHED.test(index.before(a, 60))) return [];
      const expects = sign === '<' || sign === '≤' ? 'less' : 'more';
      const says = `${quoted(a)} is ${is} than ${quoted(b)}`;
      return [{ word: sign, says, figures: [a, b], spans: [], holds: is === expects, severity: 'warning' }];
    }),
  );
