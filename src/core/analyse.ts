/**
 * Reads a document from text to classified figures. Pure and deterministic: the same text gives the same answer.
 * Order matters: layout → citations → figures → denials → classes → structure; nothing later changes what came before.
 */
import type { Analysis } from './analysis';
import { findCitations } from './citation/find';
import { layOut } from './document/layout/layout';
import type { Citations } from './citation/model';
import type { Tier } from './citation/tier';
import type { NormalisedDocument } from './document/model';
import { readContext } from './figure/placing/context';
import type { DocumentContext } from './figure/model';
import { readFigures } from './figure/placing/read';
import { classify } from './provenance/classify';
import { findDenials } from './provenance/denials';
import { findStructure } from './structure/find';

/** What the analyst has set for the document; it wins over what the text says. */
export type ContextOverrides = { readonly [K in keyof DocumentContext]?: DocumentContext[K] | undefined };

/** The tiers that a person set for cited sources, by their place in `sources`; null where nobody did. */
export type SetTiers = (cited: Citations) => readonly (Tier | null)[];

/** All that the analyst has set that a document is read by. */
export type Overrides = ContextOverrides & { readonly setTiers?: SetTiers | undefined };

/** Reported between stages, `done` from 0 to 1, for a progress bar. */
export type OnStage = (stage: 'layout' | 'citations' | 'figures' | 'classes' | 'structure', done: number) => void;

/**
 * The whole reading of one document. `overrides` are what a person set (as-of date, subject, fiscal year end, tiers of
 * sources …) and win over what the text says; `onStage` is told each stage as it begins with the share of the work
 * done, 0 to 1. Offsets
 * in all results count UTF-16 code units into `document.text`.
 */
export function analyse(document: NormalisedDocument, overrides: Overrides = {}, onStage?: OnStage): Analysis {
  onStage?.('layout', 0);
  const layout = layOut(document);
  onStage?.('citations', 0.25);
  const cited = findCitations(layout);
  const { citations, sources } = cited;
  onStage?.('figures', 0.4);
  const context = readContext(layout, overrides, document);
  const placed = readFigures(layout, context, citations);
  onStage?.('classes', 0.75);
  const undisclosed = findDenials(layout, context);
  const tiers = overrides.setTiers?.(cited) ?? [];
  const tiered = sources.map((source, index) => ({ ...source, setTier: tiers[index] }));
  const figures = classify({ layout, context, figures: placed, citations, sources: tiered, undisclosed });
  onStage?.('structure', 0.9);
  const structure = findStructure({ layout, context, figures, undisclosed });
  return { layout, context, citations, sources, figures, undisclosed, structure };
}
