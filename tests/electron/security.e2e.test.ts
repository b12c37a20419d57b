import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

/** Read from the page, not from the source: what a page that was taken over could do. */
describe('a page that was taken over', () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'counter-security-'));
  let counter: CounterApp;

  beforeAll(async () => {
    // A camera that shows a test picture, so that asking for it ends in a yes or a no.
    counter = await launchCounter({ dataFolder, args: ['--use-fake-device-for-media-stream'] });
    await counter.window.getByTestId('screen-set-up').waitFor();
  });

  afterAll(async () => {
    await counter.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  test('sees nothing of Node', async () => {
    const seen = await counter.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
    );
    expect(seen).toEqual([]);
  });

  test('is sandboxed and isolated from its preload', async () => {
    const preferences = await counter.app.evaluate(({ webContents }) =>
      // Electron has it, but its types do not tell.
      webContents
        .getAllWebContents()
        .map((contents) => Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(preferences[0]).not.toMatchObject({ nodeIntegrationInWorker: true });
  });

  test('finds two functions of the application, call and on, and cannot replace them', async () => {
    const found = await counter.window.evaluate(() => {
      const before = window.counter;
      Reflect.set(window, 'counter', {});
      const isKept = window.counter === before;
      const isFixed = before !== undefined && !Reflect.set(before, 'call', () => undefined);
      return { names: Object.keys(before ?? {}).sort(), isKept, isFixed };
    });
    expect(found).toEqual({ names: ['call', 'on'], isKept: true, isFixed: true });
  });

  test('runs no inline script and no text as code', async () => {
    const tried = await counter.window.evaluate(
      () =>
        new Promise<{ violated: string; inline: boolean; text: string }>((resolve) => {
          document.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective }) => {
              // From a timer: what the debugger evaluates itself is not held to the policy.
              setTimeout(() => {
                let text = 'ran';
                try {
                  // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is tested
                  new Function('return 1')();
                } catch (error) {
                  text = error instanceof Error ? error.name : 'unknown';
                }
                resolve({ violated: effectiveDirective, inline: 'inlineRan' in window, text });
              });
            },
            { once: true },
          );
          const script = document.createElement('script');
          script.textContent = 'window.inlineRan = true';
          document.head.append(script);
        }),
    );
    expect(tried).toEqual({ violated: 'script-src-elem', inline: false, text: 'EvalError' });
  });

  test('is served with a policy that forbids by default, and with nosniff, on every answer', async () => {
    const answers = await counter.window.evaluate(() =>
      Promise.all(
        ['./', './nothing-here.js'].map(async (address) => {
          const { headers } = await fetch(address);
          return [headers.get('content-security-policy'), headers.get('x-content-type-options')];
        }),
      ),
    );
    for (const [policy, sniffing] of answers) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
      for (const rule of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
        expect(policy).toContain(`${rule} 'none'`);
      }
      expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*unsafe-inline|\*/);
      expect(sniffing).toBe('nosniff');
    }
  });

  test.each(['https://example.invalid/', 'file:///etc/passwd', 'app://other/', 'data:text/html,taken'])(
    'cannot lead the window to %s',
    async (address) => {
      // To some places Chromium itself lets no page go; it says so in the console.
      const deniedByChromium = counter.window.waitForEvent('console', (line) =>
        line.text().startsWith('Not allowed to'),
      );
      const deniedByUs = counter.app.evaluate(
        ({ BrowserWindow }, wanted) =>
          new Promise((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            contents?.once('will-frame-navigate', (event) => {
              if (event.defaultPrevented && event.url === wanted) resolve('denied');
            });
            void contents?.executeJavaScript(`location.href = ${JSON.stringify(wanted)}`);
          }),
        address,
      );
      await Promise.any([deniedByUs, deniedByChromium]);
      expect(counter.window.url()).toBe('app://counter/');
    },
  );

  test('opens no second window', async () => {
    const opened = await counter.window.evaluate(() => window.open('app://counter/') !== null);
    expect(opened).toBe(false);
    expect(counter.app.windows()).toHaveLength(1);
  });

  test('gets the camera and nothing else that a page can ask for', async () => {
    const asked = await counter.window.evaluate(async () => {
      const media = (wanted: MediaStreamConstraints) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'granted';
          },
          (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
        );
      const place = new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
        );
      });
      return {
        camera: await media({ video: true }),
        microphone: await media({ audio: true }),
        both: await media({ video: true, audio: true }),
        notifications: await Notification.requestPermission(),
        place: await place,
        clipboard: await navigator.clipboard.readText().then(
          () => 'granted',
          () => 'denied',
        ),
      };
    });
    expect(asked).toEqual({
      camera: 'granted',
      microphone: 'NotAllowedError',
      both: 'NotAllowedError',
      notifications: 'denied',
      place: 'denied',
      clipboard: 'denied',
    });
  });

  test.each([
    'app://counter/..%2f..%2fpackage.json',
    'app://counter/%2e%2e/%2e%2e/package.json',
    'app://counter/..%5c..%5cpackage.json',
    'app://counter/assets/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    'app://counter/%ff',
    'app://other/index.html',
  ])('reads no file outside its own folder: %s', async (address) => {
    // From main, where the content security policy does not answer first.
    const status = await counter.app.evaluate(
      ({ net }, url) => net.fetch(url).then((answer) => answer.status),
      address,
    );
    expect(status).toBe(404);
  });

  test('gets a fault, and no more, for a command that does not exist or input that is wrong', async () => {
    const faults = await counter.window.evaluate(async () => {
      const wrong: [string, unknown][] = [
        ['dossier.remove', {}],
        ['__proto__', {}],
        ['app.state', { extra: 1 }],
        ['dossier.scan', { text: 'Hà Thị Đào'.repeat(1_000) }],
      ];
      return Promise.all(wrong.map(async ([name, input]) => window.counter?.call(name, input)));
    });
    expect(faults.map((answer) => answer && !answer.ok && answer.fault.code)).toEqual([
      'unknown-command',
      'unknown-command',
      'bad-input',
      'bad-input',
    ]);
    expect(JSON.stringify(faults)).not.toContain('Hà');
  });

  test('another page with the same preload is not listened to', async () => {
    const answer = await counter.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('data:text/html,foreign');
      const said: unknown = await foreign.webContents.executeJavaScript(
        `window.counter.call('app.state', {}).then(() => 'answered', (error) => error.message)`,
      );
      foreign.destroy();
      return said;
    });
    expect(answer).toContain('refused: not the window of the counter');
  });

  test('a frame inside the page has no bridge', async () => {
    const frame = await counter.window.evaluate(() => {
      const inner = document.createElement('iframe');
      document.body.append(inner);
      const hasBridge = inner.contentWindow !== null && 'counter' in inner.contentWindow;
      inner.remove();
      return hasBridge;
    });
    expect(frame).toBe(false);
  });
});
