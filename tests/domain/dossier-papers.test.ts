import { expect, test } from 'vitest';
import { dossierFormsOf, slipsOf } from '../../domain/dossier-papers.ts';
import { type Dossier, emptyDossier } from '../../domain/dossier.ts';
import { formSheetOf } from '../../domain/forms/dossier-forms.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { feeReceiptSlipOf } from '../../domain/slips/fee-receipt-slip.ts';
import { handOverSlipOf } from '../../domain/slips/hand-over-slip.ts';
import { supplementSlipOf } from '../../domain/slips/supplement-slip.ts';
import { RECEIVED } from './fixtures.ts';

const AT = localMoment('2020-04-24T09:00');
const ISSUE = { isTrial: false, unit: { name: 'Xã Xuân Viên', upperNames: [] }, at: AT, clerkName: 'Bùi Thị Én' };
const PLACE = { actor: 'Bùi Thị Én', log: '08305.01.a', seq: 1 };
const FORM_NUMBER = { year: 2020, station: 1, number: 12 };
const ASKED = { at: AT, formNumber: FORM_NUMBER, missing: [], reason: 'Thiếu giấy', ...PLACE };

const nothingKnown = emptyDossier(dossierIdOf(RECEIVED.scanCode));
const received: Dossier = { ...nothingKnown, status: 'received', intake: { ...RECEIVED, ...PLACE } };

const LIVES: readonly Dossier[] = [
  nothingKnown,
  received,
  { ...received, supplement: { ...ASKED, respondBy: plainDate('2020-04-30') } },
  { ...received, ending: { kind: 'stopped', at: AT, reason: 'Quá hạn', ...PLACE } },
  { ...received, ending: { kind: 'voided', at: AT, reason: 'Nhập sai', ...PLACE } },
  {
    ...received,
    intake: { ...RECEIVED, ...PLACE, receivedAt: localMoment('2026-04-20T09:00'), formSet: '2025' },
    ending: { kind: 'withdrawn', at: AT, reason: 'Công dân rút', ...PLACE },
  },
  {
    ...received,
    payments: [{ receipt: { kind: 'none' }, feeVnd: 8_000, dutyVnd: 0, method: 'cash', at: AT, ...PLACE }],
    handOver: {
      receiver: { relation: 'applicant', name: 'Đinh Thị Mơ', idNumber: '' },
      handedOverAt: AT,
      ...PLACE,
    },
  },
];

test('what is offered of a dossier is what can be made of it, and nothing else', () => {
  for (const dossier of LIVES) {
    const forms = ['receipt-slip', 'supplement-request', 'intake-refusal', 'apology', 'stop-notice'] as const;
    const made = forms.filter((form) => formSheetOf({ form }, dossier, ISSUE).ok);
    expect(dossierFormsOf(dossier).filter((form) => form !== 'control-sheet')).toEqual(made);
    expect(dossierFormsOf(dossier).includes('control-sheet')).toBe(dossier.intake !== undefined);
    expect(slipsOf(dossier).toSorted()).toEqual(
      [
        ...(feeReceiptSlipOf(dossier, ISSUE).ok ? ['fee-receipt'] : []),
        ...(handOverSlipOf(dossier, ISSUE).ok ? ['hand-over'] : []),
        ...(supplementSlipOf(dossier, ISSUE).ok ? ['supplement'] : []),
      ].toSorted(),
    );
  }
});
