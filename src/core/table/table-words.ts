/** What the words of a table's labels mean, kept: labels and metrics of one table repeat. */
import { remembered } from '../base/remembered';
import type { Unit } from '../base/unit';
import { canonicalMetric, wholeMetric } from '../figure/placing/mentions/metric-name';
import { spaced } from '../figure/cell/column-words';
import { namesMoney } from '../figure/cell/money-name';
import { type Label, readLabel } from './units';

/** A long table has more labels than the heads of a document; a hostile one must not fill the memory. */
const MOST = 5000;

/** A label and the unit that stands in it: "Revenue ($m)". */
export const labelOf: (text: string) => Label = remembered(readLabel, MOST);

/** The canonical metric of a label, snake case; a slug of its words where the lexicon knows none. */
export const metricOf: (text: string) => string = remembered((label) => canonicalMetric(spaced(label)), MOST);

/** `money` for a label whose metric is always money, else null. Rates say what they are by their names. */
export const lexiconUnit: (text: string) => Unit | null = remembered((given) => {
  const text = given.replace(/^(?:less|add|plus|minus)\s?[:：]\s*/iu, '');
  const units = wholeMetric(spaced(text))?.units ?? new Set<string>();
  if (units.size === 1 && units.has('money')) return 'money';
  return units.size === 0 && namesMoney(text) ? 'money' : null;
}, MOST);
