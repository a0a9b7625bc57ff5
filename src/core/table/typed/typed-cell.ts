/**
 * What a person types into a cell of the figures grid or into the form for a new figure, read into what is to be set:
 * classes by letter, units as "USD bn", periods as they are said. A value's grammar is judged where it is stored.
 */
import {
  type CellField,
  type FigureEdit,
  type FigureField,
  fieldOf,
  type FigureValues,
  type PlainField,
  REVIEW_STATES,
} from '../../figure/fields';
import { ASSERTION_LABEL, DIRECTION_LABEL, REVIEW_LABEL, UNIT_LABEL } from '../../figure/labels';
import { UNITS, type Unit } from '../../base/unit';
import { periodWords, readTypedPeriod } from '../../figure/period/typed-period';
import { ASSERTIONS, PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../figure/provenance';
import { scaleOf, unitOfWords } from '../units';
import { DIRECTIONS } from '../../figure/model';

export type TypedCell =
  | { readonly ok: true; readonly set: FigureEdit }
  | { readonly ok: false; readonly message: string };
/** What the figure says beside the cell: a unit without a currency keeps the one that is there. */
export type TypedInto = Pick<FigureValues, 'unit' | 'currency' | 'period'>;

/** A figure of which nothing is known yet. */
export const BLANK: TypedInto = { unit: 'count', currency: null, period: null };

const set = (edit: FigureEdit): TypedCell => ({ ok: true, set: edit });
const refuse = (message: string): TypedCell => ({ ok: false, message });

/** What `text` sets when it is typed into the cell of `field`, or a sentence that says what can be typed there. */
export function readCell(field: CellField, text: string, into: TypedInto): TypedCell {
  const { longest } = fieldOf(field);
  if (longest !== undefined && text.length > longest) return refuse(`At most ${longest} characters.`);
  return isPlain(field) ? readPlain(field, text) : READERS[field](text, into);
}

const isPlain = (field: FigureField): field is PlainField => ['words', 'text'].includes(fieldOf(field).kind);

/** Free words; empty takes the value away. */
const readPlain = (field: PlainField, text: string): TypedCell =>
  set({ [field]: text === '' && fieldOf(field).kind === 'words' ? null : text });

const READERS: Readonly<Record<Exclude<CellField, PlainField>, (text: string, into: TypedInto) => TypedCell>> = {
  metric: (text) => set({ metric: text === '' ? null : text }),
  period: readPeriod,
  value: (text) =>
    text === '' ? refuse('A figure needs a value, like 37.6, ~43.2, 60–70 or >15.') : set({ value: text }),
  unit: readUnit,
  direction: readDirection,
  assertion: readAssertion,
  provenance: readClass,
  review: readReview,
};

/** Finds a word among the members of a closed list by its letter, its label or its stored name. */
function pick<T extends string>(
  text: string,
  members: readonly T[],
  names: (member: T) => readonly string[],
): T | undefined {
  const wanted = text.trim().toLowerCase();
  return members.find((member) => [member, ...names(member)].some((name) => name.toLowerCase() === wanted));
}

function readClass(text: string): TypedCell {
  const found = pick(text === 'S' || text === 's' ? 'Σ' : text, PROVENANCES, (one) => [
    PROVENANCE_MARK[one],
    PROVENANCE_LABEL[one],
  ]);
  if (found) return set({ provenance: found });
  return refuse('Type the letter of a class: D, M, C, T, I, Σ (or S) or ?.');
}

function readAssertion(text: string): TypedCell {
  const found = pick(text, ASSERTIONS, (one) => [ASSERTION_LABEL[one]]);
  if (found) return set({ assertion: found });
  return refuse(`Type one of: ${ASSERTIONS.map((one) => ASSERTION_LABEL[one].toLowerCase()).join(', ')}.`);
}

function readReview(text: string): TypedCell {
  if (text === '') return set({ review: 'unreviewed' });
  const found = pick(text, REVIEW_STATES, (one) => [REVIEW_LABEL[one]]);
  if (found) return set({ review: found });
  return refuse('Type ticked, disputed or not reviewed.');
}

function readDirection(text: string): TypedCell {
  if (/^(?:[–—-]|none)?$/i.test(text.trim())) return set({ direction: null });
  const signs = { up: ['▲', '↑', '+'], down: ['▼', '↓'] };
  const found = pick(text, DIRECTIONS, (one) => [DIRECTION_LABEL[one], ...signs[one]]);
  if (found) return set({ direction: found });
  return refuse('Type up or down, or leave it empty.');
}

/** `2026 Q1`, `2026Q1` and `Q1 2026` are one period; ranges by ` – `, ` to ` or `/`. */
function readPeriod(text: string, into: TypedInto): TypedCell {
  const words = text.trim();
  if (words === '') return set({ period: null });
  // What a document says stays sayable, also where it is not of the usual form.
  if (into.period !== null && words === periodWords(into.period)) return set({ period: into.period });
  const ends = words.split(/\s+[–-]\s+|\s*\/\s*|\s+to\s+/);
  if (ends.length > 2) return refuse('A period has one start and one end, like 2026 Q1 – 2026 Q3.');
  const read = ends.map((end) => readTypedPeriod(end, { asOf: null, fiscalYearEndMonth: 12, period: into.period }));
  const wrong = read.find((one) => 'error' in one);
  if (wrong && 'error' in wrong) return refuse(wrong.error);
  return set({ period: read.flatMap((one) => ('period' in one ? [one.period] : [])).join('/') });
}

/** `USD bn`, `$ m`, `%`, `bps`, `x`, `EUR / share`, `count`, `m`: unit, scale and currency in one. */
function readUnit(text: string, into: TypedInto): TypedCell {
  const words = text.trim();
  if (words === '') return set({ unit: 'count', scale: 0, currency: null });
  const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
  const named = unitNamed(words);
  if (named) return ofUnit(named, 0, into);
  const said = unitOfWords(words);
  if (said.unit === 'per_share') {
    return set({ unit: 'per_share', scale: 0, currency: said.currency ?? into.currency });
  }
  if (said.currency !== null) return set({ unit: 'money', scale: said.scale ?? 0, currency: said.currency });
  if (said.unit !== null) return ofUnit(said.unit, said.scale ?? 0, into);
  if (said.scale !== null) return set({ unit: into.unit === 'money' ? 'money' : 'count', scale: said.scale });
  const [scale, scaled] = [scaleOf(first), unitNamed(rest)];
  if (scale !== null && scaled) return ofUnit(scaled, scale, into);
  return refuse('Type a unit like USD bn, EUR m, %, bps, pp, x, count or USD / share.');
}

const isOfMoney = (unit: Unit): boolean => unit === 'money' || unit === 'per_share';
const ofUnit = (unit: Unit, scale: number, { currency }: TypedInto): TypedCell =>
  set({ unit, scale, currency: isOfMoney(unit) ? currency : null });

const unitNamed = (word: string): Unit | undefined => pick(word, UNITS, (unit) => [UNIT_LABEL[unit]]);
