import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { parseStation } from '../../domain/dossier-number.ts';
import { dateOf, localMomentAt } from '../../domain/plain-date.ts';
import { isInForce } from '../../domain/unit.ts';
import type { CounterIdentity } from '../../sync/counter-store.ts';
import type { Machine } from './machine.ts';
import { type OpenCounter, openingBy } from './open-counter.ts';
import type { PrinterSetting } from './printer-setting.ts';
import { TRIAL_BEGINS_AT } from './trial-clock.ts';

export type NewCounter = { readonly who: Omit<CounterIdentity, 'log'>; readonly printer: PrinterSetting };

const TRIAL_UNIT_CODE = '08305';

/** From here on the counter is somebody's. Throws when it was before. */
export function establish(counter: OpenCounter, { who, printer }: NewCounter, machine: Machine): void {
  // The printer first: the counter is set up with its identity, and must be whole then.
  counter.printer.choose(printer);
  const log = newLog({ unitCode: who.unit.code, station: who.station }, machine.uuid());
  counter.store.establish({ ...who, log }, openingBy(machine, counter.clock.read()));
}

/** Name of a log that no other device has. */
export function newLog(of: { readonly unitCode: string; readonly station: number }, uuid: string): string {
  return `${of.unitCode}.${String(of.station).padStart(2, '0')}.${uuid.replaceAll('-', '').slice(0, 16)}`;
}

/** A commune of Yên Lập as it was when the trial's clock begins. */
export function trialCounter(): NewCounter {
  const day = dateOf(localMomentAt(TRIAL_BEGINS_AT));
  const unit = YEN_LAP_UNITS.find((sample) => sample.code === TRIAL_UNIT_CODE && isInForce(sample, day));
  const station = parseStation(1);
  if (!unit || !station) throw new Error('the trial has no sample unit');
  return {
    who: { unit, station, clerkName: 'Cán bộ dùng thử' },
    printer: { choice: { kind: 'virtual' }, paperWidthMm: 80 },
  };
}
