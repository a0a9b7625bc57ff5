// Messages made to hurt: each ends soon, with a document or with an error that names the limit and what to do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { checkImportResult } from '../../../../src/main/imports/check-result';
import { emailParser } from '../../../../src/main/imports/email/parser';
import { mhtmlParser } from '../../../../src/main/imports/mhtml/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { base64, HEAD, html, multipart, part, plain, read } from './build';

/** `depth` parts within one another. */
function nested(depth: number): Buffer {
  let inner = plain('Inside.');
  for (let at = 0; at < depth; at++) inner = multipart('mixed', at === depth - 1 ? HEAD : {}, [inner], `b${at}`);
  return inner;
}

function forwarded(depth: number): Buffer {
  let inner = plain('Inside.', HEAD);
  for (let at = 0; at < depth; at++) inner = part({ ...HEAD, 'Content-Type': 'message/rfc822' }, inner);
  return inner;
}

const manyParts = (count: number): Buffer =>
  part({ ...HEAD, 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\n\nx\n'.repeat(count));

describe('limits', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['parts within parts', () => nested(30), /more than 24 deep/],
    ['messages within messages', () => forwarded(30), /more than 24 deep/],
    ['parts without end', () => manyParts(20_000), /more than 10,000 parts/],
    [
      'a header of 10 MB',
      () => plain('x', { ...HEAD, 'X-Long': 'a'.repeat(10_000_000) }),
      /headers .* larger than 1\.0 MB/,
    ],
    ['headers of 10 MB', () => plain('x', { ...HEAD, 'X-Many': 'a\r\nX-Y: b'.repeat(1_000_000) }), /headers .* larger/],
    ['a text of 40 MB', () => plain('word '.repeat(8_000_000), HEAD), /more than 32 MB of text/],
  ])('%s', async (_what, make, message) => {
    await expect(read(make())).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
      message: expect.stringMatching(message) as unknown,
    });
  });

  it('twenty parts within one another are read', async () => {
    expect((await read(nested(20))).normalised.text).toContain('Inside.');
    expect((await read(forwarded(20))).normalised.text.match(/Inside\./g)).toHaveLength(1);
  });
});

describe('what is broken is read as far as it goes', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['no boundary named', part({ ...HEAD, 'Content-Type': 'multipart/mixed' }, 'Revenue was $5bn.'), /Revenue/],
    [
      'a boundary that is nowhere',
      part({ ...HEAD, 'Content-Type': 'multipart/mixed; boundary=x' }, 'Revenue was $5bn.'),
      /Revenue/,
    ],
    ['no end', part({ ...HEAD, 'Content-Type': 'multipart/mixed; boundary=x' }, '--x\n\nRevenue was $5bn.'), /Revenue/],
    [
      'headers and nothing else',
      Buffer.from('From: a@a.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain'),
      /From: a@a/,
    ],
    [
      'base64 that is none',
      part({ ...HEAD, 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' }, '!!!'),
      /From/,
    ],
    [
      'quoted-printable that is none',
      part({ ...HEAD, 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'quoted-printable' }, '5=ZZ =4 ='),
      /5=ZZ =4/,
    ],
    ['zero bytes', plain('Revenue\u0000 was $5bn.', HEAD), /Revenue was/],
    ['a page of nothing but depth', html(`${'<div>'.repeat(5000)}Revenue`, HEAD), /Revenue/],
    [
      'a name of a member of every object',
      plain('Revenue', { ...HEAD, 'Content-Type': 'text/plain; __proto__=x; constructor=y', Constructor: 'z' }),
      /Revenue/,
    ],
    [
      'parameters without end',
      plain('Revenue', { ...HEAD, 'Content-Disposition': `inline${';a="\\"'.repeat(50_000)}` }),
      /Revenue/,
    ],
    [
      'addresses without end',
      plain('Revenue', { ...HEAD, To: 'a@a.example,'.repeat(50_000) }),
      /To: a@a\.example, .* …/,
    ],
    ['encoded words without end', plain('Revenue', { ...HEAD, Subject: '=?utf-8?Q?a?= '.repeat(30_000) }), /Revenue/],
  ])('%s', async (_what, bytes, words) => {
    const result = await read(bytes);
    expect(result.parser).toBe('email');
    expect(result.normalised.text).toMatch(words);
    expect(() => checkImportResult(structuredClone(result))).not.toThrow();
  });

  it('says that parts could not be told apart', async () => {
    const { problems } = (await read(part({ ...HEAD, 'Content-Type': 'multipart/mixed' }, 'Words.'))).normalised;
    expect(problems.map(({ code }) => code)).toEqual(['W_PARTS']);
  });

  it('keeps names and titles in their own direction', async () => {
    const { title, author } = (
      await read(plain('x', { ...HEAD, Subject: 'a\u202ecba\u2066', From: '"\u200fAda" <a@a.example>' }))
    ).normalised;
    expect([title, author]).toEqual(['a cba', 'Ada']);
  });

  it('leaves an attachment of 20 MB alone', async () => {
    const file = part(
      {
        'Content-Type': 'application/zip',
        'Content-Transfer-Encoding': 'base64',
        'Content-Disposition': 'attachment; filename=a.zip',
      },
      base64(Buffer.alloc(20 * 1024 * 1024)),
    );
    const { normalised } = await read(multipart('mixed', HEAD, [plain('See the file.'), file]));
    expect(normalised.problems[0]?.message).toContain('“a.zip” (20 MB)');
  });
});

const SEEDS = [
  multipart('mixed', HEAD, [
    multipart(
      'alternative',
      {},
      [plain('Revenue\n> was $5bn'), html('<h1>A</h1><table><tr><td>1<td>2</table><a href="x">y</a>')],
      'b2',
    ),
    part({ 'Content-Type': 'message/rfc822' }, plain('- a\n- b\n\n| a | b |\n', { Subject: '=?utf-8?B?5a2j?=' })),
    part({ 'Content-Type': "image/png; name*0*=utf-8''%41", 'Content-Disposition': 'attachment' }, 'x'),
  ]),
  part(
    {
      ...HEAD,
      'Content-Type': 'text/plain; format=flowed; delsp=yes',
      'Content-Transfer-Encoding': 'quoted-printable',
    },
    'a =\n=3D \nb',
  ),
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(20),
  put: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\r\n', '\r\n\r\n', '--b1', '--b1--\r\n', ': ', ';', '"', '=', '\0'),
  ),
});

const mutate = (seed: Buffer, edits: readonly { at: number; cut: number; put: string }[]): Buffer =>
  edits.reduce((bytes, { at, cut, put }) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + cut)]);
  }, seed);

describe.each([emailParser, mhtmlParser])('$name, whatever was changed in it', (parser) => {
  it('gives marks inside its text, in order, or a TieoutError', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.array(edit, { maxLength: 8 }), (seed, edits) => {
        try {
          const { text, marks } = parser.parse(sourceOf(mutate(seed, edits), null));
          for (const { start, end } of marks) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        } catch (error) {
          if (!(error instanceof TieoutError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});
