import { describe, expect, test } from 'vitest';
import { makeScanCode } from '../../domain/scan-code.ts';
import {
  type Burst,
  IDLE,
  SILENCE_MS,
  wedgeKey,
  type WedgeOutcome,
  wedgeSilence,
} from '../../renderer/scan/wedge-detector.ts';

const CODE = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 });

type Typed = { readonly gapMs?: number; readonly row?: 'Digit' | 'Numpad'; readonly end?: string };

/** Types `digits` with equal gaps; answers what each key led to and the burst that is left. */
function type(digits: string, { gapMs = 8, row = 'Digit', end }: Typed = {}) {
  const codes = [...digitsOf(digits).map((digit) => row + digit), ...(end === undefined ? [] : [end])];
  return press(codes.map((code, index) => ({ code, timeMs: 1_000 + index * gapMs })));
}

function digitsOf(text: string): readonly string[] {
  return text.split('');
}

function press(keys: readonly { readonly code: string; readonly timeMs: number; readonly chord?: boolean }[]) {
  let burst: Burst = IDLE;
  const outcomes: WedgeOutcome[] = [];
  for (const { code, timeMs, chord = false } of keys) {
    const step = wedgeKey(burst, { code, timeMs, chord });
    burst = step.burst;
    outcomes.push(step.outcome);
  }
  return { burst, outcomes, last: outcomes.at(-1) };
}

describe('a scanner that types', () => {
  test.each(['Enter', 'NumpadEnter', 'Tab'])('sixteen quick digits that end with %s are a scan', (end) => {
    expect(type(CODE, { end }).last).toEqual({ kind: 'scanned', scanCode: CODE });
  });

  test('the keys of the number pad count like those of the row', () => {
    expect(type(CODE, { row: 'Numpad', end: 'Enter' }).last).toEqual({ kind: 'scanned', scanCode: CODE });
  });

  test('a scanner that sends no Enter is understood after the silence', () => {
    const { burst, last } = type(CODE);
    expect(last).toEqual({ kind: 'nothing' });
    expect(wedgeSilence(burst)).toEqual({ burst: IDLE, outcome: { kind: 'scanned', scanCode: CODE } });
  });

  test('one slow key within the burst does not break it, as on a busy computer', () => {
    const keys = digitsOf(CODE).map((digit, index) => ({
      code: `Digit${digit}`,
      timeMs: 1_000 + index * 10 + (index > 7 ? 140 : 0),
    }));
    expect(press([...keys, { code: 'Enter', timeMs: 1_310 }]).last).toEqual({ kind: 'scanned', scanCode: CODE });
  });

  test('Shift that some layouts need for digits is passed over', () => {
    const keys = digitsOf(CODE).flatMap((digit, index) => [
      { code: 'ShiftLeft', timeMs: 1_000 + index * 8 },
      { code: `Digit${digit}`, timeMs: 1_004 + index * 8 },
    ]);
    expect(press([...keys, { code: 'Enter', timeMs: 1_130 }]).last).toEqual({ kind: 'scanned', scanCode: CODE });
  });

  test('the first digit alone says that the field is to be remembered', () => {
    const { outcomes } = type(CODE, { end: 'Enter' });
    expect(outcomes[0]).toEqual({ kind: 'began' });
    expect(outcomes.slice(1, -1).every(({ kind }) => kind === 'nothing')).toBe(true);
  });

  test('digits left by a hand long before do not belong to the scan', () => {
    const late = digitsOf(CODE).map((digit, index) => ({ code: `Digit${digit}`, timeMs: 2_000 + index * 8 }));
    const { last } = press([{ code: 'Digit7', timeMs: 1_000 }, ...late, { code: 'Enter', timeMs: 2_128 }]);
    expect(last).toEqual({ kind: 'scanned', scanCode: CODE });
  });
});

describe('a burst that is not a slip', () => {
  test('a digit lost on the way asks to scan again', () => {
    expect(type(CODE.slice(0, 15), { end: 'Enter' }).last).toEqual({ kind: 'misread', digits: 15 });
  });

  test('a digit too many asks to scan again', () => {
    expect(type(`1${CODE}`, { end: 'Enter' }).last).toEqual({ kind: 'misread', digits: 17 });
  });

  test('check digits that do not fit ask to scan again', () => {
    const wrong = CODE.slice(0, 15) + String((Number(CODE.slice(15)) + 1) % 10);
    expect(type(wrong, { end: 'Enter' }).last).toEqual({ kind: 'misread', digits: 16 });
  });

  test('another kind of code, with letters in between, is left alone', () => {
    const { burst, last } = press([
      ...digitsOf('025185001234').map((digit, index) => ({ code: `Digit${digit}`, timeMs: 1_000 + index * 8 })),
      { code: 'Backslash', timeMs: 1_100 },
    ]);
    expect(last).toEqual({ kind: 'nothing' });
    expect(burst).toEqual(IDLE);
  });
});

describe('a hand at the keyboard', () => {
  test('sixteen digits at the speed of a quick hand are no scan', () => {
    expect(type(CODE, { gapMs: 60, end: 'Enter' }).last).toEqual({ kind: 'nothing' });
  });

  test('a phone number, however quick, is no scan', () => {
    expect(type('0987654321', { gapMs: 20, end: 'Enter' }).last).toEqual({ kind: 'nothing' });
  });

  test('a pause longer than the silence begins a new burst', () => {
    const { burst, last } = type('12', { gapMs: SILENCE_MS + 1 });
    expect(last).toEqual({ kind: 'began' });
    expect(burst.digits).toBe('2');
  });

  test('a chord with a digit is a command, and ends the burst', () => {
    const { burst, last } = press([
      { code: 'Digit1', timeMs: 1_000 },
      { code: 'Digit2', timeMs: 1_010, chord: true },
    ]);
    expect(last).toEqual({ kind: 'nothing' });
    expect(burst).toEqual(IDLE);
  });

  test('Enter long after the digits stays the Enter of the field', () => {
    const digits = digitsOf(CODE).map((digit, index) => ({ code: `Digit${digit}`, timeMs: 1_000 + index * 8 }));
    expect(press([...digits, { code: 'Enter', timeMs: 3_000 }]).last).toEqual({ kind: 'nothing' });
  });
});
