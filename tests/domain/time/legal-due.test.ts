import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { legalDueFor } from '../../../domain/time/legal-due.ts';
import { refusalOf, RULES, valueOf } from '../fixtures.ts';

describe('the limit of the law beside that of the province', () => {
  const receivedAt = localMoment('2020-04-20T08:30');
  const THREE: ProcedureLimit = { kind: 'working-days', days: 3 };
  const FIVE: ProcedureLimit = { kind: 'working-days', days: 5 };
  const NONE: ProcedureLimit = { kind: 'none' };

  test('both ends are kept', () => {
    expect(valueOf(legalDueFor({ limit: THREE, statutoryLimit: FIVE }, receivedAt, RULES))).toEqual({
      local: '2020-04-23T12:00',
      statutory: '2020-04-27T12:00',
    });
  });

  test.each([
    ['the law names nothing of its own', { limit: THREE }],
    ['the law leaves it open', { limit: THREE, statutoryLimit: NONE }],
    ['the province leaves it open', { limit: NONE, statutoryLimit: THREE }],
  ])('one stands for both where %s', (_why, limits) => {
    expect(valueOf(legalDueFor(limits, receivedAt, RULES))).toEqual({
      local: '2020-04-23T12:00',
      statutory: '2020-04-23T12:00',
    });
  });

  test('no limit at all is refused, and so is a calendar that stops before either end', () => {
    expect(refusalOf(legalDueFor({ limit: NONE }, receivedAt, RULES))).toEqual({ code: 'no-limit-published' });
    const lastDays = localMoment('2027-12-28T08:30');
    expect(refusalOf(legalDueFor({ limit: THREE, statutoryLimit: FIVE }, lastDays, RULES))).toEqual({
      code: 'calendar-ends-too-soon',
      until: '2027-12-31',
    });
  });
});
