/** Figures as CSV: UTF-8 with a byte-order mark, because spreadsheets guess another encoding without one; CRLF (RFC 4180). */
import Papa from 'papaparse';
import { neutralise } from '../../core/base/formula-text';

export function csv(head: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (cell === null ? '' : neutralise(cell))));
  return `\uFEFF${Papa.unparse([[...head], ...safe], { newline: '\r\n' })}\r\n`;
}
