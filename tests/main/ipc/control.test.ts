/** What crosses between main and its processes: a failure without details is a failure, not a broken message. */
import { expect, test } from 'vitest';
import { importNews } from '../../../src/main/ipc/control';

const failed = { code: 'E_FORMAT', message: 'This is a picture (PNG).' } as const;

test('a failed import is heard with and without details', () => {
  expect(importNews.parse({ failed })).toEqual({ failed });
  expect(importNews.parse({ failed: { ...failed, details: { line: 3 } } })).toEqual({
    failed: { ...failed, details: { line: 3 } },
  });
});
