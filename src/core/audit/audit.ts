/** Runs the rules over a notebook's model and says of each figure whether it ties out. Pure and deterministic. */
import type { AuditFigure, AuditModel, AuditResult, Finding } from './model';

/** Findings in document order, and for every figure either why it ties out or what is missing. */
export function audit(model: AuditModel): AuditResult {
  const sourced = sourcedFigures(model);
  const findings: Finding[] = [];
  const tied = new Map<string, string>();
  const untied = new Map<string, string>();
  for (const document of model.documents) {
    for (const figure of document.figures) {
      const verdict = tieOut(figure, sourced);
      (verdict.tied ? tied : untied).set(figure.id, verdict.reason);
      findings.push(...checkFigure(document.id, figure, sourced));
    }
  }
  return { findings, tied, untied };
}

const SOURCED = new Set(['disclosed', 'management', 'consensus', 'third_party']);

/** Figures with a source of their own, or whose other mention of the same fact in the document has one. */
function sourcedFigures(model: AuditModel): ReadonlySet<string> {
  const named = new Set(model.sources.filter((s) => s.title || s.publisher || s['title-short']).map((s) => s.id));
  const found = new Set<string>();
  for (const document of model.documents) {
    const cites = (figure: AuditFigure): boolean =>
      figure.linkedSources.some((id) => named.has(id)) ||
      figure.citations.some(({ citation }) => named.has(document.citations[citation]?.sourceId ?? ''));
    const mentions = new Set(document.figures.filter(cites).map((figure) => figure.mention));
    for (const figure of document.figures) if (mentions.has(figure.mention)) found.add(figure.id);
  }
  return found;
}

function tieOut(
  figure: AuditFigure,
  sourced: ReadonlySet<string>,
): { readonly tied: boolean; readonly reason: string } {
  if (figure.ticked) return { tied: true, reason: 'Ticked by the analyst.' };
  if (SOURCED.has(figure.provenance)) {
    return sourced.has(figure.id)
      ? { tied: true, reason: 'A named source is cited for it.' }
      : { tied: false, reason: 'No named source is cited for it.' };
  }
  if (figure.provenance === 'inferred') {
    return figure.note
      ? { tied: true, reason: 'Labelled as inference, with its rationale.' }
      : { tied: false, reason: 'Inferred without a stated assumption or rationale.' };
  }
  if (figure.provenance === 'derived') return { tied: false, reason: 'Its operands were not found.' };
  return { tied: false, reason: 'Nobody is known to vouch for it.' };
}

function checkFigure(document: string, figure: AuditFigure, sourced: ReadonlySet<string>): readonly Finding[] {
  if (figure.ticked) return [];
  if (figure.provenance === 'unclassified') {
    return [
      finding('CLS02', document, figure, 'No words say who vouches for this figure: set its class or cite a source.'),
    ];
  }
  if (SOURCED.has(figure.provenance) && !sourced.has(figure.id)) {
    return [finding('SRC01', document, figure, 'This figure has no source, its own or inherited: link one.')];
  }
  return [];
}

function finding(rule: string, document: string, figure: AuditFigure, message: string): Finding {
  return {
    rule,
    severity: 'warning',
    message: `${figure.quote}: ${message}`,
    document,
    figures: [{ document, figure: figure.id, start: figure.start, end: figure.end }],
    spans: [],
    claimed: null,
    computed: null,
    gap: null,
    expression: null,
    verdict: null,
    key: `${rule}/${document}/${figure.start}/${figure.quote}`,
  };
}
