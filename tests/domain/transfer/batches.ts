import type { Dossier } from '../../../domain/dossier.ts';
import type { OrderKey } from '../../../domain/dossier-event.ts';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import type { DossierFact } from '../../../domain/lifecycle/dossier-fact.ts';
import type { DossierState } from '../../../domain/lifecycle/dossier-state.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { DEFAULT_OFFICE_HOURS } from '../../../domain/office-hours.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { type DossierId, dossierIdOf, makeScanCode } from '../../../domain/scan-code.ts';
import { type BatchCode, nextBatchCode } from '../../../domain/transfer/batch-code.ts';
import type { BatchCircumstances, BatchDecision } from '../../../domain/transfer/batch-decision.ts';
import type { BatchDirection, BatchFact, BatchItem, OrderedBatchFact } from '../../../domain/transfer/batch-event.ts';
import { projectBatch, type TransferBatch } from '../../../domain/transfer/transfer-batch.ts';
import { stationOf, valueOf } from '../fixtures.ts';
import { at, saidUpTo } from '../lifecycle/samples.ts';

export const NOW = at('27T08:00');
export const RULES = { rules: { hours: DEFAULT_OFFICE_HOURS } };
export const COMMUNE = 'UBND xã Xuân Viên';
export const UPPER_BODY = 'UBND huyện Yên Lập';
export const BY_CLERK = { kind: 'clerk', name: 'Hà Văn Páo' } as const;
export const SIGNED = { signer: 'Trần Văn Bình', date: '2020-04-27' };
export const RESULT = { number: '91/QĐ', date: '2020-04-24', signer: 'Hà Văn Sáu', isRefusal: false };

export function dossierId(runningNumber: number): DossierId {
  return dossierIdOf(makeScanCode({ unitCode: '08305', station: 1, yearOfCentury: 20, runningNumber }));
}

export function codeOf(station: number, used: number): BatchCode {
  const date = plainDate('2020-04-27');
  return valueOf(nextBatchCode({ unitCode: '08305', date, station: stationOf(station), used }));
}

export const CODE = codeOf(1, 0);

/** A fact as something says it, before it has a place. */
export function inOneLog(facts: readonly BatchFact[]): readonly OrderedBatchFact[] {
  return facts.map((fact, i) => ({ ...fact, lamport: i + 1, log: 'a', seq: i + 1, actor: 'Đinh Thị Mơ' }));
}

export function opened(direction: BatchDirection = 'up', code = CODE): BatchFact {
  const [from, to] = direction === 'up' ? [COMMUNE, UPPER_BODY] : [UPPER_BODY, COMMUNE];
  const station = stationOf(1);
  return { kind: 'batch-opened', subject: code, payload: { code, direction, from, to, at: NOW, station } };
}

export function item(id: DossierId, originals = 1): BatchItem {
  return { dossierId: id, originals, copies: 2, note: '' };
}

export function added(id: DossierId, code = CODE): BatchFact {
  return { kind: 'batch-item-added', subject: code, payload: { ...item(id), at: NOW } };
}

export function removed(id: DossierId): BatchFact {
  return { kind: 'batch-item-removed', subject: CODE, payload: { dossierId: id, at: NOW } };
}

export function closed(ids: readonly DossierId[], code = CODE): BatchFact {
  const items = ids.map((id) => item(id));
  return { kind: 'batch-closed', subject: code, payload: { at: NOW, courier: BY_CLERK, items, copies: 2 } };
}

export function abandoned(): BatchFact {
  return { kind: 'batch-abandoned', subject: CODE, payload: { reason: 'Lập nhầm', at: NOW } };
}

/** Closed by mistake, and taken back by who knew that it was. */
export function takenBack(takesBack: readonly DossierId[]): BatchFact {
  return { kind: 'batch-abandoned', subject: CODE, payload: { reason: 'Lập nhầm', at: NOW, takesBack } };
}

/** Signed for; those of `rejected` were sent back. */
export function signedFor(ids: readonly DossierId[], rejected: readonly DossierId[] = []): BatchFact {
  const items = ids.map((id) =>
    rejected.includes(id)
      ? { dossierId: id, accepted: false, reason: 'Thiếu bản chính' }
      : { dossierId: id, accepted: true },
  );
  return { kind: 'batch-received', subject: CODE, payload: { at: NOW, signer: SIGNED.signer, items } };
}

export function scanned(
  ids: readonly DossierId[],
  differing: { readonly missing?: readonly DossierId[]; readonly extra?: readonly DossierId[] } = {},
): BatchFact {
  const items = ids.map((id) => ({ dossierId: id, accepted: true }));
  const { missing = [], extra = [] } = differing;
  return { kind: 'batch-received', subject: CODE, payload: { at: NOW, items, missing, extra } };
}

export function batchOf(...facts: readonly BatchFact[]): TransferBatch {
  const batch = projectBatch(inOneLog(facts));
  if (!batch) throw new Error('no batch');
  return batch;
}

/** The facts that bring a dossier into a state; what was sent before went with `batch`. */
export function factsUpTo(id: DossierId, state: DossierState, batch: string = CODE): readonly DossierFact[] {
  return saidUpTo(state).map((said) => {
    // The reception carries the number of its dossier, a transfer the code of its batch.
    const own = 'batch' in said.payload ? { batch } : {};
    return { ...said, dossierId: id, payload: { ...said.payload, ...own } } as DossierFact;
  });
}

export function placed<T>(fact: T, place: OrderKey): T & OrderKey & { readonly actor: string } {
  return { ...fact, ...place, actor: `Cán bộ ${place.log}` };
}

export function dossierIn(id: DossierId, state: DossierState, batch: string = CODE): Dossier {
  return dossierFrom(factsUpTo(id, state, batch));
}

export function dossierFrom(facts: readonly DossierFact[]): Dossier {
  const ordered: readonly OrderedFact[] = facts.map((fact, i) =>
    placed(fact, { lamport: i + 1, log: 'a', seq: i + 1 }),
  );
  const dossier = projectDossier(ordered);
  if (!dossier) throw new Error('no dossier');
  return dossier;
}

export function circumstances(
  dossiers: readonly Dossier[],
  batches: readonly TransferBatch[] = [],
): BatchCircumstances & typeof RULES {
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  return { now: NOW, dossierOf: (id) => byId.get(id), batches, ...RULES };
}

/** The kinds of the dossiers' facts, in their order, each with the last digit of its dossier. */
export function kindsOf({ dossierFacts }: BatchDecision): readonly string[] {
  return dossierFacts.map((fact) => `${fact.dossierId.slice(-1)} ${fact.kind}`);
}
