import { app, BrowserWindow } from 'electron';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { type PagePaper, printWithDialog, renderPdf } from '../../electron/main/form-pdf.ts';

// An application that turns pages into PDF files, for `form-pdf.e2e.test.ts`. What it saw goes into `seen.json` in the folder
// FORM_PDF_FOLDER, the PDF files beside it.

export type Seen = {
  /** Requests that reached a server, from an ordinary window and from a page that became a PDF. */
  readonly requests: { readonly ordinary: number; readonly form: number };
  /** Most windows at a time while several pages were asked for at once. */
  readonly mostWindows: number;
  readonly late: string;
  readonly dialog: string;
  readonly windowsAfterwards: number;
};

const folder = process.env['FORM_PDF_FOLDER'] ?? '';

function pageOf(body: string, paper = '148mm 210mm', margin = '10mm'): string {
  return `<!doctype html><meta charset="utf-8"><style>@page{size:${paper};margin:${margin}}</style><body>${body}`;
}

async function save(name: string, html: string, paper: PagePaper = 'A5'): Promise<void> {
  writeFileSync(path.join(folder, `${name}.pdf`), await renderPdf(html, paper));
}

/** Asks the network for whatever a page can ask for. */
function asking(port: number): string {
  const url = `http://127.0.0.1:${port}`;
  return pageOf(
    `<link rel="stylesheet" href="${url}/style"><img src="${url}/picture"><iframe src="${url}/frame"></iframe>` +
      `<video src="${url}/film" autoplay></video><style>@font-face{font-family:F;src:url(${url}/font)}p{font-family:F}</style>` +
      `<p>asking<script src="${url}/script"></script>`,
  );
}

async function countRequests(): Promise<Seen['requests']> {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const html = asking(typeof address === 'object' && address ? address.port : 0);
  await save('asking', html);
  const form = count;
  const ordinary = new BrowserWindow({ show: false });
  await ordinary.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  ordinary.destroy();
  server.close();
  server.closeAllConnections();
  return { form, ordinary: count - form };
}

async function manyAtOnce(): Promise<number> {
  let most = 0;
  app.on('browser-window-created', () => {
    most = Math.max(most, BrowserWindow.getAllWindows().length);
  });
  await Promise.all(Array.from({ length: 5 }, (_, i) => save(`many-${i}`, pageOf(`<p>page number ${i}`))));
  return most;
}

async function lateness(): Promise<string> {
  const late = renderPdf(pageOf('late'), 'A5', 0).then(
    () => 'rendered',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'another error'),
  );
  const next = save('after-late', pageOf('after the late one'));
  await next;
  return late;
}

async function run(): Promise<void> {
  await app.whenReady();
  mkdirSync(folder, { recursive: true });
  const late = await lateness();
  const requests = await countRequests();
  const mostWindows = await manyAtOnce();
  await save(
    'scripted',
    pageOf(
      '<p id="word">untouched</p><script>document.getElementById("word").textContent="ran"</script>' +
        '<img src="x" onerror="document.body.textContent=\'ran\'">',
    ),
  );
  await save('big', pageOf(`<!--${'x'.repeat(5_000_000)}--><p>the end of a big page`));
  await save('across', pageOf('<p>across', '297mm 210mm'), 'A4-landscape');
  await save('upright', pageOf('<p>upright', '210mm 297mm'), 'A4');
  const dialog = await printWithDialog(pageOf('dialog'), 'A5', 2_000);
  const seen: Seen = { requests, mostWindows, late, dialog, windowsAfterwards: BrowserWindow.getAllWindows().length };
  writeFileSync(path.join(folder, 'seen.json'), JSON.stringify(seen));
  app.exit(0);
}

// Between two pages there is no window.
app.on('window-all-closed', () => undefined);
run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
