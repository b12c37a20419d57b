const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait before try number `failures + 1`, in ms: doubling, capped at 15 minutes, between half and all of it.
 * `chance` in [0, 1) keeps seventeen counters from coming back in the same second.
 */
export function backoffMs(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return Math.round(whole * (0.5 + chance / 2));
}
