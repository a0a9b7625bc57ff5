// What a person's gate says to the doubts about a report.
import { describe, expect, it } from 'vitest';
import { type DoubtKind, type Gate, gateSays, readGate, USUAL_GATE } from '../../../src/core/report/gate';

describe('the gate', () => {
  it.each<[Partial<Gate>, readonly DoubtKind[], string]>([
    [{}, [], 'ignore'],
    [{}, ['error'], 'warn'],
    [{ error: 'ignore' }, ['error'], 'ignore'],
    [{ error: 'ignore' }, ['error', 'stale'], 'warn'],
    [{ missing: 'block' }, ['error', 'missing'], 'block'],
    [{ missing: 'block' }, ['error'], 'warn'],
  ])('%j with %j: %s', (change, found, says) => {
    expect(gateSays({ ...USUAL_GATE, ...change }, found)).toBe(says);
  });

  it.each([[null], [undefined], ['block'], [{ error: 'stop', other: 'warn' }]])(
    'read from %j is the usual one',
    (stored) => {
      expect(readGate(stored)).toEqual(USUAL_GATE);
    },
  );

  it('keeps what was set', () => {
    expect(readGate({ stale: 'block' })).toEqual({ ...USUAL_GATE, stale: 'block' });
  });
});
