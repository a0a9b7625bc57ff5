/** Which rows are amounts of one share, by their own words or by those of their group. */

export const PER_SHARE = /\b(?:per (?:[a-z]+ ){0,4}(?:share|ads)|eps|dps|per unit)\b|每股/i;

/** `Share capital (face value ₹10 per share)`: the amount is of all shares. */
const FACE_VALUE = /\([^()]*\b(?:face|par|nominal) value\b[^()]*\)|,[^,]*\b(?:face|par|nominal) value\b.*$/i;
const OF_SHARE_KIND = /\b(?:basic|diluted)\b/i;
/** `Continuing operations`, `Net income`: parts of a group of amounts per share; numbers of shares are printed whole. */
const OF_EARNINGS = /\b(?:operations|income|earnings|loss|profit|dividends?)\b/i;

/** `(b) Diluted 1.07`: earnings per share, whose name stands further up. */
const isShareLine = (label: string, quote: string): boolean =>
  /^(?:\([a-z]{1,3}\)\s?|\d{1,2}[.)]\s?|[-–•]\s?)?(?:basic|diluted|basic (?:and|&) diluted)\b[^a-z]{0,16}$/i.test(
    label,
  ) && /\.\d/.test(quote);

/** Whether the row's label, or `Basic` below a `group` of amounts per share, says that its numbers are of one share. */
export const isOfShare = (label: string, group: string, quote: string): boolean =>
  PER_SHARE.test(label.replace(FACE_VALUE, '')) ||
  (OF_SHARE_KIND.test(label) && PER_SHARE.test(group)) ||
  (OF_EARNINGS.test(label) && PER_SHARE.test(group) && /(?<!\d)\d{1,2}\.\d{2}\)?$/.test(quote)) ||
  isShareLine(label, quote);
