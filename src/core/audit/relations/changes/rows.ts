/** Beats and changes stated in a table row: the difference column against the two columns it is named for. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { comparable, relateChange } from '../../arithmetic/change';
import type { Relation } from '../../arithmetic/relation';

const DIFFERENCE_HEAD =
  /\b(?:vs\.?|versus|difference|surprise|beat|variance|change|delta|gap|growth|yoy|y\/y)\b|差异|同比|变动/i;
const ACTUAL_HEAD = /\b(?:actual|reported|result)\b|\d\s*A\b|实际/i;
const EXPECTED_HEAD = /\b(?:consensus|estimate|expected|street|forecast|guidance|prior|previous)\b|\d\s*E\b|预期|上年/i;

/** One relation a row at most, where the row has a difference and both values. */
export function tableChanges(index: DocumentIndex): readonly Relation[] {
  return index.rows().flatMap((row) => {
    const table = index.document.layout.tables[row[0]?.cell?.table ?? -1];
    const head = (figure: AuditFigure): string =>
      table?.head.find((cell) => cell.column === figure.cell?.column)?.text ?? '';
    const firstIn = (test: RegExp, not?: RegExp) =>
      row.find((figure) => test.test(head(figure)) && !not?.test(head(figure)));
    const claim = firstIn(DIFFERENCE_HEAD);
    const value = firstIn(ACTUAL_HEAD, DIFFERENCE_HEAD);
    const base = firstIn(EXPECTED_HEAD, DIFFERENCE_HEAD);
    if (!claim || !value || !base || !comparable(value, base)) return [];
    const relation = relateChange('change', claim, { value, base });
    return relation ? [relation] : [];
  });
}
