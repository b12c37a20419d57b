import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeScanCode } from '../../../domain/scan-code.ts';
import { type WedgeOutcome, wedgeSilence } from '../../../renderer/scan/wedge-detector.ts';
import { CARD_DIGITS, cardKeys, digitKeys, keysOf, press, type TypedKey } from './wedge-keys.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
console.log(`wedge.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const scanCode = fc
  .record({
    unitCode: fc.integer({ min: 0, max: 99_999 }).map((unit) => String(unit).padStart(5, '0')),
    station: fc.integer({ min: 1, max: 99 }),
    yearOfCentury: fc.integer({ min: 0, max: 99 }),
    runningNumber: fc.integer({ min: 1, max: 99_999 }),
  })
  .map(makeScanCode);

const end = fc.constantFrom('Enter', 'NumpadEnter', 'Tab', undefined);
const OTHER_KEYS = [
  'KeyA',
  'KeyN',
  'Space',
  'Backspace',
  'Comma',
  'ShiftLeft',
  'Enter',
  'Tab',
  'ArrowLeft',
  'Backslash',
];
const someKey = fc.constantFrom(...OTHER_KEYS, ...digitKeys('0123456789'), ...digitKeys('0123456789', 'Numpad'));

/** A scanner of a mean gap between 1 and 30 ms, on a computer that now and then is late with a key. */
const scanner = fc.record({
  meanMs: fc.integer({ min: 1, max: 30 }),
  jitter: fc.array(fc.double({ min: 0.2, max: 1.8, noNaN: true }), { minLength: 1, maxLength: 8 }),
  lateAt: fc.integer({ min: 1, max: 15 }),
  lateMs: fc.constantFrom(0, 0, 60, 140, 300),
  row: fc.constantFrom('Digit' as const, 'Numpad' as const),
});
type Scanner = typeof scanner extends fc.Arbitrary<infer S> ? S : never;

function typedBy({ meanMs, jitter, lateAt, lateMs }: Scanner, codes: readonly string[], fromMs: number) {
  let timeMs = fromMs;
  const weights = codes.map((_, index) => jitter[index % jitter.length] ?? 1);
  const meanWeight = weights.slice(1).reduce((sum, weight) => sum + weight, 0) / (codes.length - 1);
  return codes.map((code, index): TypedKey => {
    const gapMs = (meanMs * (weights[index] ?? 1)) / meanWeight + (index === lateAt ? lateMs : 0);
    if (index > 0) timeMs += gapMs;
    return { code, timeMs };
  });
}

/** All that was said, the silence after the last key included. */
function saidOf(keys: readonly TypedKey[]) {
  const { burst, outcomes, swallowed } = press(keys);
  const last = wedgeSilence(burst).outcome;
  return { said: [...outcomes, last].filter(isSomething), swallowed };
}

function isSomething(outcome: WedgeOutcome): boolean {
  return outcome.kind !== 'nothing';
}

test('a person, whatever is typed, is never taken for a scanner', () => {
  const typing = fc.array(fc.tuple(someKey, fc.integer({ min: 60, max: 600 })), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(typing, (typed) => {
      let timeMs = 1_000;
      const keys = typed.map(([code, gapMs]) => ({ code, timeMs: (timeMs += gapMs) }));
      const { said, swallowed } = saidOf(keys);
      expect(said).toEqual([]);
      expect(swallowed).not.toContain(true);
    }),
    { numRuns, seed },
  );
});

test('a scanner of 1 to 30 ms, early and late keys, any terminator, is always the right slip', () => {
  fc.assert(
    fc.property(scanCode, scanner, end, (code, by, terminator) => {
      const codes = [...digitKeys(code, by.row), ...(terminator === undefined ? [] : [terminator])];
      const { said } = saidOf(typedBy(by, codes, 1_000));
      expect(said).toEqual([{ kind: 'slip', scanCode: code, hasPrefix: false, from: 0 }]);
    }),
    { numRuns, seed },
  );
});

test('a slip scanned right behind a hand gives the field back as the hand left it', () => {
  const hand = fc.array(fc.tuple(someKey, fc.integer({ min: 60, max: 300 })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(hand, fc.integer({ min: 60, max: 149 }), fc.tuple(scanCode, scanner), (typed, pauseMs, [code, by]) => {
      let timeMs = 1_000;
      const keys = typed.map(([key, gapMs]) => ({ code: key, timeMs: (timeMs += gapMs) }));
      const scanned = typedBy({ ...by, lateMs: 0 }, [...digitKeys(code, by.row), 'Enter'], timeMs + pauseMs);
      const counted = keys.filter((key) => key.code !== 'ShiftLeft');
      // A terminator or a command of the hand's ends a run without counting as a key of the next.
      const { said } = saidOf([...keys, ...scanned]);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatchObject({ kind: 'slip', scanCode: code, hasPrefix: false });
      const ends = counted.filter(({ code: key }) => ['Enter', 'Tab', 'Backspace', 'ArrowLeft'].includes(key)).length;
      const from = said[0] && 'from' in said[0] ? said[0].from : -1;
      expect(from).toBeLessThanOrEqual(counted.length);
      expect(from).toBeGreaterThanOrEqual(counted.length - ends);
    }),
    { numRuns, seed },
  );
});

test('digits lost on the way are a loud "scan again" or somebody’s number, never a wrong slip', () => {
  const lost = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(scanCode, scanner, fc.tuple(end, lost), (code, by, [terminator, gone]) => {
      const digits = digitKeys(code, by.row).filter((_, index) => !gone.includes(index));
      const codes = [...digits, ...(terminator === undefined ? [] : [terminator])];
      const { said } = saidOf(typedBy(by, codes, 1_000));
      expect(said).toHaveLength(1);
      expect(gone.length === 4 ? ['misread', 'card-id'] : ['misread']).toContain(said[0]?.kind);
    }),
    { numRuns, seed },
  );
});

test('a citizen card gives its own number or asks to scan again, whatever keys are lost', () => {
  const lost = fc.uniqueArray(fc.nat(cardKeys().length - 1), { maxLength: 4 });
  fc.assert(
    fc.property(scanner, end, lost, (by, terminator, gone) => {
      const kept = cardKeys().filter((_, index) => !gone.includes(index));
      const codes = [...kept, ...(terminator === undefined ? [] : [terminator])];
      const { said } = saidOf(typedBy(by, codes, 1_000));
      expect(said).toHaveLength(1);
      if (said[0]?.kind === 'card-id') expect(said[0].idNumber).toBe(CARD_DIGITS);
      else expect(said[0]?.kind).toBe('misread');
      if (gone.length === 0) expect(said[0]?.kind).toBe('card-id');
      if (gone.some((index) => index < 12)) expect(said[0]?.kind).toBe('misread');
    }),
    { numRuns, seed },
  );
});

test('two digits that change places are never a slip', () => {
  fc.assert(
    fc.property(scanCode, scanner, fc.nat(14), (code, by, at) => {
      const digits = code.split('');
      const swapped = [...digits.slice(0, at), digits[at + 1], digits[at], ...digits.slice(at + 2)].join('');
      fc.pre(swapped !== code);
      const { said } = saidOf(typedBy(by, [...digitKeys(swapped), 'Enter'], 1_000));
      expect(said).toMatchObject([{ kind: 'misread' }]);
    }),
    { numRuns, seed },
  );
});

test('what was remembered for a start is bounded, however long a hand types', () => {
  const keys = keysOf(Array<string>(5_000).fill('Digit1'), (index) => index * 80);
  const { burst } = press(keys);
  expect(burst.starts.length).toBeLessThan(16);
  expect(burst.signs.length).toBeLessThan(20);
});
