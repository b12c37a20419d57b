import type { SetUpForm } from '../../electron/contract/refusals.ts';
import type { PaperWidth } from '../../electron/contract/print-views.ts';
import { emptyPrinterDraft, type PrinterDraft, printerChoiceOf } from '../printing/printer-draft.ts';
import { EMPTY_PROTECTION, type ProtectionDraft, protectionChoiceOf } from '../protection/protection-draft.ts';
import { isSamePassphrase } from '../people/same-passphrase.ts';
import type { UnitDraft } from './unit-file.ts';

/** What stands in the fields of the set-up. */
export type SetUpDraft = {
  readonly unitCode: string;
  readonly unitName: string;
  /** One body a line, nearest first. */
  readonly upperNames: string;
  readonly organisationCode: string;
  readonly station: string;
  readonly clerkName: string;
  /** Of that person, typed twice. */
  readonly accountPassphrase: string;
  readonly accountRepeat: string;
  readonly printer: PrinterDraft;
  readonly paperWidthMm: PaperWidth;
  readonly protection: ProtectionDraft;
};

/** No station: two computers that both kept a default would issue the same numbers. */
export const EMPTY_SET_UP: SetUpDraft = {
  unitCode: '',
  unitName: '',
  upperNames: '',
  organisationCode: '',
  station: '',
  clerkName: '',
  accountPassphrase: '',
  accountRepeat: '',
  printer: emptyPrinterDraft('virtual'),
  paperWidthMm: 80,
  protection: EMPTY_PROTECTION,
};

/** Puts a unit into the fields. A sample's organisation code is made up, so that field stays for the clerk to type. */
export function withUnit(draft: SetUpDraft, unit: UnitDraft, isSample: boolean): SetUpDraft {
  return {
    ...draft,
    unitCode: unit.code,
    unitName: unit.name,
    upperNames: unit.upperNames.join('\n'),
    organisationCode: isSample ? '' : unit.organisationCode,
  };
}

/** Whether the first person's passphrase was typed the same both times. */
export function isSameTwice({ accountPassphrase, accountRepeat }: SetUpDraft): boolean {
  return isSamePassphrase(accountPassphrase, accountRepeat);
}

/** A passphrase that will not do is not sent: the core names its field, with all the others that need the clerk. */
export function setUpFormOf(draft: SetUpDraft, hasKeyStore: boolean): SetUpForm {
  const choice = protectionChoiceOf(draft.protection, hasKeyStore);
  const station = draft.station.trim();
  return {
    unit: {
      code: draft.unitCode.trim(),
      name: draft.unitName,
      upperNames: draft.upperNames
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      organisationCode: draft.organisationCode.trim(),
    },
    // Zero is no station: the core refuses it at its field.
    station: /^\d{1,2}$/.test(station) ? Number(station) : 0,
    clerkName: draft.clerkName,
    accountPassphrase: isSameTwice(draft) ? draft.accountPassphrase : '',
    printer: printerChoiceOf(draft.printer),
    paperWidthMm: draft.paperWidthMm,
    protection: choice.ok ? choice.value : { kind: 'passphrase', passphrase: '' },
  };
}
