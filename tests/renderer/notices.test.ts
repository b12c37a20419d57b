import { describe, expect, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import type { AppState, BackupSummary } from '../../electron/contract/views.ts';
import { BACKUP_LOOKS, backupLine, sizeText } from '../../renderer/backup/backup-line.ts';
import { noticesOf } from '../../renderer/frame/notices.ts';
import { percentOf } from '../../renderer/parts/percent.ts';
import { codeGroups } from '../../renderer/protection/code-groups.ts';
import { trialText } from '../../renderer/text/backup.ts';
import { syncLine, waitingText } from '../../renderer/text/sync.ts';

const NOW = localMoment('2020-04-20T10:05');

const SOUND: AppState = {
  version: '1',
  mode: 'real',
  now: NOW,
  clockQuality: 'free',
  needsDateConfirmed: false,
  numbers: { state: 'sound', leftToday: 500, isWitnessLost: false },
  protection: { kind: 'key-store', hasKeyStore: true, hasRecoveryCode: true },
  backup: { state: 'good', verifiedAt: NOW },
  scanner: { choice: { kind: 'keyboard' } },
  integrity: { setAside: 0 },
  printer: {
    choice: { kind: 'none' },
    modelId: 'generic-80',
    paperWidthMm: 80,
    formChoice: { kind: 'none' },
    waiting: 0,
    needsAttention: 0,
  },
  sync: { status: 'no-server', waiting: 0, quarantined: 0 },
};

const ids = (part: Partial<AppState>) => noticesOf({ ...SOUND, ...part }).map(({ id }) => id);

describe('the notices above the screens', () => {
  test('a counter that is well has none', () => expect(ids({})).toEqual([]));

  test('numbers that come to an end are counted out loud, from 19 on', () => {
    const left = (leftToday: number) => noticesOf({ ...SOUND, numbers: { ...SOUND.numbers, leftToday } });
    expect(left(20)).toEqual([]);
    expect(left(19)[0]).toMatchObject({ tone: 'soon', text: expect.stringContaining('19 số') });
    expect(left(0)[0]).toMatchObject({ tone: 'bad', text: expect.stringContaining('ngày mai') });
  });

  test('the gravest comes first, what only has to be known last', () => {
    expect(
      ids({
        numbers: { state: 'other-machine', leftToday: 3, isWitnessLost: true, skipped: 'older-copy' },
        needsDateConfirmed: true,
        clockQuality: 'suspect',
        scanner: { choice: { kind: 'keyboard' } },
        integrity: { setAside: 2 },
        protection: { ...SOUND.protection, hasRecoveryCode: false },
      }),
    ).toEqual(['other-machine', 'clock', 'set-aside', 'witness', 'no-recovery-code', 'skipped-older-copy']);
  });

  test('a plain file has no key, and so no code that could be missing', () => {
    expect(ids({ protection: { kind: 'none', hasKeyStore: true, hasRecoveryCode: false } })).toEqual([]);
  });
});

describe('the backup in the status bar', () => {
  const line = (summary: BackupSummary) => backupLine(summary, NOW);

  test('names the time, and the day when that was not today', () => {
    expect(line({ state: 'good', verifiedAt: NOW })).toBe('Sao lưu 10:05');
    expect(line({ state: 'good', verifiedAt: localMoment('2020-04-17T16:30') })).toBe('Sao lưu 16:30 17/04');
  });

  test('says in words what the colour says, and has a shape of its own', () => {
    const states = Object.keys(BACKUP_LOOKS) as BackupSummary['state'][];
    expect(new Set(states.map((state) => line({ state, verifiedAt: NOW }))).size).toBe(states.length);
    expect(line({ state: 'no-second-place' })).toBe('Sao lưu · một nơi');
    for (const state of states) expect(BACKUP_LOOKS[state].tone === 'bad').toBe(state === 'failed');
  });
});

test('a size is written as the office writes numbers', () => {
  expect([800, 40_000, 12_540_000, 480_000_000].map(sizeText)).toEqual(['1 kB', '40 kB', '12,5 MB', '480 MB']);
});

test('progress is whole percent, and 100 only at the end', () => {
  expect(percentOf({ done: 999, total: 1_000 })).toBe(99);
  expect(percentOf({ done: 1_000, total: 1_000 })).toBe(100);
  expect(percentOf({ done: 0, total: 0 })).toBeUndefined();
});

test('a recovery code is shown in its own groups, else four by four', () => {
  expect(codeGroups('7KQ2M-9XVBT-00000')).toEqual(['7KQ2M', '9XVBT', '00000']);
  expect(codeGroups('7KQ2M9XVBT')).toEqual(['7KQ2', 'M9XV', 'BT']);
});

test('a trial of a backup says what would change', () => {
  const trial = { id: 'x', at: NOW, outcome: 'good', events: 40, dossiers: 12, newerHere: 3, missingHere: 0 } as const;
  expect(trialText(trial)).toContain('40 mục của 12 hồ sơ');
  expect(trialText(trial)).toContain('thêm 3 mục');
  expect(trialText({ ...trial, newerHere: 0 })).toContain('Không khác gì');
  expect(trialText({ ...trial, outcome: 'unreadable' })).toContain('không thay đổi');
});

test('without a server nothing is said to be sent', () => {
  expect(waitingText(SOUND.sync)).not.toContain('không còn');
  expect(syncLine(SOUND.sync)).toBe('Chỉ lưu trên máy này');
});
