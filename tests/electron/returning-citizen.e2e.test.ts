import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };
const MOST_KEYS = 25;

const folder = mkdtempSync(path.join(os.tmpdir(), 'returning-citizen-'));
const dataFolder = path.join(folder, 'data');
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0 });
  counter = await launchCounter({ dataFolder });
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Presses and counts: a chord is as many keys as the hand holds. */
function countingHand(): {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly count: () => number;
} {
  let pressed = 0;
  return {
    press: async (...keys) => {
      for (const key of keys) {
        pressed += key.split('+').length;
        await screen.page.keyboard.press(key);
      }
    },
    count: () => pressed,
  };
}

function applicants(): readonly string[] {
  const db = new Database(path.join(dataFolder, 'counter', 'counter.db'), { readonly: true });
  try {
    return db
      .prepare<[], string>(
        "SELECT doc ->> '$.event.payload.applicant' FROM event WHERE doc ->> '$.event.kind' = 'received' ORDER BY seq",
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

describe('somebody who was here before', () => {
  test('is received by the end of the phone number, in at most 25 keys, with everything as it was', async () => {
    await screen.receive({
      procedure: 'ks',
      name: 'Đinh Thị Mận',
      phone: '0912345678',
      address: 'Khu 3, xã Trung Sơn',
    });
    const hand = countingHand();
    await hand.press('F2', 'k', 'h', 't', 'Enter');
    await screen.at('procedure-chosen').waitFor();
    await hand.press('6', '7', '8');
    await screen.at('known-person').waitFor();
    await hand.press('Enter');
    await expect.poll(() => screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    await hand.press('Control+g');
    await screen.at('appointment').waitFor();
    await hand.press('Control+Enter');
    await screen.at('saved').waitFor();
    const [first, second, ...others] = applicants();
    expect(others).toEqual([]);
    expect(second).toBe(first);
    expect(hand.count()).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('and brings another dossier is not typed again: one key keeps the person and asks for the procedure', async () => {
    await screen.page.keyboard.press('Control+n');
    await screen.at('procedure-search').waitFor();
    await screen.page.keyboard.type('ks');
    await screen.page.keyboard.press('Enter');
    await screen.at('procedure-chosen').waitFor();
    expect(await screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    expect(await screen.at('applicant-phone').inputValue()).toBe('0912345678');
  });

  test('is typed ahead of an old PC: Enter that comes before the procedures do is not lost', async () => {
    for (const key of ['F2', 'k', 's', 'Enter']) void screen.page.keyboard.press(key);
    await screen.at('procedure-chosen').waitFor();
    await screen.at('procedure-change').click();
  });

  test('is only offered for letters: Enter keeps a new person of the same name as typed', async () => {
    await screen.page.keyboard.press('F2');
    await screen.at('procedure-search').fill('ks');
    await screen.page.keyboard.press('Enter');
    await screen.at('procedure-chosen').waitFor();
    await screen.at('applicant-phone').fill('');
    await screen.at('applicant-name').fill('Đinh Thị Mận');
    await screen.at('known-person').waitFor();
    await screen.page.keyboard.press('Enter');
    expect(await screen.at('applicant-phone').inputValue()).toBe('');
    await expect.poll(() => screen.at('known-people').count()).toBe(0);
  });

  test('is taken by an arrow and Enter; Esc only closes the list', async () => {
    await screen.at('applicant-name').fill('man');
    await screen.at('known-person').waitFor();
    await screen.page.keyboard.press('Escape');
    await expect.poll(() => screen.at('known-people').count()).toBe(0);
    expect(await screen.at('applicant-name').inputValue()).toBe('man');
    await screen.page.keyboard.type(' ');
    await screen.at('known-person').waitFor();
    await screen.page.keyboard.press('ArrowDown');
    await screen.page.keyboard.press('Enter');
    expect(await screen.at('applicant-phone').inputValue()).toBe('0912345678');
  });

  test('whose number nobody knows is said so, and nothing is taken', async () => {
    await screen.at('applicant-name').fill('999');
    await expect.poll(() => screen.page.locator('.name-picker .picker-none').count()).toBe(1);
  });
});
