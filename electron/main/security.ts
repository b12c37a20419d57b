import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, type Session, type WebContents, type WebFrameMain } from 'electron';

export const ORIGIN = 'app://counter';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The UI kit sets style attributes; no style can run code.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Before the application is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

export type Page = { readonly html: string };

/** Serves the built page from `folder`, and `pages` made by main; nothing outside of them. */
export function serveFiles(session: Session, folder: string, pages: ReadonlyMap<string, Page>): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'counter') return answer(404);
    const page = pages.get(url.pathname);
    if (page) return answer(200, { body: page.html, type: TYPES['.html'] });
    const file = path.join(folder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname));
    const type = TYPES[path.extname(file)];
    // Encoded dots and backslashes decode to a path outside: it must stay under the folder after all of that.
    if (!file.startsWith(folder + path.sep) || type === undefined) return answer(404);
    try {
      return answer(200, { body: new Uint8Array(await readFile(file)), type });
    } catch (error) {
      if (error instanceof Error) return answer(404);
      throw error;
    }
  });
}

function answer(status: number, content?: { readonly body: BodyInit; readonly type: string | undefined }): Response {
  return new Response(content?.body ?? null, {
    status,
    headers: {
      'content-type': content?.type ?? 'text/plain',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

/** The camera, for our own page; nothing else, for nobody. */
export function restrictPermissions(session: Session): void {
  const isOurs = (url: string) => url === ORIGIN || url.startsWith(`${ORIGIN}/`);
  session.setPermissionRequestHandler((contents, permission, ...[allow, details]) => {
    const wantsVideoOnly = 'mediaTypes' in details && details.mediaTypes?.join() === 'video';
    allow(permission === 'media' && wantsVideoOnly && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === 'media' && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
}

/** No page leaves where it is, opens another or embeds one. */
export function restrictNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** True for the top frame of our own page and for no other. */
export function isOurFrame(frame: WebFrameMain | null, contents: WebContents | undefined): boolean {
  return frame !== null && frame === contents?.mainFrame && new URL(frame.url).origin === ORIGIN;
}
