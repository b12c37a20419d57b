import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import { CounterWindow, type ReceivedOnScreen } from '../../scripts/drive/counter-window.ts';
import { XKeyboard } from '../../scripts/drive/x-keyboard.ts';
import { CARD_DIGITS, cardKeys, digitKeys } from '../renderer/scan/wedge-keys.ts';
import { DOSSIER, UNIT } from '../support/counter-start.ts';
import { type CounterApp, launchCounter, preparedRuntime } from '../support/electron-app.ts';

const ADDRESS = 'Khu Đồng Chằm, xã Trung Sơn';
const CARET = 8;
const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'counter-wedge-'));

let counter: CounterApp;
let screen: CounterWindow;
let keyboard: XKeyboard;
let received: ReceivedOnScreen;

beforeAll(async () => {
  const display = (await preparedRuntime()).env['DISPLAY'] ?? process.env['DISPLAY'] ?? '';
  counter = await launchCounter({ dataFolder });
  counter.window.setDefaultTimeout(5_000);
  screen = new CounterWindow(counter.window);
  keyboard = new XKeyboard(display);
  keyboard.setLayout('us');
  await screen.setUp(UNIT);
  received = await screen.receive(DOSSIER);
  await screen.page.keyboard.press('F2');
  await screen.at('applicant-address').waitFor();
  await keyboard.focusWindow('Quầy Một cửa');
});

afterAll(async () => {
  keyboard.setLayout('us');
  await counter.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** The reception with words in a field and the caret among them; nothing on the hand-over screen. */
async function begin(): Promise<void> {
  await screen.page.keyboard.press('F4');
  await screen.page.keyboard.press('Escape');
  await screen.at('scan-answer').waitFor({ state: 'detached' });
  await screen.page.keyboard.press('F2');
  await screen.at('applicant-address').fill(ADDRESS);
  await screen
    .at('applicant-address')
    .evaluate((field: HTMLInputElement, at) => field.setSelectionRange(at, at), CARET);
}

const fieldNow = () =>
  screen
    .at('applicant-address')
    .evaluate((field: HTMLInputElement) => [field.value, field.selectionStart, field.selectionEnd]);

const activeTestId = () => screen.page.evaluate(() => document.activeElement?.getAttribute('data-testid'));

async function scan(digits: string, gapMs = 8, end: readonly string[] = ['Enter']): Promise<void> {
  await keyboard.type([...digitKeys(digits), ...end], gapMs);
}

/** The answer is that of the dossier received here. */
async function expectSlip(): Promise<void> {
  await screen.waitForAnswer('open');
  expect(await screen.at('screen-hand-over').innerText()).toContain(received.dossierNumber);
}

describe.each(['us', 'vn', 'fr'])('with the keyboard layout %s', (layout) => {
  beforeAll(() => keyboard.setLayout(layout));

  test.each([2, 8, 20])(
    'a scanner of %i ms into a field opens the slip and leaves the field as it was',
    async (gapMs) => {
      await begin();
      await scan(received.scanCode, gapMs);
      await expectSlip();
      expect(await fieldNow()).toEqual([ADDRESS, CARET, CARET]);
    },
  );

  test.each([2, 8, 20])('a scanner of %i ms opens the slip when nothing has the focus', async (gapMs) => {
    await begin();
    await screen.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await scan(received.scanCode, gapMs);
    await expectSlip();
  });

  test('a citizen card gives its twelve digits to their field and nothing to the one with the focus', async () => {
    await begin();
    await screen.at('applicant-id').fill('');
    await screen.at('applicant-address').focus();
    await keyboard.type([...cardKeys().map((code) => (code === 'Backslash' ? 'Shift+Backslash' : code)), 'Enter'], 8);
    await expect.poll(() => screen.at('applicant-id').inputValue()).toBe(CARD_DIGITS);
    expect((await fieldNow())[0]).toBe(ADDRESS);
    expect(await screen.at('card-note').innerText()).toContain('025*****1234');
    expect(await activeTestId()).toBe('applicant-address');
  });
});

describe('whatever has the focus', () => {
  beforeAll(() => keyboard.setLayout('us'));

  test('a digit lost on the way asks loudly to scan again, and the field is as it was', async () => {
    await begin();
    await scan(received.scanCode.slice(0, 15));
    await screen.at('scan-misread').waitFor();
    expect(await fieldNow()).toEqual([ADDRESS, CARET, CARET]);
    await scan(received.scanCode);
    await expectSlip();
    await screen.at('scan-misread').waitFor({ state: 'detached' });
  });

  test('an AIM sign before the code, as some scanners send it, does not hinder', async () => {
    await begin();
    await keyboard.type(['BracketRight', 'Shift+KeyC', 'Digit1', ...digitKeys(received.scanCode), 'Enter'], 8);
    await expectSlip();
    expect(await fieldNow()).toEqual([ADDRESS, CARET, CARET]);
  });

  test('undo takes back what the hand typed before the scan, as if there had been none', async () => {
    await begin();
    await keyboard.typeByHand(['KeyA', 'KeyB', 'KeyC'], () => 100);
    const typed = (await fieldNow())[0];
    await new Promise((resolve) => setTimeout(resolve, 300));
    await scan(received.scanCode);
    await expectSlip();
    expect((await fieldNow())[0]).toBe(typed);
    await screen.page.keyboard.press('F2');
    await screen.at('applicant-address').focus();
    await screen.page.keyboard.press('Control+z');
    expect((await fieldNow())[0]).toBe(ADDRESS);
    await screen.page.keyboard.press('Control+Shift+z');
    expect((await fieldNow())[0]).toBe(typed);
  });

  test('CR and LF press no button', async () => {
    await begin();
    await screen.at('nav-settings').focus();
    await scan(received.scanCode, 8, ['Enter', 'Enter']);
    await expectSlip();
    expect(await screen.at('screen-hand-over').isVisible()).toBe(true);
  });

  test('a Tab, the pad, and no terminator at all end a scan', async () => {
    for (const end of [['Tab'], ['NumpadEnter'], []]) {
      await begin();
      await scan(received.scanCode, 8, end);
      await expectSlip();
      expect(await fieldNow()).toEqual([ADDRESS, CARET, CARET]);
    }
  });

  test('a dialog that is open does not hinder', async () => {
    await begin();
    await screen.page.keyboard.press('F1');
    await screen.at('help').waitFor();
    await scan(received.scanCode);
    await expectSlip();
    await screen.at('help').waitFor({ state: 'detached' });
  });

  test('over a dialog a bad scan is said on top of it, and Esc closes that alone', async () => {
    await screen.page.keyboard.press('F4');
    await screen.page.keyboard.press('Control+m');
    await screen.at('typed-code').focus();
    await keyboard.typeByHand(digitKeys(received.scanCode.slice(0, 6)), () => 100);
    const typed = await screen.at('typed-code').inputValue();
    expect(typed.replace(/\D/g, '')).toBe(received.scanCode.slice(0, 6));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await scan(received.scanCode.slice(0, 15));
    await screen.at('scan-misread').waitFor();
    const isOnTop = () =>
      screen.at('scan-misread').evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
    await expect.poll(isOnTop).toBe(true);
    await screen.page.keyboard.press('Escape');
    await screen.at('scan-misread').waitFor({ state: 'detached' });
    await expect.poll(activeTestId).toBe('typed-code');
    expect(await screen.at('typed-code').inputValue()).toBe(typed);
    await screen.page.keyboard.press('Escape');
    await screen.at('typed-code').waitFor({ state: 'detached' });
  });

  test.each([
    ['a list of choices', '<select data-strange><option>1 một</option><option>2 hai</option></select>'],
    ['a text that is edited in place', '<div data-strange contenteditable>Nguyễn <b>Thị</b> Hường</div>'],
    ['a field that no React controls', '<input data-strange value="Đặng Thị">'],
    ['a field of several lines', '<textarea data-strange>dòng một\ndòng hai</textarea>'],
    ['a number', '<input data-strange type="number" value="7">'],
    ['a date', '<input data-strange type="date" value="2020-04-20">'],
  ])('%s is given back as it was', async (_name, html) => {
    await begin();
    const field = () =>
      screen.page.locator('[data-strange]').evaluate((element) => [element.innerHTML, Reflect.get(element, 'value')]);
    await screen.page.evaluate((added) => document.body.insertAdjacentHTML('afterbegin', added), html);
    const before = await field();
    await screen.page.locator('[data-strange]').focus();
    await scan(received.scanCode, 2);
    await expectSlip();
    expect(await field()).toEqual(before);
    await screen.page.locator('[data-strange]').evaluate((element) => element.remove());
  });
});

test('a person who types sixteen digits and Enter, 80 to 150 ms apart, is no scanner', async () => {
  await begin();
  await screen.at('applicant-address').fill('');
  await keyboard.typeByHand([...digitKeys(received.scanCode), 'Enter'], (index) => 80 + ((index * 37) % 70));
  expect(await screen.at('applicant-address').inputValue()).toBe(received.scanCode);
  expect(await screen.at('screen-intake').isVisible()).toBe(true);
  expect(await screen.at('scan-misread').isVisible()).toBe(false);
});

test('the card of somebody who was here before fills name, phone and address too', async () => {
  await screen.fillIntake({ ...DOSSIER, name: 'Lê Thị Na', phone: '0987000111', address: 'Khu 7, xã Trung Sơn' });
  await screen.at('applicant-id').fill(CARD_DIGITS);
  await screen.commitIntake();
  // What was saved is still up: the card of whoever is next begins the next reception.
  await keyboard.type([...digitKeys(CARD_DIGITS), 'Enter'], 8);
  await expect.poll(() => screen.at('applicant-name').inputValue()).toBe('Lê Thị Na');
  expect(await screen.at('applicant-id').inputValue()).toBe(CARD_DIGITS);
  expect((await screen.at('applicant-phone').inputValue()).replace(/\D/g, '')).toBe('0987000111');
  expect((await fieldNow())[0]).toBe('Khu 7, xã Trung Sơn');
  expect(await screen.at('card-note').innerText()).toContain('Lê Thị Na đã đến đây ngày');
});

describe('the page to try a scanner out', () => {
  beforeAll(async () => {
    await screen.page.keyboard.press('Control+i');
    await screen.at('scan-test-open').click();
    await screen.at('scan-test').waitFor();
  });

  const answer = () => screen.at('scan-test-answer').getAttribute('data-read');
  const advice = () => screen.at('scan-test-advice').getAttribute('data-advice');

  test('reads the test slip and finds nothing to change', async () => {
    await scan(TEST_SCAN_CODE);
    await expect.poll(answer).toBe('slip');
    expect(await screen.at('scan-test-answer').innerText()).toContain('PHIẾU THỬ');
    expect(await advice()).toBe('');
    expect(await screen.at('scan-test-facts').innerText()).toContain('Enter');
  });

  test('opens no dossier', async () => {
    await scan(received.scanCode);
    await expect.poll(() => screen.at('scan-test-facts').innerText()).toContain(received.scanCode.slice(0, 4));
    expect(await screen.at('screen-hand-over').isVisible()).toBe(false);
    expect(await screen.at('scan-test').isVisible()).toBe(true);
  });

  test('says what to change on a scanner that is slow, and on one that sends a prefix and no Enter', async () => {
    await scan(TEST_SCAN_CODE, 120);
    await expect.poll(advice).toBe('slow');
    await keyboard.type(['BracketRight', 'Shift+KeyC', 'Digit1', ...digitKeys(TEST_SCAN_CODE)], 8);
    await expect.poll(advice).toBe('prefix no-terminator');
  });

  test('is left by Esc, and scanning opens slips again', async () => {
    await screen.page.keyboard.press('Escape');
    await screen.at('scan-test').waitFor({ state: 'detached' });
    await scan(received.scanCode);
    await expectSlip();
  });
});
