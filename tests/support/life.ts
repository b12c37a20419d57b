import { randomUUID } from 'node:crypto';
import type { Dossier } from '../../domain/dossier.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import type { Act } from '../../domain/lifecycle/act.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { Call } from '../../electron/contract/commands.ts';
import { get, receive } from './counter.ts';

/** A linked procedure: birth and health card, fifteen working days. */
export const LINKED = '2.001023';
/** Certified copies, counted by pages. */
export const COPIES = '2.000815';

export const SIGNED = { number: '12/QĐ', signer: 'Hà Văn Sáu' };
export const RECEIVER = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' } as const;

/** Does something that must be legal. */
export async function act(call: Call, dossierId: DossierId, wish: Act): Promise<Dossier> {
  return get(await call('dossier.act', { commandId: randomUUID(), dossierId, act: wish }));
}

/** The refusal of something that must not be legal. */
export async function refusedAct(call: Call, dossierId: DossierId, wish: Act) {
  const done = await call('dossier.act', { commandId: randomUUID(), dossierId, act: wish });
  if (done.ok) throw new Error(`not refused: ${wish.kind}`);
  return done.refusal;
}

export async function changeBatch(call: Call, code: BatchCode, change: BatchChange) {
  return get(await call('batch.change', { commandId: randomUUID(), code, change }));
}

/** A linked dossier whose commune part is finished: it waits for a batch. */
export async function awaitingTransfer(call: Call, change: Partial<IntakeInput> = {}): Promise<Dossier> {
  const { dossier } = await receive(call, { procedureCode: LINKED, ...change });
  await act(call, dossier.id, { kind: 'processing-started', specialist: 'Đinh Văn Hùng' });
  return act(call, dossier.id, { kind: 'commune-part-finished', note: '' });
}
