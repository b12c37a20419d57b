import { type AccountId, parseAccountId } from '../../domain/accounts/account-id.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import { BIRTH_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { localMoment } from '../../domain/plain-date.ts';
import type { AccountView, CatalogueReadIn, OldDossiersReadIn, PeopleView } from '../../electron/contract/views.ts';

function accountId(text: string): AccountId {
  const id = parseAccountId(text);
  if (!id) throw new Error(`not an account: ${text}`);
  return id;
}

const [LAN, MAN, THUONG] = [accountId('00000000000a'), accountId('00000000000b'), accountId('00000000000c')];

const OPEN = { state: 'open', standIns: [], anomalies: [], hasPassphrase: true, waitMs: 0 } as const;

export const ACCOUNTS: readonly AccountView[] = [
  {
    ...OPEN,
    id: LAN,
    name: 'Hà Thị Lan',
    roles: ['counter-clerk', 'administrator'],
    standIns: [
      {
        standInId: MAN,
        from: localMoment('2026-11-25T00:00'),
        until: localMoment('2026-11-28T00:00'),
        reason: 'Đi tập huấn ở tỉnh',
      },
    ],
  },
  { ...OPEN, id: MAN, name: 'Đinh Thị Mận', roles: ['counter-clerk', 'specialist', 'head-of-counter'], waitMs: 95_000 },
  { ...OPEN, id: THUONG, name: 'Nguyễn Văn Thưởng', roles: ['leader'], state: 'closed', hasPassphrase: false },
];

const LISTED: PeopleView['accounts'] = ACCOUNTS.map(({ id, name, hasPassphrase }) => ({ id, name, hasPassphrase }));

export const SEVERAL: PeopleView = { accounts: LISTED };

function signedIn(...permissions: readonly Permission[]): PeopleView {
  return {
    accounts: LISTED,
    signedIn: { id: LAN, name: 'Hà Thị Lan', permissions, standsInFor: ['Đinh Thị Mận'] },
  };
}

export const ADMINISTRATOR = signedIn('receive', 'head', 'administer');
export const CLERK = signedIn('receive');

const CHANGED = { ...BIRTH_REGISTRATION, version: '2026-12-01', name: 'Thủ tục đăng ký khai sinh' };

export const CATALOGUE_READ: CatalogueReadIn = {
  readingId: 'sample',
  reading: {
    accepted: [
      { row: 1, procedure: CHANGED, warnings: [{ code: 'name-changed', value: BIRTH_REGISTRATION.name }] },
      { row: 2, procedure: BIRTH_REGISTRATION, warnings: [] },
    ],
    toFix: Array.from({ length: 140 }, (_, index) => ({
      row: index + 3,
      code: `2.00${1_000 + index}`,
      name: 'Chứng thực chữ ký trong giấy tờ, văn bản',
      problems: [{ code: 'limit-missing' }, { code: 'fee-unclear', value: '10.000 đồng; 2.000 đồng/trang' }],
    })),
  },
  diff: {
    added: [BIRTH_REGISTRATION],
    changed: [{ before: BIRTH_REGISTRATION, after: CHANGED, what: ['name', 'limit'] }],
    unchanged: [],
    ended: [],
    clashes: [],
  },
};

const OLD = {
  oldNumber: '000.23.33.H44-200418-0007',
  applicant: { kind: 'person', name: 'Hoàng Đức Ả', idNumber: '', phone: { kind: 'none' }, address: 'Khu 3' },
  procedureName: 'Đăng ký khai sinh',
  receivedAt: localMoment('2020-04-18T07:30'),
  state: 'in-progress',
} as const;

export const OLD_READ: OldDossiersReadIn = {
  readingId: 'sample',
  read: {
    columns: { oldNumber: 1, applicantName: 2, procedureName: 4, receivedAt: 5 },
    accepted: [
      { row: 6, dossier: OLD, warnings: [{ code: 'appointment-missing', column: 'appointmentAt' }] },
      { row: 7, dossier: { ...OLD, oldNumber: '000.23.33.H44-200418-0008' }, warnings: [] },
    ],
    toFix: [{ row: 8, problems: [{ code: 'number-rounded', column: 'oldNumber', value: '2,00420E+14' }] }],
    skipped: [
      { row: 9, why: 'not-open' },
      { row: 10, why: 'total' },
    ],
  },
};
