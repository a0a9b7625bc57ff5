/** The units that a figure can have, for readers of documents and of figures alike. */
export const UNITS = [
  'money',
  'per_share',
  'percent',
  'percentage_points',
  'bps',
  'multiple',
  'count',
  'score',
  'years',
  'quarters',
  'months',
  'weeks',
  'days',
  'hours',
  'power_gw',
  'energy',
  'mass',
  'volume',
  'area',
  'length',
  'temperature',
  'other',
] as const;
export type Unit = (typeof UNITS)[number];

/** Units of lengths of time. */
export const DURATIONS: ReadonlySet<string> = new Set<Unit>(['years', 'quarters', 'months', 'weeks', 'days', 'hours']);
/** Percentages and points of them. */
export const RATES: ReadonlySet<string> = new Set<Unit>(['percent', 'percentage_points', 'bps']);
