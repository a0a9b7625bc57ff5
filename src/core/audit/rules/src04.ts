/** SRC04: a value or a quotation that the imported text of its source does not have. */
import Big from 'big.js';
import { citingOf } from '../evidence/evidence';
import { finding, findingAcross, findingAt } from '../model/finding';
import type { AuditDocument, AuditModel, Finding, Rule } from '../model/model';
import { hasQuotation, hasValue } from '../evidence/in-source';
import { hasTaggedBeside, taggedMatch } from '../evidence/tagged-facts';
import { shown } from '../arithmetic/relation';
import { quotations } from '../evidence/quotations';

type Source = AuditModel['sources'][number];

const imported = (model: AuditModel, sources: readonly Source[]): readonly AuditDocument[] =>
  sources.flatMap((source) => model.documents.find(({ id }) => id === source.document) ?? []);

function values(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const citing = citingOf(model);
  return document.figures.flatMap((figure) => {
    if (figure.ticked || figure.provenance === 'inferred' || figure.provenance === 'derived') return [];
    const sources = citing.ownSources(document, figure);
    const texts = imported(model, sources).filter(({ id }) => id !== document.id);
    // One source without its text may be the one that has it.
    if (texts.length === 0 || texts.length < sources.length || texts.some((text) => hasValue(text, figure))) return [];
    return [
      finding('SRC04', 'error', document, [figure], {
        message: `“${figure.quote.trim()}” is not in the imported text of its source. Check the value, or cite where it stands.`,
        claimed: figure.quote.trim(),
        verdict: 'conflict',
      }),
    ];
  });
}

/** What the company's own filings tag differently: they need not be cited to be held against. */
function tagged(document: AuditDocument, model: AuditModel): readonly Finding[] {
  if (!hasTaggedBeside(document, model)) return [];
  return document.figures.flatMap((figure) => {
    const match = figure.ticked ? null : taggedMatch(document, figure, model);
    if (!match || match.agrees) return [];
    const { fact, filing } = match;
    // Tables of filings print in thousands or millions: the value says its scale itself.
    const value = [shown(new Big(fact.low ?? 0), fact), fact.currency].filter(Boolean).join(' ');
    return [
      findingAcross(
        'SRC04',
        'error',
        document,
        [
          { document, figure },
          { document: match.document, figure: fact },
        ],
        {
          message: `“${figure.quote.trim()}” is stated, but the company's filing${filing ? ` (${filing})` : ''} tags ${value} for the same metric and period. Check which of them is meant.`,
          claimed: figure.quote.trim(),
          computed: value,
          verdict: 'conflict',
        },
      ),
    ];
  });
}

function quoted(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const byId = new Map(model.sources.map((source) => [source.id, source]));
  return quotations(document).flatMap((quotation) => {
    const sources = quotation.citations.flatMap((citation) => byId.get(citation.sourceId) ?? []);
    const texts = imported(model, sources).filter(({ id }) => id !== document.id);
    if (
      texts.length === 0 ||
      texts.length < sources.length ||
      texts.some((text) => hasQuotation(text, quotation.words))
    )
      return [];
    return [
      findingAt(
        'SRC04',
        'error',
        document,
        [quotation],
        `The quotation “${quotation.words}” is not in the imported text of its source.`,
      ),
    ];
  });
}

/** Where no source's own text is in the notebook there is nothing to look into but what filings tag. */
function check(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const filed = tagged(document, model);
  if (!model.sources.some((source) => source.document)) return filed;
  const said = new Set(filed.flatMap(({ figures }) => figures[0]?.figure ?? []));
  const missing = values(document, model).filter(({ figures }) => !said.has(figures[0]?.figure ?? ''));
  return [...filed, ...missing, ...quoted(document, model)];
}

export const SRC04: Rule = {
  id: 'SRC04',
  severity: 'error',
  title: 'Not in the cited source',
  about: 'A cited value or quotation is not in the imported source, or the company tags another value in its filing.',
  across: 'documents',
  examples: [
    {
      text: 'Northwind (NWD) reported revenue of $512.4 million in Q1 2026 [Annual report].',
      source: 'Revenue for the quarter was $498.1 million.',
      says: 'error',
    },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Annual report].', says: 'nothing' },
  ],
  check,
};
