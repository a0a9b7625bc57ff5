/** Passages read and audited as the command line's batch does it: one document made of the text alone. */
import { analyse } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { audit } from '../../../src/core/audit/audit';
import type { AuditDocument, AuditFigure, AuditModel, Example, Finding } from '../../../src/core/audit/model/model';
import type { CslItem } from '../../../src/core/citation/model';
import { plainDocument } from '../support/text';

interface Read {
  readonly document: AuditDocument;
  readonly sources: readonly CslItem[];
}

/** A reading as the audit takes it, with nothing set by hand. */
export function documentFrom(analysis: Analysis, id: string): Read {
  const figures = analysis.figures.map(
    (figure, index): AuditFigure => ({
      ...figure,
      id: `${id}-${index}`,
      linkedSources: [],
      ticked: false,
      disputed: false,
      note: null,
    }),
  );
  const { layout, context, structure, undisclosed, sources } = analysis;
  const citations = analysis.citations.map((citation) => ({
    ...citation,
    sourceId: sources[citation.source]?.id ?? '',
  }));
  return {
    document: {
      id,
      layout,
      asOf: context.asOf,
      entity: context.entity,
      kind: context.document.kind,
      role: context.document.role,
      figures,
      citations,
      structure,
      undisclosed,
    },
    sources,
  };
}

/** The document that a passage makes, with the sources its citations name. */
export const documentOf = (text: string, asOf?: string, id = 'passage'): Read =>
  documentFrom(analyse(plainDocument(text), asOf === undefined ? {} : { asOf }), id);

export function modelOf(text: string, asOf?: string): AuditModel {
  const { document, sources } = documentOf(text, asOf);
  return { documents: [document], sources };
}

/** A rule's example as it says: with its source's text beside it, and with what a person had set. */
export function modelOfExample({ text, asOf, source, emptied = '', set = [] }: Example): AuditModel {
  const { document, sources } = documentOf(text, asOf);
  const figures = document.figures.map((figure) => {
    const { quote: _, ...fields } = set.find(({ quote }) => quote === figure.quote) ?? {};
    return { ...figure, ...fields };
  });
  const structure = document.structure.map((item) => ({ ...item, fields: { ...item.fields, [emptied]: null } }));
  const note = { ...document, figures, structure };
  if (source === undefined) return { documents: [note], sources };
  const beside = documentOf(source, undefined, 'source').document;
  return {
    documents: [note, beside],
    sources: sources.map((one) => ({ ...one, document: beside.id })),
  };
}

/** What the audit says of a passage, findings that hold included. */
export const auditText = (text: string, asOf?: string): readonly Finding[] => audit(modelOf(text, asOf)).findings;

/** The verdicts of the recomputations, the gravest first: what a reader of the passage is told. */
export function verdictOf(text: string): 'accused' | 'tied' | 'nothing' {
  const verdicts = auditText(text).map(({ verdict }) => verdict);
  if (verdicts.includes('conflict')) return 'accused';
  return verdicts.some((verdict) => verdict?.startsWith('tied')) ? 'tied' : 'nothing';
}
