// Pages saved as one file (MHTML), and what tells them, e-mails and notes apart.
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { recogniseParser } from '../../../../src/main/imports/registry';
import { sourceOf } from '../../../../src/main/imports/source';
import { bytesOf } from '../parse';
import { HEAD, html, multipart, part, plain, read } from './build';

const URL = 'https://news.example/2026/harbour';
const PAGE =
  '<html lang="en"><head><title>Harbour</title></head><body><p>Revenue was $412 million. <a href="/more">More</a></p></body></html>';
const saved = (head: Readonly<Record<string, string>>, location = URL) =>
  multipart('related', { Date: HEAD.Date, 'MIME-Version': '1.0', ...head }, [
    part({ 'Content-Type': 'text/css', 'Content-Location': 'cid:style' }, 'p {}'),
    html('<p>A frame.</p>', { 'Content-Location': 'https://ads.example/' }),
    html(PAGE, {
      'Content-ID': '<frame-1>',
      'Content-Location': location,
      'Content-Transfer-Encoding': 'quoted-printable',
    }),
    part({ 'Content-Type': 'image/png', 'Content-Location': 'https://news.example/a.png' }, 'x'),
  ]);

describe('pages saved as one file', () => {
  it('are read from the part at the page’s own address', async () => {
    const { normalised, parser } = await read(
      saved({ From: '<Saved by a browser>', Subject: 'Harbour – News', 'Snapshot-Content-Location': URL }),
    );
    expect(parser).toBe('mhtml');
    expect(normalised).toMatchObject({
      format: 'html',
      text: 'Revenue was $412 million. More\n',
      title: 'Harbour',
      url: URL,
      published: null,
      language: 'en',
    });
    expect(normalised.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      'https://news.example/more',
    ]);
    expect(normalised.problems).toEqual([
      {
        code: 'W_DATE_UNKNOWN',
        message: 'The page does not say when it was published; it was saved on 4 May 2026, 09:15 +02:00.',
      },
    ]);
  });

  it('are read from the part that the file names as its start', async () => {
    const file = saved({}).toString('latin1').replace('boundary="b1"', 'boundary="b1"; start="<frame-1>"');
    expect((await read(Buffer.from(file, 'latin1'))).normalised.text).toContain('$412 million');
  });

  it('have no address where they come from a disk', async () => {
    const page = html(PAGE, { 'MIME-Version': '1.0', 'Content-Location': 'file:///C:/page.htm' });
    expect((await read(page)).normalised).toMatchObject({ url: null, title: 'Harbour' });
  });

  it('are refused in words where they hold no page', async () => {
    const file = multipart('related', { 'MIME-Version': '1.0', 'Snapshot-Content-Location': URL }, [
      part({ 'Content-Type': 'image/png' }, 'x'),
    ]);
    await expect(read(file)).rejects.toMatchObject({ code: 'E_DAMAGED' });
  });
});

const LF = (message: Buffer) => Buffer.from(message.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
const { 'Message-ID': _id, 'MIME-Version': _version, ...BARE } = HEAD;

describe('what a file with headers is', () => {
  it.each<[string, Uint8Array, string]>([
    ['an e-mail', plain('Words.', HEAD), 'email'],
    ['an e-mail with LF', LF(plain('Words.', HEAD)), 'email'],
    [
      'an e-mail out of a mailbox',
      Buffer.concat([Buffer.from('From ada Mon May  4 09:15:00 2026\n'), plain('Words.', HEAD)]),
      'email',
    ],
    ['an e-mail behind a mark of UTF-8', Buffer.concat([Buffer.from('efbbbf', 'hex'), plain('Words.', HEAD)]), 'email'],
    ['an e-mail without anything of MIME', part(BARE, 'Words.'), 'email'],
    ['a draft', html('<p>Words.</p>', { 'X-Unsent': '1', Subject: 'Draft' }), 'email'],
    ['an e-mail with pictures', multipart('related', HEAD, [html('<p>Words.</p>')]), 'email'],
    ['a saved page', saved({}), 'mhtml'],
    ['a note that begins with a label', bytesOf('Note: margins fell.\n\nRevenue was $5bn.\n'), 'text'],
    [
      'a memo',
      bytesOf('To: Committee\nFrom: Research\nDate: 4 May 2026\nSubject: Margins\n\nRevenue was $5bn.\n'),
      'text',
    ],
    [
      'a printed message',
      bytesOf('From: Ada <ada@a.example>\nSent: Monday, 4 May 2026 09:15\nTo: Bo\n\nRevenue was $5bn.\n'),
      'text',
    ],
    ['a note about mail', bytesOf('# Headers\n\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n'), 'text'],
    ['labels without a blank line', bytesOf('Revenue: $5bn\nEBIT: $1bn\n'), 'text'],
  ])('%s', (_what, bytes, name) => {
    expect(recogniseParser(sourceOf(bytes, 'file.txt')).name).toBe(name);
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'an Outlook message',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from('__properties_version1.0', 'utf16le'),
      ]),
      /Outlook message \(\.msg\).*EML/,
    ],
    [
      'an encrypted one',
      part({ ...HEAD, 'Content-Type': 'application/pkcs7-mime; name=smime.p7m' }, 'x'),
      /encrypted or sealed/,
    ],
    ['one of another kind', Buffer.from('d0cf11e0a1b11ae100', 'hex'), /EML.*EPUB/],
  ])('%s is refused in words', async (_what, bytes, message) => {
    const refused = await read(bytes, 'x.msg').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TieoutError);
    expect(refused).toMatchObject({ code: 'E_FORMAT', message: expect.stringMatching(message) as unknown });
  });
});
