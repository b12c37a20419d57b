import type { App } from 'electron';
import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Folders = {
  /** The core's: the database and what belongs to it. */
  readonly data: string;
  /** Where the numbers are witnessed a second time: outside `data`, so that a copy put back there does not reach it. */
  readonly witness: string;
  /** Chromium's own: caches, nothing that anybody would miss. */
  readonly window: string;
};

/** Plain letters, because a folder's name goes through more hands than the application's. */
const FOLDER_NAME = 'quay-mot-cua';

/**
 * Decides where this start keeps its data: in COUNTER_DATA, else in the user's folder; a self-test without COUNTER_DATA
 * gets a new folder, because it must never touch the counter's own.
 */
export function findFolders(app: App, start: { readonly isSelfTest: boolean }): Folders {
  const data =
    process.env['COUNTER_DATA'] ?? (start.isSelfTest ? scratchFolder() : path.join(usersFolder(app), FOLDER_NAME));
  return {
    data: path.resolve(data),
    witness: path.resolve(process.env['COUNTER_WITNESS'] ?? witnessBeside(app, data)),
    window: path.resolve(data, 'window'),
  };
}

/** Beside a folder that was named; else the other one of the user's two. On Windows that one may also be on a server. */
function witnessBeside(app: App, data: string): string {
  const isUsual = data === path.join(usersFolder(app), FOLDER_NAME);
  return isUsual ? path.join(app.getPath('home'), `.${FOLDER_NAME}`) : `${path.resolve(data)}-witness`;
}

/** Makes them and tells Electron. Throws when the disk does not let it. Before the application is ready. */
export function settleFolders(app: App, folders: Folders): void {
  mkdirSync(folders.window, { recursive: true });
  // The lock of the single instance lies in userData: two starts on the same data find each other there.
  app.setPath('userData', folders.data);
  app.setPath('sessionData', folders.window);
}

/** On Windows the local one: a roaming profile is copied at log-off, and a database must not travel that way. */
function usersFolder(app: App): string {
  return process.env['LOCALAPPDATA'] ?? app.getPath('appData');
}

function scratchFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), `${FOLDER_NAME}-self-test-`));
}
