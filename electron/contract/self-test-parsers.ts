import { z } from 'zod';
import type { SelfTestCommands } from './self-test-commands.ts';
import { nothing } from './shapes.ts';

const LONGEST_REPORT = 20_000;

export const SELF_TEST_PARSERS: { readonly [N in keyof SelfTestCommands]: z.ZodType<SelfTestCommands[N]['input']> } = {
  'selfTest.run': nothing,
  'selfTest.state': nothing,
  'selfTest.save': z.strictObject({ text: z.string().min(1).max(LONGEST_REPORT) }),
};
