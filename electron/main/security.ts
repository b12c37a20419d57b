import type { App, Protocol, Session, WebFrameMain } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The one address of the window. A scheme of its own: `file:` would let a page read the disk. */
export const APP_URL = 'app://counter/';

/**
 * Mantine sets styles of its own making, so styles may be inline; scripts never. `blob:` is for the camera's picture
 * and the worker that reads it. `wasm-unsafe-eval` lets WebAssembly be compiled, for the reader of the camera's pictures,
 * and no text be run: the bytes come from our own files, since nothing else can be fetched.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
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

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Before the application is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files under `root`, and nothing else, at {@link APP_URL}. */
export function serveFiles(protocol: Protocol, root: string): void {
  protocol.handle('app', async (request) => {
    const file = fileOf(request.url, root);
    const contentType = file && CONTENT_TYPES[path.extname(file)];
    if (!contentType) return answer(404);
    try {
      return answer(200, { contentType, body: await readFile(file) });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return answer(404);
      throw error;
    }
  });
}

/** The file a URL names, or undefined when it names none under `root`: another host, a way out, a broken escape. */
export function fileOf(url: string, root: string): string | undefined {
  const { host, pathname } = new URL(url);
  if (host !== 'counter') return undefined;
  let wanted: string;
  try {
    wanted = decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (wanted.includes('\0')) return undefined;
  const file = path.join(root, wanted === '/' ? 'index.html' : wanted);
  return file.startsWith(root + path.sep) ? file : undefined;
}

function answer(
  status: number,
  content?: { readonly contentType: string; readonly body: Uint8Array<ArrayBuffer> },
): Response {
  return new Response(content?.body ?? null, {
    status,
    headers: {
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      ...(content && { 'content-type': content.contentType }),
    },
  });
}

/** Whether a message comes from the top frame of our own page. */
export function isOurFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(APP_URL);
}

/** No page leaves {@link APP_URL}, opens a window or embeds another program, whatever it was made to run. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** The camera, for scanning a slip; nothing else that a browser can be asked for. */
export function allowCameraOnly(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, ...[decide, details]) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video');
    decide(isCamera && details.isMainFrame && details.requestingUrl.startsWith(APP_URL));
  });
  session.setPermissionCheckHandler((_contents, permission, ...[origin, details]) => {
    // Chromium writes an origin now with a slash at its end, now without.
    const isOurs = `${origin.replace(/\/$/, '')}/` === APP_URL && details.isMainFrame;
    return isOurs && permission === 'media' && details.mediaType === 'video';
  });
  session.setDevicePermissionHandler(() => false);
}

/** Switches by which a local user could take over a clerk's window. Development needs them. */
const FORBIDDEN_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'no-sandbox'];

/** The first forbidden switch a shipped application was started with. */
export function findForbiddenSwitch(app: App): string | undefined {
  if (!app.isPackaged) return undefined;
  // Chromium has no sandbox for root; a clerk is never root.
  const allowed = process.getuid?.() === 0 ? 'no-sandbox' : undefined;
  return FORBIDDEN_SWITCHES.find((name) => name !== allowed && app.commandLine.hasSwitch(name));
}
