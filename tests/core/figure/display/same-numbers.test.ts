import { expect, test } from 'vitest';
import { sameNumbers } from '../../../../src/core/figure/display/same-numbers';

test.each([
  ['Ad revenue of $17.2B', 'Ad revenue of $17.4B', false],
  ['Ad revenue of $17.2B', 'Advertising revenue of $17.2 billion', true],
  ['Ad revenue of $17.2B', 'Ad revenue of €17.2B', false],
  ['a loss of (5)', 'a loss of 5', false],
  ['rose 5%', 'rose 5 bps', false],
  ['in 2025 and 2026', 'in 2025 and 2027', false],
  ['nothing said', 'nothing at all said', true],
  ['between 5 and 6', 'between 6 and 5', false],
])('%s | %s', (before, after, same) => expect(sameNumbers(before, after)).toBe(same));
