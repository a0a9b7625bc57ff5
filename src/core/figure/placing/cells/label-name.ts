/**
 * Whose the numbers of a row are in a note about a market: what markets quote, a place, an abbreviation or a market that
 * the row's label begins with. Words of measuring that follow say what of it is measured.
 */
import type { EntityMention } from '../mentions/entity';
import { isAcronym } from '../mentions/names';

export interface LabelName {
  readonly entity: string;
  readonly label: string;
}

const ABBREVIATION = /^([A-Z][A-Z0-9-]{1,5}) (?=\p{L})/u;
const MARKET =
  /^(?:the )?((?:[\p{L}\d&/-]+ ){1,4}(?:market|industry|sector))(?: (?:size|value|revenues?|growth|volume))?$/iu;
const UNIT_TAIL = /\s*[([][^()[\]]{0,30}[)\]]$/;

/** The name a label begins with; null where it is a measure of the text's own subject ("Policy rate", "Retail sales"). */
export function nameOfLabel(words: string, mentions: readonly EntityMention[], start: number): LabelName | null {
  const plain = words.replace(UNIT_TAIL, '').trim();
  const first = mentions.find(({ kind }) => kind === 'market' || kind === 'place');
  if (first && first.start - start <= 4) {
    const label = plain.slice(0, first.end - first.start);
    return { entity: first.entity, label };
  }
  const market = MARKET.exec(plain)?.[1];
  if (market !== undefined) return { entity: market, label: market };
  const short = ABBREVIATION.exec(plain)?.[1];
  return short === undefined || isAcronym(short) ? null : { entity: short, label: short };
}
