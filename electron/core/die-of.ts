/** Crash-only: a file that cannot be opened after all is met by the next start, which says why. */
export function dieOf(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
