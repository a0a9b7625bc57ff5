/**
 * The watch list: each indicator takes its newest figure by itself. By period, and in one period by the best class; what is
 * not reported (a threshold, a forecast) is no reading of anything.
 */
import { compare } from '../figure/decimal';
import type { Assertion, Provenance } from '../figure/provenance';
import { type Binding, measures, type Named } from './names';
import { periodEnd } from '../figure/period/period-end';
import { type Measured, stateOf } from './state';
import type { WatchState } from './states';

export interface WatchedFigure extends Named, Measured {
  readonly id: string;
  readonly assertion: Assertion;
  readonly provenance: Provenance;
  /** As it is read: `24%`. */
  readonly text: string;
  /** Order of import and place: what came later is newer where the periods say nothing. */
  readonly order: number;
  /** Month in which its document speaks, as `periodEnd`; for figures without a period. */
  readonly documentEnd: number | null;
}

export interface Indicator extends Binding {
  readonly band: string;
  /** Unit of the figures it was first read with; null where none. */
  readonly unit: Measured['unit'] | null;
}

export interface Reading {
  readonly figure: string;
  readonly text: string;
  readonly period: string | null;
  readonly state: WatchState | null;
}

/** Best first; a consensus or an inference is no reading. */
const CLASSES: readonly Provenance[] = ['disclosed', 'management', 'third_party', 'derived', 'unclassified'];
const REPORTED: Assertion = 'reported';

/** The readings of an indicator, oldest first, one a period, each with its state against the band of now. */
export function readingsOf(indicator: Indicator, figures: readonly WatchedFigure[]): readonly Reading[] {
  const own = figures.filter((figure) => isReading(indicator, figure));
  const best = new Map<number, WatchedFigure>();
  for (const figure of own) {
    const at = endOf(figure);
    const known = best.get(at);
    if (known === undefined || isBetter(figure, known)) best.set(at, figure);
  }
  const inTime = [...best]
    .sort(([left], [right]) => left - right)
    .map(([, figure]) => figure)
    .filter(isNews);
  return inTime.map((figure, at) => ({
    figure: figure.id,
    text: figure.text,
    period: figure.period,
    state: stateOf(indicator.band, figure, inTime[at - 1] ?? null),
  }));
}

/** A figure without a period that says what one with a period says is that one again. */
const isNews = (figure: WatchedFigure, _at: number, all: readonly WatchedFigure[]): boolean =>
  figure.period !== null ||
  !all.some((other) => other.period !== null && other.low === figure.low && other.high === figure.high);

const endOf = (figure: WatchedFigure): number => periodEnd(figure.period) ?? figure.documentEnd ?? 0;

function isReading(indicator: Indicator, figure: WatchedFigure): boolean {
  return (
    figure.assertion === REPORTED &&
    CLASSES.includes(figure.provenance) &&
    (indicator.unit === null || indicator.unit === figure.unit) &&
    measures(indicator, figure)
  );
}

/** Of one period: the better class; of one class the later one, unless it says the same. */
function isBetter(figure: WatchedFigure, known: WatchedFigure): boolean {
  const [rank, other] = [CLASSES.indexOf(figure.provenance), CLASSES.indexOf(known.provenance)];
  if (rank !== other) return rank < other;
  const same = figure.low !== null && known.low !== null && compare(figure.low, known.low) === 0;
  return !same && figure.order > known.order;
}
