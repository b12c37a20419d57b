import { BrowserWindow } from 'electron';
import { APP_URL } from './security.ts';
import { APP_NAME } from './sentences.ts';

/** A page that dies so often in a row will not live. */
const MOST_CRASHES = 3;
const CRASHES_COUNT_FOR_MS = 60_000;

export type WindowOptions = {
  readonly preload: string;
  readonly devTools: boolean;
  /** The page died again and again; it is not loaded any more. */
  readonly onBroken: () => void;
};

/** Opens the one window. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: APP_NAME,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  reloadWhenItDies(window, options.onBroken);
  window.loadURL(APP_URL).catch((error: unknown) => {
    // A page that died while it loaded is loaded again above; whatever else it is, there is no page to show it.
    process.stderr.write(`window: ${error instanceof Error ? error.message : 'cannot load'}\n`);
  });
  return window;
}

/** Restores what a second start of the application asks for: the window that is open already. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function reloadWhenItDies(window: BrowserWindow, onBroken: () => void): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < CRASHES_COUNT_FOR_MS), now];
    if (crashes.length > MOST_CRASHES) onBroken();
    else window.webContents.reload();
  });
}
