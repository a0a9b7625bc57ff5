/** The thread that tries one broken file after the other: it answers each with an error of ours or a checked result. */
import { parentPort } from 'node:worker_threads';
import { TieoutError } from '../../src/contract/errors';
import { checkImportResult } from '../../src/main/imports/check-result';
import { lockDown } from '../../src/main/imports/lockdown';
import { runImport } from '../../src/main/imports/run-import';

export type Answer = { readonly code: string } | { readonly kind: string } | { readonly wrong: string };

async function answer(bytes: Uint8Array, fileName: string): Promise<Answer> {
  try {
    const result = await runImport(bytes, fileName);
    checkImportResult(structuredClone(result));
    return { kind: result.kind };
  } catch (error) {
    if (error instanceof TieoutError && error.code !== 'E_BUG') return { code: error.code };
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

lockDown();
parentPort?.on('message', ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => {
  void answer(bytes, fileName).then((said) => parentPort?.postMessage(said));
});
parentPort?.postMessage({ ready: true });
