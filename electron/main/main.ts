import { app, ipcMain, Menu, protocol, safeStorage, session, utilityProcess, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { StartTrouble } from '../contract/envelope.ts';
import { PUSH_TOPICS, type Push } from '../contract/pushes.ts';
import { Broker, serveWindow } from './broker.ts';
import { type CoreChild, forkInElectron, forkNode } from './core-child.ts';
import { type CoreEvents, CoreProcess } from './core-process.ts';
import { askAfterTrouble, chooseFile, chooseFolder, saveFile, tell as tellInDialog } from './dialogs.ts';
import { findFolders, settleFolders } from './folders.ts';
import { printWithDialog, renderPdf } from './form-pdf.ts';
import { answerKnock, isAnswered } from './knock.ts';
import * as security from './security.ts';
import { findSelfTestFile, runSelfTest } from './self-test.ts';
import * as sentences from './sentences.ts';
import { answerShellRequest, type Shell } from './shell-services.ts';
import { bringToFront, openWindow } from './window.ts';

/** A core that needs longer than this to close its file is not closing it. */
const DRAIN_MS = 5_000;
const KNOCK_MS = 5_000;
/** The oldest Node that has all the core needs. */
const CORE_NODE_MAJOR = 22;

const selfTestFile = findSelfTestFile(process.argv);
const folders = findFolders(app, { isSelfTest: selfTestFile !== undefined });

let window: BrowserWindow | undefined;
let isQuitting = false;

const events: CoreEvents = {
  onMessage: (message) => {
    if (message.type === 'reply') broker.reply(message);
    else if (message.type === 'push') push(message.push);
    else void answerShellRequest(message, shell).then((reply) => core.post(reply));
  },
  onReady: (again) => {
    if (again) push({ topics: PUSH_TOPICS });
  },
  onGone: () => broker.coreGone(),
  onCannotStart: (why) => void answerTrouble(why),
};
const shell: Shell = {
  keyStore: safeStorage,
  // Nobody looks at a self-test: nobody would choose.
  chooseFolder: (purpose) => (selfTestFile === undefined ? chooseFolder(purpose, window) : Promise.resolve(null)),
  chooseFile: (purpose) => (selfTestFile === undefined ? chooseFile(purpose, window) : Promise.resolve(null)),
  saveFile: (name) => (selfTestFile === undefined ? saveFile(name, window) : Promise.resolve(null)),
  renderPdf: ({ html, paper }) => renderPdf(html, paper),
  printWithDialog: ({ html, paper }) =>
    selfTestFile === undefined ? printWithDialog(html, paper) : Promise.resolve('cancelled'),
};
const core = new CoreProcess(startCore, events);
const broker = new Broker((request) => core.post(request));

function startCore(): CoreChild {
  const program = {
    // Packed, the core lies beside the archive: neither its native parts nor another Node can be read out of one.
    file: path.join(app.getAppPath(), 'dist/core/core.mjs').replace('app.asar', 'app.asar.unpacked'),
    env: {
      ...definedEnv(),
      COUNTER_DATA_FOLDER: folders.data,
      COUNTER_WITNESS_FOLDER: folders.witness,
      COUNTER_VERSION: app.getVersion(),
    },
  };
  if (Number.parseInt(process.versions.node, 10) >= CORE_NODE_MAJOR) {
    return forkInElectron(program, (...how) => utilityProcess.fork(...how));
  }
  return forkNode(program, process.env['COUNTER_CORE_NODE'] ?? path.join(process.resourcesPath, 'node'));
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Nobody looks at a self-test: a dialog would keep it for ever. */
function tell(sentence: sentences.Sentence): void {
  if (selfTestFile === undefined) tellInDialog(sentence);
}

function push(what: Push): void {
  window?.webContents.send('counter:push', what);
}

async function answerTrouble(why: StartTrouble): Promise<void> {
  if (selfTestFile !== undefined) return;
  const answer = await askAfterTrouble(why, { window, dataFolder: folders.data });
  if (answer === 'try-again') core.start();
  else app.quit();
}

/** Whether this start is the one that works. Else the other one was brought to the front, or the clerk is told. */
async function isFirst(): Promise<boolean> {
  const knock = { token: randomUUID() };
  if (app.requestSingleInstanceLock(knock)) return true;
  if (await isAnswered(folders.window, knock, KNOCK_MS)) return false;
  // The first may have ended meanwhile.
  if (app.requestSingleInstanceLock(knock)) return true;
  await app.whenReady();
  tell(sentences.ALREADY_OPEN);
  return false;
}

async function run(): Promise<void> {
  if (!(await isFirst())) {
    app.exit(0);
    return;
  }
  await app.whenReady();
  if (security.findForbiddenSwitch(app)) {
    tell(sentences.FORBIDDEN_SWITCH);
    app.exit(1);
    return;
  }
  core.start();
  window = openCounter();
  if (selfTestFile !== undefined) await quit((await runSelfTest(window, selfTestFile)) ? 0 : 1);
}

function openCounter(): BrowserWindow {
  Menu.setApplicationMenu(null);
  security.serveFiles(protocol, path.join(app.getAppPath(), 'dist/renderer'));
  security.allowCameraOnly(session.defaultSession);
  serveWindow(ipcMain, broker, security.isOurFrame);
  const opened = openWindow({
    preload: path.join(app.getAppPath(), 'dist/preload/preload.cjs'),
    devTools: !app.isPackaged,
    onBroken: () => {
      tell(sentences.WINDOW_BROKE);
      app.quit();
    },
  });
  opened.on('closed', () => {
    window = undefined;
  });
  return opened;
}

async function quit(exitCode: number): Promise<void> {
  isQuitting = true;
  await core.drain(DRAIN_MS);
  app.exit(exitCode);
}

function breakDown(error: unknown): void {
  process.stderr.write(`main: ${error instanceof Error ? error.stack : String(error)}\n`);
  tell(sentences.PROGRAM_BROKE);
  app.exit(1);
}

/** What must be settled before Electron is ready. */
function prepare(): void {
  process.on('uncaughtException', breakDown);
  process.on('unhandledRejection', breakDown);
  // A terminal that was closed is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // It would undo --no-sandbox, without which Chromium as root starts its network service over and over.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  security.registerScheme(protocol);
  security.denyNavigation(app);
  app.on('second-instance', (_event, ...[, , sent]) => {
    // A first that is ending does not answer: the second then takes its place.
    if (isQuitting) return;
    if (window) bringToFront(window);
    answerKnock(folders.window, sent);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void quit(0);
  });
}

try {
  settleFolders(app, folders);
  prepare();
  void run();
} catch (error) {
  process.stderr.write(`main: ${String(error)}\n`);
  tell(sentences.START_TROUBLES['read-only']);
  app.exit(1);
}
