/** The items of the argument arranged as the thesis view draws them. Pure. */
import { readQuantities } from '../../../../../core/figure/quantity/quantity';
import { type CaseTone, caseTone } from '../../../../../core/structure/case-tone';
import { horizonMonths, NO_DATE, sortableDate, yearIn } from '../../../../../core/structure/item-values';
import type { StructureRecord } from '../../../../../contract/records';
import type { StructureType } from '../../../../../core/structure/model';
import type { FlowLink } from '../charts/flow';
import { readInterval } from '../charts/interval';
import { type Domain, domainOf } from '../charts/scale';
import type { StripPoint } from '../charts/strip';
import { groupBy } from '../../../../../core/base/group';

export type Item = StructureRecord;

export const TYPE_LABEL: Readonly<Record<StructureType, string>> = {
  thesis: 'Thesis',
  stance: 'Stance',
  horizon: 'Horizon',
  score: 'Scorecard',
  driver: 'Drivers',
  scenario: 'Scenarios',
  priced_in: 'Priced in',
  not_priced_in: 'Not yet priced in',
  risk: 'Risks',
  indicator: 'Watch list',
  target: 'Targets',
  event: 'Events',
  catalyst: 'Catalysts',
  party: 'Parties',
  flow: 'Flows',
  undisclosed: 'Undisclosed',
  disclaimer: 'Disclaimer',
};

/** The label in full where it is only the shortened quote: for places that have the room. */
export function wholeLabel({ label, quote }: Pick<Item, 'label' | 'quote'>): string {
  const isShortened = label.endsWith('…') && quote.startsWith(label.slice(0, -1).trimEnd());
  return isShortened ? quote : label;
}

/** Stored instead of a document's id where the items of all documents are shown together. */
export const EVERY = 'every';

/** The document whose thesis is shown: the one chosen while it is there, else the one that argues most. */
export function chosenDocument(
  chosen: string,
  documents: readonly { readonly id: string }[],
  items: readonly Item[],
): string {
  if (chosen === EVERY || documents.length === 0) return EVERY;
  if (documents.some(({ id }) => id === chosen)) return chosen;
  const count = (id: string) => items.filter((item) => item.document === id).length;
  return documents.reduce((most, { id }) => (count(id) > count(most) ? id : most), documents[0]?.id ?? EVERY);
}

/** The items of one document and those that belong to none (written by hand for the notebook). */
export function ofDocument(items: readonly Item[], document: string): readonly Item[] {
  return document === EVERY ? items : items.filter((item) => item.document === document || item.document === null);
}

export type ByType = ReadonlyMap<StructureType, readonly Item[]>;

export const byType = (items: readonly Item[]): ByType => groupBy(items, ({ type }) => type);

/** A column of items under one head: risks of one horizon, what is priced in. */
export interface Column {
  readonly head: string;
  readonly items: readonly Item[];
  /** What a new item of this column starts with. */
  readonly type: StructureType;
  readonly fields: Readonly<Record<string, string>>;
}

/** Nearest horizon first, by the first number in its words; those without a number last, in order of appearance. */
export function risksByHorizon(risks: readonly Item[]): readonly Column[] {
  const heads = [...new Set(risks.map((risk) => risk.fields.horizon ?? ''))];
  return heads
    .map((head, index) => ({ head, index, at: horizonMonths(head) }))
    .sort((left, right) => (left.at === right.at ? left.index - right.index : left.at - right.at))
    .map(({ head }) => ({
      head: head || 'Any time',
      items: risks.filter((risk) => (risk.fields.horizon ?? '') === head),
      type: 'risk' as const,
      fields: head === '' ? {} : { horizon: head },
    }));
}

/** The matrix of what the price already holds; always the same three columns, so that an empty one says something. */
export function pricedColumns(items: ByType): readonly Column[] {
  const not = items.get('not_priced_in') ?? [];
  const down = not.filter(({ fields }) => fields.side === 'down');
  return [
    { head: 'Priced in', items: items.get('priced_in') ?? [], type: 'priced_in', fields: {} },
    {
      head: 'Not yet · upside',
      items: not.filter((item) => !down.includes(item)),
      type: 'not_priced_in',
      fields: { side: 'up' },
    },
    { head: 'Not yet · downside', items: down, type: 'not_priced_in', fields: { side: 'down' } },
  ];
}

/** `50–100`, `> 15`, or what stands in the label where the fields say nothing. */
export function rangeText(scenario: Item): string {
  const { low, high } = scenario.fields;
  if (low && high && low !== high) return `${low}–${high}`;
  return low ?? high ?? '';
}

/** One scale for all scenarios of a unit, from zero, so that their bars can be compared. */
export function scenarioDomain(scenarios: readonly Item[], unit: string | null): Domain | null {
  const ranges = scenarios
    .filter((scenario) => (scenario.fields.unit ?? null) === unit)
    .map((scenario) => readInterval(rangeText(scenario)))
    .filter((range) => range !== null);
  const domain = domainOf([...ranges, ...(ranges.length > 0 ? [{ low: 0, high: 0 }] : [])], 0);
  return domain && domain.from === domain.to ? null : domain;
}

/** Whether a case is the good or the bad one, for the colour of its bar; its words are shown beside the bar. */
export const toneOf = ({ fields, label }: Item): CaseTone => caseTone(`${fields.case ?? ''} ${label}`);

/** Targets as points of the strip, and the price they imply, once. */
export function stripPoints(targets: readonly Item[]): readonly StripPoint[] {
  const points = targets.flatMap((target): StripPoint[] => {
    const value = target.fields.value ?? '';
    if (!isPrice(value)) return [];
    const name = target.fields.holder || target.label;
    return [{ id: target.id, label: `${value} ${shorten(name)}`, value, kind: 'target' }];
  });
  const priced = targets.find(({ fields }) => isPrice(fields.impliedPrice));
  const price = priced?.fields.impliedPrice;
  if (!priced || !price || points.length === 0) return points;
  return [...points, { id: priced.id, label: `${price} implied price`, value: price, kind: 'price' }];
}

/** One strip a currency: prices in dollars and in pence have no line in common. */
export function stripsOf(
  targets: readonly Item[],
): readonly { readonly unit: string; readonly points: readonly StripPoint[] }[] {
  const units = [...new Set(targets.map(currencyOf))];
  return units
    .map((unit) => ({ unit, points: stripPoints(targets.filter((target) => currencyOf(target) === unit)) }))
    .filter(({ points }) => points.length > 0);
}

/** `USD`, `EUR`, `GBp`; empty for a bare number. */
const currencyOf = ({ fields }: Item): string =>
  readQuantities(fields.value ?? '', { cell: true }).find(({ currency }) => currency !== null)?.currency ?? '';

/** "+13%" is an upside, not a place on a line of prices. */
function isPrice(text: string | null | undefined): boolean {
  const unit = readInterval(text)?.unit;
  return unit === 'money' || unit === 'plain';
}

const LABEL_LENGTH = 22;
const shorten = (text: string) => (text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : text);

export function flowLinks(flows: readonly Item[]): readonly FlowLink[] {
  return flows.flatMap(({ id, label, fields }): FlowLink[] =>
    fields.from && fields.to ? [{ id, from: fields.from, to: fields.to, label: fields.what || label }] : [],
  );
}

/** In time; those whose date says nothing come after, as they came. A date without a year is of the year the others name. */
export function timeline(events: readonly Item[]): readonly Item[] {
  const dates = events.map(({ fields }) => fields.date ?? '');
  const year = dates.map(yearIn).find((found) => found !== null) ?? '0000';
  return events
    .map((item, index) => ({ item, index, at: sortableDate(dates[index] ?? '', year) }))
    .sort((left, right) => left.at.localeCompare(right.at) || left.index - right.index)
    .map(({ item }) => item);
}

/** The label without the date that stands beside it already. */
export function labelBesideDate({ label, fields }: Pick<Item, 'label' | 'fields'>): string {
  const date = fields.date ?? '';
  if (date === '' || !label.startsWith(date)) return label;
  return label.slice(date.length).replace(/^\s*[:–—-]?\s*/, '') || label;
}

/** The place of `today` (`2026-05-13`) among events in time: before the first that is later; null where all dates say nothing. */
export function todayAmong(ordered: readonly Item[], today: string): number | null {
  const dates = ordered.map(({ fields }) => sortableDate(fields.date ?? '', today.slice(0, 4)));
  if (dates.every((date) => date === NO_DATE)) return null;
  const later = dates.findIndex((date) => date > today);
  return later < 0 ? ordered.length : later;
}

/** The place an item takes when moved one up or down among its siblings; null at the end of the row. */
export function movedPosition(siblings: readonly Item[], id: string, by: -1 | 1): number | null {
  const moved = siblings.find((item) => item.id === id);
  // Positions count within one document.
  const among = siblings.filter((item) => item.document === moved?.document);
  const at = among.findIndex((item) => item.id === id);
  return at < 0 ? null : (among[at + by]?.position ?? null);
}
