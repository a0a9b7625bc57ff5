/** The full text of an old filing: its header says whose it is, and its table keeps scale, signs and periods. */
import { expect, test } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { bytesOf } from './parse';

const FILING = `<SEC-DOCUMENT>0000000000-04-000111.txt : 20041105
<SEC-HEADER>0000000000-04-000111.hdr.sgml : 20041105
CONFORMED SUBMISSION TYPE:      10-Q
CONFORMED PERIOD OF REPORT:     20040930
FILED AS OF DATE:               20041105
COMPANY CONFORMED NAME:         HARBOUR WORKS INC
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-Q
<TEXT>
                  CONSOLIDATED STATEMENTS OF INCOME
                (Dollars in thousands, except per share)

<TABLE>
<CAPTION>
                                     Nine months ended
                                        September 30,
                                     2004        2003
<S>                               <C>         <C>
Net sales                         $  12,345   $  11,900
Cost of sales                       (10,200)     (9,870)
                                  ---------   ---------
Basic earnings per share          $    1.52   $    1.41
                                  =========   =========
</TABLE>
</TEXT>
</DOCUMENT>
`;

test('is titled, dated and read as the filing that it is', async () => {
  const read = await runImport(bytesOf(FILING), '0000000000-04-000111.txt');
  if (read.kind !== 'document') throw new Error('It is a document.');
  expect(read.normalised).toMatchObject({ title: 'HARBOUR WORKS INC 10-Q', published: '2004-11-05' });
  expect(read.analysis.context.document).toMatchObject({ kind: 'filing', role: 'source' });
  expect(read.analysis.figures.map(({ low, period, unit }) => [low, period, unit])).toEqual([
    ['12345000', '9M-2004', 'money'],
    ['11900000', '9M-2003', 'money'],
    ['-10200000', '9M-2004', 'money'],
    ['-9870000', '9M-2003', 'money'],
    ['1.52', '9M-2004', 'per_share'],
    ['1.41', '9M-2003', 'per_share'],
  ]);
});
