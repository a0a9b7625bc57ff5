/** What steps 2 [P2] and 6 [P6] share: of the cues that reach a figure and may speak of it, the nearest. */
import type { PlacedFigure } from '../../figure/model';
import type { CueGroup } from '../cues/cues';
import type { Decision, DocumentReading } from '../cues/decision';
import type { Provenance } from '../../figure/provenance';
import type { Passage } from '../cues/passage';
import { periodState } from '../cues/period';
import type { Hit } from '../cues/phrases';
import { distanceTo } from '../cues/reach';
import { isCompanyMetric, isMarketMetric, isStatementLine } from '../cues/metric-words';
import { RATES } from '../../base/unit';

const PRICE_UNITS = new Set(['money', 'per_share', 'multiple', 'percent', 'bps', 'other', 'count']);
const TARGET_UNITS = new Set(['money', 'per_share', 'percent']);

/** Quarters and halves are often of a company year that the text does not explain, so they are held neither against a result nor against a plan. */
const WITHIN_YEAR = /(?:Q[1-4]|H[12])$/u;

/** Under such a heading no verb looks back. */
const GUIDANCE_SECTION = 'section.guidance';

/** Whether the figure is a change: a growth, a difference, or a percentage that goes up or down. */
export const isChange = (figure: PlacedFigure): boolean =>
  figure.kind === 'growth' ||
  figure.kind === 'delta' ||
  figure.kind === 'bps' ||
  RATES.has(figure.unit) ||
  figure.direction !== null;

const APPLIES: Readonly<Record<CueGroup['only'], (figure: PlacedFigure) => boolean>> = {
  any: () => true,
  change: isChange,
  target: (figure) => TARGET_UNITS.has(figure.unit),
  range: (figure) => figure.qualifier === 'range',
  price: (figure) => PRICE_UNITS.has(figure.unit),
  multiple: (figure) => figure.unit === 'multiple',
  metric: (figure) => figure.metric !== null && isCompanyMetric(figure.metric),
};

/** A period that the figure's own words give; one taken from a heading or the document says little of a plan or a result. */
const hasOwnPeriod = ({ periodCue }: PlacedFigure, passage: Passage): boolean =>
  periodCue !== null && passage.start <= periodCue.start && periodCue.end <= passage.end;

const BASE_BEFORE = /\b(?:from|vs\.?|versus|against)\s(?:about |around |roughly |~|≈)?$/iu;

/** "a step-up from $128B in 2025": the base of a plan is a reported figure also where management speaks of the plan. */
function isReportedBase(figure: PlacedFigure, passage: Passage, { layout, context }: DocumentReading): boolean {
  if (figure.metric === null || !isStatementLine(figure.metric) || !hasOwnPeriod(figure, passage)) return false;
  if (periodState(figure.period, context) !== 'closed' || WITHIN_YEAR.test(figure.period ?? '')) return false;
  return BASE_BEFORE.test(layout.text.slice(Math.max(passage.start, figure.start - 24), figure.start));
}

/** Multiples that a company plans with: of its debt, its interest, its dividend. */
const COVERS: ReadonlySet<string> = new Set(['leverage', 'interest_cover', 'dividend_cover', 'book_to_bill']);

/** The market prints no target, and nobody guides to a multiple of the price. */
function isOfAnother({ id, provenance }: CueGroup, figure: PlacedFigure, { layout }: DocumentReading): boolean {
  // Nor does a company announce what the markets print.
  const { metric, unit } = figure;
  const printed = unit === 'multiple' ? !COVERS.has(metric ?? '') : metric !== null && isMarketMetric(metric);
  if (provenance === 'management' && printed) return true;
  if (!id.startsWith('market.')) return false;
  return figure.kind === 'target' || layout.sections[figure.section]?.role === 'scenario';
}

/** Whether a group speaks of figures of this kind and period at all. */
export function cueApplies(group: CueGroup, figure: PlacedFigure, passage: Passage, reading: DocumentReading): boolean {
  if (!APPLIES[group.only](figure) || isOfAnother(group, figure, reading)) return false;
  if (group.provenance === 'management' && isReportedBase(figure, passage, reading)) return false;
  if (!group.forward && !group.closed) return true;
  const state = periodState(figure.period, reading.context);
  if (group.forward) {
    return state !== 'closed' || WITHIN_YEAR.test(figure.period ?? '') || !hasOwnPeriod(figure, passage);
  }
  if (reading.headingOf(figure)?.group.id === GUIDANCE_SECTION) return false;
  return state !== 'open' || WITHIN_YEAR.test(figure.period ?? '') || !hasOwnPeriod(figure, passage);
}

/** In a filing or on a call "we" is the company: the group says which class that gives. */
const classOf = (group: CueGroup, reading: DocumentReading): Provenance | null =>
  (reading.speaker === 'issuer' || reading.speaker === 'call') && group.issuer !== null
    ? group.issuer
    : group.provenance;

const isSpeaker = ({ group }: Hit<CueGroup>): boolean =>
  group.provenance !== null && group.id.startsWith('attribution.');

/** "Per management commentary and press reports": the first of a pair speaks. */
function isSecondOfPair(hit: Hit<CueGroup>, passage: Passage): boolean {
  if (passage.tokens[hit.from - 1]?.word !== 'and') return false;
  if (!isSpeaker(hit)) return false;
  return passage.hits.some((other) => other.to === hit.from - 1 && isSpeaker(other));
}

/** "United States", "Jobless Claims": a verb takes no capital behind a name. */
const isOnlyName = ({ group, start, end }: Hit<CueGroup>, { layout }: DocumentReading): boolean =>
  group.id === 'attribution.named' && /\s\p{Lu}\p{Ll}+$/u.test(layout.text.slice(Math.max(start, end - 40), end));

function nearest(
  step: CueGroup['step'],
  figure: PlacedFigure,
  passage: Passage,
  reading: DocumentReading,
): Hit<CueGroup> | null {
  let best: Hit<CueGroup> | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const hit of passage.hits) {
    if (isSecondOfPair(hit, passage) || isOnlyName(hit, reading)) continue;
    if (hit.group.step !== step || hit.group.provenance === null || !cueApplies(hit.group, figure, passage, reading))
      continue;
    const distance = distanceTo(hit, figure, passage);
    if (distance === null || distance >= bestDistance) continue;
    best = hit;
    bestDistance = distance;
  }
  return best;
}

/** The decision of the nearest cue of a step in a passage, null where none reaches the figure. */
export function byNearestCue(
  step: CueGroup['step'],
  figure: PlacedFigure,
  passage: Passage,
  reading: DocumentReading,
): Decision | null {
  const hit = nearest(step, figure, passage, reading);
  const provenance = hit ? classOf(hit.group, reading) : null;
  if (!hit || provenance === null) return null;
  return { provenance, rule: hit.group.id, span: { start: hit.start, end: hit.end }, reason: hit.group.reason };
}
