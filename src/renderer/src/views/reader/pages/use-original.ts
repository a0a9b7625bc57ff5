/** The imported PDF, opened for drawing while the pages are on show and closed after; a password is asked for again and not kept. */
import { useEffect, useState } from 'react';
import { TieoutError } from '../../../../../contract/errors';
import { asTieoutError, call } from '../../../app/calls/client';
import { start } from '../../../app/calls/run';
import { isPasswordWanted, openPdf, type Pdf } from '../../../kit/pdf';

export type Original =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: Pdf }
  | { readonly state: 'locked'; readonly wrong: boolean }
  | { readonly state: 'failed'; readonly error: TieoutError };

/** `unlock` tries once more with a password. */
export function useOriginal(document: string): readonly [Original, (password: string) => void] {
  const [original, setOriginal] = useState<Original>({ state: 'loading' });
  const [password, setPassword] = useState<string | undefined>(undefined);
  useEffect(() => {
    let current = true;
    let open: Pdf | null = null;
    const load = async () => {
      try {
        const { bytes } = await call('document.original', { id: document });
        if (!current) return;
        open = await openPdf(bytes, password);
        if (current) setOriginal({ state: 'open', pdf: open });
        else open.close();
      } catch (reason) {
        if (current) setOriginal(failure(reason, password !== undefined));
      }
    };
    start(load());
    return () => {
      current = false;
      open?.close();
    };
  }, [document, password]);
  return [original, setPassword];
}

function failure(reason: unknown, wrong: boolean): Original {
  if (isPasswordWanted(reason)) return { state: 'locked', wrong };
  if (reason instanceof TieoutError) return { state: 'failed', error: reason };
  return {
    state: 'failed',
    error: new TieoutError(
      'E_DAMAGED',
      `The pages of this PDF cannot be drawn (${asTieoutError(reason).message}). Its text can still be read.`,
    ),
  };
}
