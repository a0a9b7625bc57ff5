/** Serves the window from `app://tieout/`: built files only, each page with its own nonce and the policy that names it. */
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { freshNonce, NONCE_MARK, policy } from './csp';
import { pageFile } from './page-files';

/** Before `ready`, or Chromium treats `app:` as unknown. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app:` requests of `session` from the built files in the folder `root`; all else is 404. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle('app', (request) => serve(request, root));
}

async function serve(request: Request, root: string): Promise<Response> {
  const file = pageFile(request.url, root);
  if (request.method !== 'GET' || !file) return refused(404);
  try {
    return page(await readFile(file.path), file.type);
  } catch {
    return refused(404);
  }
}

function page(content: Buffer, type: string): Response {
  const nonce = freshNonce();
  const body = type.startsWith('text/html')
    ? content.toString('utf8').replaceAll(NONCE_MARK, nonce)
    : new Uint8Array(content);
  return new Response(body, { headers: headers(type, nonce) });
}

const refused = (status: number): Response =>
  new Response(null, { status, headers: headers('text/plain', freshNonce()) });

const headers = (type: string, nonce: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': policy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': type.startsWith('text/html') ? 'no-store' : 'no-cache',
});
