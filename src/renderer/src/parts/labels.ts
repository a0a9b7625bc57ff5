/** What the contract's words are called for a person, one table each. A missing word does not compile. */
import type { FindingRecord, FigureRecord, SearchHit, SourceRecord } from '../../../contract/records';

export const ASSERTION_LABEL: Readonly<Record<FigureRecord['assertion'], string>> = {
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

export const REVIEW_LABEL: Readonly<Record<FigureRecord['review'], string>> = {
  unreviewed: 'Not reviewed',
  ticked: 'Ticked',
  disputed: 'Disputed',
};

export const UNIT_LABEL: Readonly<Record<FigureRecord['unit'], string>> = {
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

/** A unit as it was stored, in a person's words; what a person typed stays. */
export const unitWords = (unit: string): string =>
  Object.entries(UNIT_LABEL).find(([name]) => name === unit)?.[1] ?? unit;

export const TIER_LABEL: Readonly<Record<SourceRecord['tier'], string>> = {
  filing: 'Filing',
  company: 'Company',
  transcript: 'Transcript',
  data: 'Data vendor',
  press: 'Press',
  research: 'Research',
  other: 'Other',
};

export const SEVERITY_LABEL: Readonly<Record<FindingRecord['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  ok: 'OK',
};

export const STATUS_LABEL: Readonly<Record<FindingRecord['status'], string>> = {
  open: 'Open',
  accepted: 'Accepted',
  dismissed: 'Dismissed',
  explained: 'Explained',
  holds: 'Holds',
};

export const SEARCH_KIND_LABEL: Readonly<Record<SearchHit['kind'], string>> = {
  figure: 'Figures',
  source: 'Sources',
  document: 'Documents',
  passage: 'Passages',
  note: 'Notes',
  annotation: 'Annotations',
  finding: 'Findings',
  structure: 'Thesis',
  report: 'Reports',
};

const SCALE_WORD: Readonly<Record<number, string>> = { 3: 'k', 6: 'm', 9: 'bn', 12: 'tn' };

/** Unit as the grid's column shows it: `USD bn`, `%`, `USD / share`. */
export function unitLabel(figure: Pick<FigureRecord, 'unit' | 'scale' | 'currency' | 'per'>): string {
  const scale = SCALE_WORD[figure.scale] ?? (figure.scale === 0 ? '' : `10^${figure.scale}`);
  if (figure.unit === 'money') return [figure.currency ?? '', scale].filter(Boolean).join(' ') || 'Money';
  if (figure.unit === 'per_share') return `${figure.currency ?? ''} / share`.trim();
  if (figure.unit === 'count') return scale || '';
  return [scale, UNIT_LABEL[figure.unit].toLowerCase()].filter(Boolean).join(' ');
}
