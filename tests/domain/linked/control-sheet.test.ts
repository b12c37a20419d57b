import { describe, expect, test } from 'vitest';
import type { FactPlace } from '../../../domain/lifecycle/dossier-fact.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { type ControlSheet, controlSheetOf } from '../../../domain/linked/control-sheet.ts';
import { stepDatesOf } from '../../../domain/linked/step-dates.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { RULES, valueOf } from '../fixtures.ts';
import { appointmentAt, factsOf, type Line, LINKED } from '../report/life.ts';

const CLERK = 'Cán bộ Nguyễn Thị Hoa';
const DUE = appointmentAt('2020-04-27T12:00');
const COMMUNE: readonly Line[] = [
  ['received', '2020-04-06T08:15', { appointment: DUE }],
  ['processing-started', '2020-04-06T08:30'],
];
const LINKED_SENT: readonly Line[] = [
  ['received', '2020-04-06T08:15', { ...LINKED, receivedAt: localMoment('2020-04-06T08:15'), appointment: DUE }],
  ['processing-started', '2020-04-06T08:30'],
  ['commune-part-finished', '2020-04-08T10:00', { note: 'Đã niêm yết' }],
  ['transfer-sent', '2020-04-08T14:00', { batch: 'BG-1' }],
];

function sheetOf(...lines: readonly Line[]): ControlSheet {
  const facts = factsOf(...lines);
  const dossier = projectDossier(facts);
  if (!dossier) throw new Error('no line');
  const dates = stepDatesOf(dossier, RULES);
  const sheet = controlSheetOf({ dossier, facts, ...(dates ? { legs: valueOf(dates).legs } : {}) });
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function hopsOf(...lines: readonly Line[]) {
  return sheetOf(...lines).hops.map(({ given, received, note, mark, class: how }) => ({
    given,
    received,
    note,
    ...(mark === undefined ? {} : { mark }),
    ...(how === undefined ? {} : { class: how }),
  }));
}

function undoing(lines: readonly Line[], at: string): Line {
  const last: FactPlace = { log: 'a', seq: lines.length };
  return ['step-undone', at, { undoes: last }];
}

describe('the head of a control sheet', () => {
  test('names the dossier and the commune that decides it alone', () => {
    const sheet = sheetOf(...COMMUNE);
    expect(sheet).toMatchObject({
      applicantName: 'Đinh Thị Mơ',
      receivedAt: '2020-04-06T08:15',
      appointmentAt: '2020-04-27T12:00',
      decidingBody: 'Xã Xuân Viên',
    });
    expect(sheet.supportingBody).toBeUndefined();
  });

  test('names the body above as the one that decides a linked procedure, and the commune beside it', () => {
    expect(sheetOf(...LINKED_SENT)).toMatchObject({ decidingBody: 'Huyện Yên Lập', supportingBody: 'Xã Xuân Viên' });
  });

  test('there is none without a reception', () => {
    const facts = factsOf(['result-handed-over', '2020-04-06T08:15']);
    const dossier = projectDossier(facts);
    expect(dossier && controlSheetOf({ dossier, facts })).toBeUndefined();
  });
});

describe('the hops', () => {
  test('of a dossier the commune decides go from the counter to the specialist, the leader and back', () => {
    const hops = hopsOf(
      ...COMMUNE,
      ['signature-requested', '2020-04-06T10:00', { note: 'Trình ký' }],
      ['signature-declined', '2020-04-06T11:00'],
      ['signature-requested', '2020-04-06T14:00'],
      ['result-issued', '2020-04-06T15:00'],
      ['result-handed-over', '2020-04-06T16:00'],
    );
    expect(hops.map(({ given, received }) => [given.by, received.by])).toEqual([
      ['counter', 'specialist'],
      ['specialist', 'leader'],
      ['leader', 'specialist'],
      ['specialist', 'leader'],
      ['leader', 'counter'],
      ['counter', 'receiver'],
    ]);
    expect(hops[0]).toEqual({
      given: { by: 'counter', at: '2020-04-06T08:30', person: CLERK },
      received: { by: 'specialist', at: '2020-04-06T08:30', person: 'Hà Thị Tư Pháp' },
      note: '',
    });
    expect(hops[1]?.note).toBe('Trình ký');
    expect(hops[2]?.note).toBe('Sai tên');
    expect(hops[4]).toMatchObject({ given: { person: 'Chủ tịch Hà Văn Long' }, class: 'early' });
    expect(hops[5]?.received.person).toBe('Đinh Thị Mơ');
    expect(hops.filter((hop) => hop.class !== undefined)).toHaveLength(1);
  });

  test('a result without the leader comes from the specialist, and a refusal says why', () => {
    const [, refused] = hopsOf(...COMMUNE, ['resolution-refused', '2020-05-06T15:00']);
    expect(refused).toMatchObject({
      given: { by: 'specialist' },
      received: { by: 'counter' },
      note: 'Không đủ điều kiện',
      class: 'late',
    });
  });

  test('the way up is one hop: sent by the counter, signed for above, with the class of the commune', () => {
    const sent = hopsOf(...LINKED_SENT).at(-1);
    expect(sent).toEqual({
      given: { by: 'counter', at: '2020-04-08T14:00', person: CLERK },
      received: { by: 'upstream' },
      note: 'BG-1',
    });
    const hops = hopsOf(...LINKED_SENT, ['transfer-received', '2020-04-08T15:00']);
    expect(hops).toHaveLength(3);
    expect(hops.at(-1)).toEqual({
      ...sent,
      received: { by: 'upstream', at: '2020-04-08T15:00', person: 'Cán bộ huyện' },
      class: 'early',
    });
  });

  test('what the body above did not take stays on the sheet, and so does the next attempt', () => {
    const hops = hopsOf(
      ...LINKED_SENT,
      ['transfer-rejected', '2020-04-08T15:00'],
      ['transfer-sent', '2020-04-09T08:00', { batch: 'BG-2' }],
      ['transfer-received', '2020-04-09T09:00'],
    );
    expect(hops.slice(2)).toMatchObject([
      { note: 'Thiếu bản sao', mark: 'rejected', received: { at: '2020-04-08T15:00' } },
      { note: 'BG-2', received: { at: '2020-04-09T09:00' }, class: 'on-time' },
    ]);
    expect(hops[3]?.mark).toBeUndefined();
  });

  test('the way down is one hop: given on the day of the result, received when it arrived', () => {
    const lines: readonly Line[] = [
      ...LINKED_SENT,
      ['transfer-received', '2020-04-08T15:00'],
      ['upstream-result-issued', '2020-04-28T09:00'],
    ];
    expect(hopsOf(...lines).at(-1)).toEqual({
      given: { by: 'upstream', at: '2020-04-28T09:00', person: 'Chủ tịch Hà Văn Long' },
      received: { by: 'counter' },
      note: '',
      class: 'late',
    });
    const arrived = hopsOf(...lines, ['upstream-result-arrived', '2020-04-29T09:00']);
    expect(arrived).toHaveLength(4);
    expect(arrived.at(-1)?.received).toEqual({ by: 'counter', at: '2020-04-29T09:00', person: CLERK });
  });

  test('what comes back from above, and what waits for the citizen, passes the counter', () => {
    const above: readonly Line[] = [...LINKED_SENT, ['transfer-received', '2020-04-08T15:00']];
    expect(hopsOf(...above, ['upstream-returned', '2020-04-10T09:00']).at(-1)).toMatchObject({
      given: { by: 'upstream', person: 'Cán bộ huyện' },
      received: { by: 'counter', at: '2020-04-10T09:00', person: CLERK },
      note: 'Thiếu chữ ký',
    });
    const asked: Line = ['supplement-requested', '2020-04-10T09:00'];
    expect(hopsOf(...above, asked).at(-1)).toMatchObject({ given: { by: 'upstream' }, received: { by: 'counter' } });
    const back: Line = ['supplement-received', '2020-04-13T09:00', { appointment: DUE }];
    expect(hopsOf(...COMMUNE, asked, back).slice(1)).toMatchObject([
      { given: { by: 'specialist' }, received: { by: 'counter' }, note: 'Thiếu giấy tờ' },
      { given: { by: 'counter' }, received: { by: 'specialist' } },
    ]);
  });

  test('what is at the counter already does not change hands when a supplement is asked for', () => {
    const waiting = LINKED_SENT.slice(0, 3);
    expect(hopsOf(...waiting, ['supplement-requested', '2020-04-09T09:00'])).toEqual(hopsOf(...waiting));
  });
});

describe('the sheet is only ever added to', () => {
  test('an undone step stays, marked, without its class', () => {
    const issued: readonly Line[] = [...COMMUNE, ['result-issued', '2020-04-06T15:00']];
    const hops = hopsOf(...issued, undoing(issued, '2020-04-06T15:10'), ['resolution-refused', '2020-04-06T16:00']);
    expect(hops).toHaveLength(3);
    expect(hops[1]).toMatchObject({ mark: 'undone' });
    expect(hops[1]?.class).toBeUndefined();
    expect(hops[2]).toMatchObject({ class: 'early' });
  });

  test('an arrival that was taken back stays as a hop of its own, and the next one counts', () => {
    const arrived: readonly Line[] = [
      ...LINKED_SENT,
      ['transfer-received', '2020-04-08T15:00'],
      ['upstream-result-issued', '2020-04-22T09:00'],
      ['upstream-result-arrived', '2020-04-23T09:00'],
    ];
    const again: Line = ['upstream-result-arrived', '2020-04-24T09:00'];
    const hops = hopsOf(...arrived, undoing(arrived, '2020-04-23T10:00'), again).slice(3);
    expect(hops).toMatchObject([
      { received: { at: '2020-04-24T09:00' } },
      { given: { by: 'upstream' }, received: { at: '2020-04-23T09:00' }, mark: 'undone' },
    ]);
  });

  test('an arrival belongs to the hop that counts, not to a later one that does not', () => {
    const issued: Line = ['upstream-result-issued', '2020-04-22T09:00'];
    const hops = hopsOf(...LINKED_SENT, ['transfer-received', '2020-04-08T15:00'], issued, issued, [
      'upstream-result-arrived',
      '2020-04-23T09:00',
    ]).slice(3);
    expect(hops).toMatchObject([{ received: { at: '2020-04-23T09:00' } }, { mark: 'out-of-place' }]);
    expect(hops[1]?.received.at).toBeUndefined();
  });

  test('a step that did not fit its place stays, marked', () => {
    const hops = hopsOf(
      ...COMMUNE,
      ['transfer-received', '2020-04-07T15:00'],
      ['signature-declined', '2020-04-07T15:00'],
    );
    expect(hops.slice(1).map(({ mark }) => mark)).toEqual(['out-of-place', 'out-of-place']);
  });
});
