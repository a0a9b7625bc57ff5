// The tour: every view in light and dark as a picture, and the sample's PDF. Needs a display (start.mjs sees to that).
import { mkdir, readdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launchApp, showView, VIEWS, waitForAnyView } from './lib/app.mjs';
import { main, say, step } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { must } from './lib/run.mjs';
import { pathToFileURL } from 'node:url';

const SIZE = { width: 1440, height: 900 };

/** Takes a picture of each view. Answers the files, in the order of the views. */
export async function takePictures({ notebook, theme, folder, views = VIEWS }) {
  await mkdir(folder, { recursive: true });
  const { app, page, close } = await launchApp({ notebook, theme });
  try {
    await resizeWindow(app);
    await waitForAnyView(page);
    const files = [];
    for (const view of views) {
      await showView(page, view);
      await pose(page, view);
      const file = resolve(folder, `${view}-${theme}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      files.push(file);
    }
    return files;
  } finally {
    await close();
  }
}

/** Shows a view at work: something selected, the preview printed. */
async function pose(page, view) {
  if (view === 'reader' || view === 'audit') {
    await page.keyboard.press('j');
    await page.getByText(/^(?:Select a figure|No finding selected)/).waitFor({ state: 'hidden' });
  }
  if (view === 'figures') {
    await page.locator('.ag-row [col-id="metric"]').first().click();
    await page.getByText('No figure selected').waitFor({ state: 'hidden' });
  }
  if (view === 'report' && (await page.locator('.preview').count()) > 0) {
    await page.locator('.preview-pages[data-busy="false"] canvas').first().waitFor();
    await page.waitForFunction(() => (document.querySelector('.preview-page')?.width ?? 0) > 300);
  }
}

function resizeWindow(app) {
  return app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, SIZE);
}

/** The sample notebook as the app itself makes it at a first start, in a profile of its own. Answers its file. */
export async function sampleNotebook(profile) {
  await rm(profile, { recursive: true, force: true });
  await mkdir(profile, { recursive: true });
  const { page, close } = await launchApp({ userDataDir: profile });
  try {
    await waitForAnyView(page);
    await page.waitForFunction(async () => (await window.tieout['report.list']({})).value?.length > 0);
  } finally {
    await close();
  }
  const [name] = (await readdir(profile)).filter((file) => file.endsWith('.tieout'));
  return resolve(profile, name);
}

/** Runs the command line as a person would. */
export function commandLine(...args) {
  return must(process.execPath, [inRoot('scripts/tieout.mjs'), ...args], {
    cwd: root,
    what: `tieout ${args[0]} failed`,
    remedy: `Run it by itself to see why: npm run -s tieout -- ${args.join(' ')}`,
  });
}

async function tour(named) {
  const folder = inRoot('tour');
  await mkdir(folder, { recursive: true });
  const notebook = named
    ? resolve(named)
    : await step('making the sample notebook', () => sampleNotebook(resolve(folder, 'profile')));
  for (const theme of ['light', 'dark']) {
    const files = await step(`picturing every view, ${theme}`, () => takePictures({ notebook, theme, folder }));
    for (const file of files) say(`  ${file}`);
  }
  const pdf = resolve(folder, 'sample.pdf');
  await step('exporting the PDF', () => commandLine('export', notebook, '--to', pdf));
  say(`  ${pdf}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => tour(process.argv.slice(2).find((argument) => !argument.startsWith('-'))));
}
