import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { procedureDifferences } from '../../domain/procedure-difference.ts';
import type { Procedure, RequiredPaper } from '../../domain/procedure.ts';
import { BIRTH } from './fixtures.ts';

const [PAPER, OTHER] = BIRTH.requiredPapers;
const [DUTY] = BIRTH.fees;
if (!PAPER || !OTHER || !DUTY) throw new Error('birth registration asks for papers and a duty');

const changedTo = (members: Partial<Procedure>) => procedureDifferences(BIRTH, { ...BIRTH, ...members });

describe('what a version says differently', () => {
  test('its name and its field are said with the old and the new text', () => {
    expect(changedTo({ name: 'Đăng ký khai sinh' })).toEqual([
      { kind: 'text', what: 'name', before: BIRTH.name, after: 'Đăng ký khai sinh' },
    ]);
    expect(changedTo({ field: 'Hộ tịch, chứng thực' })).toMatchObject([{ kind: 'text', what: 'field' }]);
  });

  test('a longer time limit', () => {
    const limit = { kind: 'working-days', days: 3 } as const;
    expect(changedTo({ limit })).toEqual([{ kind: 'limit', before: BIRTH.limit, after: limit }]);
  });

  test('a paper that is asked for no more, and one that is new', () => {
    const added: RequiredPaper = { ...PAPER, id: 'another', name: 'Giấy cam đoan' };
    expect(changedTo({ requiredPapers: [...BIRTH.requiredPapers.slice(1), added] })).toEqual([
      { kind: 'paper-removed', paper: PAPER },
      { kind: 'paper-added', paper: added },
    ]);
  });

  test('one original more of a paper is a change of it', () => {
    const more = { ...PAPER, originals: PAPER.originals + 1 };
    expect(changedTo({ requiredPapers: [more, ...BIRTH.requiredPapers.slice(1)] })).toEqual([
      { kind: 'paper-changed', before: PAPER, after: more },
    ]);
  });

  test('a paper that only has another id is the same paper', () => {
    const renamed = BIRTH.requiredPapers.map((paper, i) => ({ ...paper, id: `p${i}` }));
    expect(changedTo({ requiredPapers: renamed })).toEqual([]);
  });

  test('the order of the papers says nothing', () => {
    expect(changedTo({ requiredPapers: BIRTH.requiredPapers.toReversed() })).toEqual([]);
  });

  test('a duty of another amount is changed, and one of another id has gone and come', () => {
    const flat = { ...DUTY, amount: { kind: 'flat', vnd: 8_000, per: 'dossier' } } as const;
    expect(changedTo({ fees: [flat] })).toEqual([{ kind: 'fee-changed', before: DUTY, after: flat }]);
    const other = { ...DUTY, id: 'late-duty' };
    expect(changedTo({ fees: [other] })).toEqual([
      { kind: 'fee-removed', rule: DUTY },
      { kind: 'fee-added', rule: other },
    ]);
  });

  test('what is less asked for is said at the end, by its name alone', () => {
    expect(changedTo({ acceptsPost: false, level: 'upstream' })).toEqual([
      { kind: 'level', before: 'commune', after: 'upstream' },
      { kind: 'other', what: 'acceptsPost' },
    ]);
  });

  test('another day, another name of the publication and other letters to type say nothing', () => {
    const version = { version: '2026-01-01', effectiveFrom: plainDate('2026-01-01'), shortcuts: ['kks'] };
    expect(changedTo(version)).toEqual([]);
  });
});

test('a version differs in nothing from itself, and as much there as back', () => {
  const procedure = fc.constantFrom(...COUNTER_PROCEDURES);
  fc.assert(
    fc.property(procedure, procedure, (a, b) => {
      expect(procedureDifferences(a, a)).toEqual([]);
      const [there, back] = [procedureDifferences(a, b), procedureDifferences(b, a)];
      const count = (of: typeof there, kind: string) => of.filter((each) => each.kind === kind).length;
      expect(count(there, 'paper-added')).toBe(count(back, 'paper-removed'));
      expect(count(there, 'fee-added')).toBe(count(back, 'fee-removed'));
    }),
  );
});
