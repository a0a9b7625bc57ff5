// Encrypted PDFs: asked for, refused in words that say why, opened by the right password, and straight by an empty one.
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import { encryptedPdf } from '../../../support/encrypted-pdf';
import { documentOf } from '../kinds';

const LINES = ['Harbour Parcels carried 412 million parcels in FY2025.'];
const locked = encryptedPdf(LINES, 'tide table');

describe('an encrypted PDF', () => {
  it.each([
    ['no password', undefined, /Give the password/],
    ['a wrong one', 'low tide', /does not open/],
  ])('is refused with %s', async (_what, password, message) => {
    const refused = runImport(locked, 'locked.pdf', undefined, { password });
    await expect(refused).rejects.toMatchObject({ code: 'E_PASSWORD' });
    await expect(refused).rejects.toThrow(message);
  });

  it.each([
    ['the reader’s password', locked, 'tide table'],
    ['the owner’s password', locked, 'owner'],
    ['no password where it is empty', encryptedPdf(LINES, ''), undefined],
  ])('is opened by %s', async (_what, bytes, password) => {
    const { normalised } = documentOf(await runImport(bytes, 'locked.pdf', undefined, { password }));
    expect(normalised.text).toContain(LINES[0]);
  });
});
