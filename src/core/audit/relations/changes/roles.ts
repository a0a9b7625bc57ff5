/** What each figure of a sentence does there: a change, where it arrives, what it is counted from, or a level. */
import { printedSign } from '../../arithmetic/printed-sign';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { isAmount } from '../../arithmetic/change';
import { asPrinted } from '../../arithmetic/relation';
import {
  CHANGE_WORD,
  directionAfter,
  directionBefore,
  FOLLOWING_CHANGE,
  leadsToBase,
  leadsToResult,
  OTHER_BASIS,
} from './words';
import type { Direction } from '../../../figure/model';
import { DURATIONS } from '../../../base/unit';

export type Role = 'change' | 'result' | 'base' | 'level' | 'none';

export interface Placed {
  readonly figure: AuditFigure;
  readonly role: Role;
  /** Lower-case text from the figure before, and up to the figure after. */
  readonly lead: string;
  readonly tail: string;
  readonly direction: Direction | null;
  /** An expectation that was beaten (`up`) or missed, and by how much: "beat consensus of $410 million by". */
  readonly beaten?: Direction;
}

const POINTS = new Set(['bps', 'percentage_points']);
/** A change verb right before an amount makes it a difference: "increased by $31 million", "an increase of $5 million". */
const DIFFERENCE_LEAD =
  /(?<![a-z])(?:increas|decreas|declin|grew|rose|fell|dropp?|up|down|gain|reduc|higher|lower|improv|add|jump)[a-z]*(?: (?:by|of|approximately|about|around|nearly|roughly|over|more than|almost|just|an?|another|additional|us|rmb|yoy|year[- ]over[- ]year))*[\s(~]*$/;

function roleOf(figure: AuditFigure, lead: string, tail: string): Role {
  if (DURATIONS.has(figure.unit)) return 'none';
  if (leadsToResult(lead)) return 'result';
  if (leadsToBase(lead)) return 'base';
  if (figure.unit === 'percent') {
    const isChange =
      figure.kind === 'growth' ||
      figure.kind === 'delta' ||
      CHANGE_WORD.test(lead.slice(-50)) ||
      FOLLOWING_CHANGE.test(tail);
    return isChange ? 'change' : 'level';
  }
  if (POINTS.has(figure.unit)) return 'change';
  // "Doubled to $90 million from $45 million"
  if (figure.unit === 'multiple' && figure.kind === 'growth') return 'change';
  if (!isAmount(figure)) return 'level';
  return DIFFERENCE_LEAD.test(lead) || FOLLOWING_CHANGE.test(tail) ? 'change' : 'level';
}

const isSecondWay = (between: string): boolean =>
  /^[\s,(]*(?:or|\()[\s(]*(?:by )?(?:about |approximately |roughly |nearly )?$/.test(between);

/** "An increase of 25% over $4.00": the base word stands inside the quote, where it was taken for a lower bound. */
const SWALLOWED_BASE = /^(?:over|above|below)\b/i;

const BEAT =
  /\b(?:beat|beats|beating|topped|topping|tops|exceeded|exceeding|exceeds|surpassed|surpassing|outperformed)\b[^,;]{0,50}$/;
const MISSED = /\b(?:missed|missing|misses|trailed|trailing|undershot)\b[^,;]{0,50}$/;
const EXPECTED = /consensus|estimate|expectation|forecast|street|guidance|analysts|预期/;
/** "beat the $410 million consensus by": the expectation is named before its amount or right behind it. */
function beatenOf(lead: string, tail: string): Direction | null {
  const verb = BEAT.exec(lead) ?? MISSED.exec(lead);
  if (!verb || !EXPECTED.test(`${verb[0]} ${tail.slice(0, 30)}`)) return null;
  return BEAT.test(lead) ? 'up' : 'down';
}
const BY = /^[^,;]{0,40}\bby (?:about |approximately |roughly |nearly |almost |some |just )?$/;

/** Sentences end where figures stand between full stops, whatever the case that follows: headlines are run together. */
const STOP = /(?<!\b(?:vs|inc|corp|co|ltd|no|approx|est|incl|u\.s|e\.g|i\.e|mr|ms|dr))[.!?]\s|[。；;]\s?/g;

/** The figures of one sentence in their roles, split at stops that the layout's sentences leave in. */
export function placeFigures(index: DocumentIndex, figures: readonly AuditFigure[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [[]];
  for (const [i, figure] of figures.entries()) {
    const [previous, next] = [figures[i - 1], figures[i + 1]];
    let lead = previous ? index.between(previous, figure) : index.before(figure);
    // A quote may have swallowed the full stop that ends its sentence.
    const swallowedStop = previous !== undefined && /[.!?]$/.test(previous.quote) && /^\s/.test(lead);
    const stop = [...lead.matchAll(STOP)].at(-1);
    if (stop) lead = lead.slice(stop.index + 1);
    const tail = (next ? index.between(figure, next) : index.after(figure, 200)).split(STOP)[0] ?? '';
    if ((stop || swallowedStop) && previous) runs.push([]);
    const run = runs.at(-1);
    const before = run?.at(-1);
    // "$31 million or 21%": the second way of saying what the first says.
    const isSecond = before?.role === 'change' && isSecondWay(lead);
    const swallowed = before?.role === 'change' && lead.trim() === '' && SWALLOWED_BASE.test(figure.quote);
    if (swallowed) {
      run?.push({ figure: asPrinted(figure), role: 'base', lead: ' over ', tail, direction: null });
      continue;
    }
    const beaten = isAmount(figure) ? beatenOf(lead, tail) : null;
    if (beaten) {
      run?.push({ figure, role: 'base', lead, tail, direction: null, beaten });
      continue;
    }
    if (before?.beaten && BY.test(lead)) {
      run?.push({ figure, role: 'change', lead, tail, direction: before.beaten, beaten: before.beaten });
      continue;
    }
    const role = isSecond && (figure.unit === 'percent' || isAmount(figure)) ? 'change' : roleOf(figure, lead, tail);
    const said = directionAfter(tail) ?? directionBefore(lead.slice(-60)) ?? printedSign(figure.quote);
    const direction = isSecond ? before.direction : said === 'either' ? null : said;
    run?.push({ figure, role, lead, tail, direction });
  }
  return runs.filter((run) => run.length > 1);
}

/** Whether `placed` says in a second way the change that `before` says: "$31 million or 21%". */
export const isRestatement = (before: Placed | undefined, placed: Placed | undefined): boolean =>
  before?.role === 'change' && placed !== undefined && isSecondWay(placed.lead);

/**
 * Whether the words around a change, or the basis it was placed on, say that it is organic, at constant currency or the
 * like, so that the printed amounts do not give it.
 */
export const hasOtherBasis = ({ figure, lead, tail }: Placed): boolean =>
  OTHER_BASIS.test(tail) ||
  OTHER_BASIS.test(lead) ||
  (figure.basis !== null && /ex-?fx|organic|constant|like-for-like/i.test(figure.basis));
