/** Whether a figure ties out, and why or what is missing, as the audit's vocabulary defines it. */
import { citingOf } from './evidence';
import type { AuditDocument, AuditFigure, AuditModel, Finding } from './model';

export interface TieOut {
  readonly tied: boolean;
  readonly reason: string;
}

const yes = (reason: string): TieOut => ({ tied: true, reason });
const no = (reason: string): TieOut => ({ tied: false, reason });

/** Figures inside a scenario, target or forecast that states what it assumes: the item speaks for them. */
function withAssumption(document: AuditDocument): ReadonlySet<string> {
  const stated = document.structure.filter((item) => Boolean(item.fields['assumption']));
  return new Set(stated.flatMap((item) => item.figures.flatMap((at) => document.figures[at]?.id ?? [])));
}

function tieOutOwn(
  model: AuditModel,
  document: AuditDocument,
  figure: AuditFigure,
  assumed: ReadonlySet<string>,
): TieOut | null {
  if (figure.ticked) return yes('Ticked by the analyst.');
  switch (figure.provenance) {
    case 'disclosed':
    case 'management':
    case 'consensus':
    case 'third_party': {
      const citing = citingOf(model);
      if (!citing.hasNamedSource(document, figure)) return no('No source with a title or publisher is cited for it.');
      return yes(
        citing.ownSources(document, figure).length > 0
          ? 'A named source is cited for it.'
          : 'Another mention of the same fact cites a named source.',
      );
    }
    case 'inferred':
      if (figure.note) return yes('Labelled as inference, with a rationale.');
      return assumed.has(figure.id)
        ? yes('Labelled as inference, with its assumption.')
        : no('Labelled as inference, but without an assumption or rationale.');
    case 'unclassified':
      return no('Nobody is known to vouch for it.');
    case 'derived':
      return null;
  }
}

/** Claims that recompute, each with the figures it recomputes from. */
function recomputations(findings: readonly Finding[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const { verdict, figures } of findings) {
    const [claim, ...operands] = figures;
    if (!claim || operands.length === 0 || (verdict !== 'tied' && verdict !== 'tied_within_rounding')) continue;
    found.set(claim.figure, [...(found.get(claim.figure) ?? []), operands.map((operand) => operand.figure)]);
  }
  return found;
}

/** Tie-out of every figure. Derived figures are settled from the figures they rest on until nothing more ties. */
export function tieOut(model: AuditModel, findings: readonly Finding[]): ReadonlyMap<string, TieOut> {
  const settled = new Map<string, TieOut>();
  const derived: { readonly id: string; readonly mention: string }[] = [];
  for (const document of model.documents) {
    const assumed = withAssumption(document);
    for (const figure of document.figures) {
      const own = tieOutOwn(model, document, figure, assumed);
      if (own) settled.set(figure.id, own);
      else derived.push({ id: figure.id, mention: `${document.id}/${figure.mention}` });
    }
  }
  const recomputed = recomputations(findings);
  const mentionsTied = new Set<string>();
  for (let before = -1; before !== settled.size; ) {
    before = settled.size;
    for (const { id, mention } of derived) {
      if (settled.has(id)) continue;
      const ties =
        recomputed.get(id)?.some((operands) => operands.every((operand) => settled.get(operand)?.tied)) ?? false;
      if (ties) mentionsTied.add(mention);
      if (ties) settled.set(id, yes('It recomputes from figures that tie out.'));
      else if (mentionsTied.has(mention))
        settled.set(id, yes('Another mention of it recomputes from figures that tie out.'));
    }
  }
  for (const { id } of derived) {
    if (settled.has(id)) continue;
    settled.set(
      id,
      no(
        recomputed.has(id)
          ? 'It recomputes, but not from figures that tie out themselves.'
          : 'It could not be recomputed from other figures.',
      ),
    );
  }
  return settled;
}
