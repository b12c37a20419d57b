import { type Burst, IDLE, wedgeKey, type WedgeKey, type WedgeOutcome } from '../../../renderer/scan/wedge-detector.ts';

export type TypedKey = Pick<WedgeKey, 'code' | 'timeMs'> & Partial<WedgeKey>;

/** Born in 1990 in Phú Thọ; nobody's. */
export const CARD_DIGITS = '025190001234';
const CARD = `${CARD_DIGITS}||Le Thi Na|01021990|Nu|Khu 5, Trung Son, Phu Tho|10052021`;

/** The keys that the square code of a card is typed with where the layout is that of the United States. */
export function cardKeys(): readonly string[] {
  return CARD.split('').map(keyOf);
}

function keyOf(sign: string): string {
  if (/\d/.test(sign)) return `Digit${sign}`;
  if (/[a-z]/i.test(sign)) return `Key${sign.toUpperCase()}`;
  return { '|': 'Backslash', ' ': 'Space', ',': 'Comma' }[sign] ?? 'Slash';
}

export function digitKeys(digits: string, row: 'Digit' | 'Numpad' = 'Digit'): readonly string[] {
  return digits.split('').map((digit) => row + digit);
}

export function keysOf(codes: readonly string[], timeOf: (index: number) => number): readonly TypedKey[] {
  return codes.map((code, index) => ({ code, timeMs: timeOf(index) }));
}

export function pressEvenly(codes: readonly string[], gapMs: number) {
  return press(keysOf(codes, (index) => 1_000 + index * gapMs));
}

/** Presses one key after the other; answers what each led to and the burst that is left. */
export function press(keys: readonly TypedKey[]) {
  let burst: Burst = IDLE;
  const outcomes: WedgeOutcome[] = [];
  const swallowed: boolean[] = [];
  for (const { code, timeMs, chord = false } of keys) {
    const step = wedgeKey(burst, { code, timeMs, chord });
    burst = step.burst;
    outcomes.push(step.outcome);
    swallowed.push(step.swallow);
  }
  return { burst, outcomes, swallowed, last: outcomes.at(-1), lastSwallowed: swallowed.at(-1) };
}
