/** Whether a figure ties out [T1], and why or what is missing. */
import { conceptOf } from '../figure/placing/tagged';
import { citingOf } from './evidence/evidence';
import type { AuditDocument, AuditFigure, AuditModel, Finding } from './model/model';
import { isEvidence, needsNone } from './evidence/needs-source';

export interface TieOut {
  readonly tied: boolean;
  readonly reason: string;
}

const yes = (reason: string): TieOut => ({ tied: true, reason });
const no = (reason: string): TieOut => ({ tied: false, reason });

/** Figures inside a scenario, target or forecast that states what it assumes: the item is their basis. */
function withAssumption(document: AuditDocument): ReadonlySet<string> {
  const stated = document.structure.filter((item) => Boolean(item.fields['assumption']));
  return new Set(stated.flatMap((item) => item.figures.flatMap((at) => document.figures[at]?.id ?? [])));
}

/**
 * What can be said of a figure from itself: a tick [T5], a document that is a source [T8], a named source of its own
 * [T2] or of another mention [T6], a stated assumption [T4]. Null for a derived figure, which must be recomputed.
 */
function tieOutOwn(
  model: AuditModel,
  document: AuditDocument,
  figure: AuditFigure,
  assumed: ReadonlySet<string>,
): TieOut | null {
  if (figure.ticked) return yes('Ticked by the analyst.');
  if (document.role === 'source') return yes('It stands in a source, which is evidence itself.');
  if (conceptOf(figure.rule) !== null) return yes('The company tags it in its own filing.');
  const none = needsNone(figure);
  if (none !== null) return no(none);
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

/** What can be said of each figure from itself and its sources; figures that must be recomputed are left out. */
type OwnVerdicts = ReadonlyMap<AuditFigure, TieOut>;
const known = new WeakMap<AuditDocument, { readonly sources: AuditModel['sources']; readonly verdicts: OwnVerdicts }>();

function ownVerdicts(model: AuditModel, document: AuditDocument): OwnVerdicts {
  const before = known.get(document);
  if (before?.sources === model.sources) return before.verdicts;
  const assumed = withAssumption(document);
  const verdicts = new Map(
    document.figures.flatMap((figure): [AuditFigure, TieOut][] => {
      const own = tieOutOwn(model, document, figure, assumed);
      return own ? [[figure, own]] : [];
    }),
  );
  known.set(document, { sources: model.sources, verdicts });
  return verdicts;
}

const isTied = ({ verdict }: Finding): boolean => verdict === 'tied' || verdict === 'tied_within_rounding';

/** Claims that recompute, each with the figures it recomputes from. */
function recomputations(findings: readonly Finding[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const { figures } of findings.filter(isTied)) {
    const [claim, ...operands] = figures;
    if (!claim || operands.length === 0) continue;
    found.set(claim.figure, [...(found.get(claim.figure) ?? []), operands.map((operand) => operand.figure)]);
  }
  return found;
}

/** Figures that the imported text of their source does not have: a citation that fails is none. */
const missingInSource = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ rule, figures }) => (rule === 'SRC04' ? figures.map(({ figure }) => figure) : [])));

interface Derived {
  readonly id: string;
  readonly mention: string;
}

/** Settles derived figures from the figures they rest on [T3] until nothing more ties. */
function settleDerived(
  settled: Map<string, TieOut>,
  derived: readonly Derived[],
  recomputed: ReadonlyMap<string, readonly (readonly string[])[]>,
  needless: ReadonlySet<string>,
): void {
  const mentions = new Set<string>();
  const stands = (operand: string): boolean => settled.get(operand)?.tied === true || needless.has(operand);
  const rests = (id: string): boolean => recomputed.get(id)?.some((operands) => operands.every(stands)) ?? false;
  for (let before = -1; before !== settled.size; ) {
    before = settled.size;
    for (const { id, mention } of derived) {
      if (settled.has(id)) continue;
      if (rests(id)) {
        mentions.add(mention);
        settled.set(id, yes('It recomputes from figures that tie out.'));
      } else if (mentions.has(mention)) {
        settled.set(id, yes('Another mention of it recomputes from figures that tie out.'));
      }
    }
  }
}

/** Tie-out of every figure, by id. */
export function tieOut(model: AuditModel, findings: readonly Finding[]): ReadonlyMap<string, TieOut> {
  const settled = new Map<string, TieOut>();
  const derived: Derived[] = [];
  const missing = missingInSource(findings);
  const needless = new Set<string>();
  for (const document of model.documents) {
    const own = ownVerdicts(model, document);
    for (const figure of document.figures) {
      if (!isEvidence(figure)) needless.add(figure.id);
      const verdict = own.get(figure);
      if (missing.has(figure.id) && !figure.ticked)
        settled.set(figure.id, no('The imported text of its source does not have it.'));
      else if (verdict) settled.set(figure.id, verdict);
      else derived.push({ id: figure.id, mention: `${document.id}/${figure.mention}` });
    }
  }
  const recomputed = recomputations(findings);
  settleDerived(settled, derived, recomputed, needless);
  for (const { id } of derived) {
    if (settled.has(id)) continue;
    const reason = recomputed.has(id)
      ? 'It recomputes, but not from figures that tie out themselves.'
      : 'It could not be recomputed from other figures.';
    settled.set(id, no(reason));
  }
  return settled;
}

/**
 * The figures that the score counts [T7]: of notes [T8], in need of a source, one a fact. Of the mentions of a fact one
 * that ties out is counted, else the first, so that a fact counts as tied wherever its source is given.
 */
export function countedFigures(model: AuditModel, verdicts: ReadonlyMap<string, TieOut>): ReadonlySet<string> {
  const counted = new Set<string>();
  for (const document of model.documents) {
    if (document.role === 'source') continue;
    const ofFact = new Map<number, string>();
    for (const figure of document.figures) {
      if (!isEvidence(figure)) continue;
      const before = ofFact.get(figure.mention);
      if (before === undefined || (!verdicts.get(before)?.tied && verdicts.get(figure.id)?.tied))
        ofFact.set(figure.mention, figure.id);
    }
    for (const id of ofFact.values()) counted.add(id);
  }
  return counted;
}
