import { describe, expect, test } from 'vitest';
import type { FeeLine } from '../../../domain/fees/fee-assessment.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { ok } from '../../../domain/result.ts';
import { feeReceiptSlipOf } from '../../../domain/slips/fee-receipt-slip.ts';
import { handOverSlipOf } from '../../../domain/slips/hand-over-slip.ts';
import { receiptSlipNow } from '../../../domain/slips/receipt-slip.ts';
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

const CLERK = 'Cán bộ a';

describe('the hand-over slip', () => {
  const received = [SAMPLES.received, SAMPLES['processing-started'], SAMPLES['result-issued']] as const;

  test('says who got which result and when, whenever it is printed', () => {
    expect(valueOf(handOverSlipOf(dossierOf(...received, HELD), ISSUE))).toEqual({
      ...ISSUE,
      template: 'hand-over-slip/1',
      at: HANDED_OVER.handedOverAt,
      clerkName: CLERK,
      of: { log: 'a', seq: 4 },
      scanCode: NUMBERS.scanCode,
      dossierNumber: NUMBERS.dossierNumber,
      applicantName: 'Đinh Thị Mơ',
      procedureName: BIRTH.name,
      receiverName: 'Hà Văn Páo',
      relation: 'authorised',
      receiverIdTail: '4321',
      by: 'post',
      postBill: 'EE1',
      resultName: 'Giấy khai sinh',
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
      clerkName: CLERK,
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
      clerkName: CLERK,
      of: { log: 'a', seq: 3 },
      receipt: { kind: 'numbered', book: 'AB/20E', number: '7' },
      feeVnd: 0,
      dutyVnd: 8_000,
      method: 'transfer',
      payerName: 'Hà Văn Páo',
    });
  });

  test('tells what had been paid before and what it leaves to be paid, whatever went back later', () => {
    const { payload } = SAMPLES['fees-assessed'];
    const fees = { ...payload.fees, feeVnd: 24_000, totalVnd: 32_000 };
    const assessed = { kind: 'fees-assessed', payload: { ...payload, fees } } as const;
    const paid = [SAMPLES.received, assessed, SAMPLES['fee-collected'], other] as const;
    const slip = valueOf(feeReceiptSlipOf(dossierOf(...paid), ISSUE));
    expect(slip).toMatchObject({ paidBeforeVnd: 8_000, restVnd: 16_000 });
    const refunded = feeReceiptSlipOf(dossierOf(...paid, SAMPLES['fee-refunded']), ISSUE);
    expect(valueOf(refunded)).toEqual(slip);
    const [received, , collected] = paid;
    const again = feeReceiptSlipOf(dossierOf(received, assessed, collected, SAMPLES['fee-refunded'], other), ISSUE);
    expect(valueOf(again)).toMatchObject({ paidBeforeVnd: 0, restVnd: 24_000 });
  });

  test('leaves open what is still to be paid as long as nobody reckoned it', () => {
    const slip = valueOf(feeReceiptSlipOf(dossierOf(SAMPLES.received, SAMPLES['fee-collected']), ISSUE));
    expect(slip).not.toHaveProperty('restVnd');
  });

  test('is made out to the applicant where nobody else paid', () => {
    const slip = valueOf(feeReceiptSlipOf(dossierOf(SAMPLES.received, SAMPLES['fee-collected']), ISSUE));
    expect(slip.payerName).toBe('Đinh Thị Mơ');
  });

  test('is refused when nothing was paid', () => {
    expect(refusalOf(feeReceiptSlipOf(dossierOf(SAMPLES.received), ISSUE))).toEqual({ code: 'nothing-paid' });
  });
});

describe('a sensitive procedure', () => {
  const fee = { amountVnd: 8_000, per: 'copy', note: 'Giấy khai sinh' } as const;
  const procedure = { ...RECEIVED.procedure, fee };
  const hidden = { kind: 'received', payload: { ...RECEIVED, procedure, hidesTitle: true } } as const;
  const lines = (['fee', 'duty'] as const).map((kind): FeeLine => {
    const how: FeeLine['how'] = { kind: 'set-by-council' };
    return { ruleId: kind, kind, name: `Cấp ${BIRTH.name}`, quantity: 1, amountVnd: 8_000, exemptVnd: 0, how };
  });
  const { payload } = SAMPLES['fees-assessed'];
  const assessed = { kind: 'fees-assessed', payload: { ...payload, fees: { ...payload.fees, lines } } } as const;
  const steps = [assessed, SAMPLES['fee-collected'], SAMPLES['processing-started']] as const;
  const asked = [...steps, SAMPLES['supplement-requested']] as const;
  const held = [...steps, SAMPLES['result-issued'], HELD] as const;

  function slipsOf(received: typeof hidden | typeof SAMPLES.received): readonly string[] {
    return [
      supplementSlipOf(dossierOf(received, ...asked), ISSUE),
      feeReceiptSlipOf(dossierOf(received, ...held), ISSUE),
      handOverSlipOf(dossierOf(received, ...held), ISSUE),
      ok(receiptSlipNow(dossierOf(received, ...held), ISSUE)),
    ].map((slip) => JSON.stringify(valueOf<unknown, unknown>(slip)));
  }

  test('is named by its number on every slip of the dossier, and nothing tells what comes of it', () => {
    for (const text of slipsOf(hidden)) {
      expect(text).toContain(BIRTH.code);
      expect(text).not.toContain(BIRTH.name);
      expect(text).not.toContain('khai sinh');
    }
    for (const text of slipsOf(SAMPLES.received)) expect(text).toContain(BIRTH.name);
  });

  test('has no title before the reception either, when nobody was asked yet', () => {
    const guided = SAMPLES['supplement-guided'];
    const restricted = {
      ...guided,
      payload: { ...guided.payload, procedure: { ...guided.payload.procedure, isRestricted: true } },
    };
    expect(valueOf(supplementSlipOf(dossierOf(restricted), ISSUE)).procedureName).toBe(BIRTH.code);
    expect(valueOf(supplementSlipOf(dossierOf(guided), ISSUE)).procedureName).toBe(BIRTH.name);
  });
});
