/** `/month`, `per share`, `a tonne`, `元/吨`: what one unit of the value is per. */
import { isHan, isLetter, isSpace, skipSpaces, wordEnd } from '../lexicon/characters';
import { hanPer, perShareWords, perUnits } from '../lexicon/lexicon';
import type { Unit } from '../../../base/unit';

export interface Per {
  readonly end: number;
  readonly per: string;
}

const PER_WORDS = new Set(['per', 'a', 'an', 'each', 'pro']);
const SHARE_DRESS = new Set(['basic', 'diluted', 'common', 'ordinary', 'class', 'weighted', 'depositary', 'american']);
/** Units whose rate is written like money's: "200 GWh/year", "45,000 t per annum". */
const RATED = new Set<Unit>(['energy', 'volume', 'mass', 'power_gw', 'area', 'length', 'percent', 'count']);

/** What the value is per; null where nothing is said, or not in a way that goes with its unit. */
export function readPer(text: string, at: number, to: number, unit: Unit | null): Per | null {
  const per = behindSlash(text, at, to) ?? behindWord(text, at, to);
  if (!per || unit === null) return per;
  return RATED.has(unit) && perUnits.has(per.per.split(' ')[0] ?? '') ? per : null;
}

function behindSlash(text: string, at: number, to: number): Per | null {
  if (text[at] !== '/') return null;
  const han = isHan(text.charCodeAt(at + 1)) ? hanPer.at(text, at + 1, to) : null;
  if (han) return { end: han.end, per: han.value };
  if (!isLetter(text.charCodeAt(at + 1))) return null;
  const end = wordEnd(text, at + 1, to);
  return withKind(text, { end, per: text.slice(at + 1, end).toLowerCase() }, to);
}

/** "per t LCE", "/tonne CO2e", "per kW-month": the kind of a unit stands behind it. */
function withKind(text: string, per: Per, to: number): Per {
  const kind = /(?: (?:LCE|CO2e?|CO₂e?|oe)|-(?:month|year|day|hour|mo|yr))(?![A-Za-z0-9])/y;
  kind.lastIndex = per.end;
  const match = kind.exec(text);
  if (!match || kind.lastIndex > to || !perUnits.has(per.per)) return per;
  return { end: kind.lastIndex, per: `${per.per}${match[0]}`.toLowerCase() };
}

function behindWord(text: string, at: number, to: number): Per | null {
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  if (gap === at) return null;
  if (text.startsWith('p.a.', gap)) return { end: gap + 4, per: 'annum' };
  const opener = wordEnd(text, gap, Math.min(to, gap + 5));
  const word = text.slice(gap, opener).toLowerCase();
  if (!PER_WORDS.has(word) || !isSpace(text.charCodeAt(opener))) return null;
  const per = perPhrase(text, opener + 1, to, word === 'per' || word === 'pro');
  if (!per || /^\s(?:ago|earlier|before|later|from now)\b/.test(text.slice(per.end, per.end + 10))) return null;
  return withKind(text, per, to);
}

function perPhrase(text: string, at: number, to: number, any: boolean): Per | null {
  let end = at;
  for (let words = 0; words < 4; words += 1) {
    const next = wordEnd(text, end, to);
    if (next === end) return null;
    const phrase = text.slice(at, next).toLowerCase();
    const last = text.slice(end, next).toLowerCase();
    if (perShareWords.has(last)) return { end: next, per: phrase };
    if (words === 0 && (perUnits.has(last) || (any && !SHARE_DRESS.has(last)))) return { end: next, per: last };
    if (!isSpace(text.charCodeAt(next))) return null;
    end = next + 1;
  }
  return null;
}
