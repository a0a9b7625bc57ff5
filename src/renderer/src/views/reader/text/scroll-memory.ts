/** Where in each document the person was, for coming back to it within a sitting: a block of the text, not a height. */
export interface ReadingPlace {
  /** Offset of the block at the top of the page. */
  readonly block: number;
  /** How far below the page's upper edge that block begins, in pixels; negative where it begins above. */
  readonly below: number;
}

const places = new Map<string, ReadingPlace>();

export function rememberPlace(document: string, place: ReadingPlace): void {
  places.set(document, place);
}

export function rememberedPlace(document: string): ReadingPlace | null {
  return places.get(document) ?? null;
}
