import { expect, test } from 'vitest';
import { TEST_SCAN_CODE } from '../../../domain/slips/test-slip.ts';
import { judgeTrial, type TrialKey } from '../../../renderer/scan/scan-trial.ts';
import { CARD_DIGITS, cardKeys, digitKeys } from './wedge-keys.ts';

const DIGITS = digitKeys(TEST_SCAN_CODE);

/** Equal gaps; `key` is what a layout of the United States makes of a digit. */
function tried(codes: readonly string[], { gapMs = 8, layout = (code: string) => code.at(-1) ?? '' } = {}) {
  const keys = codes.map((code, index): TrialKey => ({
    code: code.replace('Alt+', '').replace('Ctrl+', ''),
    chord: code.includes('+'),
    key: layout(code),
    timeMs: 1_000 + index * gapMs,
  }));
  return judgeTrial(keys);
}

test('a scanner that is set up right is praised, with what was measured', () => {
  expect(tried([...DIGITS, 'Enter'])).toEqual({
    read: 'slip',
    scanCode: TEST_SCAN_CODE,
    keys: 16,
    meanGapMs: 8,
    longestGapMs: 8,
    ends: ['Enter'],
    prefix: 0,
    suffix: 0,
    isOtherLayout: false,
    advice: [],
  });
});

test('a layout that makes other signs of the digits is seen, and nothing is to be changed', () => {
  expect(tried([...DIGITS, 'Enter'], { layout: () => 'ă' })).toMatchObject({
    read: 'slip',
    isOtherLayout: true,
    advice: [],
  });
});

test('a citizen card is read by its number, and its letters are no suffix', () => {
  expect(tried([...cardKeys(), 'Enter'])).toMatchObject({
    read: 'card-id',
    scanCode: undefined,
    suffix: 0,
    advice: [],
  });
  expect(tried([...digitKeys(CARD_DIGITS), 'Enter'])).toMatchObject({ read: 'card-id', advice: [] });
});

test.each([
  ['no-terminator', DIGITS],
  ['two-terminators', [...DIGITS, 'Enter', 'Ctrl+KeyJ']],
  ['prefix', ['BracketRight', 'ShiftLeft', 'KeyC', 'Digit1', ...DIGITS, 'Enter']],
  ['prefix', ['F8', ...DIGITS, 'Enter']],
  ['suffix', [...DIGITS, 'KeyX', 'Enter']],
] as const)('a slip that is read all the same says what would be better: %s', (advice, codes) => {
  expect(tried(codes)).toMatchObject({ read: 'slip', scanCode: TEST_SCAN_CODE, advice: [advice] });
});

test('an AIM sign is three keys before the code', () => {
  expect(tried(['BracketRight', 'ShiftLeft', 'KeyC', 'Digit1', ...DIGITS, 'Enter'])).toMatchObject({ prefix: 3 });
});

test.each([
  ['slow', DIGITS, 120],
  ['not-sharp', DIGITS.slice(1), 8],
  ['alt-digits', DIGITS.flatMap((code) => ['Alt+Numpad4', `Alt+${code.replace('Digit', 'Numpad')}`]), 4],
  ['by-hand', DIGITS, 400],
  ['by-hand', ['KeyA', 'KeyB'], 8],
  ['short-code', DIGITS.slice(-8), 8],
] as const)('a slip that is not read says why: %s', (advice, codes, gapMs) => {
  expect(tried([...codes, 'Enter'], { gapMs })).toMatchObject({ read: 'nothing', advice: [advice] });
});
