import { z } from 'zod';
import { limit, nothing, text } from './shapes.ts';
import type { SyncCommands } from './sync-commands.ts';

/** Parsers of what is asked of the way upstream. */
export const SYNC_PARSERS: { readonly [N in keyof SyncCommands]: z.ZodType<SyncCommands[N]['input']> } = {
  'sync.enrol': z.strictObject({ serverUrl: text, code: text }),
  'sync.now': nothing,
  'sync.waiting': z.strictObject({ limit }),
  'sync.quarantined': z.strictObject({ limit }),
  'sync.sendAgain': nothing,
  'sync.contradictions': z.strictObject({ limit }),
};
