import type { Dossier } from '../dossier.ts';
import { receivedAtOf } from '../lifecycle/new-appointment.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { DossierId } from '../scan-code.ts';
import type { BatchItem, Courier } from './batch-event.ts';
import type { TransferBatch } from './transfer-batch.ts';

/** The hand-over list of a batch (danh sách bàn giao hồ sơ), printed once to keep and once for the receiving body. */
export type BatchList = {
  readonly code: TransferBatch['code'];
  readonly direction: TransferBatch['direction'];
  readonly from: string;
  readonly to: string;
  /** Absent while the batch is open: a list to check, not one to sign. */
  readonly closedAt?: LocalMoment;
  readonly courier?: Courier;
  readonly rows: readonly BatchListRow[];
  readonly totals: { readonly dossiers: number; readonly originals: number; readonly copies: number };
};

export type BatchListRow = BatchItem & {
  /** STT, from 1. */
  readonly position: number;
  /** Of the system before this one for a dossier that was taken over. What is not known here is absent. */
  readonly dossierNumber?: string;
  readonly applicantName?: string;
  readonly receivedAt?: LocalMoment;
  /** As it stands today. */
  readonly appointmentAt?: LocalMoment;
};

/** The list as data, in the order of the batch. A dossier that is not known here keeps its line. */
export function batchList(batch: TransferBatch, dossierOf: (id: DossierId) => Dossier | undefined): BatchList {
  const { code, direction, from, to, closing, items } = batch;
  return {
    code,
    direction,
    from,
    to,
    ...(closing ? { closedAt: closing.at, courier: closing.courier } : {}),
    rows: items.map((item, i) => rowOf(item, i + 1, dossierOf(item.dossierId))),
    totals: {
      dossiers: items.length,
      originals: sumOf(items.map(({ originals }) => originals)),
      copies: sumOf(items.map(({ copies }) => copies)),
    },
  };
}

function rowOf(item: BatchItem, position: number, dossier: Dossier | undefined): BatchListRow {
  if (!dossier) return { ...item, position };
  const dossierNumber = dossier.intake?.dossierNumber ?? dossier.carriedOver?.oldNumber;
  const receivedAt = receivedAtOf(dossier);
  return {
    ...item,
    position,
    ...(dossierNumber === undefined ? {} : { dossierNumber }),
    ...(dossier.applicant ? { applicantName: dossier.applicant.name } : {}),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(dossier.appointment ? { appointmentAt: dossier.appointment.at } : {}),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
