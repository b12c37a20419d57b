import { describe, expect, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import type { BackupRow, RecoveryView } from '../../electron/contract/views.ts';
import { mayStartAnew } from '../../renderer/recovery/may-start-anew.ts';
import { RESTORE_DIALOG } from '../../renderer/text/backup.ts';
import { LOCKED_DATA } from '../../renderer/text/protection.ts';
import { SKIPPED } from '../../renderer/text/numbers.ts';
import { RECOVERY_TROUBLES, REPORT, whoseText } from '../../renderer/text/recovery.ts';

const TROUBLES = Object.keys(RECOVERY_TROUBLES) as NonNullable<RecoveryView['trouble']>[];
const OF_THE_FOLDER: readonly string[] = ['no-backup-there', 'several-counters', 'has-data'];

describe('an empty counter', () => {
  const offered = (part: Partial<RecoveryView>) => mayStartAnew({ why: 'damaged', isOpen: false, ...part });

  test('is not offered before a repair was tried', () => {
    expect(offered({})).toBe(false);
    expect(mayStartAnew(undefined)).toBe(false);
  });

  test.for(TROUBLES)('is offered after a repair that failed, not for a wrong folder: %s', (trouble) => {
    expect(offered({ trouble })).toBe(!OF_THE_FOLDER.includes(trouble));
  });

  test.for(TROUBLES)('is never offered where there is no file to put aside: %s', (trouble) => {
    expect(offered({ why: 'missing', trouble })).toBe(false);
  });
});

test('a backup says whose data it holds, the computer with two digits', () => {
  const row: BackupRow = {
    id: 'x',
    place: 'second-place',
    unitName: 'Xã Đá Dựng',
    station: 1,
    at: localMoment('2020-04-20T10:05'),
    bytes: 1,
    events: 1,
    dossiers: 1,
  };
  expect(whoseText(row)).toBe('Xã Đá Dựng, máy 01');
});

test('a locked backup asks for what opens the old computer, and never says that the data is on this one', () => {
  const { byPassphrase, byCode, byOtherCode, safe } = LOCKED_DATA.backup;
  for (const text of [byPassphrase, byCode, byOtherCode]) expect(text).toContain('máy cũ');
  for (const text of [byPassphrase, byCode, byOtherCode, safe]) expect(text).not.toMatch(/máy này|trên máy/);
});

test('how many numbers are skipped is said wherever some are', () => {
  const texts = [
    SKIPPED['older-copy'],
    SKIPPED.restored,
    SKIPPED['no-witness'],
    REPORT.numbers,
    RESTORE_DIALOG.numbers,
  ];
  for (const text of texts) expect(text).toMatch(/khoảng 64 số/i);
});
