/**
 * Digits by which a filing's cover page names laws and registers: "Section 13 or 15(d)", an employer's number, the number of
 * the commission's file.
 */
import { endOf } from './ends';

/** `15(d)` behind a word of law; behind an amount the letter is a note's. */
const PART = /\d{1,3}[a-z]?(?:-\d{1,2})?\s?\([a-z0-9]{1,2}\)/y;
const LAW =
  /(?:\bsections?|\brules?|\bregulations?|§{1,2}|\b(?:section|rule)s?\s\d{1,3}[a-z]?(?:-\d{1,2})?(?:\([a-z0-9]\))*\s(?:or|and|&))\s$/i;
const EMPLOYER = /\d{2}[-–]\d{7}(?![\d-])/y;
const FILE = /\d{1,3}[-–]\d{3,6}(?:[-–]\d{2})?(?![\d%-])/y;
const FILE_WORDS = /\bcommission file (?:number|no)|\bfile number|\bregistration (?:statement )?no/i;
const NEAR = 160;

/** Where the law's part or the register's number that begins with these digits ends; -1 where they are of none. */
export function registryNumberAt(text: string, digits: number, from: number, to: number): number {
  const lead = text.slice(Math.max(from, digits - 30), digits);
  const part = LAW.test(lead) ? endOf(PART, text, digits) : -1;
  if (part > 0 && part <= to) return part;
  if (/[$€£¥\d.,-]$/.test(lead)) return -1;
  const employer = endOf(EMPLOYER, text, digits);
  if (employer > 0) return employer <= to ? employer : -1;
  const file = endOf(FILE, text, digits);
  const isNamed = file > 0 && FILE_WORDS.test(text.slice(Math.max(0, digits - NEAR), file + NEAR));
  return isNamed && file <= to ? file : -1;
}
