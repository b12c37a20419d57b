import { BIRTH_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { parseDossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import type { AppState, BackupRow, BackupsView, RecoveryView, ScanAnswer } from '../../electron/contract/views.ts';
import { EMPTY_INTAKE, withProcedure } from '../../renderer/intake/intake-draft.ts';
import { keptFormOf, serialiseDrafts } from '../../renderer/intake/kept-drafts.ts';

export const UNIT = {
  unitCode: '08311',
  unitName: 'Xã Trung Sơn',
  upperNames: 'Huyện Yên Lập\nTỉnh Phú Thọ',
  organisationCode: 'H44.33.12',
  station: '3',
  clerkName: 'Hà Thị Lan',
  printer: { host: '127.0.0.1', port: 9 },
};

const LOG = '08311.03.3f2ab1c4d5e6f708';
const at = (time: string) => localMoment(`2026-11-24T${time}`);

export const DOSSIER_ID = (() => {
  const id = parseDossierId('08311032600042');
  if (!id) throw new Error('not a dossier id');
  return id;
})();

/** A slip whose result is still with the body above. */
export const WITH_UPSTREAM: ScanAnswer = {
  kind: 'not-to-hand-over',
  scanCode: scanCodeOf(DOSSIER_ID),
  dossier: {
    id: DOSSIER_ID,
    status: 'upstream-in-progress',
    applicant: { kind: 'person', name: 'Hoàng Đức Ả', idNumber: '', phone: { kind: 'none' }, address: 'Khu 3' },
    appointments: [],
    pauses: [],
    supplementsAsked: 0,
    apologies: [],
    payments: [],
    refunds: [],
    trail: [],
    anomalies: [],
  },
};

const WHOSE = { unitName: 'Xã Xuân Viên', station: 1 };

const NEWEST: BackupRow = {
  ...WHOSE,
  id: 'a',
  place: 'this-computer',
  at: at('10:05'),
  bytes: 12_540_000,
  events: 3_120,
  dossiers: 1_560,
};

const ROWS: BackupsView['backups'] = [
  NEWEST,
  { ...WHOSE, id: 'b', place: 'second-place', at: at('09:05'), bytes: 12_530_000, events: 3_112, dossiers: 1_556 },
  { ...WHOSE, id: 'c', place: 'this-computer', at: at('08:05'), bytes: 12_510_000, events: 3_101, dossiers: 1_551 },
  {
    ...WHOSE,
    id: 'd',
    place: 'second-place',
    at: localMoment('2026-11-23T17:00'),
    bytes: 12_480_000,
    events: 3_090,
    dossiers: 1_545,
  },
  {
    ...WHOSE,
    id: 'e',
    place: 'this-computer',
    at: localMoment('2026-11-20T17:00'),
    bytes: 12_300_000,
    events: 3_020,
    dossiers: 1_510,
  },
  {
    ...WHOSE,
    id: 'f',
    place: 'second-place',
    at: localMoment('2026-10-31T17:00'),
    bytes: 11_200_000,
    events: 2_820,
    dossiers: 1_410,
  },
  {
    ...WHOSE,
    id: 'g',
    place: 'second-place',
    at: localMoment('2026-09-30T17:00'),
    bytes: 9_800_000,
    events: 2_420,
    dossiers: 1_210,
  },
];

export const BACKUPS: BackupsView = {
  summary: { state: 'good', verifiedAt: at('10:05') },
  backups: ROWS,
  secondPlace: { folder: 'E:\\Sao lưu một cửa', isThere: true, copiedAt: at('09:05') },
  lastTry: {
    id: 'b',
    at: at('10:20'),
    outcome: 'good',
    events: 3_112,
    dossiers: 1_556,
    newerHere: 8,
    missingHere: 0,
  },
  lastCheck: { at: at('07:31'), events: 3_101, setAside: [], dossiersMended: 0 },
};

export const WITH_DAMAGE: BackupsView = {
  ...BACKUPS,
  summary: { state: 'failed', verifiedAt: localMoment('2026-11-20T17:00'), trouble: 'disk-full' },
  secondPlace: {
    folder: '\\\\MAYCHU\\motcua\\Sao lưu dữ liệu quầy máy 03 – Xã Trung Sơn, huyện Yên Lập',
    isThere: false,
  },
  lastTry: { id: 'd', at: at('10:20'), outcome: 'damaged', events: 0, dossiers: 0, newerHere: 0, missingHere: 0 },
  lastCheck: {
    at: at('07:31'),
    events: 3_101,
    dossiersMended: 2,
    setAside: [
      { log: LOG, seq: 812, dossierId: DOSSIER_ID, why: 'hash-differs' },
      { log: LOG, seq: 813, why: 'chain-broken' },
      { log: `${LOG}.i0a1b2c`, seq: 4, why: 'own-log-forked' },
    ],
  },
};

export const RUNNING: BackupsView = { ...BACKUPS, running: { task: 'try', done: 640, total: 1_540 } };

const CLOSED = { why: 'damaged', isOpen: false } as const;

export const RECOVERY: Record<
  'damaged' | 'missing' | 'trouble' | 'unusable' | 'running' | 'whole' | 'gaps',
  RecoveryView
> = {
  damaged: { ...CLOSED, newest: NEWEST },
  missing: { why: 'missing', isOpen: false, newest: NEWEST },
  trouble: { ...CLOSED, trouble: 'nothing-to-start-from' },
  unusable: { why: 'damaged', isOpen: true, trouble: 'backup-unusable' },
  running: { ...CLOSED, newest: NEWEST, running: { task: 'restore', done: 1_310, total: 3_120 } },
  whole: {
    ...CLOSED,
    isOpen: true,
    report: {
      at: at('10:31'),
      fromBackup: 3_120,
      salvaged: 14,
      dossiers: 1_563,
      missing: [],
      setAsideIn: 'counter/set-aside/2026-11-24 10.29',
    },
  },
  gaps: {
    ...CLOSED,
    isOpen: true,
    report: {
      at: at('10:31'),
      fromBackup: 3_090,
      salvaged: 9,
      dossiers: 1_548,
      missing: [
        { log: LOG, from: 1_544, to: 1_551 },
        { log: '08311.01.99aa11bb22cc33dd', from: 77, to: 77 },
      ],
      setAsideIn: 'counter/set-aside/2026-11-24 10.29',
    },
  },
} as const;

export const DRAFT = {
  content:
    serialiseDrafts({
      current: keptFormOf({
        ...withProcedure(EMPTY_INTAKE, BIRTH_REGISTRATION),
        name: 'Hoàng Đức Ả',
        phone: '0987 654',
      }),
      waiting: [],
      foreign: undefined,
    }) ?? '',
  keptAt: at('09:12'),
};

export const JOBS: readonly PrintJobRow[] = [
  {
    id: 41,
    dossierId: DOSSIER_ID,
    printer: 'slip',
    paper: 'receipt-slip',
    attempts: 1,
    about: 'H44.33.12-261124-1007',
    applicantName: 'Đinh Thị Mận',
    copyNo: 1,
    state: 'unknown',
    trouble: 'interrupted',
    at: at('09:10'),
  },
  {
    id: 42,
    dossierId: DOSSIER_ID,
    printer: 'slip',
    paper: 'receipt-slip',
    attempts: 3,
    about: 'H44.33.12-261124-1008',
    applicantName: 'Nguyễn Văn Thưởng',
    copyNo: 1,
    state: 'queued',
    trouble: 'printer-unreachable',
    at: at('09:11'),
  },
];

export const ONE_PLACE: BackupsView = {
  summary: { state: 'no-second-place', verifiedAt: NEWEST.at },
  backups: [NEWEST],
};

/** Everything in the status bar has something to say. */
export const LOUD: Partial<AppState> = {
  backup: { state: 'second-place-missing', verifiedAt: localMoment('2026-11-23T17:00') },
  printer: {
    choice: { kind: 'tcp', host: '192.168.1.50', port: 9100 },
    modelId: 'generic-80',
    paperWidthMm: 80,
    formChoice: { kind: 'none' },
    waiting: 0,
    needsAttention: 12,
  },
  sync: { status: 'offline', waiting: 128, quarantined: 0, serverUrl: 'https://motcua.example' },
};
