import { describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.ts';

const MOST_KEYS = 25;

const desk = Desk.forThisFile();

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
        await desk.screen.page.keyboard.press(key);
      }
    },
    count: () => pressed,
  };
}

function applicants(): readonly unknown[] {
  return desk.facts().flatMap(({ kind, payload }) => (kind === 'received' ? [payload['applicant']] : []));
}

describe('somebody who was here before', () => {
  test('is received by the end of the phone number, in at most 25 keys, with everything as it was', async () => {
    await desk.screen.receive({
      procedure: 'ks',
      name: 'Đinh Thị Mận',
      phone: '0912345678',
      address: 'Khu 3, xã Trung Sơn',
    });
    const hand = countingHand();
    await hand.press('F2', 'k', 'h', 't', 'Enter');
    await desk.screen.at('procedure-chosen').waitFor();
    await hand.press('6', '7', '8');
    await desk.screen.at('known-person').waitFor();
    await hand.press('Enter');
    await expect.poll(() => desk.screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    await hand.press('Control+g');
    await desk.screen.at('appointment').waitFor();
    await hand.press('Control+Enter');
    await desk.screen.at('saved').waitFor();
    const [first, second, ...others] = applicants();
    expect(others).toEqual([]);
    expect(second).toEqual(first);
    expect(hand.count()).toBeLessThanOrEqual(MOST_KEYS);
  });

  test('and brings another dossier is not typed again: one key keeps the person and asks for the procedure', async () => {
    await desk.screen.page.keyboard.press('Control+n');
    await desk.screen.at('procedure-search').waitFor();
    await desk.screen.page.keyboard.type('ks');
    await desk.screen.page.keyboard.press('Enter');
    await desk.screen.at('procedure-chosen').waitFor();
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    expect(await desk.screen.at('applicant-phone').inputValue()).toBe('0912345678');
  });

  test('is typed ahead of an old PC: Enter that comes before the procedures do is not lost', async () => {
    for (const key of ['F2', 'k', 's', 'Enter']) void desk.screen.page.keyboard.press(key);
    await desk.screen.at('procedure-chosen').waitFor();
    await desk.screen.at('procedure-change').click();
  });

  test('is only offered for letters: Enter keeps a new person of the same name as typed', async () => {
    await desk.screen.page.keyboard.press('F2');
    await desk.screen.at('procedure-search').fill('ks');
    await desk.screen.page.keyboard.press('Enter');
    await desk.screen.at('procedure-chosen').waitFor();
    await desk.screen.at('applicant-phone').fill('');
    await desk.screen.at('applicant-name').fill('Đinh Thị Mận');
    await desk.screen.at('known-person').waitFor();
    await desk.screen.page.keyboard.press('Enter');
    expect(await desk.screen.at('applicant-phone').inputValue()).toBe('');
    await expect.poll(() => desk.screen.at('known-people').count()).toBe(0);
  });

  test('is taken by an arrow and Enter; Esc only closes the list', async () => {
    await desk.screen.at('applicant-name').fill('man');
    await desk.screen.at('known-person').waitFor();
    await desk.screen.page.keyboard.press('Escape');
    await expect.poll(() => desk.screen.at('known-people').count()).toBe(0);
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('man');
    await desk.screen.page.keyboard.type(' ');
    await desk.screen.at('known-person').waitFor();
    await desk.screen.page.keyboard.press('ArrowDown');
    await desk.screen.page.keyboard.press('Enter');
    expect(await desk.screen.at('applicant-phone').inputValue()).toBe('0912345678');
  });

  test('whose number nobody knows is said so, and nothing is taken', async () => {
    await desk.screen.at('applicant-name').fill('999');
    await expect.poll(() => desk.screen.page.locator('.name-picker .picker-none').count()).toBe(1);
  });
});
