import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { UPSTREAM_PROCEDURES } from '../../../domain/catalogue/upstream-procedures.ts';
import { UPSTREAM_SUCCESSORS } from '../../../domain/catalogue/upstream-successors.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { identityTrouble } from '../../../domain/report/identity-trouble.ts';
import { report06a } from '../../../domain/report/report-06a.ts';
import { COOPERATIVE, frozen } from '../fixtures.ts';
import { appointmentAt, lived, type Line, LINKED } from './life.ts';

const CATALOGUE = [...COMMUNE_PROCEDURES, ...UPSTREAM_PROCEDURES, ...UPSTREAM_SUCCESSORS];
const APRIL = { from: plainDate('2020-04-01'), until: plainDate('2020-04-30') };
const DUE = appointmentAt('2020-04-22T12:00');

function received(at = '2020-04-20T08:15', differs: object = {}): readonly Line[] {
  return [
    ['received', at, { receivedAt: localMoment(at), appointment: DUE, ...differs }],
    ['processing-started', at],
  ];
}

/** The one place a dossier takes, by the names of the columns. */
function columnsOf(dossier: Dossier, period = APRIL): readonly string[] {
  const { total } = report06a([dossier], period, CATALOGUE);
  return Object.entries(total).flatMap(([group, counts]) =>
    Object.entries(counts).flatMap(([column, count]) =>
      column === 'total' || count === 0 ? [] : [`${group}.${column}`],
    ),
  );
}

describe('what was received', () => {
  test.each([
    ['direct', 'received.directOrPost'],
    ['post', 'received.directOrPost'],
    ['online', 'received.online'],
  ])('through %s counts as %s', (channel, column) => {
    expect(columnsOf(lived(...received(undefined, { channel })))).toContain(column);
  });

  test('before the period and still open counts as carried, whatever its channel', () => {
    expect(columnsOf(lived(...received('2020-03-31T23:59', { channel: 'online' })))).toContain('received.carried');
    expect(columnsOf(lived(...received('2020-04-01T00:00')))).toContain('received.directOrPost');
  });

  test('after the period counts nowhere', () => {
    expect(columnsOf(lived(...received('2020-04-30T23:59')))).not.toEqual([]);
    expect(columnsOf(lived(...received('2020-05-01T00:00')))).toEqual([]);
  });

  test('and solved before the period counts nowhere', () => {
    expect(columnsOf(lived(...received('2020-03-20T08:00'), ['result-issued', '2020-03-31T16:00']))).toEqual([]);
    const onFirstDay = lived(...received('2020-03-20T08:00'), ['result-issued', '2020-04-01T08:00']);
    expect(columnsOf(onFirstDay)).toEqual(['received.carried', 'solved.early']);
  });

  test('and by a wrong clock solved before that counts as solved when it was received', () => {
    const dossier = lived(...received('2020-04-01T08:00'), ['result-issued', '2020-03-31T16:00']);
    expect(columnsOf(dossier)).toEqual(['received.directOrPost', 'solved.early']);
    expect(columnsOf(dossier, { from: plainDate('2020-03-01'), until: plainDate('2020-03-31') })).toEqual([]);
  });

  test('was it not: filings, guidance, refusals before it, and later steps alone', () => {
    for (const kind of ['filed', 'supplement-guided', 'intake-refused', 'result-handed-over'] as const) {
      expect(columnsOf(lived([kind, '2020-04-20T08:00']))).toEqual([]);
    }
  });

  test('by an older system counts by its own day of receipt', () => {
    expect(columnsOf(lived(['carried-over', '2020-04-20T07:00']))).toEqual(['received.carried', 'pending.late']);
    const thisMonth = { receivedAt: localMoment('2020-04-02T08:00') };
    expect(columnsOf(lived(['carried-over', '2020-04-20T07:00', thisMonth]))).toEqual([
      'received.directOrPost',
      'pending.late',
    ]);
  });

  test('by an older system and solved there counts there, not here', () => {
    const ready: Line = [
      'carried-over',
      '2020-04-20T07:00',
      { receivedAt: localMoment('2020-04-02T08:00'), stands: 'result-ready' },
    ];
    expect(columnsOf(lived(ready))).toEqual([]);
    expect(columnsOf(lived(ready, ['result-handed-over', '2020-04-22T08:00']))).toEqual([]);
  });
});

describe('what was solved', () => {
  test.each([
    ['2020-04-21T16:00', 'solved.early'],
    ['2020-04-22T12:00', 'solved.onTime'],
    ['2020-04-22T12:01', 'solved.late'],
  ])('by a result of %s counts as %s', (at, column) => {
    expect(columnsOf(lived(...received(), ['result-issued', at]))).toContain(column);
    expect(columnsOf(lived(...received(), ['resolution-refused', at]))).toContain(column);
    expect(columnsOf(lived(...received(), ['withdrawn', at]))).toContain(column);
    expect(columnsOf(lived(...received(), ['result-handed-over', at]))).toContain(column);
  });

  test('by a stop counts by the time at which it began to wait', () => {
    const asked: Line = ['supplement-requested', '2020-04-21T09:00'];
    expect(columnsOf(lived(...received(), asked, ['stopped', '2020-04-29T09:00']))).toContain('solved.early');
  });

  test('counts in the period of its release, not in that of the hand-over', () => {
    const dossier = lived(
      ...received(),
      ['result-issued', '2020-04-22T10:00'],
      ['result-handed-over', '2020-05-10T09:00'],
    );
    expect(columnsOf(dossier)).toContain('solved.onTime');
    expect(columnsOf(dossier, { from: plainDate('2020-05-01'), until: plainDate('2020-05-31') })).toEqual([]);
  });

  test('without an appointment was not late', () => {
    const dossier = lived(
      ['carried-over', '2020-04-20T07:00', { appointmentAt: undefined }],
      ['result-handed-over', '2020-04-29T08:00'],
    );
    expect(columnsOf(dossier)).toEqual(['received.carried', 'solved.onTime']);
  });
});

describe('what is pending', () => {
  test('is so as of the last day, whatever came later', () => {
    const dossier = lived(...received(), ['result-issued', '2020-05-04T08:00']);
    expect(columnsOf(dossier)).toEqual(['received.directOrPost', 'pending.late']);
    const untilTheDay = { from: APRIL.from, until: plainDate('2020-04-21') };
    expect(columnsOf(dossier, untilTheDay)).toEqual(['received.directOrPost', 'pending.inTime']);
    expect(columnsOf(lived(...received(), ['withdrawn', '2020-05-04T08:00']))).toContain('pending.late');
  });

  test('is late by the end of the day of its appointment', () => {
    const untilTheDay = { from: APRIL.from, until: plainDate('2020-04-22') };
    expect(columnsOf(lived(...received()), untilTheDay)).toContain('pending.late');
  });

  test('is judged by the appointment of the time, not by one that was set later', () => {
    const later: Line = ['appointment-changed', '2020-05-04T08:00', { appointment: appointmentAt('2020-05-29T12:00') }];
    const earlier: Line = [
      'appointment-changed',
      '2020-04-21T08:00',
      { appointment: appointmentAt('2020-05-29T12:00') },
    ];
    expect(columnsOf(lived(...received(), later))).toContain('pending.late');
    expect(columnsOf(lived(...received(), earlier))).toContain('pending.inTime');
  });

  test('is not made punctual by an apology', () => {
    expect(columnsOf(lived(...received(), ['apology-issued', '2020-04-21T08:00']))).toContain('pending.late');
  });

  test('is in time as long as it waits for the citizen', () => {
    const asked: Line = ['supplement-requested', '2020-04-29T09:00'];
    expect(columnsOf(lived(...received(), asked))).toContain('pending.inTime');
    const resumed: Line = ['supplement-received', '2020-05-04T09:00', { appointment: DUE }];
    expect(columnsOf(lived(...received(), asked, resumed))).toContain('pending.inTime');
    const resumedBefore: Line = ['supplement-received', '2020-04-30T09:00', { appointment: DUE }];
    expect(columnsOf(lived(...received(), asked, resumedBefore))).toContain('pending.late');
  });
});

test('a dossier that was voided later was never one', () => {
  expect(columnsOf(lived(...received(), ['voided', '2020-06-01T08:00']))).toEqual([]);
});

describe('the rows', () => {
  test('are one for each field, what the commune decides first, then what goes through it, and a total', () => {
    const report = report06a(
      [
        lived(...received(undefined, { procedure: LINKED.procedure })),
        lived(...received(undefined, { procedure: frozen(COOPERATIVE) })),
        lived(...received()),
        lived(...received(undefined, { channel: 'online' })),
      ],
      APRIL,
      CATALOGUE,
    );
    expect(report.rows.map(({ level, field, counts }) => [level, field, counts.received.total])).toEqual([
      ['commune', 'Hộ tịch', 2],
      ['commune', COOPERATIVE.field, 1],
      ['linked', 'Hộ tịch', 1],
    ]);
    expect(report.total.received).toEqual({ total: 4, online: 1, directOrPost: 3, carried: 0 });
    expect(report.period).toEqual(APRIL);
  });

  test('take the level and field of a dossier of an older system from the catalogue of its day', () => {
    const above = UPSTREAM_PROCEDURES.find(({ linkedSteps }) => linkedSteps === undefined);
    if (!above) throw new Error('no procedure of the body above alone');
    const ofAbove = lived(['carried-over', '2020-04-20T07:00', { procedure: { code: above.code, name: '' } }]);
    const unknown = lived(['carried-over', '2020-04-20T07:00', { procedure: { code: '', name: 'Việc khác' } }]);
    const rows = report06a([ofAbove, unknown], APRIL, CATALOGUE).rows;
    expect(rows.map(({ level, field }) => [level, field])).toEqual([
      ['commune', ''],
      ['linked', above.field],
    ]);
  });

  test('are none where nothing was received', () => {
    const report = report06a([], APRIL, CATALOGUE);
    expect(report.rows).toEqual([]);
    expect(report.total.received.total).toBe(0);
  });
});

describe('the identities of the columns', () => {
  const { total, ...report } = report06a([lived(...received())], APRIL, CATALOGUE);

  test('hold for what was counted', () => {
    expect(identityTrouble({ ...report, total })).toEqual([]);
  });

  test.each([
    ['3=4+5+6', { ...total, received: { ...total.received, carried: 1 } }],
    ['7=8+9+10', { ...total, solved: { ...total.solved, early: 1 } }],
    ['11=12+13', { ...total, pending: { ...total.pending, inTime: 5 } }],
    ['3=7+11', { ...total, received: { ...total.received, total: 2, carried: 1 } }],
  ] as const)('%s is named when it fails, in the total or with its row', (identity, counts) => {
    expect(identityTrouble({ ...report, total: counts })).toEqual([{ identity }]);
    const row = { level: 'linked', field: 'Đất đai', counts } as const;
    expect(identityTrouble({ ...report, rows: [row], total })).toEqual([
      { identity, row: { level: 'linked', field: 'Đất đai' } },
    ]);
  });
});
