import { describe, expect, test } from 'vitest';
import {
  catalogueDiff,
  proceduresToPublish,
  withoutRowsToFix,
} from '../../../domain/catalogue-import/catalogue-diff.ts';
import { readCatalogue } from '../../../domain/catalogue-import/read-catalogue.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { Procedure } from '../../../domain/procedure.ts';
import { BIRTH, COOPERATIVE, procedureOf } from '../fixtures.ts';
import { CONTEXT, dirtyCatalogue, KNOWN } from './known.ts';

const TODAY = plainDate('2026-01-05');
const MARRIAGE = procedureOf('1.000894');

/** `procedure` as published by a later catalogue. */
function published(procedure: Procedure, day: string, members: Partial<Procedure> = {}): Procedure {
  return { ...procedure, version: day, effectiveFrom: plainDate(day), ...members };
}

describe('what an incoming catalogue changes', () => {
  test('a version that differs in nothing but its label and its day is unchanged', () => {
    const incoming = published(BIRTH, '2026-02-01');
    const diff = catalogueDiff([BIRTH], [incoming], TODAY);
    expect(diff).toEqual({ added: [], changed: [], unchanged: [incoming], ended: [], clashes: [] });
    expect(proceduresToPublish(diff)).toEqual([]);
  });

  test('a code nobody knows is added', () => {
    const incoming = published(MARRIAGE, '2026-02-01');
    const diff = catalogueDiff([BIRTH], [published(BIRTH, '2026-02-01'), incoming], TODAY);
    expect(diff).toMatchObject({ added: [incoming], changed: [], ended: [], clashes: [] });
    expect(proceduresToPublish(diff)).toEqual([incoming]);
  });

  test('the members that differ are named', () => {
    const after = published(BIRTH, '2026-02-01', {
      name: 'Đăng ký khai sinh',
      limit: { kind: 'working-days', days: 2 },
      localSuffix: 'H44',
    });
    const diff = catalogueDiff([BIRTH], [after], TODAY);
    expect(diff.changed).toEqual([{ before: BIRTH, after, what: ['localSuffix', 'name', 'limit'] }]);
    expect(proceduresToPublish(diff)).toEqual([after]);
  });

  test('what is in force and not in the file is listed, and publishing does not touch it', () => {
    const diff = catalogueDiff([BIRTH, COOPERATIVE], [published(BIRTH, '2026-02-01')], TODAY);
    expect(diff.ended).toEqual([COOPERATIVE]);
    expect(proceduresToPublish(diff)).toEqual([]);
  });

  test('what was not in force any more has not ended now', () => {
    const past = { ...COOPERATIVE, effectiveTo: plainDate('2025-06-30') };
    expect(catalogueDiff([BIRTH, past], [published(BIRTH, '2026-02-01')], TODAY).ended).toEqual([]);
  });

  test('another content from the same day on is a clash and is not published', () => {
    const after: Procedure = { ...BIRTH, version: 'khác', name: 'Đăng ký khai sinh' };
    const diff = catalogueDiff([BIRTH], [after], TODAY);
    expect(diff).toMatchObject({ changed: [], clashes: [{ before: BIRTH, after, what: ['name'] }] });
    expect(proceduresToPublish(diff)).toEqual([]);
  });

  test('of two versions of one day, the one that says the same decides', () => {
    const corrected: Procedure = { ...BIRTH, version: 'sửa', name: 'Đăng ký khai sinh' };
    const again = { ...corrected, version: 'lại' };
    expect(catalogueDiff([BIRTH, corrected], [again], TODAY)).toMatchObject({ unchanged: [again], clashes: [] });
  });

  test('a version older than the one in force is a clash: it would never hold', () => {
    const now = published(BIRTH, '2025-07-01', { name: 'Đăng ký khai sinh' });
    const diff = catalogueDiff([BIRTH, now], [published(BIRTH, '2023-01-01', { alias: 'Sinh' })], TODAY);
    expect(diff.clashes.map(({ before }) => before)).toEqual([now]);
    expect(proceduresToPublish(diff)).toEqual([]);
  });

  test('a version to come is held against the one in force by then', () => {
    const next = published(BIRTH, '2026-03-01', { name: 'Đăng ký khai sinh' });
    const diff = catalogueDiff([BIRTH, next], [published(next, '2026-04-01')], TODAY);
    expect(diff.unchanged).toHaveLength(1);
    const back = published(BIRTH, '2026-04-01');
    expect(catalogueDiff([BIRTH, next], [back], TODAY).changed).toEqual([
      { before: next, after: back, what: ['name'] },
    ]);
  });

  test('an incoming version that comes twice counts once, and two that contradict each other clash', () => {
    const incoming = published(MARRIAGE, '2026-02-01');
    expect(catalogueDiff([], [incoming, incoming], TODAY).added).toEqual([incoming]);
    const other = { ...incoming, name: 'Kết hôn' };
    const diff = catalogueDiff([], [incoming, other], TODAY);
    expect(diff).toMatchObject({ added: [], clashes: [{ before: incoming, after: other, what: ['name'] }] });
  });
});

describe('the dirty file against what the counter has', () => {
  const { accepted, toFix } = readCatalogue(dirtyCatalogue(), CONTEXT);
  const incoming = accepted.map(({ procedure }) => procedure);
  const diff = catalogueDiff(KNOWN, incoming, CONTEXT.day);

  test('shows every accepted code once', () => {
    const shown = [...diff.added, ...diff.unchanged, ...diff.changed.map(({ after }) => after)].map(({ code }) => code);
    expect(diff.clashes).toEqual([]);
    expect(shown.toSorted()).toEqual([...new Set(incoming.map(({ code }) => code))].toSorted());
  });

  test('a procedure whose row is still to fix has not ended', () => {
    expect(diff.ended.map(({ code }) => code)).toEqual(['1.004859', '2.000635', '2.000884']);
    expect(withoutRowsToFix(diff, toFix)).toEqual({ ...diff, ended: [] });
  });

  test('once published, the same file changes nothing', () => {
    const again = catalogueDiff([...KNOWN, ...proceduresToPublish(diff)], incoming, CONTEXT.day);
    expect(again).toMatchObject({ added: [], changed: [], clashes: [] });
  });
});
