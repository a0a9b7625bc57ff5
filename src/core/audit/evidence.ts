/** What all rules share for one audit: indexes and relations, each computed once and only when a rule asks. */
import { DocumentIndex } from './document-index';
import type { AuditDocument, AuditModel } from './model';
import { sentenceChanges, tableChanges } from './relations/beside';
import { variantsOf } from './relations/elsewhere';
import type { Relation } from './relations/relation';
import { durations, shares } from './relations/shares';
import { sums } from './relations/sums';
import { type UpsideRelation, upsides } from './relations/upside';
import { Citing } from './sources';

export interface Evidence {
  readonly index: DocumentIndex;
  /** Beside each other in a sentence or row. */
  readonly changes: readonly Relation[];
  readonly variants: readonly (readonly Relation[])[];
  readonly sums: readonly Relation[];
  readonly shares: readonly Relation[];
  readonly durations: readonly Relation[];
  readonly upsides: readonly UpsideRelation[];
}

function gather(document: AuditDocument): Evidence {
  const index = new DocumentIndex(document);
  return {
    index,
    changes: [...tableChanges(index), ...sentenceChanges(index)],
    variants: variantsOf(index),
    sums: sums(index),
    shares: shares(index),
    durations: durations(index),
    upsides: upsides(index),
  };
}

/** Keyed by the model's own objects, so that it lives exactly as long as they do. */
const evidences = new WeakMap<AuditDocument, Evidence>();
const citings = new WeakMap<AuditModel, Citing>();

export function evidenceOf(document: AuditDocument): Evidence {
  const known = evidences.get(document) ?? gather(document);
  evidences.set(document, known);
  return known;
}

export function citingOf(model: AuditModel): Citing {
  const known = citings.get(model) ?? new Citing(model);
  citings.set(model, known);
  return known;
}
