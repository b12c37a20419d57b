import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow, type ReceivedOnScreen } from '../../scripts/drive/counter-window.ts';
import { DOSSIER, UNIT } from '../support/counter-start.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';
import { cardPicture, film, type View } from './camera-video.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'counter-camera-'));
const video = path.join(folder, 'camera.y4m');
let slip: PrintedSlip;
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;
let received: ReceivedOnScreen;

beforeAll(async () => {
  let took: (printed: PrintedSlip) => void = () => undefined;
  const printed = new Promise<PrintedSlip>((resolve) => {
    took = resolve;
  });
  printer = await startVirtualPrinter({ port: 0, onSlip: (one) => took(one) });
  counter = await launchCounter({
    dataFolder: path.join(folder, 'data'),
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      // Read anew each time the camera is opened.
      `--use-file-for-fake-video-capture=${video}`,
    ],
  });
  counter.window.setDefaultTimeout(8_000);
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, printer });
  received = await screen.receive(DOSSIER);
  slip = await printed;
  // What the page asked of the camera, to see that it is let go.
  await screen.page.evaluate(() => {
    const streams: MediaStream[] = [];
    Object.assign(window, { streams });
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      streams.push(stream);
      return stream;
    };
  });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const tracks = () =>
  screen.page.evaluate(() => {
    const streams: readonly MediaStream[] = Reflect.get(window, 'streams');
    return streams.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState));
  });

/** The printed slip under the camera, and the dialog open. */
async function show(view: View): Promise<void> {
  await film(video, slip, view);
  await screen.page.keyboard.press('F4');
  await screen.at('scan-input').waitFor();
  // Where no slip lies, Esc would lead back to the screen before.
  if (await screen.at('scan-answer').isVisible()) await screen.page.keyboard.press('Escape');
  await screen.at('scan-answer').waitFor({ state: 'detached' });
  await screen.page.keyboard.press('Control+m');
  await screen.at('typed-code').waitFor();
}

describe('a printed slip under the camera', () => {
  test.each([
    ['sharp', {}],
    ['sharp, with its square code,', { symbol: 'QRCode' }],
    ['blurred', { blurPx: 1.2, noise: 10 }],
    ['turned by 5 degrees', { turnedDegrees: 5 }],
    ['turned by 15 degrees', { turnedDegrees: 15 }],
    ['turned by 90 degrees', { turnedDegrees: 90 }],
    ['dim', { black: 18, white: 66, noise: 8 }],
  ] as const)('%s opens its dossier, and the camera is let go', async (_name, view) => {
    await show(view);
    await screen.waitForAnswer('open');
    expect(await screen.at('screen-hand-over').innerText()).toContain(received.dossierNumber);
    await screen.at('typed-code').waitFor({ state: 'detached' });
    expect(await tracks()).not.toContain('live');
  });
});

describe('what cannot be read', () => {
  test('says so within three seconds, and the digits are typed where the hands are', async () => {
    await show({ blurPx: 7, noise: 10 });
    const asked = performance.now();
    await screen.at('camera-unread').waitFor();
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(await screen.at('camera-unread').innerText()).toContain('Chưa đọc được');
    expect(await screen.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('typed-code');
    const wrong = received.scanCode.slice(0, 15) + String((Number(received.scanCode[15]) + 1) % 10);
    for (const digit of wrong) await screen.page.keyboard.press(`Digit${digit}`, { delay: 70 });
    expect(await screen.at('typed-code-note').innerText()).toContain('gõ sai');
    await screen.page.keyboard.press('Enter');
    expect(await screen.at('typed-code').isVisible()).toBe(true);
    await screen.at('typed-code').fill(received.scanCode);
    await screen.page.keyboard.press('Enter');
    await screen.waitForAnswer('open');
    expect(await tracks()).not.toContain('live');
  });

  test('is left by Esc, and the camera is let go', async () => {
    await show({ blurPx: 7, noise: 10 });
    await expect.poll(tracks).toContain('live');
    await screen.page.keyboard.press('Escape');
    await screen.at('typed-code').waitFor({ state: 'detached' });
    await expect.poll(tracks).not.toContain('live');
  });

  test('is scanned by the scanner instead, and the dialog goes', async () => {
    await show({ blurPx: 7, noise: 10 });
    await screen.scan(received.scanCode);
    await screen.waitForAnswer('open');
    await screen.at('typed-code').waitFor({ state: 'detached' });
  });
});

describe('a citizen card under the camera', () => {
  async function showCard(text: string): Promise<void> {
    await film(video, cardPicture(text), { symbol: 'QRCode' });
    await screen.page.keyboard.press('F2');
    if (await screen.at('saved').isVisible()) await screen.page.keyboard.press('F2');
    await screen.at('open-card-camera').waitFor();
    await screen.page.keyboard.press('Control+m');
    await screen.at('card-note').waitFor();
  }

  test('fills name, number and address of the applicant, with every mark', async () => {
    await showCard('025190001234||Đặng Thị Hường Xuân|01021990|Nữ|Khu 5, Trung Sơn, Yên Lập, Phú Thọ|10052021');
    expect(await screen.at('applicant-name').inputValue()).toBe('Đặng Thị Hường Xuân');
    expect(await screen.at('applicant-id').inputValue()).toBe('025190001234');
    expect(await screen.at('applicant-address').inputValue()).toBe('Khu 5, Trung Sơn, Yên Lập, Phú Thọ');
    expect(await screen.at('card-note').innerText()).toContain('025*****1234');
    await expect.poll(tracks).not.toContain('live');
  });

  test('of somebody else asks before it writes over what is there', async () => {
    await film(video, cardPicture('025085004321||Bùi Văn Thêm|03041985|Nam|Khu 1, Trung Sơn|10052021'), {
      symbol: 'QRCode',
    });
    await screen.page.keyboard.press('Control+m');
    await screen.at('card-replace').waitFor();
    expect(await screen.at('applicant-name').inputValue()).toBe('Đặng Thị Hường Xuân');
    await screen.at('card-replace-yes').click();
    await expect.poll(() => screen.at('applicant-name').inputValue()).toBe('Bùi Văn Thêm');
  });

  test('that is a health-insurance card is refused by its name and fills nothing', async () => {
    const name = Buffer.from('Lê Thị Na').toString('hex');
    await showCard(`DN4250123456789|${name}|01/02/1990|2|4b687520|25 - 001|-|01/01/2026|-`);
    await expect.poll(() => screen.at('card-note').innerText()).toContain('bảo hiểm y tế');
    expect(await screen.at('applicant-name').inputValue()).toBe('Bùi Văn Thêm');
  });
});
