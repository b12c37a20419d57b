import { z } from 'zod';
import type { CommandName, Input } from './commands.ts';
import { LOOK_UP_PARSERS } from './look-up-parsers.ts';
import { PRINT_PARSERS } from './print-parsers.ts';
import { REPORT_PARSERS } from './report-parsers.ts';
import { SELF_TEST_PARSERS } from './self-test-parsers.ts';
import { backupId, nothing, paperWidthMm, printerChoice, protectedBy, text } from './shapes.ts';
import { SYNC_PARSERS } from './sync-parsers.ts';
import { UNIT_PARSERS } from './unit-parsers.ts';
import { WORK_PARSERS } from './work-parsers.ts';

/** Beside each command its run-time parser: shape and size here, rules in `domain/`. */
const PARSERS: { readonly [N in CommandName]: z.ZodType<Input<N>> } = {
  ...WORK_PARSERS,
  ...UNIT_PARSERS,
  ...PRINT_PARSERS,
  ...LOOK_UP_PARSERS,
  ...REPORT_PARSERS,
  ...SELF_TEST_PARSERS,
  ...SYNC_PARSERS,
  'app.state': nothing,
  'setup.options': nothing,
  'setup.complete': z.strictObject({
    unit: z.strictObject({ code: text, name: text, upperNames: z.array(text).max(4), organisationCode: text }),
    station: z.number(),
    clerkName: text,
    accountPassphrase: text,
    printer: printerChoice,
    paperWidthMm,
    protection: z.discriminatedUnion('kind', [...protectedBy, z.strictObject({ kind: z.literal('none') })]),
  }),
  'trial.start': nothing,
  'trial.end': nothing,
  'clock.confirm': z.strictObject({ date: text }),
  'numbers.takeStation': z.strictObject({ station: z.number() }),
  'key.unlock': z.strictObject({ by: z.enum(['passphrase', 'recovery-code']), text }),
  'key.newRecoveryCode': nothing,
  'key.protect': z.strictObject({ protection: z.discriminatedUnion('kind', [...protectedBy]) }),
  'backup.state': nothing,
  'backup.now': nothing,
  'backup.try': z.strictObject({ id: backupId }),
  'backup.checkAll': nothing,
  'backup.choosePlace': nothing,
  'backup.forgetPlace': nothing,
  'backup.restore': z.strictObject({ id: backupId }),
  'recovery.state': nothing,
  'recovery.start': nothing,
  'recovery.fromPlace': nothing,
  'recovery.leave': nothing,
  'recovery.startAnew': nothing,
  'recovery.done': nothing,
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(PARSERS, name);
}

/** The input of a command, or undefined and what is wrong with it. Never throws. */
export function parseInput<N extends CommandName>(
  name: N,
  input: unknown,
): { readonly ok: true; readonly input: Input<N> } | { readonly ok: false; readonly detail: string } {
  const parser: z.ZodType<Input<N>> = PARSERS[name];
  const parsed = parser.safeParse(input);
  if (parsed.success) return { ok: true, input: parsed.data };
  // Paths and codes only: what was typed may be a citizen's data and must not reach a log.
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  return { ok: false, detail };
}
