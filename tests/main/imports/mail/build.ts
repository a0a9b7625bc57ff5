// Messages made by code, as mail programs write them: lines end in CRLF, parts stand between boundaries.
import type { DocumentImport } from '../../../../src/main/imports/result';
import { runImport } from '../../../../src/main/imports/run-import';
import { documentOf } from '../kinds';

export const HEAD = {
  From: 'Ada Brandt <ada.brandt@northbay-research.example>',
  To: 'Desk <desk@harbour-funds.example>',
  Subject: 'Harbour Tools after the first quarter',
  Date: 'Mon, 4 May 2026 09:15:00 +0200',
  'Message-ID': '<1@northbay-research.example>',
  'MIME-Version': '1.0',
} as const;

export type Head = Readonly<Record<string, string>>;

/** A part or a message: headers, a blank line, the content. Characters above 255 are written as UTF-8. */
export function part(headers: Head, content: string | Uint8Array): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const body = typeof content === 'string' ? Buffer.from(content.replaceAll('\n', '\r\n')) : Buffer.from(content);
  return Buffer.concat([Buffer.from(`${lines.join('')}\r\n`), body]);
}

export const multipart = (type: string, head: Head, parts: readonly Buffer[], boundary = 'b1'): Buffer =>
  part(
    { ...head, 'Content-Type': `multipart/${type}; boundary="${boundary}"` },
    Buffer.concat([
      ...parts.flatMap((one) => [Buffer.from(`--${boundary}\r\n`), one, Buffer.from('\r\n')]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  );

export const plain = (text: string, head: Head = {}): Buffer =>
  part({ ...head, 'Content-Type': 'text/plain; charset=utf-8' }, text);
export const html = (text: string, head: Head = {}): Buffer =>
  part({ ...head, 'Content-Type': 'text/html; charset=utf-8' }, text);

export const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');

export const read = async (bytes: Uint8Array, fileName: string | null = null): Promise<DocumentImport> =>
  documentOf(await runImport(bytes, fileName));
