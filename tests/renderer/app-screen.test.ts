import { describe, expect, test } from 'vitest';
import type { Permission } from '../../domain/accounts/role.ts';
import { localMoment } from '../../domain/plain-date.ts';
import type { AppState, PeopleView } from '../../electron/contract/views.ts';
import { appScreenOf, mayAdminister, needsRecoveryCode } from '../../renderer/app-screen.ts';
import { noticesOf } from '../../renderer/frame/notices.ts';
import { accountId } from './people-samples.ts';

const LAN = { id: accountId(1), name: 'Hà Thị Lan', hasPassphrase: true };

function signedIn(...permissions: readonly Permission[]): PeopleView {
  return { accounts: [LAN], signedIn: { id: LAN.id, name: LAN.name, permissions, standsInFor: [] } };
}

describe('the window shows', () => {
  const nobody: PeopleView = { accounts: [LAN] };
  const MAN = { id: accountId(2), name: 'Đinh Thị Mận', hasPassphrase: false };
  const FROM_A_COPY: PeopleView = { accounts: [{ ...LAN, hasPassphrase: false }, MAN] };
  const ONE_HAS_ONE: PeopleView = { accounts: [MAN, LAN] };

  test.for([
    ['the set-up before there is a counter', 'none', undefined, 'set-up'],
    ['the lock while the data waits for its key', 'locked', undefined, 'locked'],
    ['the recovery while the data is damaged', 'damaged', undefined, 'recovery'],
    ['the sign-in while nobody is signed in', 'real', nobody, 'sign-in'],
    ['the first account where there is none', 'real', { accounts: [] }, 'first-account'],
    ['the first account where a copy brought accounts and no passphrases', 'real', FROM_A_COPY, 'first-account'],
    ['the sign-in where one person has a passphrase', 'real', ONE_HAS_ONE, 'sign-in'],
    ['the counter to who is signed in', 'real', signedIn('receive'), 'counter'],
    ['the counter of the trial to anybody', 'trial', nobody, 'counter'],
  ] as const)('%s', ([, mode, people, screen]) => {
    expect(appScreenOf({ mode, ...(people ? { people } : {}) })).toBe(screen);
  });
});

describe('a key without a recovery code', () => {
  const protection = { kind: 'key-store', hasKeyStore: true, hasRecoveryCode: false } as const;

  test('has its code made by an administrator, before the first work', () => {
    expect(needsRecoveryCode({ mode: 'real', protection, people: signedIn('receive', 'administer') })).toBe(true);
  });

  test('lets everybody else work', () => {
    expect(needsRecoveryCode({ mode: 'real', protection, people: signedIn('receive', 'head') })).toBe(false);
    expect(needsRecoveryCode({ mode: 'trial', protection, people: signedIn('administer') })).toBe(false);
  });

  test('is said to everybody, and the way to the settings shown to who can make one', () => {
    const app: AppState = {
      version: '1',
      mode: 'real',
      now: localMoment('2020-04-20T10:05'),
      clockQuality: 'free',
      needsDateConfirmed: false,
      numbers: { state: 'sound', leftToday: 500, isWitnessLost: false },
      protection,
      backup: { state: 'good' },
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
    expect(noticesOf({ ...app, people: signedIn('administer') })[0]).toMatchObject({ act: 'see-settings' });
    expect(noticesOf({ ...app, people: signedIn('receive') })[0]).not.toHaveProperty('act');
    expect(noticesOf({ ...app, people: signedIn('receive') })[0]).toMatchObject({ id: 'no-recovery-code' });
  });
});

test('nobody administers before anybody is signed in', () => {
  expect(mayAdminister({ people: { accounts: [LAN] } })).toBe(false);
  expect(mayAdminister({})).toBe(false);
});
