// scratch: pictures of the dialogs
import { mkdtemp, copyFile, cp, readFile, writeFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { launchApp } from './scripts/lib/app.mjs';
const OUT = '/tmp/rel-pics';
const ask = (page, m, r) => page.evaluate(([n, b]) => window.tieout[n](b), [m, r]);
const size = (app) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1280, 800));
const first = await launchApp({});
await first.page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: 120000 });
await ask(first.page, 'note.save', { id: null, body: 'before', figure: null, document: null });
await ask(first.page, 'backup.now', {});
await ask(first.page, 'note.save', { id: null, body: 'after', figure: null, document: null });
console.log(JSON.stringify(await ask(first.page, 'backup.now', {})));
await first.app.close();
const whole = join(first.userDataDir, 'Sample notebook.tieout');
const folder = await mkdtemp('/tmp/rel-pic-');
const copied = async () => { const p = join(await mkdtemp(join(folder, 'nb-')), 'Research.tieout'); await copyFile(whole, p); await cp(`${whole}.backups`, `${p}.backups`, { recursive: true }); return p; };
const pagesOf = (path, name) => { const db = new Database(path, { readonly: true }); const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name); db.close(); return pages; };
const shot = async (page, name) => { await page.waitForTimeout(600); await page.screenshot({ path: `${OUT}/${name}.png` }); console.log(name); };
for (const theme of (process.argv[2] ?? 'light,dark').split(',')) {
  { const path = await copied(); const bytes = await readFile(path); for (const p of pagesOf(path, 'change_row').slice(1, 4)) bytes.fill(0, (p - 1) * 4096, p * 4096); await writeFile(path, bytes);
    const l = await launchApp({ notebook: path, theme }); await size(l.app); await l.page.locator('[data-notebook-failed]').waitFor({ timeout: 60000 }); await l.page.locator('.copy-line').first().waitFor({ timeout: 60000 }); await shot(l.page, `damaged-${theme}`);
    await l.page.getByRole('button', { name: 'Restore this backup…' }).click(); await shot(l.page, `restore-ask-${theme}`); await l.page.keyboard.press('Escape');
    await l.app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath }); }, join(path, '..', 'Rescued.tieout'));
    await l.page.getByRole('button', { name: 'Rescue what can be read…' }).click(); await l.page.getByRole('dialog').waitFor({ timeout: 90000 }); await shot(l.page, `rescued-${theme}`); await l.close(); }
  { const path = await copied(); const l = await launchApp({ notebook: path, theme }); await l.page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: 120000 }); await size(l.app); await rename(path, `${path}.elsewhere`); await l.page.getByRole('dialog').waitFor({ timeout: 60000 }); await shot(l.page, `moved-${theme}`);
    await l.page.getByRole('button', { name: 'Look around' }).click(); await shot(l.page, `astray-${theme}`); await l.close(); }
  { const path = await copied(); const db = new Database(path); db.exec("UPDATE figure SET note = 'not mine'"); db.close(); const l = await launchApp({ notebook: path, theme }); await l.page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: 120000 }); await size(l.app); await l.page.getByRole('dialog').waitFor({ timeout: 60000 }); await shot(l.page, `altered-${theme}`);
    await l.page.getByRole('button', { name: 'Restore a backup…' }).click(); await l.page.locator('.copy-line').first().waitFor({ timeout: 60000 }); await shot(l.page, `backups-${theme}`); await l.close(); }
  { const path = await copied(); const db = new Database(path); db.exec('CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END'); db.close(); const l = await launchApp({ notebook: path, theme }); await size(l.app); await l.page.locator('[data-notebook-failed]').waitFor({ timeout: 60000 }); await l.page.locator('.copy-line').first().waitFor({ timeout: 60000 }); await shot(l.page, `schema-${theme}`); await l.close(); }
}
await rm(folder, { recursive: true, force: true });
process.exit(0);
