// A page that tries everything: imported through the window, read, planned, shown and exported, and nothing of it stirs.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchTieout, showView } from '../e2e/support/launch';
import { ask, importFile, requestsSeen, silentServer, startImport, watchRequests } from './support';

let launched: LaunchedApp;
let server: Awaited<ReturnType<typeof silentServer>>;
let folder: string;
let page: string;

test.beforeAll(async () => {
  server = await silentServer();
  folder = await mkdtemp(join(tmpdir(), 'tieout-hostile-'));
  const fixture = await readFile(join(import.meta.dirname, '../fixtures/imports/hostile.html'), 'utf8');
  page = fixture.replaceAll('SERVER', server.host);
  launched = await launchTieout();
  await watchRequests(launched.app);
});
test.afterAll(async () => {
  await launched.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function expectQuiet(): Promise<void> {
  expect(await launched.page.evaluate(() => '__pwned' in window)).toBe(false);
  expect(launched.app.windows()).toHaveLength(1);
  expect((await requestsSeen(launched.app)).filter((url) => !/^(app|blob|data):/.test(url))).toEqual([]);
  expect(server.hits).toEqual([]);
}

interface Read {
  readonly text: string;
  readonly marks: readonly { readonly kind: string; readonly href?: string }[];
}

test('a hostile page is read as its words', async () => {
  const file = join(folder, 'hostile.html');
  await writeFile(file, page);
  const id = await importFile(launched.app, launched.page, file);
  const { text, marks } = (await ask(launched.page, 'document.read', { id })).value as Read;
  expect(text).toContain('Revenue was $5.1 billion, up 7%.\n');
  expect(text).toContain('Metric\tActual\nMargin\t12.5%\n');
  expect(text).toContain('<script>window.__pwned = true</script>');
  expect(text).not.toMatch(/document\.location|svg link|@import|Send/);
  expect(marks.filter((mark) => mark.kind === 'link').map((mark) => mark.href)).toEqual(['https://example.com/filing']);
  await expectQuiet();
});

test('and stays words in every view', async () => {
  for (const view of ['library', 'reader', 'figures', 'sources', 'audit', 'thesis'] as const)
    await showView(launched.page, view);
  const elements = await launched.page.evaluate(
    () =>
      document.querySelectorAll(
        'iframe, object, embed, base, [onclick], [onerror], a[href^="javascript:" i], img[src^="http"]',
      ).length,
  );
  expect(elements).toBe(0);
  await expectQuiet();
});

test('and in its PDF and exports', async () => {
  const [newest] = (
    (await ask(launched.page, 'document.list', {})).value as { id: string; fileName: string | null }[]
  ).filter(({ fileName }) => fileName === 'hostile.html');
  const printed = await ask(launched.page, 'export.preview', { what: { document: newest?.id ?? '' }, format: 'pdf' });
  expect(printed).toMatchObject({ ok: true });
  await expectQuiet();
});

test('pasting it is no different', async () => {
  await ask(launched.page, 'import.start', { paste: page, format: 'html', title: 'Pasted' });
  const shown = launched.page.locator('[data-import-plan]');
  const plan = await shown.getAttribute('data-import-plan');
  const { value } = await ask(launched.page, 'import.plan', { id: plan });
  const { problems, format } = value as { problems: { code: string }[]; format: string };
  expect(format).toBe('html');
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'W_SCRIPT_REMOVED',
      'W_HANDLER_REMOVED',
      'W_FRAME_REMOVED',
      'W_LINK_REMOVED',
      'W_REFRESH_IGNORED',
      'W_REMOTE_NOT_FETCHED',
    ]),
  );
  await expectQuiet();
  await launched.page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
});

test('nor is Markdown with the same inside', async () => {
  const markdown = `# Note\n\n[click](javascript:window.__pwned=true) ![pixel](http://${server.host}/md.png)\n\n${page}\n\n| a | b |\n|---|---|\n| 1 | <img src="http://${server.host}/cell.png"> |\n`;
  const file = join(folder, 'hostile.md');
  await writeFile(file, markdown);
  const id = await importFile(launched.app, launched.page, file);
  const { text, marks } = (await ask(launched.page, 'document.read', { id })).value as Read;
  expect(text).toBe(markdown);
  expect(marks.filter((mark) => mark.href?.startsWith('javascript'))).toEqual([]);
  await showView(launched.page, 'library');
  await showView(launched.page, 'reader');
  await expectQuiet();
});

test('what is no text is refused with words for a person', async () => {
  const file = join(folder, 'report.txt');
  await writeFile(file, 'Rar!\u001a\u0007');
  await startImport(launched.app, launched.page, file);
  await expect(launched.page.getByText('The file is a compressed file (RAR). Tieout reads plain text')).toBeVisible();
});
