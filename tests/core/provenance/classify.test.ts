/** Classes and assertions, sentence by sentence. */
import { describe, expect, test } from 'vitest';
import { classifyMarked, quotes } from './support';
import { CHINESE, CONSENSUS, DERIVED, INFERRED, MANAGEMENT, MIXED, RESULTS, type Row, THIRD_PARTY } from './sentences';

const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['results', RESULTS],
  ['management', MANAGEMENT],
  ['consensus', CONSENSUS],
  ['third party', THIRD_PARTY],
  ['inferred', INFERRED],
  ['derived', DERIVED],
  ['Chinese', CHINESE],
  ['mixed', MIXED],
];

for (const [name, rows] of TABLES) {
  describe(name, () => {
    test.each(rows)('%s → %s', (marked, provenance, assertion, given = {}) => {
      const figures = classifyMarked(marked, [given, given]);
      const figure = figures.at(-1);
      expect(figure && [figure.provenance, figure.cue.rule, figure.cue.text]).toEqual([
        provenance,
        expect.any(String),
        expect.any(String),
      ]);
      expect([assertion].flat()).toContain(figure?.assertion);
      expect(figure && quotes(figure.cue, marked)).toBe(true);
    });
  });
}
