/** What a PDF held that was left out or could not be read, as one sentence each. */
import { W_RAISED_LETTERS } from '../raised';

export const PROBLEMS = {
  W_SCANNED_PAGES: 'Pages hold no text: pictures, as from a scanner, or nothing. Tieout does not read pictures.',
  W_PAGE_UNREADABLE: 'Pages are damaged and were left out',
  W_SCRIPT_REMOVED: 'Scripts in the PDF were not run and not kept.',
  W_ACTIONS_REMOVED:
    'Actions of the PDF (programs, scripts, forms, addresses that are not web pages) were not followed and not kept.',
  W_ATTACHMENTS_LEFT: 'Files embedded in the PDF were not opened and not kept.',
  W_CONTENTS_LEFT: 'Tables of contents were set aside: their numbers are pages, not figures.',
  W_RAISED_LETTERS,
} as const;
