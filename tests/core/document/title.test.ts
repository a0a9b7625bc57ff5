/** Titles: the line a person would file a document under. */
import { expect, test } from 'vitest';
import { layOut } from '../../../src/core/document/layout';
import { bareDocument } from '../../../src/core/document/plain';

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
    'file it was made from',
    '- **来源**: `/Users/x/Downloads/Pump tour notes.pdf`\n- **背景**:\n\t- 专家交流。\n',
    'Pump tour notes',
  ],
  [
    'call',
    'Kestrel Pumps (KPX) Q1 FY2027 earnings call transcript\nApr 28, 2027, 5:00 PM\n\nEarnings call\n\nKestrel grew. Margins held.\n',
    'Kestrel Pumps (KPX) Q1 FY2027 earnings call transcript',
  ],
])('%s', (_, text, expected) => {
  expect(title(text)).toBe(expected);
});
