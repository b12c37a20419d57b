import { idWarnings, partsOfCitizenNumber } from '../../domain/people/citizen-id.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';

/** One `keydown`, as far as the detector needs it. */
export type WedgeKey = {
  /** Physical key ({@link KeyboardEvent.code}): the text depends on layout and input method, this does not. */
  readonly code: string;
  readonly timeMs: number;
  /** True with Ctrl, Alt or Meta: a command, never a scanner's digit. */
  readonly chord: boolean;
};

/** A run of keys, each soon after the one before. Nothing but its digits can be read back from it. */
export type Burst = {
  /** One for each key: the digit, or {@link OTHER}. */
  readonly signs: string;
  readonly timesMs: readonly number[];
  /** Counts the keys since the beginning: the serial of the first sign. */
  readonly serial: number;
  /** Serials of the keys with which a scanner may have begun: what the field held before them is worth keeping. */
  readonly starts: readonly number[];
  /** When the last scan ended: a second terminator right behind it belongs to it. */
  readonly endedMs: number | undefined;
};

export type WedgeOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'slip'; readonly scanCode: ScanCode; readonly hasPrefix: boolean; readonly from: number }
  /** A citizen card: its number alone. The rest passed through a keyboard and cannot be trusted. */
  | { readonly kind: 'card-id'; readonly idNumber: string; readonly from: number }
  /** A scanner surely, but not one of our codes, or not the whole of it: scan again, never look anything up. */
  | {
      readonly kind: 'misread';
      readonly digits: number;
      readonly keys: number;
      readonly hasPrefix: boolean;
      readonly from: number;
    };

export type WedgeStep = {
  readonly burst: Burst;
  /** `from` is the serial of the scan's first key: the field is to be as it was before it. */
  readonly outcome: WedgeOutcome;
  /** The key surely is a scanner's: it must reach neither a field nor a button. */
  readonly swallow: boolean;
};

const NOTHING: WedgeOutcome = { kind: 'nothing' };

export const IDLE: Burst = { signs: '', timesMs: [], serial: 0, starts: [], endedMs: undefined };

/** A pause longer than this ends a slip that is whole. Milliseconds. */
export const SILENCE_MS = 150;
/** The same for anything else: the computer may have been busy, and more be on its way. */
const LONG_SILENCE_MS = 400;

// Measured: a scanner's mean gap is 3-28 ms, a quick hand's at least 60 ms.
const SLOWEST_MEAN_GAP_MS = 50;
const FEWEST_DIGITS_OF_A_SCANNER = 12;
/** The square code of a citizen card is at most half as long. */
const MOST_KEYS = 1_000;
const TERMINATORS: readonly string[] = ['Enter', 'NumpadEnter', 'Tab'];
/** CR and LF, as scanners type them that know no Enter: Ctrl+M, Ctrl+J. */
const TERMINATOR_CHORDS: readonly string[] = ['KeyM', 'KeyJ'];
const WRITES_NOTHING = /^(?:F\d+|Escape|Delete|Backspace|Insert|Home|End|Page\w+|Arrow\w+|ContextMenu)$/;
const NEUTRAL: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock'];

const OTHER = '*';
/** What a scanner may be set up to send before a code: other keys, or an AIM sign of two keys and a digit (`]C1`). */
const PREFIX = String.raw`(\*{1,6}|\*{2}\d)?`;
const SLIP = new RegExp(String.raw`^${PREFIX}(\d{16})\*{0,4}$`);
const CARD_NUMBER = new RegExp(String.raw`^${PREFIX}(\d{12})\*{0,4}$`);
/**
 * Number, bar, perhaps the former number, bar, name, bar, day of birth. All of it must be there: where one digit was lost,
 * others may have been. A health-insurance card has letters among digits where a former number would stand.
 */
const CARD = new RegExp(
  String.raw`^${PREFIX}(\d{12})\*(?:\d{9}|\d{12})?\*+(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?:\*|$)`,
);

/**
 * Tells a scanner that types from a hand, key by key, by speed alone. A scan is 12 digits or more with a mean gap of at
 * most 50 ms, ended by Enter, Tab or silence. What it says is taken only when it is the whole of one of our codes, its
 * check digits fit, or it has the shape of a citizen card. Mistaking a very quick hand for a scanner does no harm: a valid
 * number means the same thing.
 */
export function wedgeKey(burst: Burst, key: WedgeKey): WedgeStep {
  if (isNeutral(key.code)) return { burst, outcome: NOTHING, swallow: false };
  if (isEndOf(burst, key)) {
    const outcome = judge(burst);
    return { burst: over(burst, outcome, key.timeMs), outcome, swallow: outcome.kind !== 'nothing' };
  }
  if (isSecondEnd(burst, key)) {
    return { burst: { ...burst, endedMs: key.timeMs }, outcome: NOTHING, swallow: true };
  }
  if (isCommand(key) && scannerStart(burst) === undefined) {
    return { burst: over(burst, NOTHING), outcome: NOTHING, swallow: false };
  }
  if (isSoon(burst, key.timeMs)) {
    const longer = withKey(burst, key);
    return { burst: longer, outcome: NOTHING, swallow: scannerStart(longer) !== undefined };
  }
  // The silence was not noticed in time: what came before it is judged now, and the key begins anew.
  return { burst: withKey(over(burst, NOTHING), key), outcome: judge(burst), swallow: false };
}

/** The same when {@link silenceAfter} passed without a key: scanners may be set up to send no Enter. */
export function wedgeSilence(burst: Burst): WedgeStep {
  const outcome = judge(burst);
  // A run too short to be a scanner's goes on if its next key was only late on its way here.
  return { burst: outcome.kind === 'nothing' ? burst : over(burst, outcome), outcome, swallow: false };
}

/** How long to wait for the next key of a burst. Milliseconds. */
export function silenceAfter(burst: Burst): number {
  return judge(burst).kind === 'slip' ? SILENCE_MS : LONG_SILENCE_MS;
}

/** The digit a physical key stands for, on the row or on the pad. */
export function digitOfCode(code: string): string | undefined {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
}

export function isTerminator({ code, chord }: Pick<WedgeKey, 'code' | 'chord'>): boolean {
  return (chord ? TERMINATOR_CHORDS : TERMINATORS).includes(code);
}

/** Keys that change others, and keys that an input method sends under no name. */
export function isNeutral(code: string): boolean {
  return code === '' || code === 'Unidentified' || NEUTRAL.includes(code.replace(/Left$|Right$/, ''));
}

/** Writes nothing anywhere: a hand's, unless a scanner is surely typing. */
function isCommand({ code, chord }: WedgeKey): boolean {
  return chord || WRITES_NOTHING.test(code);
}

function isEndOf(burst: Burst, key: WedgeKey): boolean {
  if (!isSoon(burst, key.timeMs) || !isTerminator(key)) return false;
  return !key.chord || scannerStart(burst) !== undefined;
}

function isSecondEnd({ signs, endedMs }: Burst, key: WedgeKey): boolean {
  return signs === '' && endedMs !== undefined && isTerminator(key) && key.timeMs - endedMs <= SILENCE_MS;
}

function isSoon(burst: Burst, timeMs: number): boolean {
  const last = burst.timesMs.at(-1);
  return last !== undefined && timeMs - last <= silenceAfter(burst);
}

function withKey(burst: Burst, { code, timeMs, chord }: WedgeKey): Burst {
  const last = burst.timesMs.at(-1);
  const serial = burst.serial + burst.signs.length;
  // A hand may have typed just before the scanner: after every gap that is long for a machine one may have begun.
  const mayBegin = last === undefined || timeMs - last > SLOWEST_MEAN_GAP_MS;
  const longer: Burst = {
    ...burst,
    signs: burst.signs + ((chord ? undefined : digitOfCode(code)) ?? OTHER),
    timesMs: [...burst.timesMs, timeMs],
    starts: mayBegin ? [...burst.starts, serial] : burst.starts,
    endedMs: undefined,
  };
  return withoutSlowStarts(longer);
}

/** Starts that turned out to be a hand's are forgotten, and the keys before the first that is left with them. */
function withoutSlowStarts(burst: Burst): Burst {
  const starts = burst.starts.filter((start) => {
    const keys = keysFrom(burst, start);
    return keys.count < FEWEST_DIGITS_OF_A_SCANNER || (keys.isQuick && keys.count < MOST_KEYS);
  });
  const first = (starts[0] ?? burst.serial + burst.signs.length - 1) - burst.serial;
  return {
    ...burst,
    starts,
    signs: burst.signs.slice(first),
    timesMs: burst.timesMs.slice(first),
    serial: burst.serial + first,
  };
}

type Keys = { readonly signs: string; readonly count: number; readonly isQuick: boolean };

function keysFrom({ signs, timesMs, serial }: Burst, start: number): Keys {
  const from = start - serial;
  return {
    signs: signs.slice(from),
    count: signs.length - from,
    isQuick: isQuick(timesMs.slice(from)),
  };
}

/** One late key counts for nothing: the computer was busy. */
function isQuick(timesMs: readonly number[]): boolean {
  const gapsMs = timesMs.slice(1).map((timeMs, index) => timeMs - (timesMs[index] ?? timeMs));
  const othersMs = gapsMs.reduce((sum, gapMs) => sum + gapMs, 0) - Math.max(0, ...gapsMs);
  return othersMs <= SLOWEST_MEAN_GAP_MS * Math.max(1, gapsMs.length - 1);
}

/** The first key of what must be a scanner. */
function scannerStart(burst: Burst): number | undefined {
  return burst.starts.find((start) => isScanner(keysFrom(burst, start)));
}

function isScanner({ signs, isQuick }: Keys): boolean {
  return isQuick && digitsIn(signs) >= FEWEST_DIGITS_OF_A_SCANNER;
}

function over(burst: Burst, outcome: WedgeOutcome, timeMs = burst.timesMs.at(-1)): Burst {
  return {
    ...IDLE,
    serial: burst.serial + burst.signs.length,
    endedMs: outcome.kind === 'nothing' ? undefined : timeMs,
  };
}

function judge(burst: Burst): WedgeOutcome {
  // The newest start that makes sense: what stands before it may be a hand's.
  const scanners = burst.starts.filter((start) => isScanner(keysFrom(burst, start))).toReversed();
  for (const start of scanners) {
    const read = readFrom(burst, start);
    if (read) return read;
  }
  const [start] = scanners;
  if (start === undefined) return NOTHING;
  const from = firstOfSameHand(burst, start);
  const { signs } = keysFrom(burst, from);
  return { kind: 'misread', digits: digitsIn(signs), keys: signs.length, hasPrefix: signs.startsWith(OTHER), from };
}

function readFrom(burst: Burst, start: number): WedgeOutcome | undefined {
  const read = readSigns(keysFrom(burst, start).signs);
  if (!read) return undefined;
  const from = firstOfSameHand(burst, start);
  if (read.kind === 'slip') return { ...read, hasPrefix: read.hasPrefix || from < start, from };
  // No check digits: the end of something longer may look like a card's number.
  const whole = readSigns(keysFrom(burst, from).signs);
  return whole?.kind === 'card-id' && whole.idNumber === read.idNumber ? { ...read, from } : undefined;
}

/** What came before `start` as quickly is the scanner's too: a prefix, or digits before the computer stood still. */
function firstOfSameHand(burst: Burst, start: number): number {
  const before = burst.starts.find((earlier) => {
    const from = earlier - burst.serial;
    const to = start - burst.serial;
    if (to - from === 1) return /^\d{13,16}$/.test(burst.signs.slice(from));
    const lastedMs = (burst.timesMs[to - 1] ?? 0) - (burst.timesMs[from] ?? 0);
    return from < to && lastedMs / (to - from - 1) <= SLOWEST_MEAN_GAP_MS;
  });
  return before ?? start;
}

type Read =
  | { readonly kind: 'slip'; readonly scanCode: ScanCode; readonly hasPrefix: boolean }
  | { readonly kind: 'card-id'; readonly idNumber: string };

function readSigns(signs: string): Read | undefined {
  const [, prefix, digits] = SLIP.exec(signs) ?? [];
  const scanCode = digits === undefined ? undefined : parseScanCode(digits);
  if (scanCode?.ok) return { kind: 'slip', scanCode: scanCode.value, hasPrefix: prefix !== undefined };
  const idNumber = CARD.exec(signs)?.[2] ?? likelyIdNumber(CARD_NUMBER.exec(signs)?.[2]);
  return idNumber === undefined ? undefined : { kind: 'card-id', idNumber };
}

/** Twelve digits alone may be what is left of a slip: only what can be somebody's number is taken for one. */
function likelyIdNumber(digits: string | undefined): string | undefined {
  const parts = digits === undefined ? undefined : partsOfCitizenNumber(digits);
  if (digits === undefined || !parts || parts.birthYear >= 2_100) return undefined;
  // The day matters to older numbers only.
  return idWarnings({ idNumber: digits, day: ANY_DAY }).length === 0 ? digits : undefined;
}

const ANY_DAY = plainDate('2025-07-01');

function digitsIn(signs: string): number {
  return signs.replaceAll(OTHER, '').length;
}
