import type { AppState } from '../electron/contract/views.ts';

/** What the whole window shows: the counter with its screens, or what has to be done before there is one. */
export type AppScreen = 'set-up' | 'locked' | 'recovery' | 'first-account' | 'sign-in' | 'counter';

/** Nobody signs in to a trial: its one person is there. */
export function appScreenOf({ mode, people }: Pick<AppState, 'mode' | 'people'>): AppScreen {
  switch (mode) {
    case 'none':
      return 'set-up';
    case 'locked':
      return 'locked';
    case 'damaged':
      return 'recovery';
    case 'trial':
      return 'counter';
    default:
      if (people?.signedIn) return 'counter';
      return people && people.accounts.every(({ hasPassphrase }) => !hasPassphrase) ? 'first-account' : 'sign-in';
  }
}

/** Whether a key without a recovery code, as after the set-up, is to have its code made before the first work. */
export function needsRecoveryCode({
  mode,
  people,
  protection,
}: Pick<AppState, 'mode' | 'people' | 'protection'>): boolean {
  return mode === 'real' && protection.kind !== 'none' && !protection.hasRecoveryCode && mayAdminister({ people });
}

/** Whether who is signed in sees what an administrator needs. */
export function mayAdminister({ people }: { readonly people?: AppState['people'] | undefined }): boolean {
  return people?.signedIn?.permissions.includes('administer') ?? false;
}
