// Ways up and down in brackets: which amount and which price they belong to, and one slip told once.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const upsides = (text: string) => auditText(text).filter(({ rule }) => rule === 'CALC08');
const accused = (text: string) =>
  upsides(text)
    .filter(({ verdict }) => verdict === 'conflict')
    .map(({ claimed }) => claimed);

const note = (way: string) =>
  `# Valuation\n\nCash-flow value: $47.80 (+4.1% vs. $45.92 spot).\n\nPeers point to $54.70 (${way}).\n`;

describe('ways in brackets', () => {
  it('count from the price that another is counted from', () => {
    expect(accused(note('+19.1%'))).toEqual([]);
    expect(accused(note('+16.2%'))).toEqual(['+16.2%']);
  });

  it('tell one slip once, with its places', () => {
    const found = upsides(
      `${note('+16.2%')}\n| Method | Target price | Return |\n| --- | --- | --- |\n| Peers | $54.70 | +16.2% |\n| Yield | $39.30 | -14.4% |\n`,
    ).filter(({ verdict }) => verdict === 'conflict');
    expect(found.map(({ figures }) => figures.length)).toEqual([5]);
  });

  it.each([
    ['growth beside an amount a share', 'Value: $47.80 (+4.1% vs. $45.92 spot).\n\nEPS of $2.10 (+8.0%) was reported.'],
    ['a stop below the entry', 'Value: $47.80 (+4.1% vs. $45.92 spot).\n\nStop: $41.00 (-8.0%).'],
    ['nothing says from where', 'The fund cost $54.70 (+16.2%) in May.'],
  ])('silence: %s', (_, text) => {
    expect(accused(text)).toEqual([]);
  });

  it('a price so far above the target that the words name', () => {
    const text = (rate: string) =>
      `Share price: $142. Base price target: $100. Bull price target: $180.\n\nIt trades ${rate} above base price target.`;
    expect(accused(text('42%'))).toEqual([]);
    expect(accused(text('21%'))).toEqual(['21%']);
  });
});
