/** The lines that a printed e-mail begins with: what it is about, from whom, to whom, when. */
import type { Mark } from '../../../core/document/model';
import type { Piece } from '../join';
import type { Headers } from '../mime/headers';
import { addressesIn, headerWords, type MailDate, mailDate, type Sender } from '../mime/words';

export interface Letterhead {
  readonly subject: string | null;
  readonly sender: Sender | null;
  readonly to: readonly Sender[];
  readonly date: MailDate | null;
  /** The sender's organisation: as the message names it, else the domain of the address. */
  readonly organisation: string | null;
}

/** Recipients that are named; a mailing list has thousands. */
const MOST_NAMED = 8;

export function readLetterhead(headers: Headers): Letterhead {
  const [sender = null] = addressesIn(headers.get('from') ?? headers.get('sender'), 1);
  const domain = /@([\w-]+(?:\.[\w-]+)+)$/.exec(sender?.address ?? '')?.[1]?.toLowerCase() ?? null;
  return {
    subject: headerWords(headers.get('subject')),
    sender,
    to: addressesIn(headers.get('to'), MOST_NAMED + 1),
    date: mailDate(headers.get('date')),
    organisation: headerWords(headers.get('organization')) ?? domain,
  };
}

export const nameOf = (sender: Sender | null): string | null => sender && (sender.name ?? sender.address);

const inFull = ({ name, address }: Sender): string =>
  name === null || address === null || name === address ? (name ?? address ?? '') : `${name} <${address}>`;

/** `level` of the subject's heading; the lines under it are paragraphs. */
export function letterheadPiece({ subject, sender, to, date }: Letterhead, level: number): Piece {
  const recipients = to.slice(0, MOST_NAMED).map(inFull).join(', ') + (to.length > MOST_NAMED ? ' …' : '');
  const lines: readonly (readonly [mark: 'heading' | 'paragraph', line: string | null])[] = [
    ['heading', subject],
    ['paragraph', sender && `From: ${inFull(sender)}`],
    ['paragraph', recipients === '' ? null : `To: ${recipients}`],
    ['paragraph', date && `Date: ${date.words}`],
  ];
  const marks: Mark[] = [];
  let text = '';
  for (const [kind, line] of lines) {
    if (line === null) continue;
    const span = { start: text.length, end: text.length + line.length };
    marks.push(kind === 'heading' ? { kind, level, ...span } : { kind, ...span });
    text += `${line}\n`;
  }
  return { text, marks };
}
