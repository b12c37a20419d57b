import { localMoment } from '../../domain/plain-date.ts';
import { scanCodeOf } from '../../domain/scan-code.ts';
import type {
  ContradictionLine,
  QuarantineView,
  SyncLine,
  SyncLines,
  WaitingLine,
} from '../../electron/contract/sync-commands.ts';
import type { DossierRow, SyncView } from '../../electron/contract/views.ts';
import { DOSSIER_ID } from './samples.ts';

const LOG = '08311.03.3f2ab1c4d5e6f708';
const at = (time: string) => localMoment(`2026-11-24T${time}`);

const LINKED: SyncView = {
  status: 'offline',
  waiting: 0,
  quarantined: 0,
  serverUrl: 'https://motcua.phutho.example/yenlap',
  answeredAt: at('08:55'),
  provedAt: at('08:55'),
  nextAt: localMoment('2099-11-24T10:32'),
};

const IN_SYNC: SyncView = { ...LINKED, status: 'in-sync' };

export const SYNC_STATES = {
  offline: { ...LINKED, waiting: 1_204, reason: 'unreachable' },
  sending: { ...LINKED, status: 'waiting', waiting: 864, sending: { done: 340, total: 1_204 } },
  inSync: IN_SYNC,
  refused: { ...LINKED, status: 'refused', waiting: 17, quarantined: 2, reason: 'token-refused' },
} satisfies Record<string, SyncView>;

const DOSSIER: DossierRow = {
  id: DOSSIER_ID,
  scanCode: scanCodeOf(DOSSIER_ID),
  status: 'received',
  oldNumber: 'H44.33.12-261124-1042',
  procedureAlias: 'Khai sinh',
  applicantName: 'Hoàng Đức Ả',
  applicantPhone: '0987654321',
  receivedAt: at('09:10'),
  appointmentAt: at('17:30'),
  station: 3,
  hasAnomaly: true,
};
const OTHER: DossierRow = {
  ...DOSSIER,
  oldNumber: 'H44.33.12-261124-1041',
  applicantName: 'Nguyễn Thị Phương Thảo Nguyên',
  procedureAlias: 'Chứng thực bản sao',
};

const OWN: SyncLine = { log: LOG, seq: 1, isOwn: true, station: 3, at: at('09:12'), actor: 'Hà Thị Lan' };
const MACHINE_2: SyncLine = {
  ...OWN,
  log: '08311.02.00aa11bb22cc33dd',
  isOwn: false,
  station: 2,
  actor: 'Bùi Văn Thêm',
};

const LINES: readonly WaitingLine[] = [
  { ...OWN, kind: 'result-handed-over', dossier: OTHER, stands: 'waiting' },
  { ...OWN, kind: 'received', at: at('09:10'), dossier: DOSSIER, stands: 'waiting' },
  { ...OWN, kind: 'batch-item-added', at: at('09:02'), about: '08311-L-261124-03', stands: 'waiting' },
  { ...MACHINE_2, kind: 'supplement-requested', at: at('08:58'), dossier: OTHER, stands: 'set-aside' },
  { ...MACHINE_2, kind: 'fee-collected', at: at('08:57'), dossier: DOSSIER, stands: 'behind' },
  { ...OWN, kind: 'account-opened', at: at('08:50'), about: 'Bùi Văn Thêm', stands: 'waiting' },
  { ...OWN, kind: 'clock-confirmed', at: at('07:31'), actor: '', stands: 'waiting' },
];

export const WAITING: SyncLines<WaitingLine> = {
  rows: Array.from({ length: 200 }, (_, index) => {
    const line = LINES[index % LINES.length] ?? { ...OWN, stands: 'waiting' as const };
    return { ...line, seq: 1_204 - index };
  }),
  total: 1_204,
};

export const QUARANTINED: QuarantineView = {
  byServer: {
    rows: [
      { ...MACHINE_2, kind: 'supplement-requested', dossier: OTHER, why: 'unknown-log', refusedAt: at('09:15') },
      { ...OWN, seq: 813, kind: 'received', dossier: DOSSIER, why: 'hash-differs', refusedAt: at('09:15') },
    ],
    total: 2,
  },
  here: {
    rows: [
      { ...MACHINE_2, seq: 9, kind: 'fee-collected', dossier: DOSSIER, why: 'unreadable' },
      { log: LOG, seq: 77, isOwn: true, station: 3, why: 'hash-differs' },
    ],
    total: 2,
  },
};

export const CONTRADICTIONS: SyncLines<ContradictionLine> = {
  rows: [
    {
      dossier: DOSSIER,
      place: { log: MACHINE_2.log, seq: 4 },
      said: { kind: 'processing-started', at: at('09:00'), actor: 'Bùi Văn Thêm', station: 2 },
      stateThen: 'withdrawn',
      against: { kind: 'withdrawn', at: at('08:40'), actor: 'Hà Thị Lan', station: 3 },
      suggestion: 'set-aside',
    },
    {
      dossier: OTHER,
      place: { log: MACHINE_2.log, seq: 6 },
      said: { kind: 'result-handed-over', at: at('09:05'), actor: 'Đinh Văn Hùng' },
      stateThen: 'voided',
    },
  ],
  total: 2,
};
