import { describe, expect, test } from 'vitest';
import { eventsAhead, sameVector } from '../../domain/version-vector.ts';

const A = { seq: 3, hash: 'aa' };
const B = { seq: 5, hash: 'bb' };

describe('two replicas hold the same events', () => {
  test('when every log ends at the same place with the same hash', () => {
    expect(sameVector({ x: A, y: B }, { y: { ...B }, x: { ...A } })).toBe(true);
    expect(sameVector({}, {})).toBe(true);
  });

  test('not when one has a log the other lacks, whichever side asks', () => {
    expect(sameVector({ x: A }, { x: A, y: B })).toBe(false);
    expect(sameVector({ x: A, y: B }, { x: A })).toBe(false);
    expect(sameVector({ x: A }, { y: A })).toBe(false);
  });

  test('not when a log is longer, nor when it forked at the same length', () => {
    expect(sameVector({ x: A }, { x: { ...A, seq: 4 } })).toBe(false);
    expect(sameVector({ x: A }, { x: { ...A, hash: 'ab' } })).toBe(false);
  });

  test('not when a log is called like something every object has', () => {
    expect(sameVector({ constructor: A }, { toString: A })).toBe(false);
  });
});

describe('events ahead', () => {
  test('are those the other lacks, summed over the logs', () => {
    expect(eventsAhead({ x: A, y: B }, { y: { seq: 1, hash: 'b1' } })).toBe(3 + 4);
  });

  test('are none where the other is further, and do not cancel what it lacks', () => {
    expect(eventsAhead({ x: A }, { x: B })).toBe(0);
    expect(eventsAhead({ x: A, y: A }, { x: B })).toBe(3);
    expect(eventsAhead({}, { x: A })).toBe(0);
  });
});
