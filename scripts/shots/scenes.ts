import { BACKUPS, DRAFT, JOBS, LOUD, ONE_PLACE, RECOVERY, RUNNING, UNIT, WITH_DAMAGE } from './samples.ts';
import { ACTS_SCENE } from './acts-scene.ts';
import { BATCHES_SCENE } from './batches-scene.ts';
import { BEFORE_SCENE } from './before-scene.ts';
import { BOOK_SCENE } from './book-scene.ts';
import { CITIZEN_VIEW_SCENE } from './citizen-view-scene.ts';
import { FEES_SCENE } from './fees-scene.ts';
import { FIND_SCENE } from './find-scene.ts';
import { CALENDAR_SCENE } from './calendar-scene.ts';
import { UNIT_RULES_SCENE } from './unit-rules-scene.ts';
import { PROCEDURES_SCENE } from './procedures-scene.ts';
import { DISPLAY_SCENE } from './display-scene.ts';
import { HAND_OVER_SCENE } from './hand-over-scene.ts';
import { MORNING_SCENE } from './morning-scene.ts';
import { PALETTE_SCENE } from './palette-scene.ts';
import { PEOPLE_SCENES } from './people-scenes.ts';
import { PRINTING_SCENE } from './printing-scene.ts';
import { REGISTER_SCENE, TRIAL_SCENE } from './register-scene.ts';
import { SELF_TEST_SCENE } from './self-test-scene.ts';
import { RECENT_SCENE } from './recent-scene.ts';
import { RETURNING_SCENE } from './returning-scene.ts';
import { setUp } from './set-up-counter.ts';
import { SYNC_SCENE } from './sync-scene.ts';
import type { Scene, Stage } from './stage.ts';

export const SCENES: readonly Scene[] = [
  {
    name: '01-set-up',
    play: async ({ window, page, canned, shot, small }) => {
      await canned.patch('setup.options', { hasKeyStore: true });
      await page.reload();
      await window.at('protection-key-store').waitFor();
      await shot('key-store');
      await small('key-store');
      await window.at('protection-passphrase').click();
      await page.keyboard.press('Control+Enter');
      await page.locator('[aria-invalid="true"]').first().waitFor();
      await shot('errors');
      await small('errors');
      await window.at('protection-none').click();
      await shot('plain');
      await canned.patch('setup.options', { hasKeyStore: false });
      await page.reload();
      await window.at('passphrase').waitFor();
      await shot('no-key-store');
      await small('no-key-store');
    },
  },
  {
    name: '02-key',
    play: async ({ window, page, canned, shot, small, paper }) => {
      await canned.answer('key.newRecoveryCode', { ok: true, value: { code: '7KQ2M-9XVBT-04CFG-HJ3PR-S8N6Z' } });
      await canned.patch('app.state', {
        protection: { kind: 'passphrase', hasKeyStore: false, hasRecoveryCode: false },
      });
      await window.at('screen-set-up').waitFor();
      await fillSetUp(window);
      await window.at('recovery-code').waitFor();
      await shot('code');
      await small('code');
      await paper('code');
      await canned.answer('key.newRecoveryCode', { ok: false, refusal: { code: 'storage-failed', why: 'disk-full' } });
      await page.reload();
      await window.at('recovery-code-trouble').waitFor();
      await shot('code-trouble');
    },
  },
  {
    name: '03-locked',
    play: async ({ window, page, canned, shot, small }) => {
      const protection = { kind: 'passphrase', hasKeyStore: false, hasRecoveryCode: true } as const;
      await canned.patch('app.state', { mode: 'locked', protection });
      await window.at('screen-locked').waitFor();
      await shot('passphrase');
      await canned.answer('key.unlock', { ok: false, refusal: { code: 'wrong-key' } });
      await page.keyboard.type('suối nước rừng');
      await page.keyboard.press('Enter');
      await window.at('unlock-refusal').waitFor();
      await shot('wrong');
      await small('wrong');
      await window.at('unlock-other').click();
      await shot('own-code');
      await canned.patch('app.state', { mode: 'locked', protection: { ...protection, kind: 'key-store' } });
      await page.reload();
      await window.at('screen-locked').waitFor();
      await canned.answer('key.unlock', { ok: false, refusal: { code: 'malformed' } });
      await page.keyboard.type('7kq2m 9xvbt');
      await page.keyboard.press('Control+Enter');
      await window.at('unlock-refusal').waitFor();
      await shot('code');
    },
  },
  {
    name: '04-recovery',
    play: async ({ window, page, canned, shot, small }) => {
      await canned.answer('recovery.state', RECOVERY.damaged);
      await canned.patch('app.state', { mode: 'damaged' });
      for (const step of ['damaged', 'missing', 'trouble', 'unusable', 'running', 'whole', 'gaps'] as const) {
        await canned.answer('recovery.state', RECOVERY[step]);
        await window.at('screen-recovery').waitFor();
        await page.waitForTimeout(200);
        await shot(step);
      }
      await small('gaps');
    },
  },
  {
    name: '05-notices',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await canned.patch('app.state', { needsDateConfirmed: true, clockQuality: 'suspect' });
      await window.at('banner-clock').waitFor();
      await window.fillIntake({ procedure: 'ks', name: 'Hoàng Đức Ả', phone: '0987 654 321', address: 'Khu 3' });
      await page.keyboard.press('Control+Enter');
      await window.at('date-dialog').waitFor();
      await window.at('date-text').fill('24/11/2026');
      await shot('date');
      await canned.answer('clock.confirm', { ok: false, refusal: { code: 'clock-differs' } });
      await page.keyboard.press('Enter');
      await window.at('date-refusal').waitFor();
      await shot('date-differs');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', {
        needsDateConfirmed: true,
        clockQuality: 'suspect',
        numbers: { state: 'other-machine', leftToday: 500, isWitnessLost: true, skipped: 'older-copy' },
        integrity: { setAside: 2 },
      });
      await window.at('banner-other-machine').waitFor();
      await shot('many');
      await small('many');
      await window.at('banners-more').click();
      await shot('many-open');
      await small('many-open');
      await canned.answer('numbers.takeStation', { ok: false, refusal: { code: 'station-used' } });
      await window.at('banners-more').click();
      await window.at('applicant-name').focus();
      await page.keyboard.press('Control+Enter');
      await window.at('station-dialog').waitFor();
      await window.at('station-text').fill('04');
      await page.keyboard.press('Enter');
      await window.at('station-refusal').waitFor();
      await shot('station');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', { numbers: { state: 'sound', leftToday: 12, isWitnessLost: false } });
      await window.at('banner-few-numbers').waitFor();
      await shot('few');
      await canned.patch('app.state', {
        numbers: { state: 'sound', leftToday: 400, isWitnessLost: false, skipped: 'restored' },
      });
      await window.at('banner-skipped-restored').waitFor();
      await shot('skipped');
    },
  },
  {
    name: '06-drafts',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await canned.answer('draft.find', DRAFT);
      await canned.answer('draft.keep', { ok: true, value: null });
      await canned.answer('draft.discard', { ok: true, value: null });
      await page.reload();
      await window.at('start-dialog').waitFor();
      await window.at('draft-facts').getByText('Khai sinh').waitFor();
      await shot('draft');
      await canned.answer('print.jobs', JOBS);
      await page.reload();
      await window.at('unprinted').first().waitFor();
      await shot('draft-and-slips');
      await small('draft-and-slips');
      await page.keyboard.press('Escape');
      await window.at('draft-line').waitFor();
      await shot('lines');
      await small('lines');
      await window.at('draft-line-discard').click();
      await window.at('draft-discarded').waitFor();
      await shot('dropped');
      await window.at('draft-undo').click();
      await page.keyboard.press('Control+d');
      await page.locator('[data-testid="procedure-chosen"]').waitFor();
      await page.waitForTimeout(200);
      await shot('restored');
      await canned.answer('draft.keep', { ok: false, refusal: { code: 'storage-failed', why: 'disk-full' } });
      await window.at('applicant-address').fill('Khu 3');
      await window.at('draft-trouble').waitFor();
      await shot('not-kept');
      await small('not-kept');
      await canned.answer('draft.find', null);
      await page.reload();
      await window.at('start-dialog').waitFor();
      await shot('slips');
    },
  },
  {
    name: '07-backup',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await canned.answer('backup.state', { summary: { state: 'none-yet' }, backups: [] });
      await page.keyboard.press('Control+l');
      await window.at('screen-backup').waitFor();
      await shot('empty');
      await canned.patch('app.state', { backup: BACKUPS.summary });
      await canned.answer('backup.state', BACKUPS);
      await window.at('backup-trial').waitFor();
      await shot('good');
      await small('good');
      await canned.answer('backup.state', RUNNING);
      await window.at('progress').waitFor();
      await shot('running');
      await canned.patch('app.state', { backup: WITH_DAMAGE.summary, integrity: { setAside: 3 } });
      await canned.answer('backup.state', WITH_DAMAGE);
      await window.at('set-aside').first().waitFor();
      await shot('damage');
      await small('damage');
      await window.at('backup-restore').first().click();
      await window.at('restore-dialog').waitFor();
      await shot('restore');
      await page.keyboard.press('Escape');
      await canned.answer('backup.now', { ok: false, refusal: { code: 'busy' } });
      await canned.patch('app.state', { backup: ONE_PLACE.summary });
      await canned.answer('backup.state', ONE_PLACE);
      await page.keyboard.press('Control+Enter');
      await window.at('backup-trouble').waitFor();
      await shot('one-place');
    },
  },
  {
    name: '08-settings',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await page.keyboard.press('Control+,');
      await window.at('protection').waitFor();
      await shot('plain');
      await small('plain');
      await window.at('protect-open').click();
      await window.at('protect-yes').waitFor();
      await page.keyboard.press('Control+Enter');
      await shot('protect');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', { protection: { kind: 'key-store', hasKeyStore: true, hasRecoveryCode: true } });
      await window.at('new-code-open').click();
      await window.at('new-code-yes').waitFor();
      await shot('new-code');
      await canned.answer('key.newRecoveryCode', { ok: true, value: { code: '7KQ2M-9XVBT-04CFG-HJ3PR-S8N6Z' } });
      await window.at('new-code-yes').click();
      await window.at('recovery-code').waitFor();
      await shot('code');
      await page.keyboard.press('Control+Enter');
      await canned.patch('app.state', LOUD);
      await window.at('status-backup').getByText('thiếu nơi thứ hai').waitFor();
      await small('loud');
      await canned.clear();
      await page.keyboard.press('F9');
      await window.at('screen-sync').waitFor();
      await shot('sync');
      await page.keyboard.press('F1');
      await window.at('help').waitFor();
      await page.keyboard.press('2');
      await page.locator('[data-testid="help"][data-chapter="intake"] img').waitFor();
      await shot('guide');
      await small('guide');
      await page.keyboard.press('a');
      await page.locator('[data-testid="help"][data-chapter="keys"]').waitFor();
      await shot('keys');
    },
  },
  ...PEOPLE_SCENES,
  HAND_OVER_SCENE,
  RETURNING_SCENE,
  FEES_SCENE,
  PRINTING_SCENE,
  MORNING_SCENE,
  ACTS_SCENE,
  BATCHES_SCENE,
  BEFORE_SCENE,
  BOOK_SCENE,
  PALETTE_SCENE,
  DISPLAY_SCENE,
  SELF_TEST_SCENE,
  RECENT_SCENE,
  REGISTER_SCENE,
  TRIAL_SCENE,
  FIND_SCENE,
  PROCEDURES_SCENE,
  CALENDAR_SCENE,
  UNIT_RULES_SCENE,
  CITIZEN_VIEW_SCENE,
  SYNC_SCENE,
];

/** As {@link CounterWindow.setUp}, without waiting for what comes after it. */
async function fillSetUp(window: Stage['window']): Promise<void> {
  await window.fillSetUp(UNIT);
  await window.page.keyboard.press('Control+Enter');
}
