// What the window can and cannot do, asked of the real one.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchTieout } from '../e2e/support/launch';
import { ask, requestsSeen, silentServer, watchRequests } from './support';

let launched: LaunchedApp;
let server: Awaited<ReturnType<typeof silentServer>>;

test.beforeAll(async () => {
  server = await silentServer();
  launched = await launchTieout();
  await watchRequests(launched.app);
});
test.afterAll(async () => {
  await launched.close();
  await server.close();
});

test('the page has neither Node nor Electron', async () => {
  const found = await launched.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('the bridge is exactly this list', async () => {
  const { names, frozen } = await launched.page.evaluate(() => {
    const bridge = (window as unknown as { tieout: Record<string, unknown> }).tieout;
    const members = Object.entries(bridge);
    try {
      bridge.extra = 1;
    } catch {
      // Strict mode says so; either way it must not be there.
    }
    return {
      names: members.map(([name, member]) => `${name} ${typeof member}`).sort(),
      frozen: !('extra' in (window as unknown as { tieout: object }).tieout),
    };
  });
  expect(frozen).toBe(true);
  expect(names).toEqual(BRIDGE.map((name) => `${name} function`).sort());
});

test('every window is sandboxed, isolated and without Node', async () => {
  const settings = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
        webContents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  const expected = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  };
  expect(settings).toEqual([expected]);
});

test('the sandbox is on unless we are root', async () => {
  test.skip(process.getuid?.() === 0, 'root cannot run the sandbox');
  expect(await launched.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false);
  expect((await ask(launched.page, 'app.info', {})).value).toMatchObject({ sandboxed: true });
  if (process.platform === 'linux') {
    const pid = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    // 2: the kernel filters the system calls of the page's process.
    expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  }
});

test('each page comes with a strict policy and a nonce of its own', async () => {
  const read = () =>
    launched.page.evaluate(async () => {
      const response = await fetch('/index.html');
      return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
    });
  const [one, two] = [await read(), await read()];
  expect(one.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']{20,}';/);
  expect(one.policy).not.toMatch(/unsafe|http|\*/);
  for (const directive of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"]) {
    expect(one.policy).toContain(directive);
  }
  expect(one.html).not.toContain('__CSP_NONCE__');
  expect(one.policy).not.toBe(two.policy);
});

test('nothing outside the built window is served', async () => {
  const statuses = await launched.page.evaluate(async () => {
    const paths = [
      '/../main/index.js',
      '/..%2fmain%2findex.js',
      '/..%5cmain',
      '/assets/',
      '/package.json',
      '/%2e%2e/%2e%2e/package.json',
    ];
    return Promise.all(paths.map((path) => fetch(path).then((response) => response.status)));
  });
  expect(new Set(statuses)).toEqual(new Set([404]));
});

test('code made of text does not run', async () => {
  const outcome = await launched.page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.__inline = true';
    document.head.append(inline);
    const handler = document.createElement('img');
    handler.setAttribute('onerror', 'window.__handler = true');
    document.body.append(handler);
    handler.dispatchEvent(new Event('error'));
    inline.remove();
    handler.remove();
    return [(window as unknown as { __inline?: true }).__inline, (window as unknown as { __handler?: true }).__handler];
  });
  expect(outcome).toEqual([undefined, undefined]);
});

test('navigation, new windows, frames and webviews are refused', async () => {
  const { app, page } = launched;
  const before = page.url();
  await page.evaluate((host) => {
    window.open(`http://${host}/open`);
    window.open('app://tieout/index.html');
    const link = document.createElement('a');
    link.href = `http://${host}/link`;
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    const form = document.createElement('form');
    form.action = `http://${host}/form`;
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    frame.src = `http://${host}/frame`;
    const webview = document.createElement('webview');
    webview.setAttribute('src', `http://${host}/webview`);
    document.body.append(frame, webview);
    window.location.href = `http://${host}/location`;
    window.location.assign('file:///etc/passwd');
    for (const element of [link, form, frame, webview]) element.remove();
  }, server.host);
  // Asked past Playwright, which goes on waiting for a navigation that was refused.
  const shown = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const seen: Promise<unknown> | undefined = window?.webContents.executeJavaScript(
      `[location.href, Boolean(document.querySelector('[data-ready="true"]'))]`,
    );
    return seen;
  });
  expect(shown).toEqual([before, true]);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('nothing reaches the network', async () => {
  const { app, page } = launched;
  const outcomes = await page.evaluate(async (host) => {
    const failed = (work: () => Promise<unknown>) =>
      work().then(
        () => 'reached',
        () => 'refused',
      );
    const image = () =>
      new Promise((resolve, reject) => {
        const picture = new Image();
        picture.addEventListener('load', resolve);
        picture.addEventListener('error', reject);
        picture.src = `http://${host}/image.png`;
      });
    const socket = () =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket(`ws://${host}/socket`);
        opened.addEventListener('open', resolve);
        opened.addEventListener('error', reject);
      });
    const beacon = () =>
      navigator.sendBeacon(`http://${host}/beacon`, 'x')
        ? Promise.reject(new Error('queued'))
        : Promise.reject(new Error('no'));
    return Promise.all([failed(() => fetch(`http://${host}/fetch`)), failed(image), failed(socket), failed(beacon)]);
  }, server.host);
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(server.hits).toEqual([]);
  const foreign = (await requestsSeen(app)).filter((url) => !/^(app|blob|data):/.test(url));
  expect(foreign).toEqual([]);
});

test('main cannot reach the network through its session either', async () => {
  const outcome = await launched.app.evaluate(
    ({ net, session }, host) =>
      Promise.all([
        net.fetch(`http://${host}/main`).then(
          () => 'reached',
          () => 'refused',
        ),
        session.defaultSession.resolveHost('example.com').then(
          () => 'resolved',
          () => 'refused',
        ),
      ]),
    server.host,
  );
  expect(outcome).toEqual(['refused', 'refused']);
  expect(server.hits).toEqual([]);
});

test('permissions are refused and there are no dictionaries', async () => {
  const states = await launched.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'];
    return Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const spelling = await launched.app.evaluate(({ session }) => [
    session.defaultSession.isSpellCheckerEnabled(),
    session.defaultSession.getSpellCheckerLanguages().length,
  ]);
  expect(spelling).toEqual([false, 0]);
});

test('every session is under the one policy, whoever makes it, and every page is in the default one', async () => {
  const found = await launched.app.evaluate(async ({ session, webContents }, host) => {
    const made = ['probe', 'persist:probe', 'print-1'].map((name) => session.fromPartition(name));
    const states = [session.defaultSession, ...made].map(async (one) => ({
      spelling: one.isSpellCheckerEnabled() || one.getSpellCheckerLanguages().length > 0,
      fetched: await one.fetch(`http://${host}/session`).then(
        () => true,
        () => false,
      ),
      resolved: await one.resolveHost('example.com').then(
        () => true,
        () => false,
      ),
    }));
    const elsewhere = webContents.getAllWebContents().filter((one) => one.session !== session.defaultSession).length;
    return { states: await Promise.all(states), elsewhere };
  }, server.host);
  const silent = { spelling: false, fetched: false, resolved: false };
  expect(found).toEqual({ states: [silent, silent, silent, silent], elsewhere: 0 });
  expect(server.hits).toEqual([]);
});

test('a download does not start', async () => {
  const { app, page } = launched;
  await app.evaluate(({ session }) => {
    Object.assign(globalThis, { downloads: [] });
    session.defaultSession.on('will-download', (event) =>
      (globalThis as unknown as { downloads: boolean[] }).downloads.push(event.defaultPrevented),
    );
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads))
    .toEqual([true]);
});

test('a frame inside our page is not heard by main, and a made-up file gives no grant', async () => {
  const { page } = launched;
  const reply = await page.evaluate(() =>
    (window as unknown as { tieout: { 'import.grantDropped': (files: File[]) => Promise<unknown> } }).tieout[
      'import.grantDropped'
    ]([new File(['x'], '/etc/passwd')]),
  );
  expect(reply).toEqual({ ok: true, value: { grants: [], left: [] } });
  expect(await ask(page, 'import.start', { token: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'E_NOT_FOUND' },
  });
  expect(await ask(page, 'export.reveal', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'E_NOT_FOUND' },
  });
});

/** One function a message, and three more. Adding to this list is a decision, so it stands here word for word. */
const BRIDGE: readonly string[] = [
  'notebook.info',
  'history.list',
  'history.undo',
  'history.redo',
  'document.list',
  'document.original',
  'document.page',
  'document.pages',
  'document.read',
  'document.update',
  'document.remove',
  'figure.page',
  'figure.detail',
  'figure.suggest',
  'figure.create',
  'figure.update',
  'figure.remove',
  'source.list',
  'source.create',
  'source.update',
  'source.remove',
  'source.merge',
  'link.add',
  'link.remove',
  'log.read',
  'work.progress',
  'work.stop',
  'annotation.add',
  'annotation.update',
  'annotation.remove',
  'audit.summary',
  'audit.run',
  'finding.list',
  'finding.setStatus',
  'finding.choose',
  'audit.history',
  'rule.list',
  'rule.set',
  'figure.support',
  'link.addDocument',
  'structure.list',
  'structure.create',
  'structure.update',
  'structure.remove',
  'report.list',
  'report.read',
  'report.check',
  'report.create',
  'report.save',
  'report.remove',
  'report.versions',
  'report.keep',
  'report.compare',
  'report.restore',
  'report.forget',
  'note.list',
  'note.save',
  'note.remove',
  'view.list',
  'view.save',
  'watch.list',
  'view.remove',
  'search.query',
  'import.plan',
  'import.commit',
  'import.remap',
  'import.discard',
  'backup.list',
  'backup.now',
  'app.info',
  'app.setTheme',
  'prefs.get',
  'prefs.set',
  'notebook.openDialog',
  'notebook.newDialog',
  'notebook.openRecent',
  'notebook.restoreBackup',
  'notebook.copies',
  'notebook.saveAs',
  'notebook.salvage',
  'import.pick',
  'import.start',
  'import.whole',
  'import.cancel',
  'export.save',
  'export.preview',
  'export.progress',
  'export.cancel',
  'export.unshown',
  'export.reveal',
  'import.grantDropped',
  'on',
  'onChanged',
];
