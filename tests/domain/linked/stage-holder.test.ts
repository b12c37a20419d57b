import { describe, expect, test } from 'vitest';
import { DOSSIER_STATES } from '../../../domain/lifecycle/dossier-state.ts';
import { TRANSITIONS } from '../../../domain/lifecycle/transition.ts';
import { contradictionsOf, mayState, speakerOf } from '../../../domain/linked/stage-holder.ts';
import { lived, type Line, LINKED } from '../report/life.ts';

const RECEPTION: readonly Line[] = [
  ['received', '2020-04-06T08:15', LINKED],
  ['processing-started', '2020-04-06T08:30'],
];
const SENT: readonly Line[] = [
  ...RECEPTION,
  ['commune-part-finished', '2020-04-08T10:00'],
  ['transfer-sent', '2020-04-08T14:00'],
];
const ABOVE: readonly Line[] = [...SENT, ['transfer-received', '2020-04-08T15:00']];
const READY: readonly Line[] = [
  ...ABOVE,
  ['upstream-result-issued', '2020-04-20T09:00'],
  ['upstream-result-arrived', '2020-04-21T09:00'],
];

describe('who may say what', () => {
  test('the body above signs for what comes up, returns it and issues its result; all else is the commune', () => {
    const kinds = Object.keys(TRANSITIONS) as readonly (keyof typeof TRANSITIONS)[];
    expect(kinds.filter((kind) => speakerOf(kind) === 'upstream')).toEqual([
      'transfer-received',
      'transfer-rejected',
      'upstream-returned',
      'upstream-result-issued',
    ]);
    expect(speakerOf('fee-collected')).toBe('commune');
  });

  test('the body above has its say between the way up and its result, and nowhere else', () => {
    const kinds = Object.keys(TRANSITIONS) as readonly (keyof typeof TRANSITIONS)[];
    const states = DOSSIER_STATES.filter((state): state is Exclude<typeof state, 'draft'> => state !== 'draft');
    const where = states.filter((state) => kinds.some((kind) => mayState('upstream', kind, state)));
    expect(where).toEqual(['in-transfer-up', 'upstream-in-progress']);
  });

  test('no fact in any state may be said by both', () => {
    for (const state of DOSSIER_STATES) {
      if (state === 'draft') continue;
      for (const kind of Object.keys(TRANSITIONS) as readonly (keyof typeof TRANSITIONS)[]) {
        expect(mayState('commune', kind, state) && mayState('upstream', kind, state)).toBe(false);
      }
    }
  });

  test.each([
    ['commune', 'transfer-sent', 'awaiting-transfer-up', true],
    ['commune', 'result-issued', 'upstream-in-progress', false],
    ['upstream', 'result-issued', 'in-progress', false],
    ['upstream', 'upstream-result-issued', 'in-transfer-up', false],
    ['commune', 'withdrawn', 'upstream-in-progress', true],
    ['commune', 'upstream-result-arrived', 'in-transfer-down', true],
  ] as const)('that the %s says "%s" in "%s" is right: %s', (...[speaker, kind, state, expected]) => {
    expect(mayState(speaker, kind, state)).toBe(expected);
  });
});

describe('contradictions', () => {
  test('there are none where every fact fits', () => {
    expect(contradictionsOf(lived(...READY))).toEqual([]);
  });

  test('say what they met and what had brought the dossier there', () => {
    expect(contradictionsOf(lived(...ABOVE, ['result-issued', '2020-04-09T09:00']))).toEqual([
      {
        place: { log: 'a', seq: 6 },
        kind: 'result-issued',
        stateThen: 'upstream-in-progress',
        against: { log: 'a', seq: 5, kind: 'transfer-received' },
        whose: 'commune',
        suggestion: 'set-aside',
      },
    ]);
  });

  test('a second reception and a second hand-over are set aside, against the first', () => {
    const handedOver: Line = ['result-handed-over', '2020-04-22T09:00'];
    const received: Line = ['received', '2020-04-22T10:00', LINKED];
    const [second, third] = contradictionsOf(lived(...READY, handedOver, received, handedOver));
    expect(second).toMatchObject({ suggestion: 'set-aside', against: { kind: 'received', seq: 1 } });
    expect(third).toMatchObject({ suggestion: 'set-aside', against: { kind: 'result-handed-over', seq: 8 } });
  });

  test('a hand-over is accepted though the dossier was withdrawn: the paper is with the citizen', () => {
    const withdrawn = lived(
      ...RECEPTION,
      ['withdrawn', '2020-04-07T09:00'],
      ['result-handed-over', '2020-04-07T10:00'],
    );
    expect(contradictionsOf(withdrawn)).toMatchObject([{ suggestion: 'accept', stateThen: 'withdrawn' }]);
  });

  test('of a voided dossier that was handed over nothing is suggested', () => {
    const [both] = contradictionsOf(
      lived(...RECEPTION, ['voided', '2020-04-07T09:00'], ['result-handed-over', '2020-04-07T10:00']),
    );
    expect(both).toMatchObject({ whose: 'commune', stateThen: 'voided' });
    expect(both?.suggestion).toBeUndefined();
  });

  test('about a dossier at its end are set aside', () => {
    const late = lived(...RECEPTION, ['withdrawn', '2020-04-07T09:00'], ['signature-requested', '2020-04-07T10:00']);
    expect(contradictionsOf(late)).toMatchObject([{ suggestion: 'set-aside' }]);
    const early = lived(...RECEPTION, ['signature-declined', '2020-04-07T09:00'], ['withdrawn', '2020-04-07T10:00']);
    expect(contradictionsOf(early)).toMatchObject([{ stateThen: 'in-progress', suggestion: 'set-aside' }]);
  });

  test('of the body above about what it has no say in are set aside', () => {
    const returned: Line = ['upstream-returned', '2020-04-22T09:00'];
    expect(contradictionsOf(lived(...READY, returned))).toMatchObject([{ whose: 'upstream', suggestion: 'set-aside' }]);
  });

  test('of the body above about what it has not signed for yet are left open, and accepted once it has', () => {
    const issued: Line = ['upstream-result-issued', '2020-04-09T09:00'];
    const [before] = contradictionsOf(lived(...SENT, issued));
    expect(before).toMatchObject({ whose: 'upstream', stateThen: 'in-transfer-up' });
    expect(before?.suggestion).toBeUndefined();
    const [after] = contradictionsOf(lived(...SENT, issued, ['transfer-received', '2020-04-08T15:00']));
    expect(after).toMatchObject({ stateThen: 'in-transfer-up', suggestion: 'accept' });
  });

  test('that a person has settled are none any more', () => {
    const settled: Line = ['contradiction-settled', '2020-04-10T09:00', { of: { log: 'a', seq: 6 }, accepts: false }];
    expect(contradictionsOf(lived(...ABOVE, ['result-issued', '2020-04-09T09:00'], settled))).toEqual([]);
  });
});
