import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ActKind, ActOf } from '../../domain/lifecycle/act.ts';
import type { DossierPayloads, RefusalGround } from '../../domain/lifecycle/dossier-fact.ts';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { CommandName, Input } from '../../electron/contract/commands.ts';
import { isCommandName, parseInput } from '../../electron/contract/parsers.ts';
import type { AccountChange } from '../../electron/contract/refusals.ts';
import { LOOK_UP_INPUTS } from './look-up-inputs.ts';
import { PRINT_INPUTS } from './print-inputs.ts';
import { REPORT_INPUTS, SELF_TEST_INPUTS } from './report-inputs.ts';

const DOSSIER_ID = '08305012000001';
const NAME = 'Hà Thị Đào';
const ID_NUMBER = '001090012345';

const UNIT = { code: '08305', name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'], organisationCode: 'H44.33.12' };

const FORM = {
  procedureCode: '1.001193',
  applicant: {
    kind: 'person' as const,
    name: NAME,
    idNumber: ID_NUMBER,
    phone: '0912345678',
    noPhone: false,
    address: 'Khu Bóp',
  },
  papers: [{ id: 'p1', originals: 1, copies: 0 }],
  sets: 1,
};

const TYPED_APPLICANT = { kind: 'person', name: NAME, idNumber: ID_NUMBER, phone: '', address: '' } as const;
const MISSING = [{ id: 'p1', name: 'Tờ khai', note: 'Chưa ký' }];
const RECEIVER = { relation: 'applicant', name: NAME, idNumber: '' } as const;
const BASIS = { text: 'Điều 19 Nghị định 61/2018/NĐ-CP', approver: NAME };
const RESULT = { number: '15/KS', date: '2020-04-22', signer: NAME };
const ON_PAPER = { signer: NAME, date: '2020-04-22' };
const MONEY = { feeVnd: 8_000, dutyVnd: 0, method: 'cash' } as const;
const ACCOUNT_ID = '0123456789ab';
const BATCH = 'BG-08305-200422-1001';
const CALENDAR = {
  version: '2020/1',
  from: '2020-01-01',
  until: '2020-12-31',
  daysOff: [{ date: '2020-04-30', name: 'Ngày Chiến thắng' }],
  makeUpDays: ['2020-05-09'],
};
const HOURS = { morning: { from: 420, until: 690 }, afternoon: { from: 810, until: 1_020 } };

type WithoutBrands<T> = T extends string
  ? string extends T
    ? string
    : T extends `${infer Literal}`
      ? Literal
      : string
  : T extends object
    ? { readonly [K in keyof T]: WithoutBrands<T[K]> }
    : T;

/** One act of every kind, with everything it may say. */
const ACTS: { readonly [K in ActKind]: WithoutBrands<ActOf<K>> } = {
  'processing-started': { kind: 'processing-started', specialist: NAME },
  'signature-requested': { kind: 'signature-requested', note: '' },
  'signature-declined': { kind: 'signature-declined', reason: 'Sai ngày sinh' },
  'result-issued': { kind: 'result-issued', result: RESULT },
  'resolution-refused': { kind: 'resolution-refused', result: RESULT, reason: 'Không đủ điều kiện' },
  'supplement-requested': {
    kind: 'supplement-requested',
    missing: MISSING,
    reason: 'Tờ khai chưa ký',
    respondBy: '2020-05-22',
    basis: BASIS,
    onPaper: ON_PAPER,
  },
  'supplement-received': {
    kind: 'supplement-received',
    papers: [{ id: 'p1', name: 'Tờ khai', originals: 1, copies: 0 }],
    agreedAppointment: { date: '2028-01-04', reason: 'Chưa có lịch' },
  },
  'payment-duty-notified': { kind: 'payment-duty-notified', noticeNumber: 'TB-88' },
  'payment-duty-met': {
    kind: 'payment-duty-met',
    receiptNumber: '0001234',
    agreedAppointment: { date: '2028-01-04', reason: 'Chưa có lịch' },
  },
  'commune-part-finished': { kind: 'commune-part-finished', note: '' },
  'upstream-returned': { kind: 'upstream-returned', reason: 'Thiếu trích lục', pausesLimit: true, onPaper: ON_PAPER },
  'upstream-result-issued': { kind: 'upstream-result-issued', result: RESULT, isRefusal: false },
  withdrawn: { kind: 'withdrawn', reason: 'Công dân xin rút' },
  stopped: { kind: 'stopped', reason: 'Quá hạn bổ sung' },
  voided: { kind: 'voided', reason: 'Nhập nhầm' },
  'apology-issued': {
    kind: 'apology-issued',
    reason: 'Chờ xác minh',
    newDate: '2020-04-30',
    signer: NAME,
    toldBy: 'e-mail',
    basis: BASIS,
  },
  'appointment-changed': { kind: 'appointment-changed', date: '2020-05-05', reason: 'Lịch nghỉ đổi', basis: BASIS },
  'step-undone': { kind: 'step-undone', undoes: { log: 'a', seq: 2 }, reason: 'Bấm nhầm' },
  'details-corrected': {
    kind: 'details-corrected',
    applicant: { name: NAME, idNumber: ID_NUMBER, phone: '0912345678', address: 'Khu Bóp' },
    reason: 'Sai tên',
  },
  'fees-assessed': { kind: 'fees-assessed', fees: { counts: { pages: 2, copies: 1 } }, reason: 'Đếm lại' },
  'fee-collected': {
    kind: 'fee-collected',
    ...MONEY,
    receipt: { kind: 'numbered', book: 'AB/20P', number: '0000123' },
    payerName: NAME,
  },
  'fee-refunded': { kind: 'fee-refunded', ...MONEY, reason: 'Rút hồ sơ' },
  'contradiction-settled': {
    kind: 'contradiction-settled',
    of: { log: 'a', seq: 2 },
    accepts: false,
    reason: 'Ghi hai lần',
  },
};

/** Members an act may do without. */
const OPTIONAL_IN_ACTS = ['basis', 'onPaper', 'agreedAppointment', 'payerName', 'fees', 'typed'];
/** These two are asked for though other acts may do without them. */
const NEEDED_IN_ACTS = ['appointment-changed.basis', 'upstream-returned.onPaper'];

const BATCH_CHANGES: { readonly [K in BatchChange['kind']]: WithoutBrands<Extract<BatchChange, { kind: K }>> } = {
  add: { kind: 'add', dossierId: DOSSIER_ID, originals: 1, copies: 2, note: '' },
  remove: { kind: 'remove', dossierId: DOSSIER_ID },
  close: { kind: 'close', courier: { kind: 'post', billNumber: 'EV123' } },
  abandon: { kind: 'abandon', reason: 'Lập nhầm' },
  'receive-up': {
    kind: 'receive-up',
    signed: ON_PAPER,
    items: [
      { dossierId: DOSSIER_ID, accepted: true },
      { dossierId: DOSSIER_ID, accepted: false, reason: 'Thiếu bản chính' },
    ],
  },
  'receive-down': {
    kind: 'receive-down',
    items: [
      { dossierId: DOSSIER_ID, result: { ...RESULT, isRefusal: false } },
      { dossierId: DOSSIER_ID, setAside: 'Rách' },
    ],
  },
};

const ACCOUNT_CHANGES: { readonly [K in AccountChange['kind']]: WithoutBrands<Extract<AccountChange, { kind: K }>> } = {
  roles: { kind: 'roles', roles: ['counter-clerk', 'specialist'] },
  rename: { kind: 'rename', name: NAME },
  close: { kind: 'close', reason: 'Nghỉ việc' },
  reopen: { kind: 'reopen' },
  'give-stand-in': {
    kind: 'give-stand-in',
    standInId: ACCOUNT_ID,
    from: '2020-04-20T07:00',
    until: '2020-04-24T17:30',
    reason: 'Nghỉ phép',
  },
  'end-stand-in': { kind: 'end-stand-in', standInId: ACCOUNT_ID },
  'clear-lock-out': { kind: 'clear-lock-out' },
};

/** An input that is right, for each command there is: a new command does not compile until it stands here too. */
const RIGHT: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  ...SELF_TEST_INPUTS,
  'app.state': {},
  'setup.options': {},
  'setup.complete': {
    unit: UNIT,
    station: 1,
    clerkName: NAME,
    accountPassphrase: 'một hai ba',
    printer: { kind: 'tcp', host: '127.0.0.1', port: 9100 },
    paperWidthMm: 80,
    protection: { kind: 'passphrase', passphrase: 'một cụm từ dài' },
  },
  'trial.start': {},
  'trial.end': {},
  'clock.confirm': { date: '20/04/2020' },
  'numbers.takeStation': { station: 3 },
  'key.unlock': { by: 'recovery-code', text: '150ZZ-ZFKG1-F7GHP-5BQB5-ZH9VC' },
  'key.newRecoveryCode': {},
  'key.protect': { protection: { kind: 'key-store' } },
  'backup.state': {},
  'backup.now': {},
  'backup.try': { id: 'first/000001' },
  'backup.checkAll': {},
  'backup.choosePlace': {},
  'backup.forgetPlace': {},
  'backup.restore': { id: 'first/000001' },
  'recovery.state': {},
  'recovery.start': {},
  'recovery.fromPlace': {},
  'recovery.leave': {},
  'recovery.startAnew': {},
  'recovery.done': {},
  'draft.keep': { content: '{}' },
  'draft.find': {},
  'draft.discard': {},
  'procedure.list': {},
  'procedure.versions': {},
  'procedure.lastUsed': {},
  'appointment.preview': { procedureCode: '1.001193' },
  'dossier.receive': { commandId: randomUUID(), form: FORM },
  'dossier.get': { id: DOSSIER_ID },
  'dossier.scan': { text: '0830501200000175' },
  'dossier.handOver': {
    commandId: randomUUID(),
    dossierId: DOSSIER_ID,
    receiver: RECEIVER,
  },
  'dossier.certify': { commandId: randomUUID(), form: FORM, receiver: RECEIVER },
  'dossier.noteArrival': {
    commandId: randomUUID(),
    procedureCode: '1.001193',
    channel: 'online',
    arrivalNumber: '',
    filedAt: '2020-04-19T21:40',
    applicant: TYPED_APPLICANT,
  },
  'dossier.guide': {
    commandId: randomUUID(),
    procedureCode: '1.001193',
    applicant: TYPED_APPLICANT,
    missing: MISSING,
    reason: 'Tờ khai chưa ký',
  },
  'dossier.refuseIntake': {
    commandId: randomUUID(),
    procedureCode: '1.001193',
    applicant: TYPED_APPLICANT,
    ground: 'not-competent',
    reason: 'Nơi cư trú ở xã khác',
  },
  'dossier.act': { commandId: randomUUID(), dossierId: DOSSIER_ID, act: ACTS.withdrawn },
  'dossier.sides': { id: DOSSIER_ID },
  'person.suggest': { typed: 'dao' },
  'batch.open': { commandId: randomUUID(), direction: 'up', otherBody: 'Bảo hiểm xã hội' },
  'batch.change': { commandId: randomUUID(), code: BATCH, change: BATCH_CHANGES.remove },
  'batch.list': { onlyOpen: true },
  'batch.get': { code: BATCH },
  'account.first': { name: NAME, passphrase: 'một hai ba' },
  'account.signIn': { accountId: ACCOUNT_ID, passphrase: 'một hai ba' },
  'account.recover': { accountId: 'a1b2c3d4e5f6', recoveryCode: 'AAAAA', passphrase: 'một hai ba' },
  'account.signOut': {},
  'account.list': {},
  'account.open': { name: NAME, roles: ['counter-clerk'], passphrase: 'một hai ba' },
  'account.change': { accountId: ACCOUNT_ID, change: ACCOUNT_CHANGES.reopen },
  'account.setPassphrase': { accountId: ACCOUNT_ID, passphrase: 'một hai ba' },
  'catalogue.read': {},
  'catalogue.apply': { readingId: '1' },
  'goLive.read': {},
  'goLive.apply': { readingId: '1' },
  'calendar.get': {},
  'calendar.effects': { calendar: CALENDAR },
  'calendar.publish': { calendar: CALENDAR, reason: 'Quyết định nghỉ lễ' },
  'unitRules.get': {},
  'unitRules.set': {
    hours: HOURS,
    seasons: [{ from: '04-16', until: '10-15', hours: HOURS }],
    timeOfDay: 'half-day',
    councilAmounts: { '1.001193': { duty: 8_000 } },
  },
  ...REPORT_INPUTS,
  'dossier.list': { view: 'today', limit: 50 },
  'dossier.morning': {},
  'dossier.find': { query: 'ha thi', limit: 50 },
  ...LOOK_UP_INPUTS,
  ...PRINT_INPUTS,
  'sync.enrol': { serverUrl: 'https://may-chu.example.vn', code: 'ABCDE-12345' },
  'sync.now': {},
  'sync.waiting': { limit: 200 },
  'sync.quarantined': { limit: 200 },
  'sync.sendAgain': {},
  'sync.contradictions': { limit: 200 },
};

const COMMANDS = Object.keys(RIGHT).filter(isCommandName);

test('every command is known by its name, and nothing else is', () => {
  expect(COMMANDS).toHaveLength(Object.keys(RIGHT).length);
  for (const name of ['dossier.remove', '', 'toString', '__proto__', 'constructor', 'App.State']) {
    expect(isCommandName(name), name).toBe(false);
  }
});

describe.each(COMMANDS)('%s', (name) => {
  test('takes its input as it is', () => {
    expect(parseInput(name, RIGHT[name])).toEqual({ ok: true, input: RIGHT[name] });
  });

  test('refuses what is no object, and a field that it does not know', () => {
    for (const wrong of [undefined, null, 1, 'text', [], { ...RIGHT[name], unknownField: 1 }]) {
      expect(parseInput(name, wrong).ok).toBe(false);
    }
  });

  test('refuses to do without any of its fields', () => {
    for (const field of Object.keys(RIGHT[name])) {
      const { [field]: _, ...rest } = RIGHT[name];
      expect(parseInput(name, rest).ok, field).toBe(false);
    }
  });
});

/** What may stand beside what has to, in the commands where it may. */
const BESIDE: { readonly [N in CommandName]?: WithoutBrands<Partial<Input<N>>> } = {
  'appointment.preview': { channel: 'online' },
  'dossier.receive': {
    form: {
      ...FORM,
      submitter: { name: NAME, idNumber: '', phone: '' },
      agreedAppointment: { date: '2020-04-27', reason: 'Đã hẹn' },
      channel: 'post',
      dossierId: DOSSIER_ID,
      resultWanted: { at: 'home-by-post', address: 'Khu Bóp' },
      fees: {
        counts: { pages: 3, copies: 2, signatures: 1, contracts: 1 },
        chosen: ['duty'],
        exemption: { reason: 'poor-household', evidence: 'Sổ hộ nghèo' },
        councilAmounts: { duty: 8_000 },
      },
      hidesTitle: true,
      corrects: DOSSIER_ID,
    },
  },
  'dossier.handOver': {
    by: 'post',
    postBill: 'EV123',
    slipLost: 'Cam đoan mất phiếu',
    authorisation: 'Giấy ủy quyền',
    rating: 5,
    despiteMoneyDue: true,
  },
  'dossier.certify': { payment: { method: 'cash', receipt: { kind: 'none' } } },
  'dossier.guide': { dossierId: DOSSIER_ID },
  'dossier.refuseIntake': { dossierId: DOSSIER_ID },
  'account.setPassphrase': { oldPassphrase: 'ba hai một' },
  'calendar.publish': { calendar: { ...CALENDAR, provisionalFrom: '2020-07-01' } },
};

test.each(Object.keys(BESIDE).filter(isCommandName))('%s takes what may stand beside', (name) => {
  const input = { ...RIGHT[name], ...BESIDE[name] };
  expect(parseInput(name, input)).toEqual({ ok: true, input });
});

function parseAct(act: unknown): ReturnType<typeof parseInput<'dossier.act'>> {
  return parseInput('dossier.act', { ...RIGHT['dossier.act'], act });
}

describe.each(Object.values(ACTS))('the act $kind', (act) => {
  test('is taken with everything it may say', () => {
    expect(parseAct(act)).toEqual({ ok: true, input: { ...RIGHT['dossier.act'], act } });
  });

  test('is refused with a member that it does not know', () => {
    expect(parseAct({ ...act, at: '2020-04-22T09:00' }).ok).toBe(false);
  });

  test('needs all that it asks for', () => {
    const fields = Object.keys(act);
    const needed = fields.filter((field) => {
      const rest = Object.fromEntries(Object.entries(act).filter(([name]) => name !== field));
      return !parseAct(rest).ok;
    });
    const mayBeLeftOut = (field: string): boolean =>
      OPTIONAL_IN_ACTS.includes(field) && !NEEDED_IN_ACTS.includes(`${act.kind}.${field}`);
    expect(needed).toEqual(fields.filter((field) => !mayBeLeftOut(field)));
  });
});

test.each(['received', 'result-handed-over', 'transfer-sent', 'toString', ''])('"%s" is no act', (kind) => {
  expect(parseAct({ ...ACTS.withdrawn, kind }).ok).toBe(false);
});

test('an apology may be told in every way there is, and in no other', () => {
  const ways: { readonly [W in DossierPayloads['apology-issued']['toldBy']]: true } = {
    paper: true,
    phone: true,
    text: true,
    'e-mail': true,
    post: true,
  };
  for (const toldBy of Object.keys(ways)) expect(parseAct({ ...ACTS['apology-issued'], toldBy }).ok, toldBy).toBe(true);
  expect(parseAct({ ...ACTS['apology-issued'], toldBy: 'radio' }).ok).toBe(false);
});

test('an intake may be refused on every ground there is, and on no other', () => {
  const grounds: { readonly [G in RefusalGround]: true } = {
    'not-competent': true,
    'not-eligible': true,
    'false-papers': true,
    'no-such-procedure': true,
    other: true,
  };
  const parse = (ground: string): boolean =>
    parseInput('dossier.refuseIntake', { ...RIGHT['dossier.refuseIntake'], ground }).ok;
  for (const ground of Object.keys(grounds)) expect(parse(ground), ground).toBe(true);
  expect(parse('no-time')).toBe(false);
});

test.each(Object.values(BATCH_CHANGES))('the change of a batch $kind is taken, and no member beside', (change) => {
  const right = RIGHT['batch.change'];
  expect(parseInput('batch.change', { ...right, change })).toEqual({ ok: true, input: { ...right, change } });
  expect(parseInput('batch.change', { ...right, change: { ...change, by: NAME } }).ok).toBe(false);
});

test.each(Object.values(ACCOUNT_CHANGES))('the change of an account $kind is taken, and no member beside', (change) => {
  const right = RIGHT['account.change'];
  expect(parseInput('account.change', { ...right, change })).toEqual({ ok: true, input: { ...right, change } });
  expect(parseInput('account.change', { ...right, change: { ...change, by: NAME } }).ok).toBe(false);
});

test('a batch is found by its code as it was scanned', () => {
  expect(parseInput('batch.get', { code: ' bg-08305-200422-1001 ' })).toEqual({ ok: true, input: { code: BATCH } });
});

describe('an input that is too big', () => {
  test.each([
    ['dossier.scan', { text: '1'.repeat(2_001) }],
    ['dossier.find', { query: 'a'.repeat(2_001), limit: 50 }],
    ['dossier.list', { view: 'today', limit: 1_001 }],
    ['dossier.receive', { commandId: randomUUID(), form: { ...FORM, papers: Array(201).fill(FORM.papers[0]) } }],
    ['dossier.guide', { ...RIGHT['dossier.guide'], missing: Array(201).fill(MISSING[0]) }],
    ['account.open', { ...RIGHT['account.open'], roles: Array(6).fill('leader') }],
    ['account.signIn', { ...RIGHT['account.signIn'], passphrase: 'a'.repeat(2_001) }],
    ['calendar.effects', { calendar: { ...CALENDAR, daysOff: Array(2_001).fill(CALENDAR.daysOff[0]) } }],
    [
      'unitRules.set',
      { ...RIGHT['unitRules.set'], seasons: Array(13).fill({ from: '04-16', until: '10-15', hours: HOURS }) },
    ],
    ['draft.keep', { content: 'a'.repeat(64 * 1_024 + 1) }],
    ['setup.complete', { ...RIGHT['setup.complete'], unit: { ...UNIT, upperNames: Array(5).fill('Tỉnh') } }],
  ] as const)('is refused: %s', (name, input) => {
    expect(parseInput(name, input).ok).toBe(false);
  });
});

describe('an input of the wrong shape', () => {
  test.each([
    ['dossier.get', { id: '08305' }],
    ['dossier.receive', { commandId: 'the same as before', form: FORM }],
    [
      'dossier.receive',
      { commandId: randomUUID(), form: { ...FORM, papers: [{ id: 'p1', originals: -1, copies: 0 }] } },
    ],
    [
      'dossier.receive',
      { commandId: randomUUID(), form: { ...FORM, papers: [{ id: 'p1', originals: 0.5, copies: 0 }] } },
    ],
    ['dossier.list', { view: 'everything', limit: 50 }],
    ['dossier.list', { view: 'today', limit: 0 }],
    ['printer.choose', { choice: { kind: 'tcp', host: '127.0.0.1' }, modelId: 'generic-80' }],
    ['printer.choose', { choice: { kind: 'file', path: '/etc/passwd' }, modelId: 'generic-80' }],
    ['printer.choose', { choice: { kind: 'none' }, modelId: 80 }],
    ['printer.chooseForForms', { choice: { kind: 'ipp' } }],
    ['print.slip', { slip: 'receipt', dossierId: DOSSIER_ID }],
    [
      'print.form',
      { asked: { form: 'register-book', book: '2020-01', from: 'yesterday', until: '2020-04-20' }, to: 'file' },
    ],
    ['print.form', { asked: { form: 'receipt-slip', dossierId: DOSSIER_ID }, to: '/etc/passwd' }],
    ['print.settle', { jobId: 1, answer: 'forget' }],
    ['print.settle', { jobId: 1, answer: 'throw-away' }],
    ['dossier.handOver', { ...RIGHT['dossier.handOver'], rating: 6 }],
    ['dossier.handOver', { ...RIGHT['dossier.handOver'], by: 'courier' }],
    ['dossier.act', { ...RIGHT['dossier.act'], act: { ...ACTS['step-undone'], undoes: { log: 'a', seq: 0 } } }],
    ['dossier.act', { ...RIGHT['dossier.act'], act: { ...ACTS['fee-collected'], method: 'gold' } }],
    ['dossier.noteArrival', { ...RIGHT['dossier.noteArrival'], channel: 'direct' }],
    ['batch.open', { ...RIGHT['batch.open'], direction: 'sideways' }],
    ['batch.get', { code: 'BG-08305-200422-1' }],
    ['account.signIn', { ...RIGHT['account.signIn'], accountId: '0123456789AB' }],
    ['account.open', { ...RIGHT['account.open'], roles: ['king'] }],
    ['unitRules.set', { ...RIGHT['unitRules.set'], timeOfDay: 'noon' }],
    ['unitRules.set', { ...RIGHT['unitRules.set'], seasons: [{ from: '04-31', until: '10-15', hours: HOURS }] }],
    ['report.cashList', { day: '2020-02-30' }],
  ] as const)('is refused: %s %o', (name, input) => {
    expect(parseInput(name, input).ok).toBe(false);
  });
});

test('what is said about a wrong input names the field, and holds nothing of what was typed', () => {
  const applicant = { ...FORM.applicant, name: [NAME], idNumber: Number(ID_NUMBER), [ID_NUMBER]: NAME };
  const parsed = parseInput('dossier.receive', { commandId: NAME, form: { ...FORM, applicant, sets: NAME } });
  const detail = parsed.ok ? '' : parsed.detail;
  for (const field of ['commandId', 'form.applicant.name', 'form.applicant.idNumber', 'form.sets']) {
    expect(detail).toContain(field);
  }
  expect(detail).not.toContain(NAME);
  expect(detail).not.toContain(ID_NUMBER);
});
