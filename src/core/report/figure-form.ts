/**
 * The form of a live figure in a sentence: whole, its number alone, or as its document prints it. What the words before it
 * already say (a bound, a direction) is not said again, so that "more than >$15B" and "fell −3%" cannot be printed.
 */
import { directionBefore } from '../figure/placing/metric/direction';
import { qualifiersBefore } from '../figure/quantity/lexicon/lexicon';
import { figureText, type FigureWords, isCorrected } from '../figure/display/text';

/** `full`: qualifier, sign, value, unit. `number`: value and unit. `printed`: the quote of its document. */
export const FIGURE_FORMS = ['full', 'number', 'printed'] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

/** A stored form of a figure; `full` where the value is none of them, because a body may come from elsewhere. */
export const asForm = (value: unknown): FigureForm => FIGURE_FORMS.find((form) => form === value) ?? 'full';

export interface FormedFigure extends FigureWords {
  readonly quote: string;
  readonly place: unknown;
  readonly edited: readonly string[];
}

/** Words that count as said before a figure reach back no further than this, in letters. */
const REACH = 60;
const LEAD = /^(?:[~≈<>≤≥±]|up to |at least |about |under |over )+/i;

const withoutLead = (figure: FigureWords): FigureWords => ({ ...figure, value: figure.value.replace(LEAD, '') });
const withoutWay = (figure: FigureWords): FigureWords => ({ ...figure, direction: null });

/** Whether the words end in a bound or a blur: "more than ", "~", "约". */
function isBounded(before: string): boolean {
  const words = before.trimEnd();
  return words !== '' && qualifiersBefore.before(words, words.length, 0) !== null;
}

/** Words of the same sentence that stand before the figure. */
const sentenceOf = (before: string): string => (/[^.;:!?。；：！？\n]*$/.exec(before)?.[0] ?? '').slice(-REACH);

/** A figure as it reads after `before`, the words of its paragraph up to it (back to the figure before it). */
export function formedText(figure: FormedFigure, form: FigureForm, before = ''): string {
  if (form === 'printed' && figure.place !== null && !isCorrected(figure)) return figure.quote;
  if (form === 'number') return figureText(withoutWay(withoutLead(figure)));
  const near = before.slice(-REACH);
  const bounded = isBounded(near) ? withoutLead(figure) : figure;
  const told = bounded.direction !== null && directionBefore(sentenceOf(near)) === bounded.direction;
  return figureText(told ? withoutWay(bounded) : bounded);
}
