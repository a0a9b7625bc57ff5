// The argument of notes in other styles than the first: what each type of item stands on, in order.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import type { StructureItem, StructureType } from '../../../src/core/structure/model';
import { readNote } from '../support/fixture';
import { plainDocument } from '../support/text';

function found(note: string, type: StructureType): string[] {
  const { layout, structure } = analyse(readNote(note));
  return structure
    .filter((item) => item.type === type)
    .map(({ start, end }) => layout.text.slice(start, end).replace(/\s+/g, ' '));
}

function items(text: string): (StructureItem & { quote: string })[] {
  const { layout, structure } = analyse(plainDocument(text));
  return structure.map((item) => ({ ...item, quote: layout.text.slice(item.start, item.end) }));
}

const PROSE = 'A first paragraph that says what the note is about, as notes do.';

describe('notes', () => {
  it.each<[string, StructureType, string[]]>([
    [
      'numbered-references.txt',
      'thesis',
      [
        "Halden's second quarter beat on margin and missed on orders. We think the margin gain is structural; the order miss is not yet understood. We rate the shares Hold with a 12-month price target of $48.",
      ],
    ],
    ['numbered-references.txt', 'stance', ['We rate the shares Hold with a 12-month price target of $48.']],
    [
      'numbered-references.txt',
      'driver',
      [
        'Service attach rate: 38% of the installed base now carries a contract, from 31% two years ago [2]',
        'Freight: contract rates reset in May [4]',
        'Mix: cobots are 27% of units',
      ],
    ],
    [
      'numbered-references.txt',
      'scenario',
      [
        'Bull: orders recover by the fourth quarter; operating margin reaches 17–18%',
        'Base: orders flat; operating margin of 15–16%',
        'Bear: a second leg down in automotive; operating margin falls back to 12–13%',
      ],
    ],
    [
      'numbered-references.txt',
      'indicator',
      [
        'Book-to-bill above 1.0 in either of the next two quarters',
        'Service attach rate at or above 40% by year-end',
        'Any further slip in the two delayed programmes. If either moves past March 2026, we would cut our estimates by 5–7%.',
      ],
    ],
    [
      'numbered-references.txt',
      'risk',
      [
        'Customer concentration. The two largest customers are 29% of revenue [7].',
        'Currency. A 10% move in the euro changes operating profit by roughly $9 million [7].',
      ],
    ],
    [
      'numbered-references.txt',
      'disclaimer',
      [
        'This report is for information only and is not investment advice.',
        'Past performance is not a guide to the future.',
      ],
    ],
    [
      'broker-note.txt',
      'stance',
      [
        'Rating: Outperform (from Neutral)',
        'We upgrade Corvane to Outperform from Neutral and lift our target to 640p, which implies 25% upside.',
      ],
    ],
    [
      'broker-note.txt',
      'not_priced_in',
      [
        'The market has not priced in the services mix.',
        'Sell-side models do not carve out recurring revenue, so the step-up in margin looks like cycle.',
      ],
    ],
    [
      'broker-note.txt',
      'risk',
      [
        'Near term: order timing at the two largest customers; sterling strength',
        'Medium term: a pause in advanced packaging capex',
        'Long term: in-house tools at the leading foundry',
      ],
    ],
    ['call-summary.txt', 'thesis', ['The thesis is simple: pricing is done, and volumes have to do the work.']],
    ['call-summary.txt', 'stance', ['We remain neutral on Tessaly.']],
    ['call-summary.txt', 'horizon', ['This suits income investors with a two- to three-year horizon.']],
    [
      'call-summary.txt',
      'priced_in',
      ['Productivity savings of $250 million are in every model.', 'Guidance cuts at two peers have lowered the bar.'],
    ],
    [
      'call-summary.txt',
      'not_priced_in',
      [
        'A return to volume growth before fiscal 2028 is not in the price.',
        'The market ignores the foodservice unit, which grows at 9%.',
      ],
    ],
    ['call-summary.txt', 'event', ['12 March 2026: Consumer conference in Florida', '7 May 2026: Q4 FY26 results']],
    [
      'footnotes.md',
      'thesis',
      [
        'Norrland earns its allowed return whatever the load does, and the shares price a risk that regulation has already removed.',
      ],
    ],
    [
      'footnotes.md',
      'driver',
      [
        '**Green steel** – two plants with 1.9 GW of contracted demand[^4]',
        '**Data centres** – 0.8 GW, of which half is conditional',
        '**Electrified transport** – small, but certain',
      ],
    ],
    [
      'footnotes.md',
      'indicator',
      [
        '| Allowed return | 5.5–6.0% | 5.7% | Cut estimates by 8% |',
        '| Net debt / EBITDA | below 5.5x | 5.1x | Rights issue likely |',
      ],
    ],
    [
      'memo.txt',
      'thesis',
      ['THESIS: Paxton is a price-taker in public and a price-maker in private. Volumes no longer set the dividend.'],
    ],
    ['memo.txt', 'horizon', ['Horizon: 18 months']],
    [
      'memo.txt',
      'scenario',
      [
        'Bull (25%): yield +8%, value €92',
        'Base (55%): yield +5%, value €74',
        'Bear (20%): freight recession, value €45',
      ],
    ],
    ['memo.txt', 'not_priced_in', ['Not in the price: the land bank, which no sell-side model includes.']],
    ['memo.txt', 'event', ['24 July 2026 – Q2 results', 'mid-September 2026 – access-charge ruling']],
    ['newsletter.md', 'scenario', ['| Bull | $2.1B | $95 |', '| Base | $1.9B | $70 |', '| Bear | $1.6B | $41 |']],
    ['newsletter.md', 'risk', ['Tariffs on cells', 'Interest rates', 'A single customer at 22% of revenue']],
    [
      'press-article.html',
      'scenario',
      ['Bull case: fuel falls back; margin of 8–9%', 'Bear case: demand weakens too; margin of 3–4%'],
    ],
    [
      'chinese-note.txt',
      'driver',
      [
        '欧洲渠道\uff1a门店数从1,200家增至1,900家',
        '新品类\uff1a割草机器人收入超过6亿元',
        '成本\uff1a自研芯片使单机成本下降约8%',
      ],
    ],
    ['chinese-note.txt', 'priced_in', ['海外收入过半已经被市场定价。']],
    ['chinese-note.txt', 'not_priced_in', ['割草机器人的利润弹性尚未被充分定价。']],
    ['chinese-note.txt', 'risk', ['欧盟反倾销调查结果', '汇率波动', '新品类渗透不及预期']],
    ['chinese-note.txt', 'disclaimer', ['免责声明\uff1a本报告仅供参考\uff0c不构成任何投资建议。']],
  ])('%s: %s', (note, type, quotes) => {
    expect(found(note, type)).toEqual(quotes);
  });

  it('gives risks the horizon of the lead-in above them', () => {
    const { structure } = analyse(readNote('chinese-note.txt'));
    expect(structure.filter(({ type }) => type === 'risk').map(({ fields }) => fields['horizon'])).toEqual([
      '短期\uff083–6个月\uff09',
      '短期\uff083–6个月\uff09',
      '中期\uff086–12个月\uff09',
    ]);
  });

  it('reads the state of an indicator from its band and its current value', () => {
    const { structure } = analyse(readNote('footnotes.md'));
    const [first] = structure.filter(({ type }) => type === 'indicator');
    expect(first?.fields).toEqual({
      band: '5.5–6.0%',
      current: '5.7%',
      state: 'inside',
      ifBroken: 'Cut estimates by 8%',
      nextDate: null,
    });
  });
});

describe('wording', () => {
  it.each<[StructureType, string, string]>([
    ['priced_in', 'The answer: the story is priced in; the pace is not.', 'the story is priced in'],
    ['not_priced_in', 'The answer: the story is priced in; the pace is not.', 'the pace is not'],
    [
      'priced_in',
      'It guided to $200B (the market had long expected that since last year), a step up.',
      'the market had long expected that since last year',
    ],
    [
      'not_priced_in',
      'The fuel story is generally understood by investors (since 2025), but the pace has not been priced in.',
      'the pace has not been priced in',
    ],
    [
      'not_priced_in',
      'What could move the stock is a split of the ad margin — few models have one.',
      'a split of the ad margin',
    ],
    [
      'stance',
      'Our stance on the shares: constructive, but patient.',
      'Our stance on the shares: constructive, but patient.',
    ],
    ['horizon', 'Best suited for holders with a 3–4 year horizon.', 'Best suited for holders with a 3–4 year horizon.'],
    ['catalyst', 'The medium-term catalyst is a separate listing.', 'The medium-term catalyst is a separate listing.'],
    [
      'event',
      'On April 20, Acme announced it will invest $5B in Beta; the sum could grow.',
      'On April 20, Acme announced it will invest $5B in Beta',
    ],
    ['target', 'Our price target of $48 implies 12% upside.', 'Our price target of $48 implies 12% upside.'],
    [
      'disclaimer',
      'Nothing here constitutes an offer, and it is not investment advice.',
      'Nothing here constitutes an offer, and it is not investment advice.',
    ],
  ])('finds %s in %j', (type, sentence, quote) => {
    const own = items(`Title of the Note\n\n${PROSE}\n\n${sentence}\n\nThen it goes on.`).filter(
      (item) => item.type === type,
    );
    expect(own.map((item) => item.quote.replace(/\.$/, ''))).toEqual([quote.replace(/\.$/, '')]);
  });

  it.each<[StructureType, string]>([
    ['priced_in', 'Has the market priced in the growth?'],
    ['priced_in', 'Price in means whether a market has already discounted some news.'],
    ['stance', 'Analysts rate the shares a Strong Buy, and consensus is bullish.'],
    ['disclaimer', 'We see three reasons to own the shares over the next year.'],
    ['scenario', 'The base rate was cut by 25 bps.'],
    ['event', 'Membership stood at 201M as of March 2026.'],
  ])('finds no %s in %j', (type, sentence) => {
    expect(
      items(`Title of the Note\n\n${PROSE}\n\n${sentence}\n\nThen it goes on.`).filter((item) => item.type === type),
    ).toEqual([]);
  });

  it('finds the headings that a sentence counts as drivers, numbered or not', () => {
    for (const number of [(n: number) => `${n}. `, () => '']) {
      const text = `Title of the Note\n\n${PROSE}\n\nGrowth is driven by two forces.\n\n${number(1)}Workloads Move to Production\n\nThey move, and it shows in the figures of the quarter.\n\n${number(2)}One Customer, One Contract\n\nThe customer signed, and it shows in the backlog.\n\n${number(3)}Something Else\n\nThis is another matter altogether.`;
      expect(
        items(text)
          .filter(({ type }) => type === 'driver')
          .map(({ quote }) => quote),
      ).toEqual(['Workloads Move to Production', 'One Customer, One Contract']);
    }
  });

  it('finds parties and flows where the note speaks of a loop', () => {
    const loop = items(
      `Title of the Note\n\n${PROSE}\n\nThis is a closed loop. Acme invested $5 billion in Beta. Beta committed $20 billion to spend on Gamma.`,
    );
    expect(loop.filter(({ type }) => type === 'flow').map(({ fields }) => [fields['from'], fields['to']])).toEqual([
      ['Acme', 'Beta'],
      ['Beta', 'Gamma'],
    ]);
    expect(
      loop
        .filter(({ type }) => type === 'party')
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['Acme', 'Beta', 'Gamma']);
    const none = items(
      `Title of the Note\n\n${PROSE}\n\nAcme invested $5 billion in Beta. Beta committed $20 billion to spend on Gamma.`,
    );
    expect(none.filter(({ type }) => type === 'flow')).toEqual([]);
  });
});

describe('items of a note in Markdown', () => {
  const NOTE = `# Halden: margin before orders

## In one line

Service pays for the build-out, and the shares will follow its return.

- **Orders are slower.** They fell 3%

## Our view

We rate the shares constructive over the medium term, and we would not chase them. The position suits a holder with a horizon of 2–3 years; others should look elsewhere. The mean target of $30 and the median of $32 imply 20% upside.

## Cases

- **Base case:** margin gives up 50–100 bps, see [the plan](https://halden.example/a_b)
- **Bear case**: margin gives up \`200 bps\`

## What the price holds

Targets as of May, 12 analysts [Desk]:

- Mean target: $30
- Median target: $32
- Upside to the mean: 20%

### Not priced in: upside

- A lower unit cost of service
- A risk that never comes

### Not priced in: downside

- A gain that peaks
`;
  const structure = items(NOTE);
  const of = (type: StructureType) => structure.filter((item) => item.type === type);

  it('has a thesis under "In one line" and a stance in the view', () => {
    expect(of('thesis').map(({ quote }) => quote)).toEqual([
      'Service pays for the build-out, and the shares will follow its return.',
    ]);
    expect(of('stance').map(({ label }) => label)).toEqual([
      'We rate the shares constructive over the medium term, and we would not chase them',
    ]);
    expect(of('horizon').map(({ label }) => label)).toEqual(['2–3 years']);
  });

  it('has plain words in labels and fields', () => {
    expect(
      of('scenario').map(({ label, fields }) => [label, fields['low'], fields['high'], fields['assumption']]),
    ).toEqual([
      ['Base case', '50', '100', 'margin gives up 50–100 bps, see the plan'],
      ['Bear case', '200', '200', 'margin gives up 200 bps'],
    ]);
  });

  it('takes the side of what is not priced in from the heading', () => {
    expect(of('not_priced_in').map(({ fields }) => fields['side'])).toEqual(['up', 'up', 'down']);
  });

  it('names targets once, by the list that gives each, with the price they imply', () => {
    expect(of('target').map(({ label, fields }) => [label, fields['value'], fields['impliedPrice']])).toEqual([
      ['Mean target', '$30', '$25'],
      ['Median target', '$32', null],
      ['Upside to the mean', '20%', null],
    ]);
  });
});

describe('a line of keys and values', () => {
  it.each(['   ', '\t', ' | '])('gives stance and target apart, set apart by %j', (gap) => {
    const line = ['Rating: HOLD (unchanged)', 'Target price: 485p (from 520p)', 'Price at close: 438.1p'].join(gap);
    const structure = items(
      `HALDEN PLC\n\n14 August 2026\n${line}\n\nINVESTMENT CASE\nHalden sells tools. We think more of them recur.\n\nOur target of 485p implies upside of 10.7%.`,
    );
    expect(structure.filter(({ type }) => type === 'stance').map(({ quote }) => quote)).toEqual([
      'Rating: HOLD (unchanged)',
    ]);
    expect(
      structure.filter(({ type }) => type === 'target').map(({ fields }) => [fields['value'], fields['impliedPrice']]),
    ).toEqual([
      ['485p', null],
      ['485p', '438.1p'],
    ]);
    expect(structure.filter(({ type }) => type === 'thesis')).toEqual([]);
  });
});

it('tells a flow between two parties once', () => {
  const flows = items(
    `Title of the Note\n\n${PROSE}\n\nThis is a closed loop. Acme invested $5 billion in Beta. Acme put $7 billion into Beta, which pledged $20 billion of purchases. Beta committed $20 billion to spend on Acme.`,
  ).filter(({ type }) => type === 'flow');
  expect(flows.map(({ label, fields }) => [label, fields['what']])).toEqual([
    ['Acme → Beta', '$5 billion investment; $7 billion investment'],
    ['Beta → Acme', '$20 billion purchases'],
  ]);
});
