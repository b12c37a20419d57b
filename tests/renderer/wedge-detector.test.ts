import { describe, expect, test } from 'vitest';
import { makeScanCode } from '../../domain/scan-code.ts';
import { SILENCE_MS, silenceAfter, wedgeSilence } from '../../renderer/scan/wedge-detector.ts';
import { CARD_DIGITS, cardKeys, digitKeys, keysOf, press, pressEvenly } from './scan/wedge-keys.ts';

const CODE = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 });
const SLIP = { kind: 'slip', scanCode: CODE, hasPrefix: false };

describe('a scanner that types', () => {
  test.each(['Enter', 'NumpadEnter', 'Tab'])('sixteen quick digits that end with %s are a slip', (end) => {
    const { last, lastSwallowed } = pressEvenly([...digitKeys(CODE), end], 8);
    expect(last).toMatchObject(SLIP);
    expect(lastSwallowed).toBe(true);
  });

  test('the keys of the number pad count like those of the row', () => {
    expect(pressEvenly([...digitKeys(CODE, 'Numpad'), 'Enter'], 8).last).toMatchObject(SLIP);
  });

  test('a scanner that sends no Enter is understood after the silence', () => {
    const { burst, last } = pressEvenly(digitKeys(CODE), 8);
    expect(last).toEqual({ kind: 'nothing' });
    expect(silenceAfter(burst)).toBe(SILENCE_MS);
    const { burst: after, outcome } = wedgeSilence(burst);
    expect(outcome).toMatchObject(SLIP);
    expect(after.signs).toBe('');
  });

  test('one slow key within the burst does not break it, as on a busy computer', () => {
    const keys = keysOf(digitKeys(CODE), (index) => 1_000 + index * 10 + (index > 7 ? 140 : 0));
    expect(press([...keys, { code: 'Enter', timeMs: 1_310 }]).last).toMatchObject({ ...SLIP, from: 0 });
  });

  test('a computer that stood still for a third of a second in the middle of a burst breaks it not either', () => {
    const keys = keysOf(digitKeys(CODE), (index) => 1_000 + index * 10 + (index > 7 ? 330 : 0));
    expect(press([...keys, { code: 'Enter', timeMs: 1_500 }]).last).toMatchObject({ ...SLIP, from: 0 });
  });

  test('Shift that some layouts need for digits is passed over', () => {
    const codes = digitKeys(CODE).flatMap((code) => ['ShiftLeft', code]);
    expect(pressEvenly([...codes, 'Enter'], 4).last).toMatchObject(SLIP);
  });

  test('the field is to be as it was before the first of its keys', () => {
    const before = ['KeyL', 'KeyA', 'KeyN'];
    const keys = keysOf([...before, ...digitKeys(CODE), 'Enter'], (index) =>
      index < 3 ? 1_000 + index * 90 : 1_300 + index * 8,
    );
    expect(press(keys).last).toMatchObject({ ...SLIP, from: 3 });
  });

  test('digits that a hand typed just before do not belong to the scan', () => {
    const keys = keysOf(['Digit7', 'Digit7', ...digitKeys(CODE), 'Enter'], (index) =>
      index < 2 ? 1_000 + index * 100 : 1_200 + (index - 2) * 8,
    );
    expect(press(keys).last).toMatchObject({ ...SLIP, from: 2 });
  });

  test('from the twelfth digit on its keys reach no field', () => {
    const { swallowed } = pressEvenly([...digitKeys(CODE), 'Enter'], 8);
    expect(swallowed).toEqual([...Array<boolean>(11).fill(false), ...Array<boolean>(6).fill(true)]);
  });

  test.each(['Enter', 'NumpadEnter'])('a second terminator right behind the first (%s) presses nothing', (second) => {
    const { last, lastSwallowed } = pressEvenly([...digitKeys(CODE), 'Enter', second], 8);
    expect(last).toEqual({ kind: 'nothing' });
    expect(lastSwallowed).toBe(true);
  });

  test('CR and LF as Ctrl+M and Ctrl+J end the scan and are no commands', () => {
    const keys = keysOf(digitKeys(CODE), (index) => 1_000 + index * 8);
    const end = [
      { code: 'KeyM', timeMs: 1_130, chord: true },
      { code: 'KeyJ', timeMs: 1_140, chord: true },
    ];
    expect(press([...keys, ...end.slice(0, 1)]).last).toMatchObject(SLIP);
    expect(press([...keys, ...end]).lastSwallowed).toBe(true);
  });

  test('an Enter that comes long after the last terminator is the clerk’s', () => {
    const keys = keysOf([...digitKeys(CODE), 'Enter', 'Enter'], (index) => 1_000 + index * 8 + (index > 16 ? 200 : 0));
    expect(press(keys).lastSwallowed).toBe(false);
  });

  test('a silence that nobody noticed in time is judged when the next key comes, and that key is the clerk’s', () => {
    const keys = keysOf([...digitKeys(CODE), 'Enter'], (index) => 1_000 + index * 8 + (index > 15 ? 2_000 : 0));
    const { last, lastSwallowed } = press(keys);
    expect(last).toMatchObject(SLIP);
    expect(lastSwallowed).toBe(false);
  });

  test.each([
    ['an AIM sign, "]C1"', ['BracketRight', 'ShiftLeft', 'KeyC', 'Digit1']],
    ['one letter', ['KeyQ']],
  ])('%s before the code changes nothing but is said', (_name, prefix) => {
    const { last } = pressEvenly([...prefix, ...digitKeys(CODE), 'Enter'], 8);
    expect(last).toMatchObject({ kind: 'slip', scanCode: CODE, hasPrefix: true, from: 0 });
  });

  test('a prefix of digits asks to scan again', () => {
    expect(pressEvenly([...digitKeys(`99${CODE}`), 'Enter'], 8).last).toMatchObject({ kind: 'misread', digits: 18 });
  });
});

describe('a citizen card read by a scanner that types', () => {
  const read = { kind: 'card-id', idNumber: CARD_DIGITS };

  test('gives its twelve digits and nothing of what follows', () => {
    const { last } = pressEvenly([...cardKeys(), 'Enter'], 8);
    expect(last).toEqual({ ...read, from: 0 });
  });

  test('is swallowed from the twelfth digit to its end', () => {
    const { swallowed } = pressEvenly([...cardKeys(), 'Enter'], 8);
    expect(swallowed.slice(11).every(Boolean)).toBe(true);
  });

  test('without a terminator is understood after the silence', () => {
    expect(wedgeSilence(pressEvenly(cardKeys(), 8).burst).outcome).toEqual({ ...read, from: 0 });
  });

  test('with a former number and with letters typed as Alt and digits reads the same', () => {
    const [name, ...rest] = ['KeyL', ...cardKeys().slice(14)];
    const codes = [...digitKeys(CARD_DIGITS), 'Backslash', ...digitKeys('131234567'), 'Backslash', name ?? ''];
    const keys = keysOf([...codes, ...rest], (index) => 1_000 + index * 8).map((key, index) =>
      index > 23 && index < 26 ? { ...key, code: 'Numpad7', chord: true } : key,
    );
    expect(press([...keys, { code: 'Enter', timeMs: 9_000 - 8_000 + keys.length * 8 }]).last).toEqual({
      ...read,
      from: 0,
    });
  });

  test('twelve digits alone are a number when they can be somebody’s', () => {
    expect(pressEvenly([...digitKeys(CARD_DIGITS), 'Enter'], 8).last).toEqual({ ...read, from: 0 });
    expect(pressEvenly([...digitKeys('999999999999'), 'Enter'], 8).last).toMatchObject({ kind: 'misread' });
  });

  test.each([0, 5, 11])('that lost digit %i of its number asks to scan again', (lost) => {
    const keys = cardKeys().filter((_, index) => index !== lost);
    expect(pressEvenly([...keys, 'Enter'], 8).last).toMatchObject({ kind: 'misread' });
  });

  test('that lost a digit of its dates asks to scan again: others may be lost too', () => {
    const firstOfDate = cardKeys().findIndex((code, index) => index > 13 && code.startsWith('Digit'));
    const keys = cardKeys().filter((_, index) => index !== firstOfDate);
    expect(pressEvenly([...keys, 'Enter'], 8).last).toMatchObject({ kind: 'misread' });
  });

  test('a health-insurance card, whose name is written in hexadecimal, is not one', () => {
    const name = ['Digit4', 'KeyE', 'Digit6', 'Digit7', 'Digit7', 'Digit5', 'Digit7', 'Digit9'];
    const codes = [...digitKeys(CARD_DIGITS), 'Backslash', ...name, 'Backslash', ...digitKeys('01011990'), 'Backslash'];
    expect(pressEvenly([...codes, 'Enter'], 8).last).toMatchObject({ kind: 'misread' });
  });

  test('an identity card of nine digits is left to the field', () => {
    expect(pressEvenly([...digitKeys('131234567'), 'Enter'], 8).last).toEqual({ kind: 'nothing' });
  });
});

describe('a burst that is not a slip', () => {
  test('a digit lost on the way asks to scan again', () => {
    expect(pressEvenly([...digitKeys(CODE.slice(0, 15)), 'Enter'], 8).last).toMatchObject({
      kind: 'misread',
      digits: 15,
      hasPrefix: false,
    });
  });

  test('a digit too many asks to scan again', () => {
    expect(pressEvenly([...digitKeys(`1${CODE}`), 'Enter'], 8).last).toMatchObject({ kind: 'misread', digits: 17 });
  });

  test('check digits that do not fit ask to scan again', () => {
    const wrong = CODE.slice(0, 15) + String((Number(CODE.slice(15)) + 1) % 10);
    expect(pressEvenly([...digitKeys(wrong), 'Enter'], 8).last).toMatchObject({ kind: 'misread', digits: 16 });
  });

  test('a prefix before a code that cannot be read is said', () => {
    const { last } = pressEvenly(['BracketRight', 'KeyC', 'Digit1', ...digitKeys(CODE.slice(1)), 'Enter'], 8);
    expect(last).toMatchObject({ kind: 'misread', hasPrefix: true, from: 0 });
  });

  test('what a macro types quickly without digits is left alone', () => {
    const { last, swallowed } = pressEvenly(['KeyU', 'KeyB', 'KeyN', 'KeyD', 'KeyX', 'KeyA', 'KeyU', 'Enter'], 2);
    expect(last).toEqual({ kind: 'nothing' });
    expect(swallowed).not.toContain(true);
  });
});

describe('a hand at the keyboard', () => {
  test('sixteen digits at the speed of a quick hand are no scan', () => {
    expect(pressEvenly([...digitKeys(CODE), 'Enter'], 60).last).toEqual({ kind: 'nothing' });
  });

  test('a phone number, however quick, is no scan', () => {
    expect(pressEvenly([...digitKeys('0987654321'), 'Enter'], 20).last).toEqual({ kind: 'nothing' });
  });

  test('a pause longer than any silence begins a new burst', () => {
    const { burst } = pressEvenly(digitKeys('12'), 401);
    expect(burst.signs).toBe('2');
  });

  test('a command, Ctrl with a digit or a function key, ends the run: what stands before it was typed by hand', () => {
    for (const command of [{ code: 'Digit8', chord: true }, { code: 'F2' }]) {
      const keys = keysOf(digitKeys(CODE), (index) => 1_000 + index * 8);
      const withCommand = keys.map((key, index) => (index === 8 ? { ...key, ...command } : key));
      const { burst, last, lastSwallowed } = press([...withCommand, { code: 'Enter', timeMs: 1_140 }]);
      expect(last).toEqual({ kind: 'nothing' });
      expect(lastSwallowed).toBe(false);
      expect(burst.signs).toBe('');
    }
  });
});
