/** RIS: how such a file is known. */
import type { SourcesParser } from '../../parser';

export const risParser = {
  kind: 'sources',
  name: 'ris',
  version: 1,
  reads: 'text',
  recognise: (source) => risScore(source.text().text),
  // Only now, so that other imports do not wait for the library.
  parse: async (source) => (await import('./read')).readRis(source.text().text),
} satisfies SourcesParser;

/** A type line near the start, followed by more tags. */
function risScore(text: string): number {
  const start = text.slice(0, 4_000);
  const type = /^[ \t\uFEFF]*TY[ \t]{1,3}-[ \t]*[A-Za-z]{2,10}[ \t]*$/m.exec(start);
  if (!type) return 0;
  const before = start.slice(0, type.index).split('\n');
  const prose = before.filter(
    (line) => line.trim() !== '' && !/^\s*[A-Z][A-Z0-9][ \t]{1,3}-|^\s*\d+\.?\s*$/.test(line),
  );
  if (prose.length > 6) return 0;
  const tags = text.slice(type.index, type.index + 4_000).match(/^[ \t]*[A-Z][A-Z0-9][ \t]{1,3}-/gm);
  return (tags?.length ?? 0) >= 2 ? 0.95 : 0;
}
