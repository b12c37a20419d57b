import { ACCOUNTS, ADMINISTRATOR, CATALOGUE_READ, CLERK, OLD_READ, SEVERAL } from './people-samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** Who is at the counter, the people of the unit, and what is read in for it. */
export const PEOPLE_SCENES: readonly Scene[] = [
  {
    name: '09-sign-in',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await canned.patch('app.state', { people: SEVERAL });
      await window.at('screen-sign-in').waitFor();
      await shot('nobody-chosen');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await canned.answer('account.signIn', { ok: false, refusal: { code: 'wrong-passphrase', waitMs: 0 } });
      await page.keyboard.type('suối nước');
      await page.keyboard.press('Enter');
      await window.at('sign-in-refusal').waitFor();
      await shot('wrong');
      await small('wrong');
      await canned.answer('account.signIn', { ok: false, refusal: { code: 'must-wait', waitMs: 125_000 } });
      await page.keyboard.type('suối nước');
      await page.keyboard.press('Enter');
      await window.at('sign-in-wait').waitFor();
      await shot('wait');
      await window.at('sign-in-forgotten').click();
      await window.at('forgotten-no-code').waitFor();
      await shot('forgotten-no-code');
      await small('forgotten-no-code');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', {
        people: SEVERAL,
        protection: { kind: 'key-store', hasKeyStore: true, hasRecoveryCode: true },
      });
      await window.at('sign-in-forgotten').click();
      await canned.answer('account.recover', { ok: false, refusal: { code: 'wrong-key' } });
      await page.keyboard.type('7kq2m 9xvbt 04cfg hj3pr s8n6z');
      await page.keyboard.press('Control+Enter');
      await window.at('forgotten-refusal').waitFor();
      await shot('forgotten');
      await small('forgotten');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', {
        people: { accounts: SEVERAL.accounts.map((account) => ({ ...account, hasPassphrase: false })) },
      });
      await window.at('screen-first-account').waitFor();
      await shot('from-a-copy');
      await small('from-a-copy');
      await canned.patch('app.state', { people: { accounts: [] } });
      await window.at('screen-first-account').waitFor();
      await shot('first-account');
      await small('first-account');
    },
  },
  {
    name: '10-people',
    play: async (stage) => {
      const { window, page, canned, shot, small } = stage;
      await setUp(stage);
      await canned.answer('account.list', ACCOUNTS);
      await canned.patch('app.state', { people: ADMINISTRATOR });
      await page.keyboard.press('Control+,');
      await window.at('people').waitFor();
      await shot('settings');
      await small('settings');
      await window.at('account-edit').nth(1).click();
      await window.at('account-dialog').waitFor();
      await canned.answer('account.change', { ok: false, refusal: { code: 'last-administrator' } });
      await window.at('account-save-roles').click();
      await window.at('account-refusal').waitFor();
      await shot('account');
      await small('account');
      await page.keyboard.press('Escape');
      await window.at('account-new').click();
      await window.at('open-account-dialog').waitFor();
      await shot('new-account');
      await page.keyboard.press('Escape');
      await window.at('own-stand-in').click();
      await window.at('stand-in').waitFor();
      await shot('stand-in');
      await page.keyboard.press('Escape');
      await canned.answer('catalogue.read', { ok: true, value: CATALOGUE_READ });
      await window.at('catalogue-read').click();
      await window.at('catalogue-found').waitFor();
      await shot('catalogue');
      await small('catalogue');
      await page.keyboard.press('Escape');
      await canned.answer('goLive.read', { ok: true, value: OLD_READ });
      await window.at('old-dossiers-read').click();
      await window.at('old-dossiers-found').waitFor();
      await shot('old-dossiers');
      await page.keyboard.press('Escape');
      await canned.patch('app.state', { people: CLERK });
      await window.at('account-new').waitFor({ state: 'detached' });
      await shot('clerk');
    },
  },
];
