import { expect, test } from 'vitest';
import { emptyDossier } from '../../../domain/dossier.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { dossierIdOf } from '../../../domain/scan-code.ts';
import { RECEIPT_SLIP_TEMPLATE, receiptSlipNow, receiptSlipOf } from '../../../domain/slips/receipt-slip.ts';
import { APPOINTMENT, BIRTH, RECEIVED } from '../fixtures.ts';

const ISSUE = { clerkName: 'Bùi Thị Én', isTrial: false };

test('a slip says what was received, by whom, and when to come back', () => {
  expect(receiptSlipOf(RECEIVED, ISSUE)).toMatchObject({
    template: RECEIPT_SLIP_TEMPLATE,
    isTrial: false,
    unit: { name: 'Xã Xuân Viên', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
    dossierNumber: RECEIVED.dossierNumber,
    scanCode: RECEIVED.scanCode,
    lookUpCode: RECEIVED.lookUpCode,
    applicantName: 'Đinh Thị Mơ',
    applicantPhone: '0912345678',
    procedureName: BIRTH.name,
    appointment: APPOINTMENT,
    clerkName: 'Bùi Thị Én',
  });
});

test('a slip never carries an id number', () => {
  const applicant = { ...RECEIVED.applicant, idNumber: '025190000001' };
  const submitter = { name: 'Hà Văn Páo', idNumber: '025190000002', phone: { kind: 'none' } as const };
  const slip = JSON.stringify(receiptSlipOf({ ...RECEIVED, applicant, submitter }, ISSUE));
  expect(slip).not.toMatch(/02519000000[12]/);
  expect(slip).toContain('Hà Văn Páo');
});

test('"không có" leaves the phone empty, and no submitter leaves no line', () => {
  const applicant = { ...RECEIVED.applicant, phone: { kind: 'none' } as const };
  const slip = receiptSlipOf({ ...RECEIVED, applicant }, { ...ISSUE, isTrial: true });
  expect(slip.applicantPhone).toBe('');
  expect('submitterName' in slip).toBe(false);
  expect(slip.isTrial).toBe(true);
});

test('a slip says what was reckoned and where the result is wanted', () => {
  const fees = { lines: [], feeVnd: 0, dutyVnd: 8_000, totalVnd: 8_000, unassessed: [] };
  const resultWanted = { at: 'home-by-post', address: 'Khu 9, xã Mỹ Lung' } as const;
  const slip = receiptSlipOf({ ...RECEIVED, fees, resultWanted }, ISSUE);
  expect(slip).toMatchObject({ fees: { totalVnd: 8_000, unassessed: [] }, resultWanted });
  expect(receiptSlipOf(RECEIVED, ISSUE)).not.toHaveProperty('fees');
  expect(receiptSlipOf(RECEIVED, ISSUE)).not.toHaveProperty('resultWanted');
});

test('a slip with a date that has moved says which was promised first, and what the citizen was waited for', () => {
  const intake = { ...RECEIVED, actor: 'Bùi Thị Én', log: '08305.01.a', seq: 1 };
  const dossier = { ...emptyDossier(dossierIdOf(RECEIVED.scanCode)), intake, appointment: APPOINTMENT };
  expect(receiptSlipNow(dossier, ISSUE)).toEqual(receiptSlipOf(RECEIVED, ISSUE));
  const appointment = { ...APPOINTMENT, at: localMoment('2020-05-04T17:30') };
  for (const [by, cause] of [
    ['supplement-received', 'supplement'],
    ['payment-duty-met', 'payment-duty'],
    ['appointment-changed', 'other'],
  ] as const) {
    const appointments = [{ at: appointment.at, by, since: localMoment('2020-04-28T09:00') }];
    expect(receiptSlipNow({ ...dossier, appointment, appointments }, ISSUE)).toMatchObject({
      appointment,
      moved: { firstAt: APPOINTMENT.at, by: cause },
    });
  }
  expect(receiptSlipNow(emptyDossier(dossier.id), ISSUE)).toBeUndefined();
});
