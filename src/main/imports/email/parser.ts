/** E-mails (EML): who wrote what to whom and when. Attachments are named, not read; nothing in a message is fetched. */
import { TieoutError } from '../../../contract/errors';
import type { NormalisedDocument, ParseProblem } from '../../../core/document/model';
import { describeBytes } from '../limits';
import { bytesOf } from '../mime/body';
import { type Part, partBudget } from '../mime/parts';
import { headerWords } from '../mime/words';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { nameOf } from './letterhead';
import { EMAIL_PROBLEMS, readMessage } from './read';
import { emailScore, messageHeaders, skipEnvelope } from './recognise';

export const emailParser = {
  kind: 'document',
  name: 'email',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => emailScore(bytes),
  parse,
} satisfies DocumentParser;

function parse({ bytes }: ImportSource): NormalisedDocument {
  refuseSealed(bytes);
  const problems = countProblems(EMAIL_PROBLEMS);
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { text, marks, letterhead, attached } = readMessage(
    source.subarray(skipEnvelope(source)),
    partBudget(),
    problems,
  );
  return {
    format: 'email',
    text,
    marks,
    title: letterhead.subject,
    author: nameOf(letterhead.sender),
    publisher: letterhead.organisation,
    published: letterhead.date?.iso ?? null,
    url: null,
    language: null,
    problems: [...describeAttached(attached), ...problems.list()],
  };
}

function refuseSealed(bytes: Uint8Array): void {
  const type = messageHeaders(bytes)?.get('content-type') ?? '';
  if (!/^\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)/i.test(type)) return;
  throw new TieoutError(
    'E_FORMAT',
    'The message is encrypted or sealed. Open it in your e-mail program, save its text or print it to PDF, and import that.',
  );
}

/** More than these are only counted. */
const MOST_NAMED = 20;

function describeAttached(attached: readonly Part[]): readonly ParseProblem[] {
  const named = attached.slice(0, MOST_NAMED).map((part): ParseProblem => {
    const name = headerWords(part.fileName)?.slice(0, 200);
    const what = name === undefined ? `A part of type ${part.type}` : `“${name}”`;
    const size = describeBytes(bytesOf(part).length);
    return {
      code: 'W_ATTACHMENT',
      message: `${what} (${size}) is attached and was not read. Save it and import it on its own.`,
    };
  });
  const rest = attached.length - named.length;
  if (rest === 0) return named;
  const message = 'More files are attached and were not read. Save them and import them on their own.';
  return [...named, { code: 'W_ATTACHMENTS', message, count: rest }];
}
