import type { KeyName } from '../keys.ts';

/** The screens, in the order of the navigation, each with its key. */
export const SCREENS = [
  { id: 'intake', keyName: 'intake' },
  { id: 'find', keyName: 'find' },
  { id: 'hand-over', keyName: 'handOver' },
  { id: 'list', keyName: 'list' },
  { id: 'sync', keyName: 'sync' },
  { id: 'settings', keyName: 'settings' },
] as const satisfies readonly { readonly id: string; readonly keyName: KeyName }[];

/** `backup` and `printing` have keys and are reached from the settings and the status bar; the navigation has no room. */
export type ScreenId = (typeof SCREENS)[number]['id'] | 'backup' | 'printing';
