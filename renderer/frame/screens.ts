import type { KeyName } from '../keys.ts';

/** The screens, in the order of the navigation, each with its key. */
export const SCREENS = [
  { id: 'intake', keyName: 'intake' },
  { id: 'find', keyName: 'find' },
  { id: 'hand-over', keyName: 'handOver' },
  { id: 'list', keyName: 'list' },
  { id: 'batches', keyName: 'batches' },
  { id: 'book', keyName: 'book' },
  { id: 'procedures', keyName: 'procedures' },
  { id: 'settings', keyName: 'settings' },
] as const satisfies readonly { readonly id: string; readonly keyName: KeyName }[];

/** The others have keys and are reached from the status bar or the settings; the navigation has no room. */
export type ScreenId =
  (typeof SCREENS)[number]['id'] | 'sync' | 'backup' | 'printing' | 'calendar' | 'unit-rules' | 'self-test';

/** Reached from the settings. */
export const UNDER_SETTINGS: readonly ScreenId[] = ['backup', 'printing', 'calendar', 'unit-rules', 'self-test'];

/** Every screen and the key that opens it. */
export const SCREEN_KEYS = {
  intake: 'intake',
  find: 'find',
  'hand-over': 'handOver',
  list: 'list',
  batches: 'batches',
  book: 'book',
  procedures: 'procedures',
  calendar: 'calendar',
  'unit-rules': 'unitRules',
  sync: 'sync',
  settings: 'settings',
  backup: 'backup',
  printing: 'printing',
  'self-test': 'selfTest',
} as const satisfies Record<ScreenId, KeyName>;
