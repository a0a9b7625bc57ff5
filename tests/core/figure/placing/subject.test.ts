// Whom a document is about: by its title, its header, its cover page, its own words; and nobody where it is about many.
import { expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { findSubject } from '../../../../src/core/figure/placing/mentions/subject';
import { plainDocument } from '../../support/text';

const subject = (text: string): string | null => findSubject(layOut(plainDocument(text)))?.entity ?? null;

test.each([
  [
    'a ticker with its exchange',
    '# INVESTMENT MEMO: QRYN.JK\n\nPT Quaryn Tbk grew. Quaryn earns Rp 40 a share.\n',
    'QRYN.JK',
  ],
  [
    'a ticker before its name in brackets',
    '# Relatório: RVNA3 (Ravena S.A.)\n\nA BI cresce. A BI vende. A BI paga. A BI sobe.\n',
    'RVNA3',
  ],
  [
    'an exchange in brackets',
    '# Thesis review: HLM Energy (ASX)\n\nHLM fell 3%. HLM trades on the ASX. The ASX rose. The ASX is open. HLM pays.\n',
    'HLM',
  ],
  [
    'the cover page of a filing',
    'SECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nBramble Stores, Inc.\n\n(Exact name of registrant as specified in its charter)\n\nTitle of each class\tTrading Symbol\tName of each exchange\nCommon stock\tBRMB\tNew York Stock Exchange\n\nUnder the Act and the Exchange Act.\n',
    'BRMB',
  ],
  [
    'a registrant without a symbol',
    'SECURITIES AND EXCHANGE COMMISSION\n\nFORM 10-Q\n\nBramble Stores, Inc.\n\n(Exact name of registrant as specified in its charter)\n\nUnder the Act and the Exchange Act.\n',
    'Bramble Stores, Inc.',
  ],
  [
    'a registrant in capitals, among authorities',
    `SECURITIES AND EXCHANGE COMMISSION\n\nFORM S-1\n\nBRAMBLE STORES, INC.\n\n(Formerly known as Hedge Corp.)\n\n(Exact name of registrant as specified in its charter)\n\n${'The NBFA and the NBFA rules apply. Shares of NBFA members trade in NBFA markets.\n\n'.repeat(6)}`,
    'Bramble Stores, Inc.',
  ],
  [
    'who signs a letter to an exchange, after its auditor',
    'To,\nBSE Limited\nDear Sirs\n\nThe auditors Menon & Associates Ltd have reviewed the results.\n\nFor Quay Tools Limited\n\nRevenue rose 5%.\n',
    'Quay Tools',
  ],
  [
    'who reports in the title',
    `# Harbour Mills Reports Third Quarter Results\n\nHarbour Mills grew. Adjusted profit rose. Adjusted profit of Harbour Mills fell. Adjusted margins held. Harbour Mills pays.\n`,
    'Harbour Mills',
  ],
  [
    'a name that the title sets apart',
    '# Credit opinion: Marlow Property Trust\n\nMarlow Property Trust owns halls. Assets grew. Assets are let. Assets yield. Marlow Property Trust borrows.\n',
    'Marlow Property Trust',
  ],
  [
    'a name by its legal form, far into a report',
    `# Financial information\n\nNon-current assets rose.\n\n${'Non-current items.\n\n'.repeat(6)}Ostvik AB sold. Ostvik AB paid. Non-current. Ostvik AB holds.\n`,
    'Ostvik',
  ],
  [
    'letters in Chinese brackets that the title does not know',
    '# QDRN 研报分析\n\n公司参与无人机计划（DDP），（DDP）订单可期，（DDP）预算充足。QDRN 收入增长，QDRN 指引上调。\n',
    'QDRN',
  ],
  [
    'a brief on many stocks',
    '# 每日早报\n\n迅捷（3317.HK）涨5%，海纳（600123.SH）跌2%，东润（300456.SZ）涨1%，博元（000321.SZ）平。市场成交放量，资金流入。\n',
    null,
  ],
])('%s', (_, text, expected) => {
  expect(subject(text)).toBe(expected);
});
