/** Titles: the line a person would file a document under. */
import { expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { bareDocument } from '../../../../src/core/document/plain';

const title = (text: string, format: 'text' | 'markdown' = 'text'): string | null =>
  layOut({ ...bareDocument, format, text }).title;

test.each([
  [
    'release',
    'Brightsea reports second quarter 2027 earnings\nMay 3, 2027\n\nSECOND QUARTER RESULTS\nSales rose 4% in the period.\n',
    'Brightsea reports second quarter 2027 earnings',
  ],
  [
    'properties',
    'tags:: [[pumps]], [[KPX]]\n\n- **Company**: Kestrel Pumps ($KPX)\n- **Date**: 2027-05-03\n\nSome words follow here.\n',
    'Kestrel Pumps ($KPX)',
  ],
  [
    'author and school first',
    'Jo Ray\n\nHill College\n\nKESTREL PUMPS (KPX) STOCK PITCH\n\nCONTENTS\n\nThe market is large. It grows.\n',
    'KESTREL PUMPS (KPX) STOCK PITCH',
  ],
  [
    'publisher above the call',
    'Street Wire Event Transcript\nE D I T E D   V E R S I O N\n\nQ4 2027 Kestrel Pumps Inc Earnings Call\nJANUARY 31, 2028 / 10:30PM GMT\n\nSome words follow. They go on.\n',
    'Q4 2027 Kestrel Pumps Inc Earnings Call',
  ],
  [
    'spoken from its first line',
    "Good morning and welcome to Kestrel Pumps' fourth quarter fiscal 2027 earnings conference call. All participants are in a listen-only mode. After the remarks, we will take questions.\n",
    "Kestrel Pumps' fourth quarter fiscal 2027 earnings conference call",
  ],
  [
    'welcomed to ours',
    "Good afternoon. I'd like to welcome you to our fourth quarter 2027 earnings call. We will discuss the results. They are good.\n",
    'Fourth quarter 2027 earnings call',
  ],
  [
    'file it was made from',
    '- **来源**: `/Users/x/Downloads/Pump tour notes.pdf`\n- **背景**:\n\t- 专家交流。\n',
    'Pump tour notes',
  ],
  [
    'call',
    'Kestrel Pumps (KPX) Q1 FY2027 earnings call transcript\nApr 28, 2027, 5:00 PM\n\nEarnings call\n\nKestrel grew. Margins held.\n',
    'Kestrel Pumps (KPX) Q1 FY2027 earnings call transcript',
  ],
  [
    'form of a regulator',
    '0000812 false 0000812 2027-03-01\n\nUNITED STATES\n\nWashington, D.C. 20549\n\nFORM 8-K\n\nKestrel Pumps, Inc.\n\n(Exact name of registrant as specified in its charter)\n',
    'Kestrel Pumps, Inc. FORM 8-K',
  ],
  [
    'covering letter',
    'BSE Limited          Hull Exchange\nListing Department\n\nDear Sirs,\n\nSub:       Media Release on the results of the quarter\n\nFurther to our letter, the release is enclosed.\n',
    'Media Release on the results of the quarter',
  ],
  [
    'page marks and set letters',
    'Page 1\nE Q U I T Y  R E S E A R C H . C O M\n1  o f  5\nPump makers - a long cycle?\nMay 3, 2027\n\nOrders rose. They fell.\n',
    'Pump makers - a long cycle?',
  ],
  [
    'file name and a second column',
    '400812.pdf\nKestrel Pumps Inc. (KPX)            Market cap: $1.2B\nPrice: $12            52-week range: $9-14\n',
    'Kestrel Pumps Inc. (KPX)',
  ],
  [
    'letter',
    '18th January 2027\n\nTo the Partners of the Kestrel Fund.\n\nThe fund rose. It fell.\n',
    'To the Partners of the Kestrel Fund.',
  ],
])('%s', (_, text, expected) => {
  expect(title(text)).toBe(expected);
});

test.each([
  [
    'rubric above',
    '# COMPANY UPDATE\n\n**3 May 2027**\n\n## Kestrel (KPX)\n\n### Orders turn\n\nThey rose. They fell.\n',
    'Kestrel (KPX)',
  ],
  [
    'a stray sign and an abbreviation',
    '€# Valuation of Kestrel N.V.\n\nThe model is short. It holds.\n',
    'Valuation of Kestrel N.V.',
  ],
])('marked: %s', (_, text, expected) => {
  expect(title(text, 'markdown')).toBe(expected);
});

test('a part of a form is no title', () => {
  expect(
    title('## Table of contents\n\n#### PART I - FINANCIAL INFORMATION\n\n- Item 1. Statements\n', 'markdown'),
  ).toBeNull();
});
