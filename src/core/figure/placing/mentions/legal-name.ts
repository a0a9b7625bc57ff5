/** Companies by the legal form behind their name: `Brightwater Utilities plc`. */
import titles from '../../../../../resources/cues/titles.json';
import nameData from '../../../../../resources/lexicon/names.json';
import { behindAddressees } from '../../../document/identity/cover-letter';
import type { Layout } from '../../../document/model';
import { LEGAL_FORM } from '../../../base/legal-forms';

/** `Holding` and `Group` close a name as a form does. */
const FORMS = new RegExp(
  String.raw`\b([A-Z][\w&'’-]*(?: (?:&|of|and|de) [A-Z][\w'’-]*| [A-Z][\w&'’-]*){0,4}),? (?:${LEGAL_FORM}|Holding|Group)\.?(?![A-Za-z])`,
  'gu',
);

/** "Brightwater Utilities plc" near the top: the name without its legal form. */
export function registered(layout: Layout): string | null {
  const from = behindAddressees(layout.text);
  const top = layout.text.slice(0, layout.blocks[Math.min(5, layout.blocks.length - 1)]?.end ?? 400);
  const head = from > 0 ? layout.text.slice(from, from + 2000) : top.slice(0, 2000);
  const own = [...head.matchAll(FORMS)].find(([whole, name = '']) => !isAnother(whole, name))?.[1];
  return own === undefined ? null : asWritten(withoutBoard(own));
}

/** A name all in capitals is a heading's style. */
export function asWritten(name: string): string {
  if (name !== name.toUpperCase() || name.length < 6) return name;
  return name
    .split(' ')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

/** The exchange that a letter goes to, the auditor who signs it, "The Company" itself. */
const AUDITS = /\b(?:associates|auditors?|chartered|accountants)\b/iu;
const GENERIC = /^(?:the|our|this|such|parent|said|a|an|any|each|one|other|investment|private|public|holding)$/iu;
const isAnother = (whole: string, name: string): boolean =>
  GENERIC.test(name) || AUDITS.test(name) || titles.exchanges.some((one) => whole.toLowerCase().includes(one));

const FORMS_REACH = 200_000;

/**
 * The company that the text most often names with its legal form; null where another comes near it. `common` holds words
 * in lower case that are no company's name.
 */
export function byForm(text: string, common: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const match of text.slice(0, FORMS_REACH).matchAll(FORMS)) {
    const name = withoutBoard(match[1] ?? '');
    if (!isAnother(match[0], name) && !common.has(name.toLowerCase())) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

/** "The Board of Directors of Quay Bank Ltd", "For Quay Bank Ltd": who speaks or signs stands before the name. */
function withoutBoard(given: string): string {
  const name = given.replace(/^(?:For|By|Of|To|And) /u, '');
  const lower = name.toLowerCase();
  const board = nameData.boards.find((words) => lower.startsWith(`${words} `));
  return board === undefined ? name : name.slice(board.length + 1);
}
