import { app, utilityProcess } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Broker } from '../../electron/main/broker.ts';
import { type CoreChild, forkInElectron } from '../../electron/main/core-child.ts';
import { CoreProcess } from '../../electron/main/core-process.ts';
import { CORE_RULES } from './core-rules.ts';

// An application that does nothing but hold the rules of the core's process against `utilityProcess`. Into the file
// SHELL_RESULT it writes {rule: what broke it, or null}; in the mode `stays` the id of its core's process.

function start(env: Readonly<Record<string, string>>): CoreChild {
  const file = path.join(app.getAppPath(), 'echo-core.cjs');
  return forkInElectron({ file, env }, (...how) => utilityProcess.fork(...how));
}

async function brokenBy(holds: () => Promise<void>): Promise<string | null> {
  try {
    await holds();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function holdAllRules(): Promise<Record<string, string | null>> {
  const results: Record<string, string | null> = {};
  for (const rule of CORE_RULES) results[rule.name] = await brokenBy(() => rule.holds(start));
  return results;
}

async function startAndStay(): Promise<unknown> {
  const nothing = (): void => undefined;
  const core = new CoreProcess(() => start({}), {
    onMessage: (message) => message.type === 'reply' && broker.reply(message),
    onReady: nothing,
    onGone: nothing,
    onCannotStart: nothing,
  });
  const broker = new Broker((request) => core.post(request));
  core.start();
  return broker.call('process-id', null);
}

async function run(): Promise<void> {
  await app.whenReady();
  const stays = process.env['SHELL_MODE'] === 'stays';
  const result = stays ? await startAndStay() : await holdAllRules();
  writeFileSync(process.env['SHELL_RESULT'] ?? '', JSON.stringify(result));
  process.stdout.write('written\n');
  if (!stays) app.exit(0);
}

void run();
