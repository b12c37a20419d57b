import { localMoment } from '../../domain/plain-date.ts';
import { scanCodeOf } from '../../domain/scan-code.ts';
import { LOOK_UP_COLUMNS } from '../../domain/look-up.ts';
import type { FoundPage, SavedView } from '../../electron/contract/look-up-commands.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { DOSSIER_ID } from './samples.ts';

const PEOPLE = [
  'Nguyễn Thị Phương Thảo Nguyên',
  'Hoàng Đức Ả',
  'Đinh Thị Mận',
  'Công ty TNHH Chè Trung Sơn và Dịch vụ Nông nghiệp Yên Lập',
] as const;
const PROCEDURES = ['Khai sinh, thẻ bảo hiểm y tế, thường trú', 'Kết hôn', 'Sao y', ''] as const;
const STATES = ['received', 'handed-over', 'awaiting-supplement', 'upstream-in-progress', 'result-ready'] as const;

function rowOf(index: number): DossierRow {
  return {
    // Lists name a row by its dossier.
    id: `${DOSSIER_ID.slice(0, -3)}${String(index).padStart(3, '0')}` as typeof DOSSIER_ID,
    scanCode: scanCodeOf(DOSSIER_ID),
    status: STATES[index % STATES.length] ?? 'received',
    oldNumber: `000.05.22.H44-261124-${String(index + 1).padStart(4, '0')}`,
    procedureAlias: PROCEDURES[index % PROCEDURES.length] ?? '',
    applicantName: PEOPLE[index % PEOPLE.length] ?? '',
    applicantPhone: index % 3 === 1 ? '' : '0987654321',
    receivedAt: localMoment('2026-11-24T08:10'),
    appointmentAt: localMoment(index % 2 === 0 ? '2026-11-20T17:30' : '2027-12-08T17:00'),
    station: 3,
    hasAnomaly: index === 4,
  };
}

/** The beginning of all that a counter ever received. */
export const FOUND_MANY: Pick<FoundPage, 'rows' | 'total'> = {
  rows: Array.from({ length: 200 }, (_, index) => rowOf(index)),
  total: 100_000,
};

const ALL = { columns: LOOK_UP_COLUMNS } as const;

export const KEPT_VIEWS: readonly SavedView[] = [
  {
    ...ALL,
    name: 'Quá hạn của tôi',
    lookedFor: {
      text: '',
      filter: { state: 'late', clerk: 'Hà Thị Lan' },
      sort: { by: 'appointment', descending: false },
    },
  },
  { ...ALL, name: 'Chờ trả, hộ tịch', lookedFor: { text: '', filter: { state: 'result-ready', field: 'Hộ tịch' } } },
  {
    ...ALL,
    name: 'Chứng thực sao y của tổ chức kinh tế trên địa bàn xã',
    lookedFor: { text: 'cong ty', filter: { procedureCode: '2.000815' }, sort: { by: 'received', descending: true } },
  },
  { ...ALL, name: 'Mọi hồ sơ', lookedFor: { text: '', filter: {} } },
];
