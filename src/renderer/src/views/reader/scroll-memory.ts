/** How far each document was scrolled, for coming back to it within a sitting. */
const tops = new Map<string, number>();

export function rememberTop(document: string, top: number): void {
  tops.set(document, top);
}

export function rememberedTop(document: string): number {
  return tops.get(document) ?? 0;
}
