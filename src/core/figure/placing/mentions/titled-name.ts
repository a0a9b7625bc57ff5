/** Names that a title gives: of who reports in it, or of one of its parts. */
import nameData from '../../../../../resources/lexicon/names.json';
import titles from '../../../../../resources/cues/titles.json';
import { occurrences } from '../../../base/occurrences';

/** A country is where a company works, not what a text is about. */
export const common: ReadonlySet<string> = new Set([...nameData.common, ...nameData.places, ...nameData.countries]);

/** In the title and at least twice more. */
export const TWICE = 2;
/** What is longer is a text without a title. */
export const LONGEST_TITLE = 140;

/** "Quay Harbour Reports Third Quarter Results", "Quay Harbour's net sales rose": who reports opens the title. */
const REPORTING =
  /^(\p{Lu}[\p{L}\d&.-]*(?: (?:of|and|&|\p{Lu}[\p{L}\d&.-]*)){0,4}?)(?:,? (?:Inc|Corp|Ltd|plc|PLC|SA|S\.A|NV|N\.V|AG|SE)\.?,?)?(?: (?:[Rr]eports?|[Aa]nnounces?|[Pp]osts?|[Dd]elivers?|[Rr]eleases?|[Pp]ublishes|[Dd]eclares)\b|[’']s? )/u;

/** Who reports in the title, if the text goes on to name it; null else. */
export function reporting(title: string, text: string): string | null {
  const name = title.length > LONGEST_TITLE ? undefined : REPORTING.exec(title)?.[1];
  if (name === undefined || common.has(name.toLowerCase()) || titles.documentWords.includes(name.toLowerCase()))
    return null;
  return occurrences(text, name, TWICE + 1) > TWICE ? name : null;
}

const PARTED = /\s*(?:[:：|—–]|\s-\s|[(（][^)）]*[)）])\s*/u;
const CAPITALISED = /^\p{Lu}[\w&.'’-]*(?: (?:of|and|de|&|the|\p{Lu}[\w&.'’-]*)){0,6}$/u;

/** The part of a title that is a name throughout, which the text itself goes on to use: "Credit opinion: Marlow Property Trust". */
export function titledName(title: string, text: string): string | null {
  if (title.length > LONGEST_TITLE) return null;
  for (const part of title.split(PARTED)) {
    if (part.length < 4 || !CAPITALISED.test(part)) continue;
    const words = part.toLowerCase().split(' ');
    if (words.some((word) => titles.documentWords.includes(word)) || words.every((word) => common.has(word))) continue;
    if (occurrences(text, part, TWICE + 1) > TWICE) return part;
  }
  return null;
}
