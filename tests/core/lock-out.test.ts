import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../domain/dossier-event.ts';
import { LockOut, waitAfterMs } from '../../electron/core/lock-out.ts';
import { refusalOf } from '../domain/fixtures.ts';

const MINUTE_MS = 60_000;
const KEY = '00000000000a';

class Machine {
  readonly rows = new Map<string, JsonObject>();
  nowMs = 5_000;
  puts = 0;
  isFull = false;
  lockOut = this.start();

  start(): LockOut {
    return new LockOut({
      memory: {
        find: (key) => this.rows.get(key),
        put: (key, state) => {
          if (this.isFull) throw new Error('disk full');
          this.puts += 1;
          this.rows.set(key, state);
        },
      },
      monotonicMs: () => this.nowMs,
    });
  }

  /** A clock of the running time begins anew with each start. */
  restart(): void {
    this.nowMs = 0;
    this.lockOut = this.start();
  }

  wrongTries(count: number): void {
    for (let i = 0; i < count; i += 1) expect(this.lockOut.takeTry(KEY).ok).toBe(true);
  }
}

describe('wrong tries', () => {
  test('cost nothing up to the fourth; the fifth costs a minute, each further one twice as much, fifteen at most', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 5_000].map((failures) => waitAfterMs(failures) / MINUTE_MS)).toEqual([
      0, 0, 1, 2, 4, 8, 15, 15, 15,
    ]);
  });

  test('have to be waited for to the last millisecond', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    expect(refusalOf(machine.lockOut.takeTry(KEY))).toEqual({ code: 'must-wait', waitMs: MINUTE_MS });
    machine.nowMs += MINUTE_MS - 1;
    expect(refusalOf(machine.lockOut.takeTry(KEY))).toEqual({ code: 'must-wait', waitMs: 1 });
    machine.nowMs += 1;
    machine.wrongTries(1);
    expect(machine.lockOut.leftMs(KEY)).toBe(2 * MINUTE_MS);
  });

  test('that were not admitted do not count', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    for (let i = 0; i < 20; i += 1) machine.lockOut.takeTry(KEY);
    expect(machine.rows.get(KEY)).toMatchObject({ failures: 5 });
  });

  test('of one account leave another’s alone', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    expect(machine.lockOut.leftMs('00000000000b')).toBe(0);
    expect(machine.lockOut.takeTry('00000000000b').ok).toBe(true);
  });

  test('are forgotten when cleared, and cost nothing again up to the fourth', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    machine.lockOut.clear(KEY);
    machine.wrongTries(4);
    expect(machine.lockOut.leftMs(KEY)).toBe(0);
  });
});

describe('a restart', () => {
  test('begins anew what was left as last kept', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    machine.nowMs += 50_000;
    machine.restart();
    expect(machine.lockOut.leftMs(KEY)).toBe(MINUTE_MS);
    machine.nowMs += 40_000;
    expect(refusalOf(machine.lockOut.takeTry(KEY)).waitMs).toBe(20_000);
    machine.restart();
    expect(machine.lockOut.leftMs(KEY)).toBe(20_000);
    machine.nowMs += 20_000;
    expect(machine.lockOut.takeTry(KEY).ok).toBe(true);
  });

  test('forgets no wrong try', () => {
    const machine = new Machine();
    for (let i = 0; i < 5; i += 1) {
      machine.wrongTries(1);
      machine.restart();
    }
    expect(machine.lockOut.takeTry(KEY).ok).toBe(false);
  });

  test('counts the time since the start also where nobody tried', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    machine.restart();
    machine.nowMs += MINUTE_MS;
    expect(machine.lockOut.takeTry(KEY).ok).toBe(true);
  });
});

describe('what is kept', () => {
  test('is written before the answer, so that a try cut short counts', () => {
    const machine = new Machine();
    machine.wrongTries(1);
    expect(machine.rows.get(KEY)).toEqual({ failures: 1, waitMs: 0 });
  });

  test('is not written at each try that has to wait', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    const before = machine.puts;
    for (let i = 0; i < 300; i += 1) {
      machine.nowMs += 100;
      machine.lockOut.takeTry(KEY);
    }
    expect(machine.puts - before).toBeLessThanOrEqual(3);
  });

  test('is nothing where nothing was tried', () => {
    const machine = new Machine();
    machine.lockOut.clear(KEY);
    expect(machine.puts).toBe(0);
  });

  test('admits no try that cannot be written, and begins the wait again', () => {
    const machine = new Machine();
    machine.wrongTries(5);
    machine.nowMs += MINUTE_MS;
    machine.isFull = true;
    expect(() => machine.lockOut.takeTry(KEY)).toThrow('disk full');
    machine.isFull = false;
    expect(machine.lockOut.leftMs(KEY)).toBe(MINUTE_MS);
  });

  test('counts as the longest wait where it cannot be read', () => {
    const unreadable: readonly JsonObject[] = [
      {},
      { failures: 0 },
      { failures: -1, waitMs: 0 },
      { failures: 0.5, waitMs: 0 },
      { failures: 2, waitMs: -1 },
      { failures: 2, waitMs: '0' },
      { failures: 2, waitMs: 1e12 },
    ];
    for (const row of unreadable) {
      const machine = new Machine();
      machine.rows.set(KEY, row);
      expect(machine.lockOut.leftMs(KEY)).toBe(15 * MINUTE_MS);
      machine.nowMs += 15 * MINUTE_MS;
      machine.wrongTries(1);
      expect(machine.lockOut.leftMs(KEY)).toBe(15 * MINUTE_MS);
    }
  });
});
