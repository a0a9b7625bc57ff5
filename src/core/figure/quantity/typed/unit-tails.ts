/** What stands behind a value for its unit, wherever a figure is written out. A module of its own: views need no lexicon. */
import type { Unit } from '../../../base/unit';

export const UNIT_TAILS = {
  percent: '%',
  percentage_points: ' pp',
  bps: ' bps',
  multiple: 'x',
  years: ' years',
  quarters: ' quarters',
  months: ' months',
  weeks: ' weeks',
  days: ' days',
  hours: ' hours',
  power_gw: ' GW',
  energy: ' GWh',
  temperature: '°',
} as const satisfies Partial<Readonly<Record<Unit, string>>>;
