import { describe, expect, test } from 'vitest';
import type { OldDossier, OldDossiersRead } from '../../domain/go-live/old-dossier.ts';
import { BIRTH_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { catalogueLines, problemText, warningText } from '../../renderer/read-in/catalogue-lines.ts';
import {
  columnsText,
  oldDossierLines,
  oldProblemText,
  oldWarningText,
  skippedText,
} from '../../renderer/read-in/old-dossier-lines.ts';
import { ROW_PROBLEMS, ROW_WARNINGS } from '../../renderer/text/catalogue-import.ts';
import { OLD_DOSSIERS, OLD_ROW_PROBLEMS, OLD_ROW_WARNINGS } from '../../renderer/text/old-dossiers.ts';
import { CARRY_OVER_TROUBLES, READ_IN_TROUBLES, readInTrouble } from '../../renderer/text/read-in.ts';

const codes = <T extends object>(texts: T) => Object.keys(texts) as (keyof T)[];
const MACHINE_WORDS = /\b(error|null|undefined|database|code|file|exception|hash)\b/i;

const SENTENCES: readonly string[] = [
  ...codes(ROW_PROBLEMS).map((code) => problemText({ code })),
  ...codes(ROW_WARNINGS).map((code) => warningText({ code })),
  ...codes(OLD_ROW_PROBLEMS).map((code) => oldProblemText({ code })),
  ...codes(OLD_ROW_WARNINGS).map((code) => oldWarningText({ code, column: 'phone' })),
];

test.for(SENTENCES.map((sentence) => [sentence] as const))('one sentence about a row: %s', ([sentence]) => {
  expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(sentence).not.toMatch(MACHINE_WORDS);
  expect(sentence).toBe(sentence.normalize('NFC'));
});

test('no two problems of a row sound the same', () => {
  for (const texts of [ROW_PROBLEMS, ROW_WARNINGS, OLD_ROW_PROBLEMS, OLD_ROW_WARNINGS]) {
    const said = Object.values(texts);
    expect(new Set(said).size).toBe(said.length);
  }
});

test.for(
  [...Object.values(READ_IN_TROUBLES), ...Object.values(CARRY_OVER_TROUBLES)].map(
    (trouble) => [trouble.what, trouble] as const,
  ),
)('in three sentences: %s', ([, trouble]) => {
  for (const sentence of [trouble.what, trouble.safe, trouble.next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(trouble.next).toMatch(/^Xin/);
});

test('who chose no file is told nothing', () => {
  expect(readInTrouble({ code: 'no-file' })).toBeUndefined();
  expect(readInTrouble({ code: 'storage-failed', why: 'disk-full' })?.what).toContain('đầy');
  expect(readInTrouble({ code: 'not-permitted', permission: 'administer' })?.what).toContain('quản trị');
});

test('what stood in the row stands beside the sentence', () => {
  expect(problemText({ code: 'code-missing', value: 'abc' })).toBe('Thiếu mã thủ tục. (“abc”)');
  expect(oldProblemText({ code: 'received-unreadable', column: 'receivedAt', value: '32/13' })).toBe(
    'Ngày tiếp nhận: ngày tiếp nhận không đọc được. (“32/13”)',
  );
});

describe('a catalogue as it was read', () => {
  const other = { ...BIRTH_REGISTRATION, name: 'Đăng ký khai sinh lưu động' };
  const lines = catalogueLines({
    readingId: 'x',
    reading: {
      accepted: [
        { row: 1, procedure: BIRTH_REGISTRATION, warnings: [] },
        { row: 2, procedure: other, warnings: [{ code: 'alias-made', value: 'ks' }] },
      ],
      toFix: [{ row: 12, name: 'Chứng thực', problems: [{ code: 'limit-missing' }, { code: 'code-missing' }] }],
    },
    diff: {
      added: [],
      changed: [{ before: BIRTH_REGISTRATION, after: other, what: ['name', 'fees'] }],
      unchanged: [],
      ended: [BIRTH_REGISTRATION],
      clashes: [],
    },
  });

  test('names each row to fix by its number, with every problem', () => {
    expect(lines.toFix).toMatchObject([
      { head: 'Dòng 12 · Chứng thực', notes: ['Thiếu thời hạn giải quyết.', 'Thiếu mã thủ tục.'] },
    ]);
  });

  test('says of a change in what it differs', () => {
    expect(lines.changed[0]?.notes).toEqual(['tên, phí, lệ phí']);
  });

  test('lists of the rows that can be taken only those to be looked at', () => {
    expect(lines.warnings).toHaveLength(1);
    expect(lines.warnings[0]?.head).toContain('Dòng 2 ·');
  });
});

describe('old dossiers as they were read', () => {
  const dossier: OldDossier = {
    oldNumber: 'TS-2020-0042',
    applicant: { kind: 'person', name: 'Hoàng Đức Ả', idNumber: '', phone: { kind: 'none' }, address: '' },
    procedureName: 'Khai sinh',
    receivedAt: localMoment('2020-04-20T07:30'),
    state: 'in-progress',
  };
  const read: OldDossiersRead = {
    columns: { applicantName: 2, oldNumber: 0 },
    accepted: [
      { row: 5, dossier, warnings: [] },
      { row: 6, dossier, warnings: [{ code: 'phone-unreadable', column: 'phone', value: 'khong' }] },
    ],
    toFix: [{ row: 7, problems: [{ code: 'number-missing' }] }],
    skipped: [
      { row: 8, why: 'blank' },
      { row: 9, why: 'blank' },
      { row: 10, why: 'total' },
    ],
  };
  const lines = oldDossierLines(read);

  test('every row that can be taken is in one list, those to be looked at apart', () => {
    expect(lines.accepted.map(({ key }) => key)).toEqual(['5']);
    expect(lines.warnings).toMatchObject([
      { key: '6', notes: ['Điện thoại: không phải số điện thoại; để trống. (“khong”)'] },
    ]);
    expect(lines.toFix).toMatchObject([{ head: 'Dòng 7', notes: ['Thiếu mã hồ sơ.'] }]);
  });

  test('columns stand in the order of the sheet', () => {
    expect(columnsText(read.columns)).toBe('Mã hồ sơ, Chủ hồ sơ');
  });

  test('what was skipped is counted by its reason', () => {
    expect(skippedText(read.skipped)).toBe('Dòng trống: 2 · Dòng tổng cộng: 1');
  });

  test('what had been taken before is said apart', () => {
    expect(OLD_DOSSIERS.taken(3, 0)).toBe('Đã nhận vào 3 hồ sơ.');
    expect(OLD_DOSSIERS.taken(3, 1_200)).toContain('1.200 hồ sơ đã có từ trước');
  });
});
