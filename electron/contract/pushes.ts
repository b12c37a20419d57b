/** What the core tells the screen unasked: only "look again", never data. */
export type PushTopic = 'app' | 'dossiers' | 'print' | 'sync' | 'backup' | 'report' | 'self-test';

export type Push = { readonly topics: readonly PushTopic[] };

export const PUSH_TOPICS: readonly PushTopic[] = ['app', 'dossiers', 'print', 'sync', 'backup', 'report', 'self-test'];
