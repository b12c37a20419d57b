import { parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';
import { isOrganisationCode, parseStation, type Station } from '../../domain/dossier-number.ts';
import { tidyText } from '../../domain/typed-text.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { parsePassphrase } from '../../domain/passphrase.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { isInForce, type Unit } from '../../domain/unit.ts';
import type { ProtectionChoice, SetUpField, SetUpForm, SetUpRefusal } from '../contract/refusals.ts';
import type { PrinterChoice } from '../contract/print-views.ts';
import type { NewCounter } from './new-counter.ts';
import { profileFor } from '../../printing/send-to-printer.ts';
import { parsePrinterChoice } from './printer-setting.ts';

type FieldsRefusal = Extract<SetUpRefusal, { code: 'fields' }>;
type FieldCode = FieldsRefusal['fields'][number]['code'];

const LONGEST_NAME = 200;
const MOST_UPPER_NAMES = 4;

/**
 * Turns the set-up form into a counter that may be established, or names every field that needs the clerk.
 *
 * Refuses a code that is not five digits, a unit known to have ended before `today`, a missing or overlong name, an
 * organisation code in neither written form or taken from the samples (their slips are worth nothing), a station outside
 * 1–19, passphrases that are too short, and a printer nothing can be sent to. A unit that is on no list is taken as typed.
 */
export function parseSetUp(
  form: SetUpForm,
  known: { readonly units: readonly Unit[]; readonly today: PlainDate },
): Result<NewCounter, FieldsRefusal> {
  const reader = new SetUpReader();
  const unit = reader.unit(form.unit, known);
  const station = reader.station(form.station);
  const clerkName = reader.name('clerkName', form.clerkName);
  const choice = reader.printer(form.printer);
  reader.protection(form.protection);
  const accountPassphrase = reader.accountPassphrase(form.accountPassphrase);
  if (reader.fields.length > 0 || !station || !choice) return refuse({ code: 'fields', fields: reader.fields });
  return ok({
    who: { unit, station, clerkName },
    accountPassphrase,
    printer: { choice, modelId: profileFor(form.paperWidthMm).id },
  });
}

class SetUpReader {
  readonly fields: { field: SetUpField; code: FieldCode }[] = [];

  unit(typed: SetUpForm['unit'], known: { readonly units: readonly Unit[]; readonly today: PlainDate }): Unit {
    const code = typed.code.trim();
    const versions = known.units.filter((unit) => unit.code === code);
    const inForce = versions.find((unit) => isInForce(unit, known.today));
    if (code === '') this.#note('unit.code', 'missing');
    else if (!/^\d{5}$/.test(code)) this.#note('unit.code', 'malformed');
    else if (versions.length > 0 && !inForce) this.#note('unit.code', 'no-longer-in-force');
    return {
      code,
      name: this.name('unit.name', typed.name),
      upperNames: this.#upperNames(typed.upperNames),
      organisationCode: this.#organisationCode(typed.organisationCode, known.units),
      sample: false,
      effectiveFrom: inForce?.effectiveFrom ?? known.today,
      ...(inForce?.effectiveTo ? { effectiveTo: inForce.effectiveTo } : {}),
    };
  }

  station(typed: number): Station | undefined {
    const station = parseStation(typed);
    // The screen sends 0 for a field in which no number stands.
    if (!station) this.#note('station', typed === 0 ? 'missing' : 'malformed');
    return station;
  }

  name(field: 'unit.name' | 'clerkName', typed: string): string {
    const name = tidyText(typed);
    if (name === '') this.#note(field, 'missing');
    else if (name.length > LONGEST_NAME) this.#note(field, 'malformed');
    return name;
  }

  printer(typed: PrinterChoice): PrinterChoice | undefined {
    const choice = parsePrinterChoice(typed);
    if (!choice) this.#note('printer', isBlank(typed) ? 'missing' : 'malformed');
    return choice;
  }

  protection(typed: ProtectionChoice): void {
    if (typed.kind !== 'passphrase' || parsePassphrase(typed.passphrase) !== undefined) return;
    this.#note('protection', typed.passphrase.trim() === '' ? 'missing' : 'too-short');
  }

  accountPassphrase(typed: string): string {
    const passphrase = parseAccountPassphrase(typed);
    if (!passphrase.ok) this.#note('accountPassphrase', typed.trim() === '' ? 'missing' : passphrase.refusal.code);
    return passphrase.ok ? passphrase.value : '';
  }

  #upperNames(typed: readonly string[]): readonly string[] {
    const names = typed.map(tidyText).filter((name) => name !== '');
    if (names.length === 0) this.#note('unit.upperNames', 'missing');
    else if (names.length > MOST_UPPER_NAMES || names.some((name) => name.length > LONGEST_NAME)) {
      this.#note('unit.upperNames', 'malformed');
    }
    return names;
  }

  #organisationCode(typed: string, units: readonly Unit[]): string {
    const code = typed.trim().toUpperCase();
    if (code === '') this.#note('unit.organisationCode', 'missing');
    else if (!isOrganisationCode(code)) this.#note('unit.organisationCode', 'malformed');
    else if (units.some((unit) => unit.sample && unit.organisationCode === code)) {
      this.#note('unit.organisationCode', 'sample-code');
    }
    return code;
  }

  #note(field: SetUpField, code: FieldCode): void {
    this.fields.push({ field, code });
  }
}

function isBlank(printer: PrinterChoice): boolean {
  if (printer.kind === 'tcp') return printer.host.trim() === '';
  return printer.kind === 'device' && printer.path.trim() === '';
}
