import { describe, expect, test } from 'vitest';
import { DOSSIER_STATES, type KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { mayHandOver } from '../../domain/dossier-commands.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { ACT_SILENCE, actSaid } from '../../renderer/text/act-refusals.ts';
import { BACKUP_TROUBLES, SET_ASIDE_WHY } from '../../renderer/text/backup.ts';
import { beforeIntakeSaid } from '../../renderer/text/before-intake.ts';
import { certifyTrouble } from '../../renderer/text/certify.ts';
import { CALENDAR_PUBLISHED_ALREADY, calendarTrouble } from '../../renderer/text/calendar.ts';
import { CONFIRM_REFUSALS } from '../../renderer/text/clock.ts';
import { DRAFT_FAULTS, DRAFT_TROUBLES } from '../../renderer/text/draft.ts';
import { ANSWER_BODIES, HAND_OVER, handOverTrouble } from '../../renderer/text/hand-over.ts';
import { receiveTrouble } from '../../renderer/text/intake.ts';
import { SKIPPED, STATION_ERRORS } from '../../renderer/text/numbers.ts';
import { NO_KEY_STORE, protectTrouble, UNLOCK_REFUSALS } from '../../renderer/text/protection.ts';
import { logText, MAINTENANCE_TROUBLES, RECOVERY_TROUBLES } from '../../renderer/text/recovery.ts';
import { ALREADY_SET_UP } from '../../renderer/text/set-up.ts';
import { ENROL_REFUSALS } from '../../renderer/text/sync.ts';
import { FAULTS, SCREEN_BROKE, STORAGE_TROUBLES, storageTrouble, type Trouble } from '../../renderer/text/trouble.ts';

// That no code of a refusal is without a sentence the compiler sees; here: that each sentence is one for a clerk.

const STORAGE = Object.keys(STORAGE_TROUBLES) as (keyof typeof STORAGE_TROUBLES)[];

const NOT_NOW = DOSSIER_STATES.filter((status): status is Exclude<typeof status, 'draft'> => status !== 'draft').filter(
  (status) => !mayHandOver(status),
);

const TROUBLES: readonly Trouble[] = [
  ...NOT_NOW.map((status) => handOverTrouble({ code: 'not-in-this-state', status })),
  handOverTrouble({ code: 'result-not-ready', status: 'in-progress' }),
  handOverTrouble({ code: 'money-due', restVnd: 58_000 }),
  handOverTrouble({ code: 'already-handed-over', at: localMoment('2020-04-20T10:05'), receiverName: 'Lan' }),
  ...Object.values(FAULTS),
  ...Object.values(RECOVERY_TROUBLES),
  ...Object.values(MAINTENANCE_TROUBLES),
  ...STORAGE.map((why) => storageTrouble({ code: 'storage-failed', why })),
  ...STORAGE.map((why) => receiveTrouble({ code: 'storage-failed', why })),
  ...(['not-signed-in', 'clock-unconfirmed', 'other-machine', 'year-range-exhausted'] as const).map((code) =>
    receiveTrouble({ code }),
  ),
  receiveTrouble({ code: 'not-in-this-state', status: 'handed-over' }),
  certifyTrouble({ code: 'linked-procedure' }),
  certifyTrouble({ code: 'money-due', restVnd: 10_000 }),
  certifyTrouble({ code: 'receiver', refusal: { code: 'receiver-name-missing' } }),
  certifyTrouble({ code: 'receiver', refusal: { code: 'result-not-ready', status: 'received' } }),
  ...(
    [
      { code: 'amount-out-of-range', part: 'fee' },
      { code: 'nothing-collected' },
      { code: 'not-assessed', part: 'fee' },
      { code: 'more-than-due', part: 'fee', restVnd: 2_000 },
      { code: 'receipt-incomplete' },
      { code: 'receipt-used', book: 'AB-20', number: '12' },
      { code: 'payer-missing' },
      { code: 'too-long', part: 'receipt' },
    ] as const
  ).map((refusal) => certifyTrouble({ code: 'payment', refusal })),
  ...(['no-key-store', 'too-short', 'already-protected'] as const).map((code) => protectTrouble({ code })),
  ...[
    actSaid({ code: 'not-in-this-state', kind: 'result-issued', status: 'handed-over' }),
    actSaid({ code: 'respond-by-not-over', respondBy: plainDate('2020-05-20') }),
    actSaid({ code: 'appointment-over', at: localMoment('2020-04-20T17:30') }),
    actSaid({ code: 'no-date-to-move' }),
    ...(['dossier-unknown', 'not-linked', 'basis-missing', 'nothing-to-undo', 'not-the-last-step'] as const).map(
      (code) => actSaid({ code }),
    ),
    ...(['no-such-contradiction', 'nothing-changed', 'clock-unconfirmed', 'other-machine'] as const).map((code) =>
      actSaid({ code }),
    ),
    ...(['procedure-not-in-force', 'year-range-exhausted', 'clock-unconfirmed'] as const).map((code) =>
      beforeIntakeSaid({ code }),
    ),
  ].flatMap(({ trouble }) => trouble ?? []),
  calendarTrouble([
    { code: 'make-up-day-on-weekday', date: plainDate('2020-04-22') },
    { code: 'day-listed-twice', date: plainDate('2020-04-22') },
  ]),
  CALENDAR_PUBLISHED_ALREADY,
  ACT_SILENCE,
  SCREEN_BROKE,
  NO_KEY_STORE,
  ALREADY_SET_UP,
];

const LINES: readonly string[] = [
  ...Object.values(UNLOCK_REFUSALS.passphrase),
  ...Object.values(UNLOCK_REFUSALS['recovery-code']),
  ...Object.values(CONFIRM_REFUSALS).map((say) => say('24/11/2026')),
  ...Object.values(STATION_ERRORS),
  ...Object.values(SKIPPED),
  ...Object.values(DRAFT_TROUBLES),
  ...Object.values(DRAFT_FAULTS),
  ...Object.values(BACKUP_TROUBLES),
  ...Object.values(ENROL_REFUSALS).filter((line) => !line.includes('https://')),
];

const MACHINE_WORDS = /\b(error|null|undefined|database|code|file|exception|backup|disk|key|hash)\b/i;

test.for(TROUBLES.map((trouble) => [trouble.what, trouble] as const))('in three sentences: %s', ([, trouble]) => {
  for (const sentence of [trouble.what, trouble.safe, trouble.next]) {
    expect(sentence).toMatch(/^\p{Lu}.*[.”]$/u);
    expect(sentence).not.toMatch(MACHINE_WORDS);
    expect(sentence).toBe(sentence.normalize('NFC'));
  }
  expect(trouble.next).toMatch(/Xin|tự/);
});

test.for(LINES.map((line) => [line] as const))('in one line: %s', ([line]) => {
  expect(line).toMatch(/^\p{Lu}.*\.$/u);
  expect(line).not.toMatch(MACHINE_WORDS);
});

test('a clerk whose numbers ran out is told three ways to go on', () => {
  const { next } = receiveTrouble({ code: 'station-range-exhausted', station: 1 as never });
  for (const way of ['máy khác', 'số máy', 'ngày mai']) expect(next).toContain(way);
});

test('the day that the computer shows is named', () => {
  expect(CONFIRM_REFUSALS['clock-differs']('24/11/2026')).toContain('24/11/2026');
});

describe('a result that is not given', () => {
  test('because of money says how much, and names the button that gives it all the same', () => {
    const { what, next } = handOverTrouble({ code: 'money-due', restVnd: 58_000 });
    expect(what).toContain('58.000 đ');
    expect(next).toContain(`“${HAND_OVER.despiteMoneyDue}”`);
  });

  test('because the body above has the dossier says so, to who scans and to who confirms', () => {
    const UPSTREAM: readonly KnownState[] = [
      'awaiting-transfer-up',
      'in-transfer-up',
      'upstream-in-progress',
      'in-transfer-down',
    ];
    for (const status of UPSTREAM) {
      expect(handOverTrouble({ code: 'not-in-this-state', status }).what).toContain('cấp trên');
      expect(ANSWER_BODIES.notToHandOver('Lan', status)).toMatch(/^Lan\. .*cấp trên.*Xin/);
    }
  });

  test('because there is none says who has to issue it', () => {
    const { what } = handOverTrouble({ code: 'result-not-ready', status: 'awaiting-signature' });
    expect(what).toContain('Trình ký');
    expect(what).toContain('người giải quyết phải phát hành kết quả trước');
  });
});

describe('a log', () => {
  test('is named by its computer and by enough of its name to be found', () => {
    expect(logText('08311.03.3f2ab1c4d5e6f708')).toBe('Máy 03 (nhật ký 3f2ab1)');
    expect(logText('08311.03.3f2ab1c4d5e6f708.i0a1b2c')).toBe('Máy 03 (nhật ký 3f2ab1, sau khôi phục 0a1b2c)');
  });

  test('of another form is named as it is', () => expect(logText('other')).toBe('Nhật ký other'));
});

test('each reason to set an event aside is said in words', () => {
  for (const why of Object.values(SET_ASIDE_WHY)) expect(why).not.toMatch(MACHINE_WORDS);
});
