/** Kinds of prose whose class unseen documents got wrong: plans for a trade, agreement of models, a call's heading in a note. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { plainDocument } from '../../../src/core/document/plain';

const FILLER = 'Kestrel makes saws and sells them to joiners. Its dealers are many and its rivals few. '.repeat(16);

function classOf(text: string, quote: string): string {
  const { figures } = analyse(plainDocument(`# Kestrel Tools (KTL): idea of the week\n\n${text}\n\n${FILLER}`));
  const figure = figures.find((one) => one.quote === quote);
  if (!figure) throw new Error(`${quote} not found`);
  return figure.provenance;
}

describe('a plan for a trade is its author’s', () => {
  test.each<[string, string]>([
    ['- Entry: $82.97\n- Target: $110\n- Stop: $74.50', '$82.97'],
    ['- Entry: $82.97\n- Target: $110\n- Stop: $74.50', '$110'],
    ['**Stop loss:** $74.50', '$74.50'],
    ['- Position size: 2.5%', '2.5%'],
    ['- 止损：74.50元', '74.50元'],
  ])('%s', (text, quote) => {
    expect(classOf(text, quote)).toBe('inferred');
  });

  test('a target of the Street is not', () => {
    expect(classOf('Analysts have a consensus price target of $110.', '$110')).toBe('consensus');
  });
});

describe('headings', () => {
  test.each<[string, string, string]>([
    ['## Strong consensus\n\nWe like the share and its margin of 12%.', '12%', 'consensus'],
    ['## Q&A\n\nQ: Why so dear? The blend of both methods comes to $51.', '$51', 'management'],
  ])('%s', (text, quote, wrong) => {
    expect(classOf(text, quote)).not.toBe(wrong);
  });
});
