import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../domain/plain-date.ts';
import { batchSlipOf } from '../../../domain/slips/batch-slip.ts';
import { slipKeyOf } from '../../../domain/slips/slip.ts';
import { TEST_SCAN_CODE, testSlipOf } from '../../../domain/slips/test-slip.ts';
import { parseScanCode } from '../../../domain/scan-code.ts';
import { BATCH, TEST } from '../../printing/sample-counter-slips.ts';
import { FEE_RECEIPT, FEE_TRANSFER, HAND_OVER, ISSUE, SUPPLEMENT } from '../../printing/sample-dossier-slips.ts';
import { SLIP_CASES } from '../../printing/slip-cases.ts';
import { ORDINARY } from '../../printing/sample-slips.ts';

const LATER = localMoment('2020-05-06T08:00');

describe('the key of a paper', () => {
  test('is another for each slip of one dossier', () => {
    const keys = [ORDINARY, HAND_OVER, SUPPLEMENT, FEE_RECEIPT].map(slipKeyOf);
    expect(new Set(keys).size).toBe(4);
  });

  test('does not change with whoever prints it', () => {
    for (const { slip } of SLIP_CASES) expect(slipKeyOf({ ...slip, clerkName: 'Hà Văn Páo' })).toBe(slipKeyOf(slip));
  });

  test('tells a second hand-over, request and payment from the first', () => {
    expect(slipKeyOf({ ...HAND_OVER, at: LATER })).not.toBe(slipKeyOf(HAND_OVER));
    const second = { ...SUPPLEMENT, formNumber: { ...SUPPLEMENT.formNumber, number: 13 } };
    expect(slipKeyOf(second)).not.toBe(slipKeyOf(SUPPLEMENT));
    expect(slipKeyOf({ ...FEE_TRANSFER, dutyVnd: 9_000 })).not.toBe(slipKeyOf(FEE_TRANSFER));
    const otherReceipt = { kind: 'numbered', book: 'AB/20E', number: '1235' } as const;
    expect(slipKeyOf({ ...FEE_RECEIPT, receipt: otherReceipt })).not.toBe(slipKeyOf(FEE_RECEIPT));
  });

  test('tells two of one minute apart by where they stand', () => {
    const place = (seq: number) => ({ of: { log: '08293.01.a', seq } });
    for (const slip of [HAND_OVER, FEE_RECEIPT, FEE_TRANSFER]) {
      const [first, second] = [
        { ...slip, ...place(4) },
        { ...slip, ...place(6) },
      ];
      expect(slipKeyOf(first)).not.toBe(slipKeyOf(second));
      expect(slipKeyOf({ ...first, at: LATER })).toBe(slipKeyOf(first));
    }
  });

  test('of a closed batch stays; each list of an open one is a paper of its own', () => {
    expect(slipKeyOf({ ...BATCH, at: LATER })).toBe(slipKeyOf(BATCH));
    const { closedAt: _closed, ...open } = BATCH.list;
    const [first, later] = [batchSlipOf(open, ISSUE), batchSlipOf(open, { ...ISSUE, at: LATER })];
    expect(slipKeyOf(first)).not.toBe(slipKeyOf(later));
    expect(slipKeyOf(first)).not.toBe(slipKeyOf(BATCH));
  });

  test('of a test page is of its printer and its minute', () => {
    expect(slipKeyOf(testSlipOf('Máy in quầy 2', ISSUE))).not.toBe(slipKeyOf(TEST));
  });
});

test('the code of a test page can be read and belongs to no unit there is', () => {
  expect(parseScanCode(TEST_SCAN_CODE).ok).toBe(true);
  expect(TEST_SCAN_CODE.startsWith('00000')).toBe(true);
});
