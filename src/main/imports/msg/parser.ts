/** Outlook's own file of a message (.msg) is known and not read: refused with what to do instead. */
import { TieoutError } from '../../../contract/errors';
import type { DocumentParser } from '../parser';
import { OLE, startsWith } from '../signatures';

/** Every such message has this stream; its name stands in the file in two-byte characters. */
const STREAM = Buffer.from('__properties_version1.0', 'utf16le');

export const outlookParser = {
  kind: 'document',
  name: 'msg',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) =>
    startsWith(bytes, OLE) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(STREAM) ? 0.95 : 0,
  parse: () => {
    throw new TieoutError(
      'E_FORMAT',
      'The file is an Outlook message (.msg). In Outlook, save it as HTML or MHT, or download it as EML, and import that.',
    );
  },
} satisfies DocumentParser;
