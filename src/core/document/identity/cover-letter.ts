/**
 * The letter by which a company hands a release to its exchanges: the addressees stand first, and neither they nor the
 * letter's own words are what the document is about.
 */
import data from '../../../../resources/cues/titles.json';

const HEAD = 4000;
const SALUTATION = /^[ \t]*(?:Dear\s(?:Sirs?|Madam|Sir\s?\/\s?Madam|All)\b|(?:Sub|Subject|Re|Ref)\.?\s*[:：])/imu;

/** Where the text goes on behind the addressees of such a letter; 0 where it opens with none. */
export function behindAddressees(text: string): number {
  const head = text.slice(0, HEAD);
  const salutation = SALUTATION.exec(head);
  if (salutation === null) return 0;
  const above = head.slice(0, salutation.index).toLowerCase();
  return data.exchanges.some((name) => above.includes(name)) ? salutation.index : 0;
}
