import { describe, expect, test } from 'vitest';
import { CONTRACT, COPY_FROM_ORIGINAL, SIGNATURE } from '../../domain/catalogue/certification-procedures.ts';
import { BIRTH_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { PERMANENT_RESIDENCE } from '../../domain/catalogue/residence-procedures.ts';
import { isMostlyOnTheSpot, mayBeOnTheSpot } from '../../domain/on-the-spot.ts';

describe('nhận và trả ngay', () => {
  test.for([
    ['certified copies', COPY_FROM_ORIGINAL, true, true],
    ['certified signatures', SIGNATURE, true, true],
    ['a contract that has two days', CONTRACT, true, false],
    ['a birth, promised for the same day', BIRTH_REGISTRATION, true, false],
    ['a residence that takes a week', PERMANENT_RESIDENCE, false, false],
    ['copies in which the body above has a part', { ...COPY_FROM_ORIGINAL, linkedSteps: [] }, false, false],
  ] as const)('of %s', ([, procedure, may, mostly]) => {
    expect([mayBeOnTheSpot(procedure), isMostlyOnTheSpot(procedure)]).toEqual([may, mostly]);
  });
});
