import type { Dossier } from '../dossier.ts';
import type { DossierNumber } from '../dossier-number.ts';
import type { ResultHandedOver, ResultWanted } from '../lifecycle/dossier-fact.ts';
import { dateOf, type LocalMoment, type PlainDate } from '../plain-date.ts';
import type { DossierId } from '../scan-code.ts';
import { shownName } from '../slips/title-on-paper.ts';
import { compareText } from './compare-text.ts';
import { decidingBodyOf } from './deciding-body.ts';

/**
 * One line of the register book (sổ theo dõi hồ sơ), its columns as data.
 *
 * Source: TT 01/2018/TT-VPCP Mẫu 06, TT 03/2025/TT-VPCP Mẫu 07.
 */
export type RegisterRow = {
  readonly dossierId: DossierId;
  readonly book: string;
  readonly number: number;
  readonly dossierNumber: DossierNumber;
  /** The code of the procedure, where a sensitive one has no title on paper. */
  readonly procedureName: string;
  readonly sets: number;
  /** Whose it is, as last corrected. */
  readonly applicantName: string;
  readonly applicantAddress: string;
  /** Digits, or empty for "không có". */
  readonly applicantPhone: string;
  readonly decidingBody: string;
  readonly receivedAt: LocalMoment;
  /** The date that counts. */
  readonly appointmentAt: LocalMoment;
  readonly handedOverAt?: LocalMoment;
  readonly resultWanted: ResultWanted;
  /** How the result did go, and who signed for it. */
  readonly handedOverBy?: NonNullable<ResultHandedOver['by']>;
  readonly receiverName?: string;
  /** The number is burnt; the line stays. */
  readonly isVoided: boolean;
  readonly notes: readonly RegisterNote[];
};

/** Where a line stands: enough to put lines in their order. */
export type RegisterPlace = Pick<RegisterRow, 'dossierId' | 'book' | 'number' | 'receivedAt'>;

/** What the last column says. */
export type RegisterNote =
  | { readonly code: 'withdrawn' | 'stopped' | 'voided'; readonly at: LocalMoment; readonly reason: string }
  /** The date on the slip, where another one counts now. */
  | { readonly code: 'appointment-moved'; readonly firstAt: LocalMoment }
  | { readonly code: 'apology'; readonly newAppointmentAt: LocalMoment }
  /** The result is a written refusal. */
  | { readonly code: 'resolution-refused'; readonly at: LocalMoment }
  | { readonly code: 'corrects'; readonly dossierId: DossierId };

/** A number that stands for more than one dossier. A gap is none. */
export type RegisterTrouble =
  | {
      readonly code: 'dossier-number-twice';
      readonly dossierNumber: DossierNumber;
      readonly dossiers: readonly DossierId[];
    }
  | {
      readonly code: 'register-number-twice';
      readonly book: string;
      readonly number: number;
      readonly dossiers: readonly DossierId[];
    };

/**
 * The lines for what was received from `from` to `until`, both included, in the order of book and number; of one book where
 * `book` names it. What was never received has no line, and what an older system received stands in its book.
 */
export function registerRows(
  dossiers: readonly Dossier[],
  wanted: { readonly book?: string; readonly from: PlainDate; readonly until: PlainDate },
): readonly RegisterRow[] {
  return dossiers
    .flatMap((dossier) => registerRowOf(dossier) ?? [])
    .filter(({ book }) => wanted.book === undefined || book === wanted.book)
    .filter(({ receivedAt }) => wanted.from <= dateOf(receivedAt) && dateOf(receivedAt) <= wanted.until)
    .toSorted(compareRegisterPlaces);
}

/** Every number that two lines bear: dossier numbers first, then the numbers of the books; each in the order of the lines. */
export function registerTrouble(rows: readonly RegisterRow[]): readonly RegisterTrouble[] {
  const byDossierNumber = usedTwice(rows, ({ dossierNumber }) => dossierNumber);
  const byPlace = usedTwice(rows, ({ book, number }) => `${book}/${number}`);
  return [
    ...byDossierNumber.map(({ first, dossiers }): RegisterTrouble => {
      return { code: 'dossier-number-twice', dossierNumber: first.dossierNumber, dossiers };
    }),
    ...byPlace.map(({ first, dossiers }): RegisterTrouble => {
      return { code: 'register-number-twice', book: first.book, number: first.number, dossiers };
    }),
  ];
}

/** The line of one dossier; undefined for what was never received by this system. */
export function registerRowOf(dossier: Dossier): RegisterRow | undefined {
  const { intake, handOver, appointment } = dossier;
  if (!intake) return undefined;
  const applicant = dossier.applicant ?? intake.applicant;
  return {
    dossierId: dossier.id,
    ...intake.registerBook,
    dossierNumber: intake.dossierNumber,
    procedureName: shownName(intake.procedure, intake),
    sets: intake.sets,
    applicantName: applicant.name,
    applicantAddress: applicant.address,
    applicantPhone: applicant.phone.kind === 'number' ? applicant.phone.digits : '',
    decidingBody: decidingBodyOf(dossier) ?? intake.unit.name,
    receivedAt: intake.receivedAt,
    appointmentAt: appointment?.at ?? intake.appointment.at,
    resultWanted: intake.resultWanted ?? { at: 'counter' },
    ...(handOver
      ? {
          handedOverAt: handOver.handedOverAt,
          handedOverBy: handOver.by ?? 'counter',
          receiverName: handOver.receiver.name,
        }
      : {}),
    isVoided: dossier.status === 'voided',
    notes: notesOf(dossier),
  };
}

function notesOf({ intake, appointment, apologies, result, ending }: Dossier): readonly RegisterNote[] {
  const notes: RegisterNote[] = [];
  const firstAt = intake?.appointment.at;
  if (intake?.corrects !== undefined) notes.push({ code: 'corrects', dossierId: intake.corrects });
  if (firstAt !== undefined && appointment && appointment.at !== firstAt) {
    notes.push({ code: 'appointment-moved', firstAt });
  }
  for (const { newAppointmentAt } of apologies) notes.push({ code: 'apology', newAppointmentAt });
  if (result?.isRefusal) notes.push({ code: 'resolution-refused', at: result.releasedAt });
  if (ending) notes.push({ code: ending.kind, at: ending.at, reason: ending.reason });
  return notes;
}

/** In the order of book and number, as the lines stand in a book. */
export function compareRegisterPlaces(a: RegisterPlace, b: RegisterPlace): number {
  return (
    compareText(a.book, b.book) ||
    a.number - b.number ||
    compareText(a.receivedAt, b.receivedAt) ||
    compareText(a.dossierId, b.dossierId)
  );
}

function usedTwice(
  rows: readonly RegisterRow[],
  keyOf: (row: RegisterRow) => string,
): readonly { readonly first: RegisterRow; readonly dossiers: readonly DossierId[] }[] {
  const byKey = new Map<string, { readonly first: RegisterRow; readonly dossiers: DossierId[] }>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    if (known) known.dossiers.push(row.dossierId);
    else byKey.set(keyOf(row), { first: row, dossiers: [row.dossierId] });
  }
  return [...byKey.values()].filter(({ dossiers }) => dossiers.length > 1);
}
