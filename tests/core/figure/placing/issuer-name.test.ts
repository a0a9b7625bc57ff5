// The name under which the company of a document publishes: what its sources are held against.
import { expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import { issuerName } from '../../../../src/core/figure/placing/mentions/subject';

const BODY = 'Storage stood at 41 sites, the Daily Desk wrote.';

test.each([
  ['Cedar Mills (NYSE: CDM) note', 'Cedar Mills'],
  ['Cedar Mills plc (LSE: CML)', 'Cedar Mills'],
  ['Halden Tools, Inc. (NASDAQ: HLT) beats', 'Halden Tools'],
  ['Bank of Marlow (BMA LN): a slow spring', 'Bank of Marlow'],
  ['CDM: a slow spring', null],
])('%s', (title, name) => {
  expect(issuerName(layOut(plainDocument(`${title}\n\n${BODY}`)))).toBe(name);
});
