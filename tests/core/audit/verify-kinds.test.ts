// Find support refuses: a right number of the wrong row, year, sign, direction or state is none; what follows is shown.
import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/core/audit/verify/verify';
import { CASES } from './verify-pairs';

describe.each(CASES)('$name', ({ evidence, pairs }) => {
  it.each(pairs)('$claim → $holds', ({ claim, holds }) => {
    expect(verify(claim, evidence).verdict === 'supported').toBe(holds);
  });
});
