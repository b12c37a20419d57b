import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { parseScannerChoice } from './scanner.ts';
import { serialPorts } from './serial-scanner.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type ScannerCommand = 'scanner.ports' | 'scanner.choose' | 'scan.next';

/** The scanner at a serial port. */
export function scannerHandlers(session: CounterSession, machine: Machine): Pick<Handlers, ScannerCommand> {
  return {
    'scanner.ports': async () => (await serialPorts()) ?? null,
    'scanner.choose': (typed) =>
      orStorageRefusal(async () => {
        const choice = parseScannerChoice(typed.choice);
        if (!choice) return refuse({ code: 'malformed' as const });
        await session.getEstablished().scanner.choose(choice);
        return ok(appStateOf(session, machine));
      }),
    'scan.next': async () => {
      const text = await session.getEstablished().scanner.next();
      return text === null ? null : { text };
    },
  };
}
