import { openFirstAdministrator } from '../../domain/accounts/account-commands.ts';
import type { Account } from '../../domain/accounts/account.ts';
import { isOpenWith } from '../../domain/accounts/acting-permissions.ts';
import { type AccountId, parseAccountId } from '../../domain/accounts/account-id.ts';
import { type AccountPassphraseRefusal, parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';
import type { AccountRefusal } from '../../domain/accounts/administration.ts';
import { tidyText } from '../../domain/typed-text.ts';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { parseStation } from '../../domain/dossier-number.ts';
import { dateOf, localMomentAt } from '../../domain/plain-date.ts';
import { ok, type Result } from '../../domain/result.ts';
import { isInForce } from '../../domain/unit.ts';
import { profileFor } from '../../printing/send-to-printer.ts';
import type { CounterIdentity } from '../../sync/counter-store.ts';
import type { Machine } from './machine.ts';
import { type OpenCounter, openingBy } from './open-counter.ts';
import type { PrinterSetting } from './printer-setting.ts';
import { TRIAL_BEGINS_AT } from './trial-clock.ts';

export type NewCounter = {
  readonly who: Omit<CounterIdentity, 'log'>;
  /** Of the first administrator. Absent in a trial, to which nobody signs in. */
  readonly accountPassphrase?: string;
  readonly printer: PrinterSetting;
};

const TRIAL_UNIT_CODE = '08305';

/** From here on the counter is somebody's. Throws when it was before. */
export function establish(counter: OpenCounter, { who, printer }: NewCounter, machine: Machine): void {
  // The printer first: the counter is set up with its identity, and must be whole then.
  counter.slipPrinter.choose(printer);
  const log = newLog({ unitCode: who.unit.code, station: who.station }, machine.uuid());
  counter.store.establish({ ...who, log }, openingBy(machine, counter.clock.read()));
}

/**
 * The first account that can sign in on this computer, with every role. Refuses while anybody can. Of a counter that came
 * back without its passphrases, an administrator of that name is meant. The person is signed in where a passphrase was
 * given; a trial asks for none.
 */
export async function openFirstAccount(
  counter: OpenCounter,
  first: { readonly name: string; readonly passphrase?: string },
  machine: Machine,
): Promise<Result<null, AccountRefusal | AccountPassphraseRefusal>> {
  const { store, people, clock } = counter;
  if (first.passphrase !== undefined) {
    // Before the account: one without a passphrase would wait for somebody who can give it one.
    const passphrase = parseAccountPassphrase(first.passphrase);
    if (!passphrase.ok) return passphrase;
  }
  const known = people.accounts().find((account) => isOpenWith(account, 'administer') && isNamed(account, first.name));
  const id = people.isAdministered() ? newAccountId(machine) : (known?.id ?? newAccountId(machine));
  const opened =
    id === known?.id
      ? ok({})
      : store.commit({ actor: tidyText(first.name), account: id, clock: clock.read() }, (work) => {
          const fact = openFirstAdministrator(
            { id, name: first.name },
            people.isAdministered() ? people.accounts() : [],
          );
          if (!fact.ok) return fact;
          work.append(fact.value);
          return ok({});
        });
  if (!opened.ok) return opened;
  if (first.passphrase === undefined) return ok(null);
  const set = await people.signIn.recover({ accountId: id, passphrase: first.passphrase });
  if (set.ok || set.refusal.code !== 'not-an-administrator') return set as Result<null, AccountPassphraseRefusal>;
  throw new Error('the first account is an administrator’s');
}

function isNamed({ name }: Account, typed: string): boolean {
  return name.toLowerCase() === tidyText(typed).toLowerCase();
}

export function newAccountId(machine: Pick<Machine, 'bytes'>): AccountId {
  const id = parseAccountId(Buffer.from(machine.bytes(6)).toString('hex'));
  if (!id) throw new Error('six bytes are no account id');
  return id;
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
    printer: { choice: { kind: 'virtual' }, modelId: profileFor(80).id },
  };
}
