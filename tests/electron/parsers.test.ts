import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../electron/contract/commands.ts';
import { isCommandName, parseInput } from '../../electron/contract/parsers.ts';

const DOSSIER_ID = '08305012000001';
const NAME = 'Hà Thị Đào';
const ID_NUMBER = '001090012345';

const UNIT = { code: '08305', name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'], organisationCode: 'H44.33.12' };

const FORM = {
  procedureCode: '1.001193',
  applicant: {
    kind: 'person',
    name: NAME,
    idNumber: ID_NUMBER,
    phone: '0912345678',
    noPhone: false,
    address: 'Khu Bóp',
  },
  papers: [{ id: 'p1', originals: 1, copies: 0 }],
  sets: 1,
};

/** An input that is right, for each command there is: a new command does not compile until it stands here too. */
const RIGHT: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  'app.state': {},
  'setup.options': {},
  'setup.complete': {
    unit: UNIT,
    station: 1,
    clerkName: NAME,
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
  'appointment.preview': { procedureCode: '1.001193' },
  'dossier.receive': { commandId: randomUUID(), form: FORM },
  'dossier.get': { id: DOSSIER_ID },
  'dossier.scan': { text: '0830501200000175' },
  'dossier.handOver': {
    commandId: randomUUID(),
    dossierId: DOSSIER_ID,
    receiver: { relation: 'applicant', name: NAME, idNumber: '' },
  },
  'dossier.list': { view: 'today', limit: 50 },
  'dossier.find': { query: 'ha thi', limit: 50 },
  'print.jobs': {},
  'print.picture': { jobId: 1 },
  'print.again': { dossierId: DOSSIER_ID },
  'print.settle': { jobId: 1, answer: 'print-now' },
  'printer.choose': { choice: { kind: 'none' }, paperWidthMm: 58 },
  'sync.enrol': { serverUrl: 'https://may-chu.example.vn', code: 'ABCDE-12345' },
  'sync.now': {},
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

describe('an input that is too big', () => {
  test.each([
    ['dossier.scan', { text: '1'.repeat(2_001) }],
    ['dossier.find', { query: 'a'.repeat(2_001), limit: 50 }],
    ['dossier.list', { view: 'today', limit: 1_001 }],
    ['dossier.receive', { commandId: randomUUID(), form: { ...FORM, papers: Array(201).fill(FORM.papers[0]) } }],
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
    ['printer.choose', { choice: { kind: 'tcp', host: '127.0.0.1' }, paperWidthMm: 80 }],
    ['printer.choose', { choice: { kind: 'file', path: '/etc/passwd' }, paperWidthMm: 80 }],
    ['printer.choose', { choice: { kind: 'none' }, paperWidthMm: 76 }],
    ['print.settle', { jobId: 1, answer: 'throw-away' }],
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
