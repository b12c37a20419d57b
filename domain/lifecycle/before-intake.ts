import { namedProcedure } from '../dossier-commands.ts';
import { isPossibleId, tidyText } from '../typed-text.ts';
import type { Applicant } from '../party.ts';
import { parsePhone } from '../phone.ts';
import { type LocalMoment, parseLocalMoment } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import { ok, refuse, type Result } from '../result.ts';
import { dossierIdOf, type ScanCode } from '../scan-code.ts';
import type { ActRefusal } from './act.ts';
import type { DossierFactOf, FormNumber, MissingPaper, RefusalGround } from './dossier-fact.ts';
import { readNote, readText } from './wish-reader.ts';

/** Somebody before a reception, as typed. An address or a phone may be missing. */
export type TypedApplicant = {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
};

/** What every paper before a reception is about. */
export type BeforeIntake = {
  readonly scanCode: ScanCode;
  readonly procedure: Procedure;
  readonly applicant: TypedApplicant;
  readonly now: LocalMoment;
};

/** Something arrived through the portal or by post (chờ tiếp nhận). Its limit runs from the reception, not from here. */
export function noteArrival(
  before: BeforeIntake,
  arrival: { readonly channel: 'online' | 'post'; readonly arrivalNumber: string; readonly filedAt: string },
): Result<DossierFactOf<'filed'>, ActRefusal> {
  const read = readBefore(before);
  if (!read.ok) return read;
  const arrivalNumber = readNote('arrivalNumber', arrival.arrivalNumber);
  if (!arrivalNumber.ok) return arrivalNumber;
  const filedAt = parseLocalMoment(arrival.filedAt);
  if (!filedAt) return refuse({ code: 'not-a-date', field: 'filedAt' });
  if (filedAt > before.now) return refuse({ code: 'date-in-the-future', field: 'filedAt' });
  const { channel } = arrival;
  const payload = { ...read.value, channel, arrivalNumber: arrivalNumber.value, filedAt };
  return ok({ kind: 'filed', dossierId: dossierIdOf(before.scanCode), payload });
}

/** Mẫu 02 before a reception: everything that is missing, told once. Refuses an empty list and a missing reason. */
export function guideSupplement(
  before: BeforeIntake,
  wish: {
    readonly missing: readonly { readonly id: string; readonly name: string; readonly note: string }[];
    readonly reason: string;
    readonly formNumber: FormNumber;
  },
): Result<DossierFactOf<'supplement-guided'>, ActRefusal> {
  const read = readBefore(before);
  if (!read.ok) return read;
  const missing = readMissing(wish.missing);
  if (!missing.ok) return missing;
  const reason = readText('reason', wish.reason);
  if (!reason.ok) return reason;
  const { formNumber } = wish;
  const payload = { ...read.value, formNumber, missing: missing.value, reason: reason.value };
  return ok({ kind: 'supplement-guided', dossierId: dossierIdOf(before.scanCode), payload });
}

/** Mẫu 03: the dossier is not received, for a reason that is written on it. */
export function refuseIntake(
  before: BeforeIntake,
  wish: { readonly ground: RefusalGround; readonly reason: string; readonly formNumber: FormNumber },
): Result<DossierFactOf<'intake-refused'>, ActRefusal> {
  const read = readBefore(before);
  if (!read.ok) return read;
  const reason = readText('reason', wish.reason);
  if (!reason.ok) return reason;
  const payload = { ...read.value, formNumber: wish.formNumber, ground: wish.ground, reason: reason.value };
  return ok({ kind: 'intake-refused', dossierId: dossierIdOf(before.scanCode), payload });
}

/** Papers that are asked for, each by its name or by what is wrong with it; refuses a list of none. */
export function readMissing(
  typed: readonly { readonly id: string; readonly name: string; readonly note: string }[],
): Result<readonly MissingPaper[], ActRefusal> {
  const missing = typed
    .map(({ id, name, note }) => ({ id, name: tidyText(name), note: tidyText(note) }))
    .filter(({ name, note }) => name !== '' || note !== '');
  return missing.length > 0 ? ok(missing) : refuse({ code: 'nothing-asked-for' });
}

function readBefore({ scanCode, procedure, applicant, now: at }: BeforeIntake): Result<
  {
    readonly scanCode: ScanCode;
    readonly at: LocalMoment;
    readonly procedure: ReturnType<typeof namedProcedure>;
    readonly applicant: Applicant;
  },
  ActRefusal
> {
  const name = readText('applicant.name', applicant.name);
  if (!name.ok) return name;
  const address = readNote('applicant.address', applicant.address);
  if (!address.ok) return address;
  const idNumber = tidyText(applicant.idNumber).replaceAll(' ', '');
  if (!isPossibleId(idNumber)) return refuse({ code: 'not-an-id' });
  const phone = tidyText(applicant.phone) === '' ? ({ kind: 'none' } as const) : parsePhone(applicant.phone);
  if (!phone) return refuse({ code: 'not-a-phone' });
  const { kind } = applicant;
  return ok({
    scanCode,
    at,
    procedure: namedProcedure(procedure),
    applicant: { kind, name: name.value, idNumber, phone, address: address.value },
  });
}
