/** What the closed lists of a figure's fields are called for a person, one table each. A missing word does not compile. */
import type { Assertion } from './provenance';
import type { FigureValues, ReviewState } from './fields';
import type { Unit } from '../base/unit';
import type { Direction } from './model';

export const ASSERTION_LABEL: Readonly<Record<Assertion, string>> = {
  reported: 'Reported',
  guidance: 'Guidance',
  commitment: 'Commitment',
  forecast: 'Forecast',
  target: 'Target',
  scenario: 'Scenario',
  threshold: 'Threshold',
  score: 'Score',
  opinion: 'Opinion',
};

export const REVIEW_LABEL: Readonly<Record<ReviewState, string>> = {
  unreviewed: 'Not reviewed',
  ticked: 'Ticked',
  disputed: 'Disputed',
};

export const DIRECTION_LABEL: Readonly<Record<Direction, string>> = { up: 'Up', down: 'Down' };

/** A unit as it was stored, in a person's words; what a person typed stays. */
export const unitWords = (unit: string): string =>
  Object.entries(UNIT_LABEL).find(([name]) => name === unit)?.[1] ?? unit;

export const UNIT_LABEL: Readonly<Record<Unit, string>> = {
  money: 'Money',
  per_share: 'Per share',
  percent: '%',
  percentage_points: 'pp',
  bps: 'bps',
  multiple: '×',
  count: 'Count',
  score: 'Score',
  years: 'Years',
  quarters: 'Quarters',
  months: 'Months',
  weeks: 'Weeks',
  days: 'Days',
  hours: 'Hours',
  power_gw: 'GW',
  energy: 'Energy',
  mass: 'Mass',
  volume: 'Volume',
  area: 'Area',
  length: 'Length',
  temperature: 'Temperature',
  other: 'Other',
};

/** How a power of ten is written: against the digits in prose (`$37.6B`), and as a unit's column has it (`USD bn`). */
export const SCALE_LETTERS: Readonly<Record<number, { readonly prose: string; readonly column: string }>> = {
  3: { prose: 'K', column: 'k' },
  6: { prose: 'M', column: 'm' },
  9: { prose: 'B', column: 'bn' },
  12: { prose: 'T', column: 'tn' },
};

/** What a power of ten is called, by the power: the words of a person's lists and of what filings write out. */
export const SCALE_NAME = {
  3: 'thousand',
  4: '万 (10⁴)',
  5: 'lakh (10⁵)',
  6: 'million',
  7: 'crore (10⁷)',
  8: '亿 (10⁸)',
  9: 'billion',
  12: 'trillion',
} as const;

/** Unit as the grid's column shows it: `USD bn`, `%`, `USD / share`. */
export function unitLabel(figure: Pick<FigureValues, 'unit' | 'scale' | 'currency'>): string {
  const scale = SCALE_LETTERS[figure.scale]?.column ?? (figure.scale === 0 ? '' : `10^${figure.scale}`);
  if (figure.unit === 'money') return [figure.currency ?? '', scale].filter(Boolean).join(' ') || 'Money';
  if (figure.unit === 'per_share') return `${figure.currency ?? ''} / share`.trim();
  if (figure.unit === 'count') return scale || '';
  return [scale, UNIT_LABEL[figure.unit].toLowerCase()].filter(Boolean).join(' ');
}
