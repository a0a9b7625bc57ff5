/** Made-up names out of syllables: nothing here is a company, a person or an outlet. */
import type { Chance } from './chance';

const HEADS =
  'Ver Kal Tor Bri Zan Mor Quil Hax Sel Dov Nim Pel Ost Fen Lur Gav Rhe Tal Vos Yar Cor Ild Brax Ely Jor Wex'.split(
    ' ',
  );
const TAILS =
  'danta tekka voria marro linthe nethis soral belo kindra dravo luxe wenna rixor mondo gardis valen stravo phoria quist mera'.split(
    ' ',
  );
const FORMS: Readonly<Record<string, readonly string[]>> = {
  USD: ['Inc.', 'Corporation', 'Technologies, Inc.', 'Holdings Inc.', 'Systems Inc.', 'Group, Inc.'],
  EUR: ['SE', 'AG', 'N.V.', 'Group SE'],
  GBP: ['plc', 'Group plc', 'Holdings plc'],
  CNY: ['Limited', 'Holdings Limited', 'Group'],
};
const SEGMENTS = [
  'Cloud Services',
  'Industrial Automation',
  'Consumer Devices',
  'Logistics',
  'Payments',
  'Diagnostics',
  'Marine Systems',
  'Data Networks',
  'Packaging',
  'Water Treatment',
  'Learning Platforms',
  'Specialty Materials',
  'Energy Storage',
  'Fleet Software',
];
const SEGMENTS_ZH = [
  '云服务',
  '工业自动化',
  '消费电子',
  '物流服务',
  '支付业务',
  '检测服务',
  '储能系统',
  '特种材料',
  '智能驾驶',
];
const GIVEN = [
  'Anna',
  'Peter',
  'Maria',
  'Thomas',
  'Ruth',
  'David',
  'Helen',
  'Samuel',
  'Clara',
  'Victor',
  'Irene',
  'Paul',
];
const HOUSES = ['Securities', 'Capital Markets', 'Partners', 'Equity Research', '& Sons', 'Bank'];
const FIRMS = ['Insights', 'Analytics', 'Market Research', 'Intelligence'];
const SECTORS = [
  'industrial software',
  'battery storage',
  'cold-chain logistics',
  'water technology',
  'digital payments',
  'medical diagnostics',
];
const SECTORS_ZH = ['储能', '工业软件', '冷链物流', '智能驾驶', '第三方检测'];
const HAN = '澜海岳衡沛辰朔泓睿霖铭骏曜翊'.split('');
const HAN_FORMS = ['科技', '股份', '能源', '集团', '智能'];

export const syllables = (chance: Chance): string => chance.pick(HEADS) + chance.pick(TAILS);

export const personName = (chance: Chance): string => `${chance.pick(GIVEN)} ${syllables(chance)}`;
export const brokerName = (chance: Chance): string => `${syllables(chance)} ${chance.pick(HOUSES)}`;
export const firmName = (chance: Chance): string => `${syllables(chance)} ${chance.pick(FIRMS)}`;
export const sectorName = (chance: Chance, chinese: boolean): string => chance.pick(chinese ? SECTORS_ZH : SECTORS);
export const segmentNames = (chance: Chance, count: number, chinese: boolean): readonly string[] =>
  chance.some(chinese ? SEGMENTS_ZH : SEGMENTS, count);

export interface CompanyName {
  readonly short: string;
  readonly full: string;
  readonly ticker: string;
}

/** Letters of a ticker come from the name and never spell a unit or a term of the trade. */
function tickerOf(chance: Chance, name: string): string {
  const consonants = name.toUpperCase().replace(/[AEIOU]/g, '');
  return consonants.slice(0, chance.whole(3, 4)).padEnd(3, 'X');
}

export function companyName(chance: Chance, currency: string, chinese: boolean): CompanyName {
  if (!chinese) {
    const short = syllables(chance);
    return { short, full: `${short} ${chance.pick(FORMS[currency] ?? ['Inc.'])}`, ticker: tickerOf(chance, short) };
  }
  const [a, b] = chance.some(HAN, 2);
  const short = `${a}${b}${chance.pick(HAN_FORMS)}`;
  const market = chance.pick(['SH', 'SZ']);
  const head = market === 'SH' ? '688' : '300';
  return { short, full: short, ticker: `${head}${chance.whole(100, 999)}.${market}` };
}
