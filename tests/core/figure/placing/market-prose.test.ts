/** What markets quote and offices publish, and companies' results, in prose of six languages: what of, whose, when. */
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../../src/core/citation/find';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import type { PlacedFigure } from '../../../../src/core/figure/model';
import { readContext } from '../../../../src/core/figure/placing/context';
import { readFigures } from '../../../../src/core/figure/placing/read';

const HEADS = {
  en: '12 September 2031\n\nThe markets were quiet and there was little to report for those who trade them.\n\n',
  de: 'Stand: 12.09.2031 18:05 Uhr\n\nDie Börsen waren ruhig, und es gab nicht viel zu berichten für die Anleger und den Handel.\n\n',
  fr: '12 septembre 2031\n\nLes marchés ont été calmes et il y a eu peu à dire pour ceux qui sont dans la salle avec les autres.\n\n',
  es: '12 de septiembre de 2031\n\nLos mercados en Colombia estuvieron en calma y no hubo mucho que contar para los que operan en la bolsa.\n\n',
  pt: '12 de setembro de 2031\n\nOs mercados ficaram calmos e não houve muito para dizer com o que se viu na bolsa do país.\n\n',
  it: '12 settembre 2031\n\nI mercati sono stati calmi e non c’è molto da dire per chi opera nella borsa con gli altri.\n\n',
} as const;
type Language = keyof typeof HEADS;

const TODAY = '2031-09-12';
const YESTERDAY = '2031-09-11';

function read(language: Language, text: string): readonly PlacedFigure[] {
  const layout = layOut(plainDocument(`${HEADS[language]}${text}\n`));
  return readFigures(layout, readContext(layout, {}), findCitations(layout).citations);
}

function of(language: Language, text: string, quote: string): PlacedFigure {
  const found = read(language, text).find((one) => one.quote.includes(quote));
  if (!found) throw new Error(`${quote} not found`);
  return found;
}

const placed = ({ metric, entity, period }: PlacedFigure): (string | null)[] => [metric, entity, period];

describe('levels and moves of what markets quote', () => {
  test.each<[Language, string, string, string, string, string]>([
    [
      'en',
      'The USD/CHF was calm, with the EUR/USD climbing from 1.0910 to 1.0985 this morning.',
      '1.0985',
      'exchange_rate',
      'EUR/USD',
      TODAY,
    ],
    [
      'en',
      'USD/JPY fell below 144.00 yesterday, with more selling today.',
      '144.00',
      'exchange_rate',
      'USD/JPY',
      YESTERDAY,
    ],
    ['en', 'The Nikkei added 310 points on Thursday.', '310 points', 'index_change', 'Nikkei 225', YESTERDAY],
    ['en', 'The 10-year Treasury yield rose 6 bps.', '6 bps', 'yield_change', 'US 10Y Treasury', TODAY],
    ['de', 'Der DAX schloss am Freitag 0,4 Prozent tiefer bei 31.240 Punkten.', '31.240', 'index_level', 'DAX', TODAY],
    ['de', 'Der S&P 500 legte um 0,3 Prozent auf 7.118 Stellen zu.', '7.118', 'index_level', 'S&P 500', TODAY],
    ['de', 'Der MDAX verlor gestern 1,2 Prozent.', '1,2', 'index_change', 'MDAX', YESTERDAY],
    ['fr', 'Le CAC 40 a clôturé en hausse de 0,8 % à 8 412 points.', '8 412', 'index_level', 'CAC 40', TODAY],
    ['fr', "L'euro cède 0,2 % face au dollar.", '0,2', 'exchange_rate_change', 'Euro', TODAY],
    ['es', 'El IBEX 35 subió un 0,9 % hasta los 14.220 puntos.', '14.220', 'index_level', 'IBEX 35', TODAY],
    ['es', 'El dólar cerró en 3.980 pesos.', '3.980', 'exchange_rate', 'US dollar', TODAY],
    ['pt', 'O Ibovespa fechou em queda de 0,6%, aos 171.320 pontos.', '0,6', 'index_change', 'Ibovespa', TODAY],
  ])('%s: %s', (language, text, quote, metric, entity, period) => {
    expect(placed(of(language, text, quote))).toEqual([metric, entity, period]);
  });

  test('pesos are those of the country that the text names', () => {
    expect(of('es', 'El dólar cerró en 3.980 pesos.', '3.980').currency).toBe('COP');
  });

  test('a range of moves is an idea of one, and no move on the tape', () => {
    const idea = of('en', 'Bitcoin saw fears of -40% to -60% in a crash.', '-40%');
    expect(idea.metric).not.toBe('price_change');
  });

  test('a share of the index is no level of it', () => {
    expect(of('en', 'The ten largest names are 35% of the S&P 500 by weight.', '35%').metric).not.toBe('index_change');
  });
});

describe('levels to trade by are of the market that their paragraph opens with', () => {
  test.each<[Language, string, string, string, string]>([
    [
      'en',
      '**GOLD** The metal slipped before the Fed. Resistance at $4116 with support at $4066.',
      '$4066',
      'support',
      'Gold',
    ],
    [
      'en',
      '### USD INDEX\n\nThe index slipped while the Fed met. Resistance at 101.49 with support at 99.54.',
      '101.49',
      'resistance',
      'Dollar index',
    ],
    [
      'de',
      'Bitcoin bewegte sich kaum. Widerstand bei 65.700 US-Dollar, Unterstützung bei 64.200 US-Dollar.',
      '64.200',
      'support',
      'Bitcoin',
    ],
    [
      'es',
      'El Bitcoin apenas se movió. Resistencia en 65.700 dólares, soporte en 64.200 dólares.',
      '65.700',
      'resistance',
      'Bitcoin',
    ],
    [
      'it',
      'Il Bitcoin è rimasto calmo. Resistenza a 65.700 dollari, supporto a 64.200 dollari.',
      '65.700',
      'resistance',
      'Bitcoin',
    ],
  ])('%s: %s', (language, text, quote, metric, entity) => {
    const { metric: found, entity: whose } = of(language, text, quote);
    expect([found, whose]).toEqual([metric, entity]);
  });
});

describe('what measures an economy is its country’s, by the month it was published for', () => {
  test.each<[Language, string, string, string, string | null, string | null]>([
    ['en', 'The Fed waited. Core CPI in the US was 2.9% in August.', '2.9%', 'core_inflation', 'US', '2031-08'],
    ['en', 'Chinese exports rose 4.4% y/y in August.', '4.4%', 'exports_growth', 'China', '2031-08'],
    ['en', 'Eurozone manufacturing PMI slipped to 49.1.', '49.1', 'pmi', 'Eurozone', null],
    ['en', 'UK\n\nThe Bank of England waited. Unemployment rose to 4.9%.', '4.9%', 'unemployment', 'UK', null],
    [
      'de',
      'Die deutsche Industrieproduktion stieg im Juli um 0,6 Prozent.',
      '0,6',
      'industrial_production',
      'Germany',
      '2031-07',
    ],
    ['fr', "L'inflation en zone euro ressort à 2,1 % en août.", '2,1', 'inflation', 'Eurozone', '2031-08'],
    ['es', 'La inflación de México se situó en 3,8 % en agosto.', '3,8', 'inflation', 'Mexico', '2031-08'],
  ])('%s: %s', (language, text, quote, metric, entity, period) => {
    expect(placed(of(language, text, quote))).toEqual([metric, entity, period]);
  });
});

describe('results in other languages', () => {
  test.each<[Language, string, string, string, string | null, string | null]>([
    [
      'de',
      'Der Autobauer Nordwagen meldete im dritten Quartal 2031 einen Umsatz von 4,2 Milliarden Euro.',
      '4,2',
      'revenue',
      'Nordwagen',
      '2031Q3',
    ],
    ['de', 'Die Marvex-Aktien fielen um 3,1 Prozent auf 44,20 Euro.', '44,20', 'share_price', 'Marvex', TODAY],
    ['fr', "Le chiffre d'affaires atteint 1,24 Md€ au premier semestre 2031.", '1,24', 'revenue', null, '2031H1'],
    ['fr', 'La marge opérationnelle ressort à 11,5 % au T3 2031.', '11,5', 'operating_margin', null, '2031Q3'],
    [
      'es',
      'Los ingresos de Costaluz alcanzaron 820 millones de euros en el primer semestre de 2031.',
      '820',
      'revenue',
      'Costaluz',
      '2031H1',
    ],
    ['pt', 'A margem EBITDA foi de 18,2% no 3T31.', '18,2', 'ebitda_margin', null, '2031Q3'],
    [
      'it',
      "L'utile netto è salito a 96 milioni di euro nei primi nove mesi del 2031.",
      '96',
      'net_income',
      null,
      '9M-2031',
    ],
  ])('%s: %s', (language, text, quote, metric, entity, period) => {
    expect(placed(of(language, text, quote))).toEqual([metric, entity, period]);
  });

  test.each<[Language, string, string]>([
    ['de', 'Zeitweise stieg der DAX sogar über die Marke von 31.000 Zählern.', '31.000'],
    ['fr', 'Le groupe a dégagé près de 37 % de plus que prévu.', '37'],
    ['es', 'La compañía cayó más de un 7 % tras el anuncio.', '7'],
  ])('a name is never a verb, a preposition or a piece of a word: %s %s', (language, text, quote) => {
    const label = of(language, text, quote).metricLabel ?? '';
    expect(label).not.toMatch(/^(?:ber|über|rse|auf|de|que|cayó|dégagé|gestiegen)\b/u);
  });

  test.each([
    ['de 4 000 à 17 000 navires', '4 000'],
    ['une croissance de 5 à 7 %', '5 à 7 %'],
  ])('from one to the other, or between the two: %s', (words, quote) => {
    expect(read('fr', `Le groupe vise ${words} dans ses comptes.`).map((one) => one.quote)).toContain(quote);
  });
});
