import { type LocalMoment, localMoment, type PlainDate, plainDate } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { batchSlipOf, type BatchSlip } from '../../domain/slips/batch-slip.ts';
import { testSlipOf, type TestSlip } from '../../domain/slips/test-slip.ts';
import { parseBatchCode } from '../../domain/transfer/batch-code.ts';
import type { BatchList, BatchListRow } from '../../domain/transfer/batch-list.ts';
import { ISSUE, TODAY } from './sample-dossier-slips.ts';
import { LONGEST, sampleNumber } from './sample-slips.ts';

type Era = {
  readonly code: string;
  readonly unitCode: string;
  readonly received: PlainDate;
  readonly appointed: LocalMoment;
};

// Slips of the counter itself: about no single dossier.

const NAMES = ['Nguyễn Thị Hường', 'Đinh Văn Quyết', 'Hà Thị Ưởng', 'Phùng Đắc Thắng', LONGEST.applicantName];

const IN_2020: Era = {
  code: 'BG-08293-200505-1001',
  unitCode: '08293',
  received: plainDate('2020-04-28'),
  appointed: localMoment('2020-05-05T11:30'),
};
const IN_2026: Era = {
  code: 'BG-08290-260309-1001',
  unitCode: '08290',
  received: plainDate('2026-03-02'),
  appointed: localMoment('2026-03-12T17:00'),
};

function rowsOf({ unitCode, received, appointed }: Era, count: number): readonly BatchListRow[] {
  const organisationCode = received < '2025-07-01' ? '000.02.22.H44' : 'H44.991';
  const yearOfCentury = Number(received.slice(2, 4));
  return Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    dossierId: dossierIdOf(makeScanCode({ unitCode, station: 1, yearOfCentury, runningNumber: index + 40 })),
    dossierNumber: sampleNumber(organisationCode, received, index + 11),
    applicantName: NAMES[index % NAMES.length] ?? '',
    appointmentAt: appointed,
    originals: (index % 3) + 1,
    copies: index % 4,
    note: index === 1 ? 'kèm bản vẽ khổ A3' : '',
  }));
}

function listOf(era: Era, rows: readonly BatchListRow[], more: Partial<BatchList>): BatchList {
  const code = parseBatchCode(era.code);
  if (code === undefined) throw new RangeError('the first batch of a day has a code');
  return {
    code,
    direction: 'up',
    from: 'Xã Mỹ Lung',
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
  listOf(IN_2020, rowsOf(IN_2020, 4), {
    closedAt: localMoment('2020-05-05T16:30'),
    courier: { kind: 'clerk', name: 'Trần Văn Ưởng' },
  }),
  { ...ISSUE, at: localMoment('2020-05-05T16:32') },
);

/** Still open, and one dossier of it was received on another computer. */
export const BATCH_OPEN: BatchSlip = batchSlipOf(
  listOf(
    IN_2020,
    rowsOf(IN_2020, 2).map((row, index) => {
      const { dossierNumber: _number, applicantName: _name, appointmentAt: _at, ...unknown } = row;
      return index === 1 ? unknown : row;
    }),
    {},
  ),
  ISSUE,
);

export const BATCH_LONGEST: BatchSlip = batchSlipOf(
  listOf(IN_2026, rowsOf(IN_2026, 40), {
    direction: 'down',
    from: 'Văn phòng UBND tỉnh Phú Thọ, Trung tâm Phục vụ hành chính công tỉnh',
    to: 'Trung tâm Phục vụ hành chính công xã Yên Lập',
    closedAt: localMoment('2026-03-09T13:50'),
    courier: { kind: 'post', billNumber: 'EE123456789VN' },
  }),
  { ...ISSUE, unit: TODAY.unit, at: TODAY.at },
);

export const TEST: TestSlip = testSlipOf('Máy in quầy 1 (192.168.1.87:9100)', ISSUE);
