import { expect, test } from 'vitest';
import { ServerClock } from '../../sync/server-clock.ts';

const MINUTE = 60_000;

function clock(): { read: () => number | undefined; pass: (ms: number) => void; set: (by: number) => void } {
  let now = 1_000_000;
  let elapsed = 5_000;
  const server = new ServerClock(
    1_000_400,
    () => now,
    () => elapsed,
  );
  return {
    read: () => server.aheadMs(),
    pass: (ms) => {
      now += ms;
      elapsed += ms;
    },
    set: (by) => {
      now += by;
    },
  };
}

test('a server’s clock goes on between two talks', () => {
  const { read, pass } = clock();
  expect(read()).toBe(400);
  pass(30 * MINUTE);
  expect(read()).toBe(400);
});

test('a wall clock that is set back is told by it at once', () => {
  const { read, pass, set } = clock();
  pass(MINUTE);
  set(-60 * MINUTE);
  expect(read()).toBe(400 + 60 * MINUTE);
});

test('after a leap forward nothing is known: the computer may have slept', () => {
  const { read, set } = clock();
  set(8 * 60 * MINUTE);
  expect(read()).toBeUndefined();
});
