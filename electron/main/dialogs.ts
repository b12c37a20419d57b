import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import path from 'node:path';
import type { FilePurpose, FolderPurpose, StartTrouble } from '../contract/envelope.ts';
import {
  APP_NAME,
  BUTTONS,
  CHOOSE_FILE,
  CHOOSE_FOLDER,
  dataFolderLine,
  SAVE_FILE,
  type Sentence,
  START_TROUBLES,
} from './sentences.ts';

/** Says it and waits for the clerk. Before the application is ready it goes to the console where there are no dialogs. */
export function tell(sentence: Sentence): void {
  dialog.showErrorBox(APP_NAME, `${sentence.what}\n\n${sentence.next}`);
}

/** Says why the data cannot be opened, and answers what the clerk wants. */
export async function askAfterTrouble(
  why: StartTrouble,
  at: { readonly window: BrowserWindow | undefined; readonly dataFolder: string },
): Promise<'try-again' | 'close'> {
  const { what, next } = START_TROUBLES[why];
  const options = {
    type: 'error' as const,
    title: APP_NAME,
    message: what,
    detail: `${next}\n\n${dataFolderLine(at.dataFolder)}\nPhiên bản: ${app.getVersion()}`,
    buttons: [BUTTONS.tryAgain, BUTTONS.close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (at.window ? dialog.showMessageBox(at.window, options) : dialog.showMessageBox(options));
  return response === 0 ? 'try-again' : 'close';
}

/** Lets the clerk choose a folder, or make one to keep copies in; null when none was chosen. */
export async function chooseFolder(purpose: FolderPurpose, window: BrowserWindow | undefined): Promise<string | null> {
  const { title, button } = CHOOSE_FOLDER[purpose];
  const options: OpenDialogOptions = {
    title,
    // Where dialogs have no title.
    message: title,
    buttonLabel: button,
    properties: ['openDirectory', 'dontAddToRecent', ...(purpose === 'keep' ? (['createDirectory'] as const) : [])],
  };
  return firstChosen(options, window);
}

/** Lets the clerk choose one file to be read in; null when none was chosen. */
export async function chooseFile(purpose: FilePurpose, window: BrowserWindow | undefined): Promise<string | null> {
  const { title, button, kinds } = CHOOSE_FILE[purpose];
  const options: OpenDialogOptions = {
    title,
    message: title,
    buttonLabel: button,
    filters: [{ name: title, extensions: kinds }],
    properties: ['openFile', 'dontAddToRecent'],
  };
  return firstChosen(options, window);
}

/** Lets the clerk choose where a PDF or a CSV goes, by the ending of its name; null when nowhere. */
export async function saveFile(name: string, window: BrowserWindow | undefined): Promise<string | null> {
  const ending = name.endsWith('.csv') ? 'csv' : 'pdf';
  const { title, button, kind } = SAVE_FILE[ending];
  const options: SaveDialogOptions = {
    title,
    message: title,
    buttonLabel: button,
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: kind, extensions: [ending] }],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled ? null : (filePath ?? null);
}

async function firstChosen(options: OpenDialogOptions, window: BrowserWindow | undefined): Promise<string | null> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
