import path from 'node:path';
import { BrowserWindow } from 'electron';

const SMALLEST = { minWidth: 1024, minHeight: 700 };

/** The one window. Shown when its first picture is ready, so that nobody sees it empty. */
export function openWindow(options: { readonly preload: string; readonly isDevelopment: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...SMALLEST,
    show: false,
    backgroundColor: '#f5f7fa',
    title: 'Quầy Một cửa',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.resolve(options.preload),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.isDevelopment,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
