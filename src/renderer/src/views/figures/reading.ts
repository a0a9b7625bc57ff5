/**
 * What a person types into the figures grid, read into what the notebook is asked to set, and back: classes by letter,
 * units as "USD bn", periods as they are said. Pure; what these cannot judge (a value's grammar) the notebook judges.
 */
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { REVIEW_STATES } from '../../../../contract/records';
import { UNITS } from '../../../../core/figure/model';
import { ASSERTIONS, PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../../core/provenance/model';
import { periodLabel } from '../../parts/format';
import type { CellReading } from '../../parts/grid/edits';
import { ASSERTION_LABEL, REVIEW_LABEL, UNIT_LABEL, unitLabel } from '../../parts/labels';

type Reading = CellReading<FigureEdit>;
const set = (edit: FigureEdit): Reading => ({ ok: true, set: edit });
const refuse = (message: string): Reading => ({ ok: false, message });

/** Finds a word among the members of a closed list by its letter, its label or its stored name. */
function pick<T extends string>(
  text: string,
  members: readonly T[],
  names: (member: T) => readonly string[],
): T | undefined {
  const wanted = text.trim().toLocaleLowerCase();
  return members.find((member) => [member, ...names(member)].some((name) => name.toLocaleLowerCase() === wanted));
}

export function readClass(text: string): Reading {
  const found = pick(text === 'S' || text === 's' ? 'Σ' : text, PROVENANCES, (one) => [
    PROVENANCE_MARK[one],
    PROVENANCE_LABEL[one],
  ]);
  if (found) return set({ provenance: found });
  return refuse('Type the letter of a class: D, M, C, T, I, Σ (or S) or ?.');
}

export function readAssertion(text: string): Reading {
  const found = pick(text, ASSERTIONS, (one) => [ASSERTION_LABEL[one]]);
  if (found) return set({ assertion: found });
  return refuse(`Type one of: ${ASSERTIONS.map((one) => ASSERTION_LABEL[one].toLowerCase()).join(', ')}.`);
}

export function readReview(text: string): Reading {
  if (text === '') return set({ review: 'unreviewed' });
  const found = pick(text, REVIEW_STATES, (one) => [REVIEW_LABEL[one]]);
  if (found) return set({ review: found });
  return refuse('Type ticked, disputed or not reviewed.');
}

const LONGEST: Readonly<Record<'metric' | 'entity' | 'period' | 'basis', number>> = {
  metric: 200,
  entity: 200,
  period: 60,
  basis: 200,
};

/** Free words; empty takes the value away. */
export function readWords(field: 'metric' | 'entity' | 'basis', text: string): Reading {
  if (text.length > LONGEST[field]) return refuse(`At most ${LONGEST[field]} characters.`);
  return set({ [field]: text === '' ? null : text });
}

/** At least one digit or number word must be there; the notebook reads the rest by the same grammar as documents. */
export function readValue(text: string): Reading {
  if (text === '') return refuse('A figure needs a value, like 37.6, ~43.2, 60–70 or >15.');
  return set({ value: text });
}

const QUARTER_FORMS: readonly (readonly [RegExp, (match: RegExpMatchArray) => string])[] = [
  [/^(\d{4})[\s-]?([QH][1-4])$/i, (m) => `${m[1]}${m[2]?.toUpperCase()}`],
  [/^([QH][1-4])[\s-]?(\d{4})$/i, (m) => `${m[2]}${m[1]?.toUpperCase()}`],
  [/^([1-4])([QH])\s?'?(\d{2})E?$/i, (m) => `20${m[3]}${m[2]?.toUpperCase()}${m[1]}`],
  [/^FY\s?(\d{4})E?$/i, (m) => `FY${m[1]}`],
  [/^FY\s?'?(\d{2})E?$/i, (m) => `FY20${m[1]}`],
  [/^TTM\s?-?(\d{4})\s?([QH][1-4])$/i, (m) => `TTM-${m[1]}${m[2]?.toUpperCase()}`],
];

function readOnePeriod(text: string): string {
  for (const [form, write] of QUARTER_FORMS) {
    const match = text.match(form);
    if (match) return write(match);
  }
  return text;
}

/** `Q1 2026`, `2026 Q1`, `1Q26` → `2026Q1`; `FY26` → `FY2026`; ranges by ` – ` or `/`; other words as they stand. */
export function readPeriod(text: string): Reading {
  if (text === '') return set({ period: null });
  if (text.length > LONGEST.period) return refuse(`At most ${LONGEST.period} characters.`);
  const ends = text.split(/\s+–\s+|\s*\/\s*|\s+to\s+/);
  if (ends.length > 2) return refuse('A period has one start and one end, like 2026 Q1 – 2026 Q3.');
  return set({ period: ends.map((end) => readOnePeriod(end.trim())).join('/') });
}

/** What the period's editor starts from: what the cell shows, nothing where it shows a dash. */
export const periodText = (period: string | null): string => (period === null ? '' : periodLabel(period));

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\b(tn|trn|trillion|t)\b/i, 12],
  [/\b(bn|billion|b|mrd)\b/i, 9],
  [/\b(mn|mm|million|m|mio)\b/i, 6],
  [/\b(k|thousand)\b/i, 3],
];
const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
const UNIT_WORDS: Readonly<Record<string, FigureRecord['unit']>> = {
  '%': 'percent',
  pct: 'percent',
  percent: 'percent',
  pp: 'percentage_points',
  ppt: 'percentage_points',
  bps: 'bps',
  bp: 'bps',
  x: 'multiple',
  '×': 'multiple',
  count: 'count',
  gw: 'power_gw',
  money: 'money',
};

/** `USD bn`, `$ m`, `%`, `bps`, `x`, `EUR / share`, `count`, `m`: unit, scale and currency in one. */
export function readUnit(text: string, current: Pick<FigureRecord, 'currency' | 'unit'>): Reading {
  const words = text.trim();
  if (words === '') return set({ unit: 'count', scale: 0, currency: null });
  const scale = SCALES.find(([form]) => form.test(words))?.[1] ?? 0;
  const rest = SCALES.reduce((left, [form]) => left.replace(form, ' '), words).trim();
  const perShare = /(?:\/|per)\s*share\b/i.test(rest);
  const core = rest.replace(/(?:\/|per)\s*share\b/i, '').trim();
  const currency = SYMBOLS[core] ?? (/^[A-Za-z]{3}$/.test(core) && !unitOf(core) ? core.toUpperCase() : null);
  if (perShare && (core === '' || currency)) {
    return set({ unit: 'per_share', scale: 0, currency: currency ?? current.currency });
  }
  if (currency) return set({ unit: 'money', scale, currency });
  if (core === '') return set({ unit: current.unit === 'money' ? 'money' : 'count', scale });
  const unit = unitOf(core);
  if (unit) return set({ unit, scale, currency: unit === 'money' ? current.currency : null });
  return refuse('Type a unit like USD bn, EUR m, %, bps, pp, x, count or USD / share.');
}

function unitOf(word: string): FigureRecord['unit'] | undefined {
  const wanted = word.toLowerCase();
  return UNIT_WORDS[wanted] ?? UNITS.find((unit) => unit === wanted || UNIT_LABEL[unit].toLowerCase() === wanted);
}

/** The unit's cell, and what its editor starts from. */
export const unitText = (figure: FigureRecord): string => unitLabel(figure);
