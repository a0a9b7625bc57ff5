/** Where the bars of a series stand in its picture, and the lines that are drawn behind them. Pure; all in the picture's own units. */
import type { FigureRecord } from '../../../../../contract/records';
import { middleOf, type SeriesPoint } from './series';

export const WIDTH = 720;
export const HEIGHT = 240;
const LEFT = 8;
const RIGHT = 56;
const TOP = 22;
const BOTTOM = 28;

export interface Bar {
  readonly figure: FigureRecord;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Ends of a range, to be drawn over the bar; null for a single value. */
  readonly range: { readonly top: number; readonly bottom: number } | null;
}

export interface SeriesPicture {
  readonly bars: readonly Bar[];
  /** The middle of each period, for its name. */
  readonly periods: readonly { readonly period: string; readonly x: number; readonly shown: boolean }[];
  readonly lines: readonly { readonly value: number; readonly y: number }[];
  readonly zero: number;
}

/** Names of periods that fit side by side. */
const MOST_NAMES = 12;
/** Part of a period's width that its bars take. */
const FILLED = 0.7;

/** Bars from zero, so that their lengths compare; several readings of a period share its place. */
export function pictureOf(points: readonly SeriesPoint[]): SeriesPicture {
  const values = points.flatMap(({ figures }) => figures.flatMap((one) => endsOf(one)));
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const yOf = (value: number) => TOP + ((most - value) / (most - least || 1)) * (HEIGHT - TOP - BOTTOM);
  const slot = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length);
  const every = Math.ceil(points.length / MOST_NAMES);
  const zero = yOf(0);
  const bars = points.flatMap(({ figures }, at) => {
    const drawn = figures.filter((one) => middleOf(one) !== null);
    const width = Math.min(64, (slot * FILLED) / Math.max(1, drawn.length));
    const start = LEFT + slot * (at + 0.5) - (width * drawn.length) / 2;
    return drawn.map((figure, index) => barOf(figure, start + index * width, width, yOf, zero));
  });
  return {
    bars,
    zero,
    periods: points.map(({ period }, at) => ({ period, x: LEFT + slot * (at + 0.5), shown: at % every === 0 })),
    lines: ticks.map((value) => ({ value, y: yOf(value) })),
  };
}

function barOf(figure: FigureRecord, x: number, width: number, yOf: (value: number) => number, zero: number): Bar {
  const y = yOf(middleOf(figure) ?? 0);
  const ends = endsOf(figure).map(yOf);
  const range = ends.length === 2 && ends[0] !== ends[1] ? { top: Math.min(...ends), bottom: Math.max(...ends) } : null;
  return { figure, x: x + 1, y: Math.min(y, zero), width: width - 2, height: Math.max(1, Math.abs(y - zero)), range };
}

function endsOf(figure: FigureRecord): readonly number[] {
  const sign = figure.direction === 'down' ? -1 : 1;
  return [figure.low, figure.high].filter((end) => end !== null).map((end) => sign * Number(end));
}

/** Three to six round values that hold both ends. */
export function ticksOf(least: number, most: number): readonly number[] {
  const span = most - least || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, at) => (first + at) * step);
}
