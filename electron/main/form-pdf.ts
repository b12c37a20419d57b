import { BrowserWindow, type Session, session, type WebContents } from 'electron';

/** Sheets of paper that a page may be made for. */
export type PagePaper = 'A5' | 'A4' | 'A4-landscape';

/** `cancelled`: the clerk closed the dialog. `failed`: nothing says that it was printed. */
export type DialogOutcome = 'printed' | 'cancelled' | 'failed';

/** A page that has not become a PDF by then never will; a register of 2,000 lines, 1.2 MB, needs some seconds. */
const RENDER_MS = 15_000;
const RENDER_MS_PER_MB = 10_000;
/** As long as a clerk may look at the dialog; in an Electron whose dialog never comes up, nobody has to wait so long. */
const DIALOG_MS = majorOf('electron') >= 26 ? 10 * 60_000 : 5_000;
/** From here on Chromium prints what `@page` says into the margins, and so numbers the pages by itself. */
const MARGIN_BOXES_SINCE = 131;

/** A scheme that exists in the session of forms alone. */
const SCHEME = 'form';
const PARTITION = 'forms';

class FormTimeoutError extends Error {
  override readonly name = 'FormTimeoutError';
  readonly code = 'form-timed-out';
}

/** Work that is done one after the other, whatever came of the one before. */
class Queue {
  #last: Promise<unknown> = Promise.resolve();

  add<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

/** By address: what is being printed now. */
const pages = new Map<string, string>();
let lastPage = 0;

/** So that ten receptions do not open ten windows. A dialog waits for a person, and nothing waits for a dialog but the next. */
const renderings = new Queue();
const dialogs = new Queue();

/**
 * The page as a PDF, on the paper its own `@page` names. One page at a time; each in a window that nobody sees, that runs no
 * script, reaches no network and is gone afterwards. Rejects when the page has not become a PDF within `limitMs`, which counts
 * from its turn.
 */
export function renderPdf(html: string, paper: PagePaper, limitMs = renderMs(html)): Promise<Uint8Array> {
  return renderings.add(() =>
    withPage(html, limitMs, async (page) => Uint8Array.from(await page.printToPDF(pdfOptions(paper)))),
  );
}

/**
 * Prints the page through the system's dialog and waits for the clerk. Never rejects; `failed` too when the system says nothing
 * within `limitMs`. One dialog at a time.
 */
export function printWithDialog(html: string, paper: PagePaper, limitMs = DIALOG_MS): Promise<DialogOutcome> {
  return dialogs
    .add(() => withPage(html, limitMs, (page) => askDialog(page, paper)))
    .catch((error: unknown) => {
      sayNotPrinted(error instanceof Error ? error.message : 'unknown');
      return 'failed';
    });
}

/** Loads the page into a window of its own; the window is gone when `use` is done, and at the latest after `limitMs`. */
async function withPage<T>(html: string, limitMs: number, use: (page: WebContents) => Promise<T>): Promise<T> {
  const window = openHidden();
  const url = `${SCHEME}://page/${++lastPage}`;
  pages.set(url, html);
  try {
    return await inTime(
      window.loadURL(url).then(() => use(window.webContents)),
      limitMs,
    );
  } finally {
    pages.delete(url);
    // Not `close`, which a page may put off.
    window.destroy();
  }
}

function openHidden(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: formSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // The page is paper.
      javascript: false,
      images: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}

let prepared: Session | undefined;

/** In memory alone, without a network, without a permission: it knows no address but those of the pages. */
function formSession(): Session {
  if (prepared) return prepared;
  const own = session.fromPartition(PARTITION, { cache: false });
  own.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
  });
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !pages.has(url) }));
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  prepared = own;
  return own;
}

async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FormTimeoutError(`no answer within ${limitMs} ms`)), limitMs);
  });
  // What comes too late is nobody's error.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pdfOptions(paper: PagePaper): Electron.PrintToPDFOptions {
  const common = { preferCSSPageSize: true, printBackground: true };
  if (paper !== 'A4-landscape' || majorOf('chrome') >= MARGIN_BOXES_SINCE) return common;
  return {
    ...common,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;text-align:center;font:7px Tinos,\'Times New Roman\',serif">Trang ' +
      '<span class="pageNumber"></span>/<span class="totalPages"></span></div>',
  };
}

function askDialog(page: WebContents, paper: PagePaper): Promise<DialogOutcome> {
  return new Promise((resolve) => {
    const options = {
      silent: false,
      printBackground: true,
      pageSize: paper === 'A5' ? ('A5' as const) : ('A4' as const),
      landscape: paper === 'A4-landscape',
    };
    page.print(options, (isPrinted, reason) => {
      // "cancelled" once, "Print job canceled" now.
      const isCancelled = !isPrinted && /cancel/iu.test(reason);
      if (!isPrinted && !isCancelled) sayNotPrinted(reason);
      resolve(isPrinted ? 'printed' : isCancelled ? 'cancelled' : 'failed');
    });
  });
}

function sayNotPrinted(reason: string): void {
  process.stderr.write(`form-pdf: not printed (${reason})\n`);
}

function renderMs(html: string): number {
  return RENDER_MS + (html.length / 1_000_000) * RENDER_MS_PER_MB;
}

function majorOf(part: 'electron' | 'chrome'): number {
  return Number.parseInt(process.versions[part] ?? '', 10);
}
