/** What each batch answers of one passage: the same engine as an import, on a document made of that text alone. */
import { analyse } from '../../../core/analyse';
import type { Analysis } from '../../../core/analysis';
import { audit } from '../../../core/audit/audit';
import type { AuditFigure, AuditModel } from '../../../core/audit/model/model';
import { verify } from '../../../core/audit/verify/verify';
import type { Verification } from '../../../core/audit/verify/model';
import type { NormalisedDocument } from '../../../core/document/model';
import { bareDocument } from '../../../core/document/plain';
import { classifySentence, type SentenceClass } from '../../../core/provenance/assertion';

function passage(text: string): NormalisedDocument {
  return {
    ...bareDocument,
    format: 'text',
    text: text.replaceAll('\r\n', '\n'),
  };
}

export const answerFigures = (text: string): { readonly figures: readonly unknown[] } => ({
  figures: analyse(passage(text)).figures.map((figure) => ({
    quote: figure.quote,
    start: figure.start,
    end: figure.end,
    metric: figure.metric,
    entity: figure.entity,
    kind: figure.kind,
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    currency: figure.currency,
    qualifier: figure.qualifier,
    direction: figure.direction,
    period: figure.period,
    basis: figure.basis,
    assertion: figure.assertion,
    provenance: figure.provenance,
    inheritedClass: figure.inheritedClass,
    cue: figure.cue,
  })),
});

export const answerClassify = (text: string): SentenceClass => classifySentence(text);

const PASSAGE = 'passage';

/** What the rules say of the passage alone. */
export function answerAudit(text: string): { readonly findings: readonly unknown[] } {
  const { findings } = audit(passageModel(analyse(passage(text))));
  return {
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      figures: finding.figures.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
      claimed: finding.claimed,
      computed: finding.computed,
      gap: finding.gap,
      expression: finding.expression,
      verdict: finding.verdict,
    })),
  };
}

function passageModel(analysis: Analysis): AuditModel {
  const figures = analysis.figures.map(
    (figure, index): AuditFigure => ({
      ...figure,
      id: `f${index}`,
      linkedSources: [],
      ticked: false,
      disputed: false,
      note: null,
    }),
  );
  const citations = analysis.citations.map((citation) => ({
    ...citation,
    sourceId: analysis.sources[citation.source]?.id ?? '',
  }));
  const { layout, context, structure, undisclosed } = analysis;
  const document = {
    id: PASSAGE,
    layout,
    asOf: context.asOf,
    entity: context.entity,
    kind: context.document.kind,
    role: context.document.role,
    figures,
    citations,
    structure,
    undisclosed,
  };
  return { documents: [document], sources: analysis.sources };
}

/** *Find support* for one claim in the evidence texts given with it. */
export const answerVerify = (claim: string, evidence: readonly string[]): Verification =>
  verify(
    claim.replaceAll('\r\n', '\n'),
    evidence.map((text) => text.replaceAll('\r\n', '\n')),
  );
