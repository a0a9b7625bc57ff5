/** Whether a source's own text has a value or a quotation. */
import type { AuditDocument, AuditFigure } from '../model/model';
import { printedInterval, touches } from '../arithmetic/interval';
import { RATES } from '../../base/unit';

const MONEY = new Set(['money', 'per_share', 'count']);
const sameKind = (a: AuditFigure, b: AuditFigure): boolean =>
  a.unit === b.unit || (MONEY.has(a.unit) && MONEY.has(b.unit)) || (RATES.has(a.unit) && RATES.has(b.unit));

/** Scales a source may print in without saying so beside each number: thousands, millions, billions. */
const SCALES = [0, 3, 6, 9];

/** The digits of the value as a source might print them, in any of the usual scales: "181.5", "181,500". */
function printings(figure: AuditFigure): readonly string[] {
  return [figure.low, figure.high].flatMap((end) =>
    end === null
      ? []
      : SCALES.flatMap((scale) => {
          const value = Math.abs(Number(end)) / 10 ** scale;
          return value < 1 && scale > 0
            ? []
            : [value.toLocaleString('en-US', { maximumFractionDigits: 4 }), String(value)];
        }),
  );
}

/** Lenient on purpose: only a value that is nowhere, in no scale, is missing. */
export function hasValue(source: AuditDocument, figure: AuditFigure): boolean {
  const claimed = printedInterval(figure);
  if (source.figures.some((one) => sameKind(one, figure) && touches(printedInterval(one), claimed))) return true;
  const { text } = source.layout;
  return printings(figure).some((digits) =>
    new RegExp(`(?<![\\d.,])${digits.replaceAll('.', '\\.')}(?!\\d|[.,]\\d)`).test(text),
  );
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const texts = new WeakMap<AuditDocument, string>();

/** Compared by its words alone: marks and dashes differ between printings. An ellipsis leaves words out. */
export function hasQuotation(source: AuditDocument, words: string): boolean {
  const text = texts.get(source) ?? ` ${plain(source.layout.text)} `;
  texts.set(source, text);
  return words.split(/\s*(?:…|\.\.\.|\[[^\]]*\])\s*/).every((part) => part.trim() === '' || text.includes(plain(part)));
}
