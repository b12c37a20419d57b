import type { AppState } from '../../electron/contract/views.ts';
import { mayAdminister } from '../app-screen.ts';
import type { Tone } from '../parts/Notice.tsx';
import { CHECK } from '../text/backup.ts';
import { CLOCK } from '../text/clock.ts';
import { FEW_NUMBERS, NUMBERS, SKIPPED } from '../text/numbers.ts';
import { RECOVERY_CODE_MISSING } from '../text/protection.ts';

/** What a notice above the screens offers to do at once. */
export type NoticeAct = 'take-station' | 'confirm-date' | 'see-backup' | 'see-settings' | 'dismiss';

export type AppNotice = {
  /** Tells one from the other; the same while its reason is the same. */
  readonly id: string;
  readonly tone: Tone;
  readonly text: string;
  readonly act?: NoticeAct;
};

/** What a clerk must know on every screen, the gravest first. */
export function noticesOf(app: AppState): readonly AppNotice[] {
  return [...numberNotices(app), ...clockNotices(app), ...dataNotices(app), ...skippedNotice(app)];
}

function numberNotices({ numbers }: AppState): readonly AppNotice[] {
  if (numbers.state === 'other-machine') {
    return [{ id: 'other-machine', tone: 'bad', text: NUMBERS.otherMachine, act: 'take-station' }];
  }
  const left = numbers.leftToday;
  if (left >= FEW_NUMBERS) return [];
  return [{ id: 'few-numbers', tone: left === 0 ? 'bad' : 'soon', text: NUMBERS.few(left) }];
}

function clockNotices(app: AppState): readonly AppNotice[] {
  if (app.needsDateConfirmed) return [{ id: 'clock', tone: 'soon', text: CLOCK.unconfirmed, act: 'confirm-date' }];
  return app.clockQuality === 'suspect' ? [{ id: 'clock', tone: 'soon', text: CLOCK.suspect }] : [];
}

function dataNotices({ integrity, numbers, mode, protection, people }: AppState): readonly AppNotice[] {
  const { setAside } = integrity;
  const hasNoCode = mode === 'real' && protection.kind !== 'none' && !protection.hasRecoveryCode;
  // Only who administers makes a code; everybody else should know that there is none.
  const toSettings = mayAdminister({ people }) ? ({ act: 'see-settings' } as const) : {};
  return [
    ...(setAside > 0
      ? [{ id: 'set-aside', tone: 'bad', text: CHECK.banner(setAside), act: 'see-backup' } as const]
      : []),
    ...(numbers.isWitnessLost ? [{ id: 'witness', tone: 'bad', text: NUMBERS.witnessLost } as const] : []),
    ...(hasNoCode
      ? [{ id: 'no-recovery-code', tone: 'soon', text: RECOVERY_CODE_MISSING, ...toSettings } as const]
      : []),
  ];
}

function skippedNotice({ numbers: { skipped } }: AppState): readonly AppNotice[] {
  return skipped ? [{ id: `skipped-${skipped}`, tone: 'plain', text: SKIPPED[skipped], act: 'dismiss' }] : [];
}
