import { describe, expect, it } from 'vitest';
import { historyPath, historyPoints } from '../../../src/renderer/src/views/audit/history';

const at = (figures: number, tied: number) => ({ at: '2026-05-13T00:00:00Z', figures, tied, openFindings: 0 });

describe('the score over time', () => {
  it.each([
    ['nothing', [], ''],
    ['audits without figures', [at(0, 0)], ''],
    ['one audit is a level line', [at(4, 3)], 'M0 25.0H200.0'],
    ['a step holds until the next audit', [at(4, 2), at(4, 4), at(4, 1)], 'M0 50.0H66.7V0.0H133.3V75.0H200.0'],
  ])('%s', (_what, history, path) => {
    expect(historyPath(historyPoints(history), 200, 100)).toBe(path);
  });
});
