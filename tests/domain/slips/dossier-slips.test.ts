import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { feeReceiptSlipOf } from '../../../domain/slips/fee-receipt-slip.ts';
import { handOverSlipOf } from '../../../domain/slips/hand-over-slip.ts';
import type { SlipIssue } from '../../../domain/slips/slip-issue.ts';
import { supplementSlipOf } from '../../../domain/slips/supplement-slip.ts';
import { BIRTH, HANDED_OVER, NUMBERS, RECEIVED, refusalOf, valueOf } from '../fixtures.ts';
import { at, dossierOf, formNumberOf, SAMPLES } from '../lifecycle/samples.ts';

const ISSUE: SlipIssue = {
  isTrial: false,
  unit: { name: 'Xã Xuân Viên', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
  at: localMoment('2020-06-01T10:00'),
  clerkName: 'Bùi Thị Én',
};
const HELD = {
  kind: 'result-handed-over',
  payload: {
    ...HANDED_OVER,
    receiver: { relation: 'authorised', name: 'Hà Văn Páo', idNumber: '025190004321' },
    by: 'post',
    postBill: 'EE1',
  },
} as const;

describe('the hand-over slip', () => {
  const received = [SAMPLES.received, SAMPLES['processing-started'], SAMPLES['result-issued']] as const;

  test('says who got which result and when, whenever it is printed', () => {
    expect(valueOf(handOverSlipOf(dossierOf(...received, HELD), ISSUE))).toEqual({
      ...ISSUE,
      template: 'hand-over-slip/1',
      at: HANDED_OVER.handedOverAt,
      scanCode: NUMBERS.scanCode,
      dossierNumber: NUMBERS.dossierNumber,
      applicantName: 'Đinh Thị Mơ',
      procedureName: BIRTH.name,
      receiverName: 'Hà Văn Páo',
      relation: 'authorised',
      receiverIdTail: '4321',
      by: 'post',
      postBill: 'EE1',
      result: SAMPLES['result-issued'].payload.result,
      isRefusal: false,
      paidVnd: { fee: 0, duty: 0 },
    });
  });

  test('carries no more than the tail of an id', () => {
    const slip = JSON.stringify(valueOf(handOverSlipOf(dossierOf(...received, HELD), ISSUE)));
    expect(slip).not.toContain('02519000');
  });

  test('names what was paid less what went back', () => {
    const paid = [SAMPLES['fees-assessed'], SAMPLES['fee-collected'], SAMPLES['fee-refunded']] as const;
    const before = dossierOf(SAMPLES.received, ...paid.slice(0, 2), HELD);
    expect(valueOf(handOverSlipOf(before, ISSUE)).paidVnd).toEqual({ fee: 8_000, duty: 0 });
    expect(valueOf(handOverSlipOf(dossierOf(SAMPLES.received, ...paid, HELD), ISSUE)).paidVnd.fee).toBe(0);
  });

  test('says so when the result is a refusal', () => {
    const refused = dossierOf(SAMPLES.received, SAMPLES['processing-started'], SAMPLES['resolution-refused'], HELD);
    expect(valueOf(handOverSlipOf(refused, ISSUE))).toMatchObject({ isRefusal: true, result: { number: '16/TB' } });
  });

  test('of a dossier received elsewhere leaves empty what is not known here', () => {
    const slip = valueOf(handOverSlipOf(dossierOf(HELD), ISSUE));
    expect(slip).toMatchObject({ scanCode: NUMBERS.scanCode, applicantName: '', procedureName: '' });
    expect('dossierNumber' in slip).toBe(false);
    expect('result' in slip).toBe(false);
  });

  test('is refused before anything was handed over', () => {
    expect(refusalOf(handOverSlipOf(dossierOf(...received), ISSUE))).toEqual({ code: 'not-handed-over' });
  });
});

describe('the supplement slip', () => {
  test('is of the last request, with its number and its last day', () => {
    const asked = dossierOf(SAMPLES.received, SAMPLES['processing-started'], SAMPLES['supplement-requested']);
    expect(valueOf(supplementSlipOf(asked, ISSUE))).toMatchObject({
      template: 'supplement-slip/1',
      at: at('21T14:00'),
      formNumber: formNumberOf(13),
      missing: [{ name: 'Tờ khai', note: 'Thiếu chữ ký' }],
      reason: 'Thiếu giấy chứng sinh',
      respondBy: plainDate('2020-05-21'),
      dossierNumber: NUMBERS.dossierNumber,
    });
  });

  test('before the reception has neither a last day nor a dossier number', () => {
    const slip = valueOf(supplementSlipOf(dossierOf(SAMPLES['supplement-guided']), ISSUE));
    expect(slip).toMatchObject({
      formNumber: formNumberOf(12),
      applicantName: 'Đinh Thị Mơ',
      procedureName: BIRTH.name,
    });
    expect('respondBy' in slip).toBe(false);
    expect('dossierNumber' in slip).toBe(false);
  });

  test('is refused when nothing was asked for', () => {
    expect(refusalOf(supplementSlipOf(dossierOf(SAMPLES.received), ISSUE))).toEqual({ code: 'nothing-asked' });
  });
});

describe('the fee receipt', () => {
  const other = {
    kind: 'fee-collected',
    payload: {
      payment: {
        receipt: { kind: 'numbered', book: 'AB/20E', number: '7' },
        feeVnd: 0,
        dutyVnd: 8_000,
        method: 'transfer',
        at: at('20T10:20'),
        payerName: 'Hà Văn Páo',
      },
    },
  } as const;

  test('is of the last payment; fee and duty stay apart', () => {
    const slip = valueOf(feeReceiptSlipOf(dossierOf(SAMPLES.received, SAMPLES['fee-collected'], other), ISSUE));
    expect(slip).toMatchObject({
      template: 'fee-receipt/1',
      at: at('20T10:20'),
      receipt: { kind: 'numbered', book: 'AB/20E', number: '7' },
      feeVnd: 0,
      dutyVnd: 8_000,
      method: 'transfer',
      payerName: 'Hà Văn Páo',
    });
  });

  test('is made out to the applicant where nobody else paid', () => {
    const slip = valueOf(feeReceiptSlipOf(dossierOf(SAMPLES.received, SAMPLES['fee-collected']), ISSUE));
    expect(slip.payerName).toBe('Đinh Thị Mơ');
  });

  test('is refused when nothing was paid', () => {
    expect(refusalOf(feeReceiptSlipOf(dossierOf(SAMPLES.received), ISSUE))).toEqual({ code: 'nothing-paid' });
  });
});

test('the title of a sensitive procedure gives way to its number on every slip of the dossier', () => {
  const hidden = { kind: 'received', payload: { ...RECEIVED, hidesTitle: true } } as const;
  const dossier = dossierOf(
    hidden,
    SAMPLES['processing-started'],
    SAMPLES['supplement-requested'],
    SAMPLES['fee-collected'],
    HELD,
  );
  for (const slip of [
    supplementSlipOf(dossier, ISSUE),
    feeReceiptSlipOf(dossier, ISSUE),
    handOverSlipOf(dossier, ISSUE),
  ]) {
    const text = JSON.stringify(slip.ok && slip.value);
    expect(text).toContain(BIRTH.code);
    expect(text).not.toContain(BIRTH.name);
  }
});
