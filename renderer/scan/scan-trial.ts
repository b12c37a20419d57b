import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import {
  digitOfCode,
  IDLE,
  isNeutral,
  isTerminator,
  wedgeKey,
  type WedgeKey,
  type WedgeOutcome,
  wedgeSilence,
} from './wedge-detector.ts';

/** One key as a scanner types it while it is tried out. */
export type TrialKey = WedgeKey & {
  /** What the layout makes of it ({@link KeyboardEvent.key}). */
  readonly key: string;
};

/**
 * What to change on the scanner. `not-sharp`: keys are missing or wrong. `alt-digits`: it types digits as Alt and numbers.
 * `by-hand`: these keys were a person's. `short-code`: it reads the code of the sheet that is too short to be read.
 */
export type TrialAdvice =
  | 'slow'
  | 'prefix'
  | 'suffix'
  | 'alt-digits'
  | 'no-terminator'
  | 'two-terminators'
  | 'not-sharp'
  | 'by-hand'
  | 'short-code';

export type Trial = {
  readonly read: Exclude<WedgeOutcome['kind'], 'nothing' | 'misread'> | 'nothing';
  readonly scanCode: ScanCode | undefined;
  /** Without those that only change others, and without terminators. */
  readonly keys: number;
  readonly meanGapMs: number;
  readonly longestGapMs: number;
  /** Names of the terminators, in their order. */
  readonly ends: readonly string[];
  /** How many keys came before the first digit and behind the last one. */
  readonly prefix: number;
  readonly suffix: number;
  /** The layout makes something else of the digits; they are read all the same. */
  readonly isOtherLayout: boolean;
  readonly advice: readonly TrialAdvice[];
};

const SLOW_MEAN_GAP_MS = 50;
/** Slower than any scanner is set up to be. */
const HAND_MEAN_GAP_MS = 250;
const FEWEST_KEYS = 8;
/** Of the sheet to set scanners up with: they should keep silent on it. */
const TOO_SHORT_CODE = TEST_SCAN_CODE.slice(-8);

/** What one burst of keys says about the scanner that typed it. */
export function judgeTrial(all: readonly TrialKey[]): Trial {
  const pressed = all.filter(({ code }) => !isNeutral(code));
  const lastOfCode = pressed.findLastIndex((key) => !isTerminator(key));
  const body = pressed.slice(0, lastOfCode + 1);
  const ends = pressed.slice(lastOfCode + 1).map(({ code, chord }) => (chord ? `Ctrl+${code.slice(3)}` : code));
  const outcome = outcomeOf(pressed);
  const gapsMs = body.slice(1).map(({ timeMs }, index) => timeMs - (body[index]?.timeMs ?? timeMs));
  const digits = body.map((key) => (key.chord ? undefined : digitOfCode(key.code)));
  const facts = {
    scanCode: outcome.kind === 'slip' ? outcome.scanCode : wholeCode(digits),
    keys: body.length,
    meanGapMs: gapsMs.reduce((sum, gapMs) => sum + gapMs, 0) / Math.max(1, gapsMs.length),
    longestGapMs: Math.max(0, ...gapsMs),
    ends,
    ...around(digits, outcome),
    isOtherLayout: body.some((key, index) => digits[index] !== undefined && key.key !== digits[index]),
    isTooShortCode: digits.map((digit) => digit ?? ' ').join('') === TOO_SHORT_CODE,
    hasAltDigits: body.some(({ code, chord }) => chord && digitOfCode(code) !== undefined),
  };
  const read = outcome.kind === 'slip' || outcome.kind === 'card-id' ? outcome.kind : 'nothing';
  const { hasAltDigits: _, isTooShortCode: __, ...shown } = facts;
  return { ...shown, read, advice: adviceOf({ ...facts, read }) };
}

function outcomeOf(pressed: readonly TrialKey[]): WedgeOutcome {
  let burst = IDLE;
  for (const key of pressed) {
    const step = wedgeKey(burst, key);
    if (step.outcome.kind !== 'nothing') return step.outcome;
    burst = step.burst;
  }
  return wedgeSilence(burst).outcome;
}

/** The code is there, only the way it came was not a scanner's. */
function wholeCode(digits: readonly (string | undefined)[]): ScanCode | undefined {
  const runs = digits.map((digit) => digit ?? ' ').join('');
  const code = parseScanCode(/\d{16}(?!\d)/.exec(runs)?.[0] ?? '');
  return code.ok ? code.value : undefined;
}

function around(
  digits: readonly (string | undefined)[],
  outcome: WedgeOutcome,
): { readonly prefix: number; readonly suffix: number } {
  // Behind the number of a card come its letters: they are no suffix.
  if (outcome.kind === 'card-id') return { prefix: 0, suffix: 0 };
  const first = digits.findIndex((digit) => digit !== undefined);
  const last = digits.findLastIndex((digit) => digit !== undefined);
  if (first < 0) return { prefix: 0, suffix: 0 };
  const ofCode = outcome.kind === 'slip' && outcome.hasPrefix ? last - 15 : first;
  return { prefix: Math.max(first, ofCode), suffix: digits.length - 1 - last };
}

type Facts = Omit<Trial, 'advice'> & { readonly hasAltDigits: boolean; readonly isTooShortCode: boolean };

function adviceOf(facts: Facts): readonly TrialAdvice[] {
  if (facts.meanGapMs > HAND_MEAN_GAP_MS || (facts.keys < FEWEST_KEYS && facts.read === 'nothing')) return ['by-hand'];
  if (facts.isTooShortCode) return ['short-code'];
  const shape: TrialAdvice[] = [
    ...(facts.prefix > 0 ? ['prefix' as const] : []),
    ...(facts.suffix > 0 ? ['suffix' as const] : []),
    ...(facts.ends.length === 0 ? ['no-terminator' as const] : []),
    ...(facts.ends.length > 1 ? ['two-terminators' as const] : []),
  ];
  if (facts.read !== 'nothing') return shape;
  if (facts.hasAltDigits) return ['alt-digits', ...shape];
  const isSlow = facts.meanGapMs > SLOW_MEAN_GAP_MS;
  return [isSlow ? 'slow' : 'not-sharp', ...shape];
}
