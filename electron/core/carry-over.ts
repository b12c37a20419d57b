import type { OldDossier, OldDossiersRead } from '../../domain/go-live/old-dossier.ts';
import { oldNumberForm } from '../../domain/go-live/old-number.ts';
import type { DossierFactOf } from '../../domain/lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { ok, type Result } from '../../domain/result.ts';
import { dossierIdOf, type ScanCode } from '../../domain/scan-code.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import type { CarryOverRefusal } from '../contract/refusals.ts';
import { actionOf } from './acting.ts';
import type { EstablishedCounter } from './counter-session.ts';
import { numberingRefusal } from './dossier-handlers.ts';
import { takeScanCode } from './reception.ts';

/** So many are taken in one commit: nobody at the counter waits for more. */
const AT_ONCE = 50;

type CarriedOver = { readonly taken: number; readonly known: number };

/**
 * Takes over the open dossiers of the former system, each once by its old number: what was broken off, or comes from a
 * second file, goes on where it was. They keep their old number and get no new one.
 */
export async function carryOver(
  counter: EstablishedCounter,
  { accepted }: OldDossiersRead,
): Promise<Result<CarriedOver, CarryOverRefusal>> {
  let taken = 0;
  let known = 0;
  for (let from = 0; from < accepted.length; from += AT_ONCE) {
    const refused = numberingRefusal(counter);
    if (refused) return refused;
    const acting = actionOf(counter, 'administer');
    if (!acting.ok) return acting;
    const { action, now } = acting.value;
    const piece = accepted.slice(from, from + AT_ONCE).map(({ dossier }) => dossier);
    const done = counter.store.commit(action, (work) => takePiece(work, piece, { identity: counter.identity, now }));
    if (!done.ok) return done;
    taken += done.value.taken;
    known += done.value.known;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ok({ taken, known });
}

type By = { readonly identity: CounterIdentity; readonly now: LocalMoment };

function takePiece(
  work: Work,
  piece: readonly OldDossier[],
  by: By,
): Result<CarriedOver, { readonly code: 'year-range-exhausted' }> {
  let taken = 0;
  for (const old of piece) {
    if (isKnown(work, old)) continue;
    const scanCode = takeScanCode(work, by);
    if (!scanCode.ok) return scanCode;
    work.append(factOf(old, scanCode.value, by));
    taken += 1;
  }
  return ok({ taken, known: piece.length - taken });
}

function isKnown(work: Pick<Work, 'findByOldScan'>, { oldNumber }: OldDossier): boolean {
  const form = oldNumberForm(oldNumber);
  return work
    .findByOldScan(oldNumber)
    .some(({ carriedOver }) => carriedOver !== undefined && oldNumberForm(carriedOver.oldNumber) === form);
}

function factOf(old: OldDossier, scanCode: ScanCode, { identity, now }: By): DossierFactOf<'carried-over'> {
  const { code, name, upperNames, organisationCode } = identity.unit;
  return {
    kind: 'carried-over',
    dossierId: dossierIdOf(scanCode),
    payload: {
      scanCode,
      oldNumber: old.oldNumber,
      oldScanText: old.oldScanText ?? '',
      at: now,
      unit: { code, name, upperNames, organisationCode },
      station: identity.station,
      procedure: { code: old.procedureCode ?? '', name: old.procedureName },
      applicant: old.applicant,
      receivedAt: old.receivedAt,
      ...(old.appointmentAt === undefined ? {} : { appointmentAt: old.appointmentAt }),
      stands: old.state,
      note: old.note ?? '',
    },
  };
}
