/** Step 7 [P7]: the section a figure stands in, by its role or the words of its heading. */
import type { Layout, SectionRole, Span } from '../../document/model';
import type { DocumentContext, PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import { isCompanyMetric } from '../cues/metric-words';
import { periodState } from '../cues/period';

/** Sections that hold the author's own scenarios, levels to watch and scores. */
const INFERRED_ROLES: ReadonlyMap<SectionRole, string> = new Map([
  ['risk', 'it stands in a list of risks'],
  ['watch', 'it stands in a list of things to watch'],
  ['scenario', 'it stands in a scenario'],
  ['scorecard', 'it stands in a scorecard'],
  ['priced_in', 'it is what the author reads in the price'],
  ['not_priced_in', 'it is what the author misses in the price'],
]);

/** `inferred` in sections whose role makes their figures the author's (scenarios, valuation …); null in all others. */
export const bySectionRole: Decide = (figure, { layout }) => {
  const section = layout.sections[figure.section];
  const reason = section ? INFERRED_ROLES.get(section.role) : undefined;
  if (!section || reason === undefined) return null;
  const span = { start: section.start, end: section.end };
  return { provenance: 'inferred', rule: `section.${section.role}`, span, reason };
};

const BOUNDED: ReadonlySet<string> = new Set(['at-least', 'at-most', 'range']);

/** "Gross margin above 25.5%" in a list of things to watch: a bound there is a level to watch, whatever it is a bound of. */
export const byBound: Decide = (figure, reading) => {
  const role = reading.layout.sections[figure.section]?.role ?? 'body';
  if (figure.cell !== null) return null;
  const expected = PRICED.has(role) && reading.layout.blocks[figure.block]?.kind === 'list-item';
  return expected || (role === 'watch' && BOUNDED.has(figure.qualifier)) ? bySectionRole(figure, reading) : null;
};

/** What the market expects is the author's reading of it, whatever was reported. */
const PRICED: ReadonlySet<SectionRole> = new Set(['priced_in', 'not_priced_in']);

/** In a note "Outlook" may be anybody's: of the economy, of a trade. Only what a company counts can be its guidance. */
function isOfCompany(figure: PlacedFigure, hit: Span, { text }: Layout, { document }: DocumentContext): boolean {
  if (figure.kind === 'target') return false;
  const isPlain = document.role === 'note' && /^(?:outlook|展望)$/iu.test(text.slice(hit.start, hit.end));
  return !isPlain || (figure.metric !== null && isCompanyMetric(figure.metric));
}

function decisionOfHeading(
  figure: PlacedFigure,
  { layout, context, headingOf, speaker }: DocumentReading,
): Decision | null {
  const hit = headingOf(figure);
  if (!hit?.group.provenance) return null;
  if (hit.group.provenance === 'disclosed' && periodState(figure.period, context) !== 'closed') return null;
  const { provenance, id, reason } = hit.group;
  // Questions and answers of a note are the author's own.
  const isAsked = /^q\s?&\s?a$|^q$/iu.test(layout.text.slice(hit.start, hit.end));
  if (id === 'section.call' && isAsked && context.document.role === 'note' && speaker !== 'summary') return null;
  if (id === 'section.guidance' && !isOfCompany(figure, hit, layout, context)) return null;
  return { provenance, rule: id, span: { start: hit.start, end: hit.end }, reason };
}

/**
 * The class that the words of the heading give ("Guidance" is management's), unless that is the author's own, which
 * comes later (`byOwnHeading`).
 */
export const byHeading: Decide = (figure, reading) => {
  const decision = decisionOfHeading(figure, reading);
  return decision && decision.provenance !== 'inferred' ? decision : null;
};

/** "Valuation", "Estimates": the author's own, unless the figure is somebody else's elsewhere. */
export const byOwnHeading: Decide = (figure, reading) => {
  const decision = decisionOfHeading(figure, reading);
  return decision?.provenance === 'inferred' ? decision : null;
};
