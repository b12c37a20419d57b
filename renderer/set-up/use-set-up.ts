import { useState } from 'react';
import type { Unit } from '../../domain/unit.ts';
import type { SetUpField, SetUpRefusal, StorageRefusal } from '../../electron/contract/refusals.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { SetUpOptions } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { dateText } from '../text/format.ts';
import { protectionChoiceOf } from '../protection/protection-draft.ts';
import { NO_KEY_STORE, PASSPHRASE_ERRORS } from '../text/protection.ts';
import { RECOVERY_TROUBLES } from '../text/recovery.ts';
import { ALREADY_SET_UP, SET_UP, setUpErrorText, UNIT_FILE_REFUSALS } from '../text/set-up.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { EMPTY_SET_UP, isSameTwice, type SetUpDraft, setUpFormOf, withUnit } from './set-up-draft.ts';
import { parseUnitFile, type UnitDraft } from './unit-file.ts';

type Errors = Partial<Record<SetUpField, string>>;
/** A unit that can be picked: a sample of the application, or one of a file. */
type Choice = { readonly unit: UnitDraft; readonly sample?: Unit };

export type SetUpState = {
  readonly draft: SetUpDraft;
  /** Undefined while it is on the way. */
  readonly hasKeyStore: boolean | undefined;
  readonly errors: Errors;
  readonly choices: readonly Choice[];
  /** What the last pick or file said, below the pick. */
  readonly note: string | undefined;
  readonly fileRefusal: string | undefined;
  readonly trouble: Trouble | undefined;
  /** Why the backups of another computer could not take this one's place. */
  readonly replaceTrouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly change: (part: Partial<SetUpDraft>) => void;
  readonly pick: (code: string) => void;
  readonly readFile: (file: File) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly startTrial: () => Promise<void>;
  /** Lets the clerk show where the backups of the computer are that this one replaces. */
  readonly replaceOld: () => Promise<void>;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];
const RECOVERY_TOPICS: readonly PushTopic[] = ['backup'];

/** The first start: the fields, the ways to fill them, and the two ways out. */
export function useSetUp(onDone: () => void): SetUpState {
  const options = useAnswer('setup.options', NOTHING, TOPICS);
  const replacing = useReplaceOld();
  const [draft, setDraft] = useState(EMPTY_SET_UP);
  const [errors, setErrors] = useState<Errors>({});
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const units = useUnitChoices(options.value);
  const hasKeyStore = options.value?.hasKeyStore ?? false;

  const change = (part: Partial<SetUpDraft>): void => {
    setDraft((old) => ({ ...old, ...part }));
    setErrors((old) => without(old, part));
  };
  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    setDraft((old) => withUnit(old, choice.unit, choice.sample !== undefined));
    setErrors({});
  };
  const finish = (refusal: SetUpRefusal | StorageRefusal | undefined): void => {
    if (!refusal) onDone();
    else if (refusal.code === 'fields') setErrors({ ...errorsOf(refusal), ...passphraseErrors(draft, hasKeyStore) });
    else setTrouble(troubleOfRefusal(refusal));
  };
  const run = async (command: 'setup.complete' | 'trial.start'): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    const answer =
      command === 'trial.start' ? await attempt(command, {}) : await attempt(command, setUpFormOf(draft, hasKeyStore));
    setBusy(false);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else finish(answer.value.ok ? undefined : answer.value.refusal);
  };

  return {
    draft,
    hasKeyStore: options.value?.hasKeyStore,
    errors,
    choices: units.choices,
    note: units.note,
    fileRefusal: units.refusal,
    trouble: trouble ?? (options.fault && troubleOfFault(options.fault)),
    replaceTrouble: replacing.replaceTrouble,
    isBusy,
    change,
    pick: (code) => take(units.pick(code)),
    readFile: async (file) => take(await units.readFile(file)),
    commit: () => run('setup.complete'),
    startTrial: () => run('trial.start'),
    replaceOld: replacing.replaceOld,
  };
}

/** The way to the backups of another computer; what was found there shows in the state of the application. */
function useReplaceOld(): Pick<SetUpState, 'replaceOld' | 'replaceTrouble'> {
  const { latest } = useAnswer('recovery.state', NOTHING, RECOVERY_TOPICS);
  const [fault, setFault] = useState<Trouble>();
  return {
    replaceTrouble: fault ?? (latest?.trouble && RECOVERY_TROUBLES[latest.trouble]),
    replaceOld: async () => {
      const answer = await attempt('recovery.fromPlace', {});
      setFault(answer.ok ? undefined : troubleOfFault(answer.refusal));
    },
  };
}

type UnitChoices = {
  readonly choices: readonly Choice[];
  readonly note: string | undefined;
  readonly refusal: string | undefined;
  readonly pick: (code: string) => Choice | undefined;
  /** The unit, when the file holds exactly one. */
  readonly readFile: (file: File) => Promise<Choice | undefined>;
};

function useUnitChoices(options: SetUpOptions | undefined): UnitChoices {
  const [fromFile, setFromFile] = useState<readonly UnitDraft[]>([]);
  const [note, setNote] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const samples: readonly Choice[] = (options?.units ?? []).map((unit) => ({ unit, sample: unit }));
  // The list of a file takes the place of the samples.
  const choices: readonly Choice[] = fromFile.length > 0 ? fromFile.map((unit) => ({ unit })) : samples;

  const readFile = async (file: File): Promise<Choice | undefined> => {
    const parsed = parseUnitFile(await file.text());
    setRefusal(parsed.ok ? undefined : UNIT_FILE_REFUSALS[parsed.refusal.code]);
    if (!parsed.ok) return undefined;
    const [first] = parsed.value;
    const isOne = parsed.value.length === 1 && first !== undefined;
    setFromFile(isOne ? [] : parsed.value);
    setNote(isOne ? SET_UP.fileNote(first.name) : SET_UP.fileMany(parsed.value.length));
    return isOne ? { unit: first } : undefined;
  };
  const pick = (code: string): Choice | undefined => {
    const choice = choices.find(({ unit }) => unit.code === code);
    setRefusal(undefined);
    setNote(choice?.sample && sampleNote(choice.sample));
    return choice;
  };
  return { choices, note, refusal, pick, readFile };
}

function sampleNote(unit: Unit): string {
  const until = unit.effectiveTo === undefined ? '' : SET_UP.until(dateText(unit.effectiveTo));
  return SET_UP.sampleNote(SET_UP.from(dateText(unit.effectiveFrom)), until, unit.organisationCode);
}

function troubleOfRefusal(refusal: Exclude<SetUpRefusal, { code: 'fields' }> | StorageRefusal): Trouble {
  if (refusal.code === 'storage-failed') return storageTrouble(refusal);
  return refusal.code === 'already-set-up' ? ALREADY_SET_UP : NO_KEY_STORE;
}

/** The screen alone knows that a passphrase was typed in two ways. */
function passphraseErrors(draft: SetUpDraft, hasKeyStore: boolean): Errors {
  const choice = protectionChoiceOf(draft.protection, hasKeyStore);
  return {
    ...(choice.ok ? {} : { protection: PASSPHRASE_ERRORS[choice.refusal] }),
    ...(isSameTwice(draft) ? {} : { accountPassphrase: PASSPHRASE_ERRORS.differs }),
  };
}

function errorsOf(refusal: Extract<SetUpRefusal, { code: 'fields' }>): Errors {
  return Object.fromEntries(refusal.fields.map(({ field, code }) => [field, setUpErrorText(field, code)]));
}

const FIELD_OF = {
  unitCode: 'unit.code',
  unitName: 'unit.name',
  upperNames: 'unit.upperNames',
  organisationCode: 'unit.organisationCode',
  station: 'station',
  clerkName: 'clerkName',
  accountPassphrase: 'accountPassphrase',
  accountRepeat: 'accountPassphrase',
  printer: 'printer',
  paperWidthMm: 'printer',
  protection: 'protection',
} satisfies Record<keyof SetUpDraft, SetUpField>;

/** An error goes when its field is touched. */
function without(errors: Errors, part: Partial<SetUpDraft>): Errors {
  const touched = Object.entries(FIELD_OF).flatMap(([key, field]) => (Object.hasOwn(part, key) ? [field] : []));
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !touched.some((name) => name === field)));
}
