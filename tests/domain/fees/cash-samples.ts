import type { CashEntry, CashSource } from '../../../domain/fees/cash-list.ts';
import type { FeePayment, FeeRefund } from '../../../domain/fees/payment.ts';
import { nextDossierNumber } from '../../../domain/dossier-number.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../../domain/scan-code.ts';
import { stationOf, valueOf } from '../fixtures.ts';
import { paid } from './fee-samples.ts';

/** đồng of fee and of duty. */
type Amounts = readonly [number, number];

/** The `running`-th dossier of one day, of a clerk and a field. */
export function source(running: number, over: Partial<CashSource> = {}): CashSource {
  const code = makeScanCode({ unitCode: '08305', station: 1, yearOfCentury: 20, runningNumber: running });
  const issue = { organisationCode: '000.86.22.H44', date: plainDate('2020-04-20'), station: stationOf(1) };
  return {
    dossierId: dossierIdOf(code),
    dossierNumber: valueOf(nextDossierNumber({ ...issue, used: running - 1 })),
    applicantName: 'Đinh Thị Mơ',
    procedureAlias: 'Sao y',
    field: 'Chứng thực',
    clerkName: 'Hà Văn Sáu',
    ...over,
  };
}

export function paymentAt(time: string, [feeVnd, dutyVnd]: Amounts, over: Partial<FeePayment> = {}): FeePayment {
  return paid(feeVnd, dutyVnd, { at: localMoment(`2020-04-20T${time}`), ...over });
}

export function refundAt(time: string, [feeVnd, dutyVnd]: Amounts, over: Partial<FeeRefund> = {}): FeeRefund {
  return { feeVnd, dutyVnd, method: 'cash', at: localMoment(`2020-04-20T${time}`), reason: 'Thu nhầm', ...over };
}

export function came(from: CashSource, payment: FeePayment): CashEntry {
  return { ...from, payment };
}

export function wentBack(from: CashSource, refund: FeeRefund): CashEntry {
  return { ...from, refund };
}
