/**
 * Step 6 [P6]: levels and moves as the market's tape prints them ("RSI 28, $505, −1.9%; SMA200 $525"), whatever section
 * they stand in.
 */
import type { Layout } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import { MACRO, SECTOR, TAPE } from './place-words';
import { headOf, labelOf, tableOf } from './table-own';
import { roleOfKind } from '../../document/kinds';

const REACH = 160;

const around = (figure: PlacedFigure, { layout }: DocumentReading): { text: string; start: number } => {
  const block = layout.blocks[figure.block];
  const start = Math.max(block?.start ?? figure.start, figure.start - REACH);
  const end = Math.min(block?.end ?? figure.end, figure.end + REACH);
  return { text: layout.text.slice(start, end), start };
};

const TAPE_UNITS = new Set(['money', 'per_share', 'percent', 'score', 'count', 'other', 'bps']);

/**
 * `third_party` where signs and names of the tape (`RSI`, `SMA`, σ) stand around a figure of running text; null in
 * tables and for units that no tape prints.
 */
export const byTape: Decide = (figure, reading) => {
  if (figure.cell !== null || !TAPE_UNITS.has(figure.unit)) return null;
  const { text, start } = around(figure, reading);
  const tape = TAPE.exec(text);
  if (!tape || (tape[0].length < 2 && tape[0] !== 'σ')) return null;
  const span = { start: start + tape.index, end: start + tape.index + tape[0].length };
  return { provenance: 'third_party', rule: 'market.tape', span, reason: 'the market prints it, not a company' };
};

/** "The sector's revenue was …" is nobody's own report. */
export function ofSector(decision: Decision, figure: PlacedFigure, reading: DocumentReading): Decision {
  if (decision.provenance !== 'disclosed' || !/^(?:results|section|attribution\.reported)/u.test(decision.rule))
    return decision;
  const { start } = reading.passages.of(figure);
  const from = Math.max(start, figure.start - REACH);
  const sector = SECTOR.exec(reading.layout.text.slice(from, figure.start));
  if (!sector) return decision;
  const span = { start: from + sector.index, end: from + sector.index + sector[0].length };
  return {
    provenance: 'third_party',
    rule: 'sector',
    span,
    reason: 'a sector reports nothing itself: somebody added it up',
  };
}

/** Growth of the economy, prices, jobs, policy rates: offices of statistics and central banks publish them. */
export function ofMacro(decision: Decision, figure: PlacedFigure, { layout, context }: DocumentReading): Decision {
  // What a company can say of the economy is not what it discloses of itself.
  if (roleOfKind(context.document.kind) === 'source') return decision;
  const { provenance, rule } = decision;
  const given = provenance === 'disclosed' || (provenance === 'management' && rule.startsWith('section.guidance'));
  if (!given || rule === 'tag') return decision;
  const { text, start } = macroWords(figure, layout);
  const macro = MACRO.exec(text);
  if (!macro) return decision;
  const span = { start: start + macro.index, end: start + macro.index + macro[0].length };
  return {
    provenance: 'third_party',
    rule: 'macro',
    span,
    reason: 'it measures the economy, which no company reports',
  };
}

/** The label of the row, or the few words before the figure. */
function macroWords(figure: PlacedFigure, layout: Layout): { text: string; start: number } {
  const table = tableOf(figure, layout);
  if (table) {
    const label = labelOf(figure, table);
    if (label && MACRO.test(label.text)) return label;
    return headOf(figure, table) ?? { text: '', start: figure.start };
  }
  const start = Math.max(layout.blocks[figure.block]?.start ?? 0, figure.start - 40);
  return { text: layout.text.slice(start, figure.end + 24), start };
}
