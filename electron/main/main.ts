import path from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu, session } from 'electron';
import type { FromCore } from '../contract/envelope.ts';
import { Broker } from './broker.ts';
import { CoreProcess } from './core-process.ts';
import {
  isOurFrame,
  ORIGIN,
  type Page,
  registerScheme,
  restrictNavigation,
  restrictPermissions,
  serveFiles,
} from './security.ts';
import { runSelfTest, selfTestFile } from './self-test.ts';
import { serveShell } from './shell-services.ts';
import { startCore } from './start-core.ts';
import { TROUBLE_PATH, troublePage } from './trouble-page.ts';
import { openWindow } from './window.ts';

const startedAt = Date.now();
const dist = path.join(__dirname, '..');
// A process of its own cannot read inside the archive: the core lies beside it.
const coreFile = path.join(dist.replace('app.asar', 'app.asar.unpacked'), 'core', 'core.mjs');
const pages = new Map<string, Page>();
const isPacked = app.isPackaged;

let window: BrowserWindow | undefined;
let isQuitting = false;

const core = new CoreProcess(() => startCore({ file: coreFile, env: coreEnvironment() }), {
  onMessage: (message) => takeFromCore(message),
  onGone: () => broker.coreGone(),
});
const broker = new Broker((message) => core.post(message));

function coreEnvironment(): Record<string, string> {
  return { COUNTER_DATA_FOLDER: app.getPath('userData'), COUNTER_VERSION: app.getVersion() };
}

function takeFromCore(message: FromCore): void {
  if (message.type === 'shell-request') {
    core.post(serveShell(message));
    return;
  }
  if (message.type === 'cannot-start') {
    pages.set(TROUBLE_PATH, { html: troublePage(message.why) });
    void core.drain();
    void window?.loadURL(ORIGIN + TROUBLE_PATH);
    return;
  }
  const push = broker.take(message);
  if (push) window?.webContents.send('counter:push', push);
}

async function open(): Promise<void> {
  core.start();
  Menu.setApplicationMenu(null);
  serveFiles(session.defaultSession, path.join(dist, 'renderer'), pages);
  restrictPermissions(session.defaultSession);
  ipcMain.handle('counter:call', (event, name: unknown, input: unknown) => {
    if (!isOurFrame(event.senderFrame, window?.webContents) || typeof name !== 'string') {
      return { ok: false, fault: { code: 'unknown-command', detail: 'not our page' } };
    }
    return broker.ask(name, input);
  });
  window = openWindow({ preload: path.join(dist, 'preload', 'preload.cjs'), isDevelopment: !isPacked });
  window.on('closed', () => (window = undefined));
  // When the core could not start meanwhile, its page is the one to show.
  await window.loadURL(pages.has(TROUBLE_PATH) ? ORIGIN + TROUBLE_PATH : `${ORIGIN}/`);
  const file = selfTestFile(process.argv);
  if (file !== undefined && window) {
    process.exitCode = (await runSelfTest(window, file, startedAt)) ? 0 : 1;
    app.quit();
  }
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

/** Switches that open a door into the program; a clerk's computer has no use for them. */
const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'];

function mayRun(): boolean {
  const dataFolder = process.env['COUNTER_DATA'];
  if (dataFolder) app.setPath('userData', path.resolve(dataFolder));
  if (isPacked && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) return false;
  if (app.requestSingleInstanceLock()) return true;
  process.stderr.write('Quầy Một cửa đang mở sẵn trên máy này; cửa sổ đó đã được đưa ra trước.\n');
  return false;
}

if (mayRun()) {
  // Without the switch it would end the program of a root user at once; pages stay sandboxed by their own setting.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  restrictNavigation();
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    isQuitting = true;
    void core.drain().then(() => app.exit(Number(process.exitCode ?? 0)));
  });
  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      process.stderr.write(`cannot open: ${error instanceof Error ? error.message : 'unknown'}\n`);
      app.exit(1);
    });
} else {
  app.exit(0);
}
