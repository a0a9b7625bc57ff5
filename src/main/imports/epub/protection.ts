/** Whether an e-book's text is locked. Fonts are scrambled in many open books, which keeps nobody from reading. */
import { TieoutError } from '../../../contract/errors';
import { attribute, readXml } from '../archive/xml';
import type { Zip } from '../archive/zip';
import { resolve } from './package';

const ENCRYPTION = 'META-INF/encryption.xml';
const OF_FONTS = /idpf\.org\/2008\/embedding|adobe\.com\/pdf\/enc#RC/i;

/** Throws `E_FORMAT` where a chapter is encrypted. */
export function refuseProtected(zip: Zip, chapters: readonly string[]): void {
  const bytes = zip.read(ENCRYPTION);
  if (bytes === null) return;
  const locked = new Set<string>();
  let method = '';
  readXml(bytes, {
    open: (tag, attributes) => {
      if (tag === 'EncryptedData') method = '';
      else if (tag === 'EncryptionMethod') method = attribute(attributes, 'Algorithm') ?? '';
      else if (tag === 'CipherReference' && !OF_FONTS.test(method))
        // Its addresses are relative to the archive's root.
        locked.add(resolve('', attribute(attributes, 'URI') ?? ''));
    },
  });
  if (!chapters.some((chapter) => locked.has(chapter))) return;
  throw new TieoutError(
    'E_FORMAT',
    'The e-book is protected against copying (DRM), so its text cannot be read. Import a copy without protection.',
  );
}
