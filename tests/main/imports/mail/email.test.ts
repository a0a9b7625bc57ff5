// E-mails as programs write them: who, when, what; what is quoted, forwarded and attached.
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../parse';
import { base64, HEAD, html, multipart, part, plain, read } from './build';

const textOf = async (bytes: Uint8Array) => (await read(bytes)).normalised.text;
const LETTERHEAD = [
  'Harbour Tools after the first quarter',
  'From: Ada Brandt <ada.brandt@northbay-research.example>',
  'To: Desk <desk@harbour-funds.example>',
  'Date: 4 May 2026, 09:15 +02:00',
  '',
].join('\n');
const bodyOf = async (bytes: Uint8Array) => {
  const text = await textOf(bytes);
  expect(text.startsWith(LETTERHEAD)).toBe(true);
  return text.slice(LETTERHEAD.length);
};

describe('e-mail: who wrote it and when', () => {
  it('gives title, author, publisher and date as the message says', async () => {
    const { normalised, analysis, encoding, parser } = await read(plain('Revenue was $412 million.', HEAD));
    expect([parser, encoding]).toEqual(['email', 'binary']);
    expect(normalised).toMatchObject({
      format: 'email',
      title: 'Harbour Tools after the first quarter',
      author: 'Ada Brandt',
      publisher: 'northbay-research.example',
      published: '2026-05-04T09:15:00+02:00',
      url: null,
      problems: [],
    });
    expect(normalised.text).toBe(`${LETTERHEAD}Revenue was $412 million.\n`);
    expect(wordsOf(normalised, 'heading')).toEqual([HEAD.Subject]);
    expect(analysis.context.asOf).toBe('2026-05-04');
    expect(analysis.figures.map(({ quote }) => quote)).toEqual(['$412 million']);
  });

  it.each([
    ['Mon, 4 May 2026 09:15:00 +0200', '2026-05-04T09:15:00+02:00'],
    ['4 May 2026 09:15 -0500 (EST)', '2026-05-04T09:15:00-05:00'],
    ['Fri, 01 Jan 99 00:00:00 GMT', '1999-01-01T00:00:00Z'],
    ['Fri, 01 Jan 27 00:00:01 PDT', '2027-01-01T00:00:01-07:00'],
    ['31 Jun 2026 10:00:00 +0000', null],
    ['4 May 2026 29:15:00 +0000', null],
    ['yesterday', null],
    ['', null],
  ])('reads the date %j', async (date, published) => {
    const message = plain('Words.', { ...HEAD, Date: date });
    expect((await read(message)).normalised.published).toBe(published);
  });

  it.each([
    ['=?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <j@a.example>', 'Jörg Müller', 'a.example'],
    ['=?windows-1252?Q?Soci=E9t=E9_=80?= <j@a.example>', 'Société €', 'a.example'],
    ['=?gb18030?B?0uUzMA==?= <j@a.example>', '义30', 'a.example'],
    ['"Brandt, Ada" <ada@A.Example>', 'Brandt, Ada', 'a.example'],
    ['ada@a.example', 'ada@a.example', 'a.example'],
    ['Research: Ada <ada@a.example>, Bo <bo@a.example>;', 'Ada', 'a.example'],
    ['"\u202egnirts" <x@a.example>', 'gnirts', 'a.example'],
    ['Ada', 'Ada', null],
  ])('reads the sender %s', async (From, author, publisher) => {
    expect((await read(plain('Words.', { ...HEAD, From }))).normalised).toMatchObject({ author, publisher });
  });

  it('takes the organisation that the message names', async () => {
    const message = plain('Words.', { ...HEAD, Organization: 'Northbay Research' });
    expect((await read(message)).normalised.publisher).toBe('Northbay Research');
  });

  it('joins folded lines and pieces of encoded words', async () => {
    const Subject = '=?utf-8?B?56ys5LiA5a2j?=\r\n =?utf-8?B?5bqm5pS25YWl?=\r\n\tand more';
    expect((await read(plain('Words.', { ...HEAD, Subject }))).normalised.title).toBe('第一季度收入 and more');
  });
});

describe('e-mail: the body', () => {
  const TEXT = 'Revenue of Société Müller rose to €412 million – “fine”.';
  const western = Buffer.from(
    TEXT.replace('€', '\x80').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
    'latin1',
  );
  const quotedPrintable = (bytes: Uint8Array) =>
    [...bytes].map((byte) =>
      byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    );

  it.each<[string, string, string, string | Uint8Array]>([
    ['UTF-8', 'text/plain; charset="utf-8"', '8bit', TEXT],
    ['Windows-1252', 'text/plain; charset=Windows-1252', '8bit', western],
    [
      'what calls itself ISO 8859-1',
      'text/plain; charset=iso-8859-1',
      'quoted-printable',
      quotedPrintable(western).join(''),
    ],
    [
      'quoted-printable with soft breaks',
      'text/plain; charset=utf-8',
      'Quoted-Printable',
      quotedPrintable(Buffer.from(TEXT)).join('=\n'),
    ],
    ['base64', 'text/plain; charset=utf-8', 'base64', base64(Buffer.from(TEXT))],
    ['no encoding named', 'text/plain', '8bit', TEXT],
    ['ASCII that is not', 'text/plain; charset=us-ascii', '8bit', western],
    ['a name nobody knows', 'text/plain; charset=x-unknown', '8bit', western],
  ])('reads %s', async (_what, type, encoding, content) => {
    const message = part({ ...HEAD, 'Content-Type': type, 'Content-Transfer-Encoding': encoding }, content);
    expect(await bodyOf(message)).toBe(`${TEXT}\n`);
  });

  it('reads Chinese in GB 18030 by each of its names', async () => {
    const bytes = Buffer.from('b5dad2bbbcbeb6c8cad5c8ebd4f6b3a4', 'hex');
    for (const charset of ['gb18030', 'GB2312', 'gbk', 'cp936']) {
      const message = part({ ...HEAD, 'Content-Type': `text/plain; charset=${charset}` }, bytes);
      expect(await bodyOf(message)).toBe('第一季度收入增长\n');
    }
  });

  it('joins lines that the program broke, and only those', async () => {
    const text = [
      'Harbour Tools reported revenue of $412 million for Q1 2026, up 6% year on',
      'year. We now model $1.7 billion.',
      '- Gross margin of 41.5% in a quarter in which steel was dear all the time',
      '- Order book',
      'Regards,',
      'Ada',
    ];
    expect(await bodyOf(plain(text.join('\n'), HEAD))).toBe(`${text[0] ?? ''} ${text.slice(1).join('\n')}\n`);
  });

  it.each([
    ['no', 'Revenue rose \nto $5bn.\n\n-- \nAda', 'Revenue rose to $5bn.\n\n-- \nAda\n'],
    ['yes', '第一季度收 \n入增长。', '第一季度收入增长。\n'],
  ])('unfolds format=flowed with delsp=%s', async (delsp, text, want) => {
    const message = part({ ...HEAD, 'Content-Type': `text/plain; charset=utf-8; format=flowed; delsp=${delsp}` }, text);
    expect((await bodyOf(message)).replace('--\n', '-- \n')).toBe(want);
  });

  it('keeps lists and tables of a plain message', async () => {
    const { normalised, analysis } = await read(
      plain(
        'Points:\n\n- Revenue $412 million\n- EBIT $58 million\n\nMetric    Q1 2025    Q1 2026\nRevenue   389   412\n',
        HEAD,
      ),
    );
    expect(wordsOf(normalised, 'list-item')).toEqual(['- Revenue $412 million', '- EBIT $58 million']);
    expect(analysis.layout.tables[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['Revenue', '389', '412']);
  });

  it('reads the HTML of alternatives like a page, menus or not', async () => {
    const page =
      '<div><h2>View</h2><p>Revenue was <b>$412 million</b>.</p><aside>Note</aside><script>bad()</script></div>';
    const { normalised } = await read(multipart('alternative', HEAD, [plain('Revenue was less.'), html(page)]));
    expect(normalised.text).toBe(`${LETTERHEAD}View\nRevenue was $412 million.\nNote\n`);
    expect(wordsOf(normalised, 'heading')).toEqual([HEAD.Subject, 'View']);
    expect(wordsOf(normalised, 'strong')).toEqual(['$412 million']);
    expect(normalised.problems.map(({ code }) => code)).toEqual(['W_SCRIPT_REMOVED']);
  });

  it('takes the root of related parts, and not its pictures', async () => {
    const picture = part({ 'Content-Type': 'image/png', 'Content-ID': '<p>' }, 'x');
    const root = html('<p>Margin 41%. <img src="cid:p"></p>', { 'Content-ID': '<root>' });
    const related = multipart('related', {}, [picture, root], 'rel');
    const typed = Buffer.from(
      related.toString('latin1').replace('boundary="rel"', 'boundary="rel"; start="<root>"'),
      'latin1',
    );
    expect(await bodyOf(multipart('mixed', HEAD, [typed, plain('Footer.')]))).toBe('Margin 41%.\nFooter.\n');
  });
});

describe('e-mail: what others wrote', () => {
  it('takes quoted lines as quotes, without their signs', async () => {
    const text =
      'Agreed.\n\nOn 3 May 2026, Jonas wrote:\n> Revenue exceeded $400 million.\n>\n>> Or > $410 million?\n> Best\n\nThanks';
    const { normalised, analysis } = await read(plain(text, HEAD));
    expect(wordsOf(normalised, 'quote')).toEqual(['Revenue exceeded $400 million.', 'Or > $410 million?', 'Best']);
    const quote = analysis.layout.blocks.filter(({ kind }) => kind === 'quote');
    expect(quote).toHaveLength(3);
  });

  it('takes block quotes of HTML as quotes', async () => {
    const { normalised } = await read(
      html('<p>Agreed.</p><blockquote><p>Revenue was $400 million.</p></blockquote>', HEAD),
    );
    expect(wordsOf(normalised, 'quote')).toEqual(['Revenue was $400 million.']);
  });

  it('shows a forwarded message as quotes under its own letterhead', async () => {
    const inner = html('<h1>Call</h1><p>EBIT was $58 million.</p>', {
      From: 'Bo <bo@works.example>',
      Subject: 'Call notes',
      Date: 'Sun, 3 May 2026 08:00:00 +0000',
    });
    const message = multipart('mixed', HEAD, [plain('See below.'), part({ 'Content-Type': 'message/rfc822' }, inner)]);
    const { normalised } = await read(message);
    expect(normalised.text.slice(LETTERHEAD.length)).toBe(
      'See below.\nCall notes\nFrom: Bo <bo@works.example>\nDate: 3 May 2026, 08:00 +00:00\nCall\nEBIT was $58 million.\n',
    );
    expect(wordsOf(normalised, 'heading')).toEqual([HEAD.Subject, 'Call notes']);
    expect(wordsOf(normalised, 'quote').at(-1)).toBe('EBIT was $58 million.');
  });
});

describe('e-mail: attachments', () => {
  it('are named with their size and not read', async () => {
    const file = (name: string, more = '') =>
      part(
        {
          'Content-Type': 'application/octet-stream',
          'Content-Transfer-Encoding': 'base64',
          'Content-Disposition': `attachment; ${name}${more}`,
        },
        base64(Buffer.alloc(3000, 7)),
      );
    const { normalised } = await read(
      multipart('mixed', HEAD, [
        plain('See the model.'),
        file('filename="model (v2).xlsx"'),
        file('filename*0*=utf-8\'\'%E7%AC%AC%E4%B8%80; filename*1="quarter.pdf"'),
        part({ 'Content-Type': 'text/plain; name=notes.txt', 'Content-Disposition': 'inline' }, 'Secret $9.'),
        part({ 'Content-Type': 'application/pkcs7-signature' }, 'x'),
      ]),
    );
    expect(normalised.text).not.toContain('$9');
    expect(normalised.problems.map(({ message }) => message)).toEqual([
      '“model (v2).xlsx” (3 kB) is attached and was not read. Save it and import it on its own.',
      '“第一quarter.pdf” (3 kB) is attached and was not read. Save it and import it on its own.',
      '“notes.txt” (10 bytes) is attached and was not read. Save it and import it on its own.',
    ]);
  });

  it('are only counted where there are many', async () => {
    const files = Array.from({ length: 25 }, (_, at) =>
      part({ 'Content-Type': 'image/png', 'Content-Disposition': `attachment; filename=${at}.png` }, 'x'),
    );
    const { problems } = (await read(multipart('mixed', HEAD, [plain('Words.'), ...files]))).normalised;
    expect([problems.length, problems.at(-1)]).toMatchObject([21, { code: 'W_ATTACHMENTS', count: 5 }]);
  });
});
