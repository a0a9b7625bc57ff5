/** What only shows in a whole document: tables, lead-ins, sections, denials, mentions, and who speaks. */
import { describe, expect, test } from 'vitest';
import type { Provenance } from '../../../src/core/figure/provenance';
import { classifyMarked, type Given } from './support';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly given?: readonly Given[];
  readonly classes: readonly Provenance[];
}

const TABLES: readonly Case[] = [
  {
    name: 'actual, consensus and their difference',
    text: 'Results\n\nMetric Actual Consensus vs. Estimate\nRevenue «$41.2B» «$40.1B» «+2.7%»\nEPS «$1.91» «$1.80» «+6.1%»\n',
    classes: ['disclosed', 'consensus', 'derived', 'disclosed', 'consensus', 'derived'],
  },
  {
    name: 'a beat in the text above does not reach into the table',
    text: 'The company beat consensus across the board:\n\nMetric Actual Consensus\nRevenue «$41.2B» «$40.1B»\nEPS «$1.91» «$1.80»\n',
    classes: ['disclosed', 'consensus', 'disclosed', 'consensus'],
  },
  {
    name: 'columns with A and E suffixes',
    text: 'Estimates\n\nMetric\t2025A\t2026E\t2027E\nRevenue\t«$88.1B»\t«$95.4B»\t«$103B»\nEPS\t«$7.10»\t«$7.95»\t«$8.90»\n',
    classes: ['disclosed', 'inferred', 'inferred', 'disclosed', 'inferred', 'inferred'],
  },
  {
    name: 'guidance against consensus',
    text: 'Outlook\n\nMetric\tGuidance\tConsensus\nRevenue\t«$22.0B»\t«$21.7B»\nOperating margin\t«31.0%»\t«30.4%»\n',
    classes: ['management', 'consensus', 'management', 'consensus'],
  },
];

const LABELS: readonly Case[] = [
  {
    name: 'bands to watch and what stands beside them',
    text: 'What we check\n\nIndicator\tBand\tNow\tIf it breaks\nCloud growth, YoY\t«25%–30%»\t«28%»\tBelow «25%» the quarter was a one-off\nAd growth, YoY\t«20%–24%»\t«22%»\tBelow «20%» no re-rating\n',
    classes: ['inferred', 'disclosed', 'inferred', 'inferred', 'disclosed', 'inferred'],
  },
  {
    name: 'a label speaks for its paragraph, past semicolons and full stops',
    text: 'Acme note\n\nTariffs are the swing factor for this company in the second half.\n\n• Bear case: volumes fall; margins give up «100–200 bps»\n• Capex guide: «~$2.1B» for 2026, up from «$1.5B» in 2025\n',
    given: [{}, { metric: 'capex', period: 'FY2026' }, { metric: 'capex', period: 'FY2025' }],
    classes: ['inferred', 'management', 'disclosed'],
  },
];

const LISTS: readonly Case[] = [
  {
    name: 'a lead-in that names management speaks for its items',
    text: 'Notes from the quarter\n\nRobot business (per management):\n\n• The new arm lifts «40%» more than the old one\n• It is in use at «12» customers\n',
    classes: ['management', 'management'],
  },
  {
    name: 'an item with a voice of its own keeps it',
    text: 'Notes from the quarter\n\nOn the call, management said:\n\n• Bookings rose «14%»\n• Consensus expects «9%» growth\n',
    classes: ['management', 'consensus'],
  },
];

const MENTIONS: readonly Case[] = [
  {
    name: 'a headline figure takes the class of the sentence that sources it',
    text: 'Acme: The «$90B» question\n\nFull-year guidance stands at «~$90B».\n\nEverything depends on what «$90B» of spending earns.\n',
    given: [{ mention: 1 }, { mention: 1, period: 'FY2026' }, { mention: 1 }],
    classes: ['management', 'management', 'management'],
  },
  {
    name: 'the strongest of several mentions speaks',
    text: 'Members reach «64M».\n\nThe base is «~64M» per third-party Helios estimates.\n',
    given: [{ mention: 4 }, { mention: 4 }],
    classes: ['third_party', 'third_party'],
  },
  {
    name: 'same metric, entity, period and value in other words',
    text: 'Cloud grew «19%».\n\nThe 10-Q shows cloud revenue growth of «19%».\n',
    given: [
      { mention: 1, metric: 'revenue_growth', entity: 'Cloud', period: '2026Q1' },
      { mention: 2, metric: 'revenue_growth', entity: 'Cloud', period: '2026Q1' },
    ],
    classes: ['disclosed', 'disclosed'],
  },
];

const SECTIONS: readonly Case[] = [
  {
    name: 'risks and watch lists are the author’s',
    text: 'Acme note\n\nSome text that opens the note and says what it is about.\n\nRisk Checklist\n\n• Growth of «25%» does not last\n\nWhat to Watch\n\n• Gross margin near «40%»\n',
    classes: ['inferred', 'inferred'],
  },
];

const DENIED: readonly Case[] = [
  {
    name: 'a denied metric is never disclosed',
    text: 'Acme note\n\nAcme does not break out advertising operating margin separately.\n\nQ1 advertising operating margin was «62%».\n',
    given: [
      { metric: 'operating_margin', metricLabel: 'Operating margin', entity: 'Advertising', period: '2026Q1' } as Given,
    ],
    classes: ['inferred'],
  },
  {
    name: 'the same metric of the whole company still is',
    text: 'Acme note\n\nAcme does not break out advertising operating margin separately.\n\nQ1 operating margin was «11%».\n',
    given: [{ metric: 'operating_margin', entity: 'ACME', period: '2026Q1' }],
    classes: ['disclosed'],
  },
];

const VOICES: readonly Case[] = [
  {
    name: 'a filing speaks for the company',
    text: 'FORM 10-Q\n\nQUARTERLY REPORT\n\nItem 2. Management’s Discussion and Analysis of Financial Condition and Results of Operations\n\nOur net sales were «$2,413 million», an increase of «6%», of which «$120 million» came from acquisitions.\n\nWe expect capital expenditures of «$300 million» in fiscal 2027.\n',
    classes: ['disclosed', 'disclosed', 'disclosed', 'management'],
  },
  {
    name: 'a call is management speaking',
    text: 'Acme Q1 2026 Earnings Call Transcript\n\nOperator: Good morning everyone. Thank you for joining. Prepared remarks will be followed by a question and answer session.\n\nWe opened «14» centers and we expect «20» more by December. Utilization is around «85%».\n',
    classes: ['management', 'management', 'management'],
  },
  {
    name: 'words that nobody vouches for stay open',
    text: 'Blue widgets «14%»\n',
    classes: ['unclassified'],
  },
];

describe.each([
  ['tables', TABLES],
  ['labels', LABELS],
  ['lists', LISTS],
  ['mentions', MENTIONS],
  ['sections', SECTIONS],
  ['denials', DENIED],
  ['voices', VOICES],
] as const)('%s', (_, cases) => {
  for (const { name, text, given = [], classes } of cases) {
    test(name, () => {
      const figures = classifyMarked(text, given);
      const told = figures.map(({ quote, provenance, cue }) => `${quote} ${provenance} (${cue.rule}: ${cue.text})`);
      expect(
        figures.map(({ provenance }) => provenance),
        told.join('\n'),
      ).toEqual(classes);
    });
  }
});

test('a derived figure carries the weakest class among its inputs', () => {
  const [, , surprise] = classifyMarked(
    'Results\n\nMetric Actual Consensus vs. Estimate\nRevenue «$41.2B» «$40.1B» «+2.7%»\nEPS $1.91 $1.80 +6.1%\n',
  );
  expect(surprise?.inheritedClass).toBe('consensus');
});

test('a reason names the words that decided', () => {
  const [figure] = classifyMarked('Management said churn improved to «1.1%».');
  expect(figure?.cue.reason).toBe('“Management said”: management vouches for it.');
});
