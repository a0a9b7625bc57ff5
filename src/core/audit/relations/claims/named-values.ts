/** Values by the name that a row or words before a colon give them, where a document gives each name one value. */
import type { DocumentIndex } from '../../model/document-index';
import { labelsOf } from '../../facts/labels';
import type { AuditFigure } from '../../model/model';

const LABEL = /^[^\p{L}\d]{0,6}([\p{L}\d][^:：]{0,30})[:：][^\p{L}\d]{0,6}[\s~≈*$£€¥₹-]*$/u;
const LONGEST = 32;
const MOST = 400;

/** Spelling set aside: "50-Day Moving Average" is "50 day ma". */
export const spelled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .replace(/\b(?:simple |exponential )?moving average\b|\b[se]ma(?=\b|\d)/g, 'ma')
    .replace(/[-–\s]+/g, ' ')
    .replace(/\b(?:the|its|their|our)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Name → the figure it stands for. Names with two values stand for none. */
export function namedValues(index: DocumentIndex): ReadonlyMap<string, AuditFigure> {
  const found = new Map<string, AuditFigure | null>();
  for (const figure of index.document.figures) {
    if (figure.low === null || figure.low !== figure.high || figure.kind === 'delta' || figure.unit === 'percent')
      continue;
    const { lead, row } = labelsOf(index, figure);
    const isFirst = figure.cell !== null && figure.cell.column === 1 && lead === '';
    const name = spelled(isFirst ? row : figure.cell ? '' : (LABEL.exec(lead)?.[1] ?? ''));
    if (name === '' || name.length > LONGEST) continue;
    const known = found.get(name);
    if (known === undefined && found.size < MOST) found.set(name, figure);
    else if (known && known.low !== figure.low) found.set(name, null);
  }
  return new Map([...found].flatMap(([name, figure]) => (figure ? [[name, figure] as const] : [])));
}
