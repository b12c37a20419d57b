import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftKeeper, type Keeping } from '../../renderer/intake/draft-keeper.ts';

const KEPT: Keeping = { isKept: true };

/** What was sent, and answers that are given by hand. */
function spool() {
  const sent: (string | undefined)[] = [];
  const answers: ((outcome: Keeping) => void)[] = [];
  const outcomes: Keeping[] = [];
  const keeper = new DraftKeeper({
    send: (content) => {
      sent.push(content);
      return new Promise((resolve) => answers.push(resolve));
    },
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const answer = async (outcome: Keeping = KEPT): Promise<void> => {
    answers.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { keeper, sent, answer, outcomes };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('typing', () => {
  test('is kept a moment after the last key, not at each one', async () => {
    const { keeper, sent } = spool();
    keeper.begin(undefined);
    for (const content of ['H', 'Ho', 'Hoà']) {
      keeper.want(content);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['Hoà']);
  });

  test('is kept at once when a field is left', () => {
    const { keeper, sent } = spool();
    keeper.begin(undefined);
    keeper.want('Hoàng');
    keeper.flush();
    expect(sent).toEqual(['Hoàng']);
  });

  test('goes out one at a time, and the newest comes last whatever the disk does', async () => {
    const { keeper, sent, answer } = spool();
    keeper.begin(undefined);
    keeper.want('a');
    keeper.flush();
    keeper.want('b');
    keeper.flush();
    keeper.want('c');
    keeper.flush();
    expect(sent).toEqual(['a']);
    await answer();
    expect(sent).toEqual(['a', 'c']);
    await answer();
    expect(sent).toEqual(['a', 'c']);
  });

  test('that comes back to what is kept writes nothing', async () => {
    const { keeper, sent } = spool();
    keeper.want('a');
    keeper.begin('a');
    keeper.want('ab');
    keeper.want('a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
  });

  test('that was removed is removed', async () => {
    const { keeper, sent } = spool();
    keeper.want('a');
    keeper.begin('a');
    keeper.want(undefined);
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toEqual([undefined]);
  });

  test('before it is known what is there already overwrites nothing', async () => {
    const { keeper, sent } = spool();
    keeper.want('a');
    keeper.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    keeper.begin('old');
    expect(sent).toEqual(['a']);
  });
});

describe('a disk that says no', () => {
  test('is asked again by itself, and said so until it says yes', async () => {
    const { keeper, sent, answer, outcomes } = spool();
    keeper.begin(undefined);
    keeper.want('a');
    keeper.flush();
    await answer({ isKept: false, why: 'đầy' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(['a', 'a']);
    await answer();
    expect(outcomes).toEqual([{ isKept: false, why: 'đầy' }, KEPT]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });
});

describe('a reception', () => {
  test('begins when nothing is on its way any more', async () => {
    const { keeper, answer } = spool();
    keeper.begin(undefined);
    keeper.want('a');
    keeper.flush();
    const resting = vi.fn();
    void keeper.rest().then(resting);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(resting).not.toHaveBeenCalled();
    await answer();
    expect(resting).toHaveBeenCalled();
  });

  test('that was kept leaves no draft of itself', async () => {
    const { keeper, sent } = spool();
    keeper.want('a');
    keeper.begin('a');
    keeper.want('ab');
    await keeper.rest();
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.want(undefined);
    keeper.goOn(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
  });

  test('that was refused goes on keeping what was typed meanwhile', async () => {
    const { keeper, sent } = spool();
    keeper.want('a');
    keeper.begin('a');
    await keeper.rest();
    keeper.want('ab');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    keeper.goOnUnchanged();
    expect(sent).toEqual(['ab']);
  });
});
