import { describe, expect, test } from 'vitest';
import { emptyDossier } from '../../../domain/dossier.ts';
import { formSheetOf, type FormWish } from '../../../domain/forms/dossier-forms.ts';
import { type FormIssue, formKeyOf, type FormSheet, paperOf } from '../../../domain/forms/form-sheet.ts';
import {
  batchListForm,
  controlSheetForm,
  procedureListForm,
  procedureNoticeForm,
  registerBookForm,
  scannerSheet,
} from '../../../domain/forms/list-forms.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { controlSheetOf } from '../../../domain/linked/control-sheet.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { registerRows } from '../../../domain/report/register-book.ts';
import { dossierIdOf } from '../../../domain/scan-code.ts';
import { batchList } from '../../../domain/transfer/batch-list.ts';
import { BIRTH, RECEIVED, refusalOf, valueOf } from '../fixtures.ts';
import { appointmentAt, CARRIED_OVER, factsOf, type Line, lived } from '../report/life.ts';
import { batchOf, closed, CODE, opened, added, dossierId } from '../transfer/batches.ts';

const ISSUE: FormIssue = {
  isTrial: false,
  unit: { name: 'Xã Yên Lập', upperNames: ['Tỉnh Phú Thọ'] },
  at: localMoment('2025-09-01T10:00'),
  clerkName: 'Trần Văn Ưởng',
};
const ID = dossierIdOf(RECEIVED.scanCode);
const RECEIVED_THEN: Line = ['received', '2020-04-20T08:15'];
const RECEIVED_NOW: Line = ['received', '2025-08-04T08:15', { receivedAt: localMoment('2025-08-04T08:15') }];
const STARTED: Line = ['processing-started', '2025-08-04T09:00'];
const CLERK = 'Cán bộ Nguyễn Thị Hoa';

function formOf(form: FormWish['form'], ...lines: readonly Line[]): FormSheet {
  return valueOf(formSheetOf({ form }, lived(...lines), ISSUE));
}

function refused(form: FormWish['form'], ...lines: readonly Line[]): unknown {
  return refusalOf(formSheetOf({ form }, lived(...lines), ISSUE));
}

describe('a receipt slip', () => {
  test('is of the unit that received, of its day, and of the clerk who received', () => {
    const sheet = formOf('receipt-slip', RECEIVED_THEN);
    expect(sheet).toMatchObject({
      template: 'form/receipt-slip/1',
      formSet: '2018',
      at: '2020-04-20T08:15',
      unit: { name: 'Xã Xuân Viên', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
      clerkName: CLERK,
    });
  });

  test('shows what was received then, whatever was corrected since, and of a date that moved the one that counts', () => {
    const sheet = formOf(
      'receipt-slip',
      RECEIVED_THEN,
      ['details-corrected', '2020-04-20T09:00', { applicant: { ...RECEIVED.applicant, name: 'Đinh Thị Mai' } }],
      ['appointment-changed', '2020-04-21T09:00', { appointment: appointmentAt('2020-06-01T17:00') }],
    );
    expect(sheet).toMatchObject({
      received: { applicant: { name: 'Đinh Thị Mơ' }, appointment: appointmentAt('2020-06-01T17:00') },
      moved: { firstAt: RECEIVED.appointment.at, by: 'other' },
    });
    expect(formOf('receipt-slip', RECEIVED_THEN)).not.toHaveProperty('moved');
  });

  test('carries nothing of the log it was written in', () => {
    expect(Object.keys(formOf('receipt-slip', RECEIVED_THEN))).not.toContain('log');
    expect(formOf('receipt-slip', RECEIVED_THEN)).not.toHaveProperty('received.seq');
  });

  test('there is none of what was taken over from the system before', () => {
    expect(refused('receipt-slip', ['carried-over', '2020-04-20T08:15'])).toEqual({ code: 'no-such-form' });
  });
});

describe('a request for a supplement', () => {
  const guided: Line = ['supplement-guided', '2025-08-04T07:45', { formNumber: { year: 2025, station: 1, number: 7 } }];
  const asked: Line = [
    'supplement-requested',
    '2025-08-05T14:00',
    { formNumber: { year: 2025, station: 1, number: 9 } },
  ];

  test('before the reception has no dossier number and no last day', () => {
    const sheet = formOf('supplement-request', guided);
    expect(sheet).toMatchObject({ formSet: '2025', at: '2025-08-04T07:45', asked: { formNumber: { number: 7 } } });
    expect(sheet).not.toHaveProperty('dossierNumber');
    expect(sheet).not.toHaveProperty('asked.respondBy');
  });

  test('after it has both, and is the last that was asked', () => {
    const sheet = formOf('supplement-request', RECEIVED_NOW, STARTED, asked);
    expect(sheet).toMatchObject({
      dossierNumber: RECEIVED.dossierNumber,
      asked: { formNumber: { number: 9 }, respondBy: '2020-05-20' },
      unit: ISSUE.unit,
      clerkName: CLERK,
    });
  });

  test('there is none where nothing was asked for', () => {
    expect(refused('supplement-request', RECEIVED_NOW)).toEqual({ code: 'no-such-form' });
  });
});

test('a refusal to receive is of the day it was said', () => {
  const sheet = formOf('intake-refusal', ['intake-refused', '2025-08-04T07:50']);
  expect(sheet).toMatchObject({ formSet: '2025', at: '2025-08-04T07:50', refused: { ground: 'other' } });
  expect(refused('intake-refusal', RECEIVED_NOW)).toEqual({ code: 'no-such-form' });
});

describe('an apology', () => {
  const said: Line = ['apology-issued', '2020-04-21T09:00', { formNumber: { year: 2020, station: 2, number: 3 } }];

  test('names the date that counted when it was said, in the forms of the day of receipt', () => {
    const sheet = formOf('apology', RECEIVED_THEN, ['processing-started', '2020-04-20T09:00'], said, [
      'appointment-changed',
      '2020-04-22T09:00',
      { appointment: appointmentAt('2020-06-01T17:00') },
    ]);
    expect(sheet).toMatchObject({
      formSet: '2018',
      at: '2020-04-21T09:00',
      receivedAt: '2020-04-20T08:15',
      promisedAt: RECEIVED.appointment.at,
      apology: { formNumber: { station: 2, number: 3 } },
    });
  });

  test('of a dossier that was taken over names the old number', () => {
    const sheet = formOf('apology', ['carried-over', '2020-04-20T07:00'], said);
    expect(sheet).toMatchObject({ dossierNumber: CARRIED_OVER.oldNumber, receivedAt: CARRIED_OVER.receivedAt });
  });

  test('of which nobody knows whose it is cannot be written', () => {
    const unknown = { ...emptyDossier(ID), apologies: lived(RECEIVED_THEN, said).apologies };
    expect(refusalOf(formSheetOf({ form: 'apology' }, unknown, ISSUE))).toEqual({ code: 'no-such-form' });
  });
});

describe('a notice of a stop', () => {
  const withdrawn: Line = ['withdrawn', '2025-08-06T10:00'];

  test('names the stage and the money', () => {
    const sheet = formOf('stop-notice', RECEIVED_NOW, ['fee-collected', '2025-08-04T08:20'], STARTED, withdrawn, [
      'fee-refunded',
      '2025-08-06T10:05',
      { refund: { feeVnd: 3_000, dutyVnd: 0, method: 'cash', at: localMoment('2025-08-06T10:05'), reason: 'Rút' } },
    ]);
    expect(sheet).toMatchObject({
      kind: 'withdrawn',
      at: '2025-08-06T10:00',
      stage: 'in-progress',
      moneyVnd: { paid: 8_000, refunded: 3_000 },
    });
  });

  test('does not exist in the forms of 2018, nor for what was entered by mistake', () => {
    expect(refused('stop-notice', RECEIVED_THEN, ['withdrawn', '2020-04-21T10:00'])).toEqual({ code: 'no-such-form' });
    expect(refused('stop-notice', RECEIVED_NOW, ['voided', '2025-08-04T10:00'])).toEqual({ code: 'no-such-form' });
  });
});

describe('the title of a sensitive procedure', () => {
  const hiding: Line = ['received', '2025-08-04T08:15', { hidesTitle: true }];

  test('is its code on every form of the dossier, where the citizen asked for that', () => {
    for (const sheet of [
      formOf('supplement-request', hiding, STARTED, ['supplement-requested', '2025-08-05T14:00']),
      formOf('apology', hiding, STARTED, ['apology-issued', '2025-08-21T09:00']),
      formOf('stop-notice', hiding, ['withdrawn', '2025-08-06T10:00']),
    ]) {
      expect(sheet).toMatchObject({ procedureName: RECEIVED.procedure.code });
      expect(JSON.stringify(sheet)).not.toContain(RECEIVED.procedure.name);
      expect(JSON.stringify(sheet)).not.toContain(RECEIVED.procedure.resultName);
    }
    const facts = factsOf(hiding);
    const dossier = projectDossier(facts);
    const control = dossier && controlSheetOf({ dossier, facts });
    if (!dossier || !control) throw new Error('no control sheet');
    expect(controlSheetForm(control, dossier, ISSUE).control.procedureName).toBe(RECEIVED.procedure.code);
  });

  test('is its code in the register book', () => {
    const days = { from: plainDate('2025-08-01'), until: plainDate('2025-08-31') };
    expect(registerRows([lived(hiding)], days)).toMatchObject([{ procedureName: RECEIVED.procedure.code }]);
    expect(registerRows([lived(RECEIVED_NOW)], days)).toMatchObject([{ procedureName: RECEIVED.procedure.name }]);
  });

  test('is its code before the reception, when nobody was asked yet', () => {
    const { code, name } = RECEIVED.procedure;
    const guided = (more: object): FormSheet =>
      formOf('supplement-request', [
        'supplement-guided',
        '2025-08-04T07:45',
        { procedure: { ...RECEIVED.procedure, ...more } },
      ]);
    expect(guided({ isRestricted: true })).toMatchObject({ procedureName: code });
    expect(guided({})).toMatchObject({ procedureName: name });
  });
});

describe('the lists', () => {
  test('a register is in the forms of its last day', () => {
    const days = { book: '01/2025', from: plainDate('2025-06-01'), until: plainDate('2025-06-30') };
    const rows = registerRows([lived(RECEIVED_THEN)], { from: plainDate('2020-01-01'), until: days.until });
    expect(registerBookForm({ ...days, rows }, ISSUE)).toMatchObject({ formSet: '2018', rows });
    expect(registerBookForm({ ...days, until: plainDate('2025-07-01'), rows }, ISSUE).formSet).toBe('2025');
  });

  test('a closed batch bears the moment of its closing, an open one that of the print', () => {
    const list = batchList(batchOf(opened(), closed([dossierId(1)])), () => undefined);
    const open = batchList(batchOf(opened(), added(dossierId(1))), () => undefined);
    expect(batchListForm(list, ISSUE)).toMatchObject({ at: list.closedAt, formSet: '2018' });
    expect(batchListForm(open, ISSUE)).toMatchObject({ at: ISSUE.at, formSet: '2025' });
  });
});

describe('which paper it is', () => {
  const numbered = (number: number) => ({ formNumber: { year: 2025, station: 1, number } });

  test.each<[FormSheet, string]>([
    [formOf('receipt-slip', RECEIVED_NOW), `form/receipt-slip/${ID}`],
    [
      formOf('supplement-request', RECEIVED_NOW, STARTED, ['supplement-requested', '2025-08-05T14:00', numbered(9)]),
      `form/supplement-request/${ID}/2025-1-9`,
    ],
    [
      formOf('intake-refusal', ['intake-refused', '2025-08-04T07:50', numbered(3)]),
      `form/intake-refusal/${ID}/2025-1-3`,
    ],
    [
      formOf('apology', RECEIVED_NOW, ['apology-issued', '2025-08-21T09:00', numbered(2)]),
      `form/apology/${ID}/2025-1-2`,
    ],
    [formOf('stop-notice', RECEIVED_NOW, ['withdrawn', '2025-08-06T10:00']), `form/stop-notice/${ID}/a/2`],
    [scannerSheet(ISSUE), 'form/scanner-sheet/2025-09-01T10:00'],
    [
      registerBookForm(
        { book: '01/2025', from: plainDate('2025-08-01'), until: plainDate('2025-08-31'), rows: [] },
        ISSUE,
      ),
      'form/register-book/01/2025/2025-08-01/2025-08-31/2025-09-01T10:00',
    ],
    [procedureListForm([BIRTH], ISSUE), 'form/procedure-list/2025-09-01T10:00'],
    [
      procedureNoticeForm({ procedure: BIRTH, councilAmounts: {} }, ISSUE),
      'form/procedure-notice/1.001193/2020-01-01/2025-09-01T10:00',
    ],
    [
      batchListForm(
        batchList(batchOf(opened(), closed([])), () => undefined),
        ISSUE,
      ),
      `form/batch-list/${CODE}`,
    ],
    [
      batchListForm(
        batchList(batchOf(opened()), () => undefined),
        ISSUE,
      ),
      `form/batch-list/${CODE}/open/2025-09-01T10:00`,
    ],
  ])('%# is said by its key', (sheet, key) => {
    expect(formKeyOf(sheet)).toBe(key);
    // Who prints it, and when, makes it no other paper.
    const isOfItsMoment = key.endsWith(ISSUE.at);
    const again = { ...sheet, clerkName: 'Hà Văn Páo', ...(isOfItsMoment ? {} : { isTrial: true }) };
    expect(formKeyOf(again)).toBe(key);
  });

  test('a stop that does not say where it stands is told by its minute', () => {
    const sheet = formOf('stop-notice', RECEIVED_NOW, ['withdrawn', '2025-08-06T10:00']);
    if (sheet.template !== 'form/stop-notice/1') throw new Error('another form');
    const { of: _place, ...older } = sheet;
    expect(formKeyOf(older)).toBe(`form/stop-notice/${ID}/2025-08-06T10:00`);
  });

  test('a control sheet is another paper at another moment', () => {
    const facts = factsOf(RECEIVED_NOW, STARTED);
    const dossier = projectDossier(facts);
    const control = dossier && controlSheetOf({ dossier, facts });
    if (!dossier || !control) throw new Error('no control sheet');
    const first = controlSheetForm(control, dossier, ISSUE);
    const later = controlSheetForm(control, dossier, { ...ISSUE, at: localMoment('2025-09-02T10:00') });
    expect(formKeyOf(first)).toBe(`form/control-sheet/${ID}/2025-09-01T10:00`);
    expect(formKeyOf(later)).not.toBe(formKeyOf(first));
  });
});

test('the national forms are A5, the register book lies across A4, and our own lists are A4', () => {
  const days = { book: '01/2025', from: plainDate('2025-08-01'), until: plainDate('2025-08-31'), rows: [] };
  expect(paperOf(formOf('receipt-slip', RECEIVED_NOW))).toBe('A5');
  expect(paperOf(registerBookForm(days, ISSUE))).toBe('A4-landscape');
  expect(paperOf(procedureListForm([BIRTH], ISSUE))).toBe('A4');
  expect(paperOf(scannerSheet(ISSUE))).toBe('A4');
});
