import { compactDate, dateOf } from '../../domain/plain-date.ts';
import { refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { SelfTestCommands } from '../contract/self-test-commands.ts';
import type { CounterSession } from './counter-session.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import type { PushBell } from './push-bell.ts';
import { saveText } from './save-text.ts';
import { SelfTest } from './self-test.ts';
import type { ShellClient } from './shell-client.ts';

type Parts = {
  readonly shell: Pick<ShellClient, 'chooseFileToSave'>;
  readonly machine: Machine;
  readonly log: Log;
  readonly bell: PushBell;
};

export function selfTestHandlers(
  session: CounterSession,
  { shell, machine, log, bell }: Parts,
): Pick<Handlers, keyof SelfTestCommands> {
  const test = new SelfTest({ log, tell: () => bell.ring('self-test') });
  return {
    'selfTest.run': () => {
      test.begin({ counter: session.getEstablished(), protection: session.protection(), machine }, session.now());
      return null;
    },
    'selfTest.state': () => test.view(),
    'selfTest.save': async ({ text }) => {
      const now = session.now();
      const minute = now.slice(11, 16).replace(':', '');
      const path = await shell.chooseFileToSave(`tu-kiem-tra-${compactDate(dateOf(now))}-${minute}.txt`);
      // Old editors of Windows take a text without a mark for another alphabet, and want both ends of a line.
      return path === null ? refuse({ code: 'no-file' }) : saveText(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    },
  };
}
