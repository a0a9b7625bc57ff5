/** What the security tests share: a server that must hear nothing, and imports and calls through the real window. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

/** Listens on loopback and notes every request. */
export async function silentServer(): Promise<{
  readonly host: string;
  readonly hits: string[];
  readonly close: () => Promise<void>;
}> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response
      .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      .end('<script>1</script>');
  });
  server.on('connection', () => hits.push('connection'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  return { host: `127.0.0.1:${port}`, hits, close };
}

/** Notes every address that a page's session really asks for, after our own filter. */
export const watchRequests = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenRequests: seen });
    session.defaultSession.webRequest.onSendHeaders(({ url }) => seen.push(url));
  });

export const requestsSeen = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { seenRequests: string[] }).seenRequests);

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

interface Bridge {
  readonly [message: string]: (request: unknown) => Promise<Answer>;
}

/** Asks through the bridge as the page's own code would. */
export const ask = (page: Page, message: string, request: unknown): Promise<Answer> =>
  page.evaluate(([name, body]) => (window as unknown as { readonly tieout: Bridge }).tieout[name]!(body), [
    message,
    request,
  ] as const);

/** The next file dialog answers with `file`. */
export const pickNext = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);

/** Imports `file` as a person does, through dialog and plan; answers the document's id. */
export async function importFile(app: ElectronApplication, page: Page, file: string): Promise<string> {
  await startImport(app, page, file);
  await commitPlan(page);
  const { value } = await ask(page, 'document.list', {});
  const found = (value as { id: string; fileName: string | null }[]).find((one) => one.fileName === basename(file));
  return found?.id ?? '';
}

/** Asks for the import of `file`; its plan or its refusal comes to the window. */
export async function startImport(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await pickNext(app, file);
  await page.keyboard.press('Control+i');
}

export async function commitPlan(page: Page): Promise<void> {
  await page.locator('[data-commit-import]:enabled').click();
  await page.locator('[data-import-plan]').waitFor({ state: 'detached' });
}
