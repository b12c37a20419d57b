import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';

/** One `keydown`, as far as the detector needs it. */
export type WedgeKey = {
  /** Physical key ({@link KeyboardEvent.code}): the text depends on layout and input method, this does not. */
  readonly code: string;
  readonly timeMs: number;
  /** True with Ctrl, Alt or Meta: a command, never a scanner's digit. */
  readonly chord: boolean;
};

/** A run of digits, each soon after the one before. Empty between runs. */
export type Burst = { readonly digits: string; readonly firstMs: number; readonly lastMs: number };

export type WedgeOutcome =
  | { readonly kind: 'nothing' }
  /** The first digit of a run: what the focused field holds now is what to give back later. */
  | { readonly kind: 'began' }
  | { readonly kind: 'scanned'; readonly scanCode: ScanCode }
  /** A scanner surely, but not one of our codes, or not the whole of it: scan again, never look anything up. */
  | { readonly kind: 'misread'; readonly digits: number };

export type WedgeStep = { readonly burst: Burst; readonly outcome: WedgeOutcome };

export const IDLE: Burst = { digits: '', firstMs: 0, lastMs: 0 };

/** A pause longer than this ends a burst. Milliseconds. */
export const SILENCE_MS = 150;

// Measured: a scanner's mean gap is 3-28 ms, a quick hand's at least 60 ms.
const SLOWEST_MEAN_GAP_MS = 50;
const FEWEST_DIGITS_OF_A_SCANNER = 12;
const TERMINATORS: readonly string[] = ['Enter', 'NumpadEnter', 'Tab'];
const NEUTRAL: readonly string[] = ['ShiftLeft', 'ShiftRight', 'NumLock', 'CapsLock'];

/**
 * Tells a scanner that types from a hand, key by key, by speed alone. A scan is 16 digits with gaps of at most 150 ms
 * and 50 ms on average, ended by Enter, Tab or silence, whose check digits fit. Mistaking a very quick hand for a
 * scanner does no harm: a valid number means the same thing.
 */
export function wedgeKey(burst: Burst, key: WedgeKey): WedgeStep {
  if (NEUTRAL.includes(key.code)) return { burst, outcome: { kind: 'nothing' } };
  const digit = key.chord ? undefined : digitOfCode(key.code);
  const isSoon = burst.digits !== '' && key.timeMs - burst.lastMs <= SILENCE_MS;
  if (digit !== undefined) {
    if (!isSoon)
      return { burst: { digits: digit, firstMs: key.timeMs, lastMs: key.timeMs }, outcome: { kind: 'began' } };
    return { burst: { ...burst, digits: burst.digits + digit, lastMs: key.timeMs }, outcome: { kind: 'nothing' } };
  }
  const isEnd = isSoon && !key.chord && TERMINATORS.includes(key.code);
  // Any other key inside a burst: another kind of code, or a hand. Not ours.
  return { burst: IDLE, outcome: isEnd ? judge(burst) : { kind: 'nothing' } };
}

/** The same when {@link SILENCE_MS} passed without a key: scanners may be set up to send no Enter. */
export function wedgeSilence(burst: Burst): WedgeStep {
  return { burst: IDLE, outcome: judge(burst) };
}

/** The digit a physical key stands for, on the row or on the pad. */
export function digitOfCode(code: string): string | undefined {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
}

function judge(burst: Burst): WedgeOutcome {
  const count = burst.digits.length;
  const isScanner =
    count >= FEWEST_DIGITS_OF_A_SCANNER && (burst.lastMs - burst.firstMs) / (count - 1) <= SLOWEST_MEAN_GAP_MS;
  if (!isScanner) return { kind: 'nothing' };
  const scanCode = parseScanCode(burst.digits);
  return scanCode.ok ? { kind: 'scanned', scanCode: scanCode.value } : { kind: 'misread', digits: count };
}
