/** Classes and assertions, sentence by sentence. */
import { describe, expect, test } from 'vitest';
import { CHINESE, CONSENSUS, DERIVED, INFERRED, MANAGEMENT, MIXED, RESULTS, type Row, THIRD_PARTY } from './sentences';
import { classifyMarked, quotes } from './support';

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

describe.each(TABLES)('%s', (_, rows) => {
  for (const [marked, provenance, assertion, given = {}] of rows) {
    test(`${marked} → ${provenance}`, () => {
      const figure = classifyMarked(marked, [given, given]).at(-1);
      expect(figure?.provenance, `${figure?.cue.rule}: ${figure?.cue.text}`).toBe(provenance);
      expect([assertion].flat()).toContain(figure?.assertion);
      expect(figure && quotes(figure.cue, marked)).toBe(true);
    });
  }
});
