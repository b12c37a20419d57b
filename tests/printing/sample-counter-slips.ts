import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { batchSlipOf, type BatchSlip } from '../../domain/slips/batch-slip.ts';
import { testSlipOf, type TestSlip } from '../../domain/slips/test-slip.ts';
import { parseBatchCode } from '../../domain/transfer/batch-code.ts';
import type { BatchList, BatchListRow } from '../../domain/transfer/batch-list.ts';
import { ISSUE, TODAY } from './sample-dossier-slips.ts';
import { LONGEST } from './sample-slips.ts';

// Slips of the counter itself: about no single dossier.

const NAMES = ['Nguyễn Thị Hường', 'Đinh Văn Quyết', 'Hà Thị Ưởng', 'Phùng Đắc Thắng', LONGEST.applicantName];

function rowsOf(count: number): readonly BatchListRow[] {
  return Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    dossierId: dossierIdOf(
      makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: index + 40 }),
    ),
    dossierNumber: `000.02.22.H44-200428-${String(index + 12).padStart(4, '0')}`,
    applicantName: NAMES[index % NAMES.length] ?? '',
    originals: (index % 3) + 1,
    copies: index % 4,
    note: index === 1 ? 'kèm bản vẽ khổ A3' : '',
  }));
}

function listOf(rows: readonly BatchListRow[], more: Partial<BatchList>): BatchList {
  const code = parseBatchCode('BG-08293-200505-1001');
  if (code === undefined) throw new RangeError('the first batch of a day has a code');
  return {
    code,
    direction: 'up',
    from: 'Bộ phận tiếp nhận và trả kết quả UBND xã Mỹ Lung',
    to: 'Chi nhánh Văn phòng đăng ký đất đai huyện Yên Lập',
    rows,
    totals: {
      dossiers: rows.length,
      originals: rows.reduce((sum, { originals }) => sum + originals, 0),
      copies: rows.reduce((sum, { copies }) => sum + copies, 0),
    },
    ...more,
  };
}

export const BATCH: BatchSlip = batchSlipOf(
  listOf(rowsOf(4), {
    closedAt: localMoment('2020-05-05T16:30'),
    courier: { kind: 'clerk', name: 'Trần Văn Ưởng' },
  }),
  ISSUE,
);

/** Still open, and one dossier of it was received on another computer. */
export const BATCH_OPEN: BatchSlip = batchSlipOf(
  listOf(
    rowsOf(2).map((row, index) => {
      const { dossierNumber: _number, applicantName: _name, ...unknown } = row;
      return index === 1 ? unknown : row;
    }),
    {},
  ),
  ISSUE,
);

export const BATCH_LONGEST: BatchSlip = batchSlipOf(
  listOf(rowsOf(40), {
    direction: 'down',
    from: 'Văn phòng UBND tỉnh Phú Thọ, Trung tâm Phục vụ hành chính công tỉnh',
    to: 'Trung tâm Phục vụ hành chính công xã Yên Lập',
    closedAt: localMoment('2026-03-09T13:50'),
    courier: { kind: 'post', billNumber: 'EE123456789VN' },
  }),
  { ...ISSUE, ...TODAY },
);

export const TEST: TestSlip = testSlipOf('Máy in quầy 1 (192.168.1.87:9100)', ISSUE);
