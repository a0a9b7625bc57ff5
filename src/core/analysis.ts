/** The shape of a whole reading of one document, from text to classified figures. */
import type { Citations } from './citation/model';
import type { Layout } from './document/model';
import type { DocumentContext, Figure } from './figure/model';
import type { UndisclosedItem } from './figure/provenance';
import type { StructureItem } from './structure/model';

export interface Analysis extends Citations {
  readonly layout: Layout;
  readonly context: DocumentContext;
  readonly figures: readonly Figure[];
  readonly structure: readonly StructureItem[];
  readonly undisclosed: readonly UndisclosedItem[];
}
